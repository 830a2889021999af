import ArgumentParser
import Bilingual
import Office
import OperatingSystem
import Presentation
import Proof
import Terminal

struct AuditSealCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .of(
      "seal", "Sign checkpoints of the logs, for others to keep.",
      "ログのチェックポイントに署名します。外部の人に保管してもらいます。",
      examples: [
        "pdca audit seal", "pdca audit seal -d SALES --to /mnt/auditor/checkpoints",
        "pdca audit seal --follow --every 1h --events 1000 --witness https://witness.example",
        "pdca audit seal --follow --to keep --then 'rsync -a keep/ auditor:keep/'",
      ])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var audit: AuditOptions

  @Option(
    name: [.short, .customLong("department")],
    help: help("Only this department's log.", "この部門のログのみ。"))
  var department: String?

  @Flag(help: help("Every department's log, as without -d.", "すべての部門 (-d を省略した場合と同じ)。"))
  var all = false

  @Option(
    name: .customLong("to"),
    help: help(
      "Directory of kept checkpoints; without it PDCA_CHECKPOINTS, or checkpoints in the home of pdca.",
      "保管先のディレクトリ。省略時は PDCA_CHECKPOINTS、または pdca のホームの checkpoints です。"))
  var directory: String?

  @Flag(
    help: help(
      "Go on until SIGTERM or SIGINT: seal by time, and by count.",
      "SIGTERM・SIGINT まで続け、一定の時間ごと・件数ごとに封印します。"))
  var follow = false

  @Option(
    help: help("With --follow: time between two rounds (10m, 1h).", "--follow の間隔（10m、1h）。"))
  var every: String = "10m"

  @Option(
    help: help(
      "With --follow: seal a log at once when it has grown by so many events.",
      "--follow で、この件数だけ増えたログをすぐに封印します。"))
  var events: Int?

  @Option(
    name: .customLong("witness"),
    help: help(
      "Address of a witness that is shown each checkpoint and cosigns it; may be repeated.",
      "チェックポイントを提示し、連署を受ける立会人のアドレス（複数可）。"))
  var witnesses: [String] = []

  @Option(
    name: .customLong("then"),
    help: help(
      "A command of the shell after each round that sealed something, such as rsync.",
      "封印のたびに実行するシェルのコマンド（rsync など）。"))
  var then: String?

  func validate() throws {
    if all, department != nil { throw ValidationError("--all, --department") }
    if let events, events < 1 {
      throw ValidationError(
        Language.ofProcess.choose("--events is 1 or more.", "--events は 1 以上で指定してください。"))
    }
  }

  func run() async throws {
    await AuditDesk.serve(global) { desk in
      let sealing = Sealing(
        keys: try audit.keyStore, folder: try AuditOptions.checkpoints(directory))
      let shown = try witnesses.map { text in
        guard let witness = Witness(text) else {
          throw InputFault.unreadable(argument: "--witness", text: text, wanted: .httpsAddress)
        }
        return witness
      }
      if follow { return try await go(on: desk, sealing, shown) }
      let departments = try desk.logs.chosen(department)
      if department == nil {
        let kept = try sealing.folder.all()
        let gone = try await desk.office.missing(kept)
        if let first = gone.first { throw AuditError.noLog(first) }
      }
      let sealed = try await desk.office.seal(departments, sealing)
      for one in sealed {
        for witness in shown {
          desk.answer.console.note(
            try await desk.office.show(one, to: witness, sealing).line(desk.answer))
        }
      }
      if !sealed.isEmpty { try await runThen(desk.answer) }
      desk.answer.give(json: sealed.listJSON) {
        sealed.isEmpty
          ? [desk.answer.say("There are no events to seal.", "封印するイベントがありません。")]
          : sealed.map { $0.line(desk.answer) }
      }
    }
  }
}

extension AuditSealCommand {
  private func go(on desk: AuditDesk, _ sealing: Sealing, _ shown: [Witness]) async throws {
    StopSignal.watch()
    let minutes = try Read.minutes(every, "--every")
    guard minutes > 0 else {
      throw InputFault.unreadable(argument: "--every", text: every, wanted: .minutes)
    }
    let run = SealingRun(
      sealing, department: department, every: .seconds(minutes * 60), growth: events,
      witnesses: shown)
    let answer = desk.answer
    let premises = desk.premises
    let count = try await run.untilStopped(
      { StopSignal.wasReceived },
      at: { try await AuditOffice(at: premises, by: Premises.reach) },
      telling: { answer.console.note($0.line(answer)) }, after: { _ in try await runThen(answer) })
    answer.give(json: SealingRun.json(signed: count)) {
      [answer.say("Signed \(count) checkpoints.", "\(count)件のチェックポイントに署名しました。")]
    }
  }

  /// What it says goes to standard error; that it failed is said, and keeps nothing from going on.
  private func runThen(_ answer: Answer) async throws {
    guard let then else { return }
    let outcome = try await Program(["/bin/sh", "-c", then]).run()
    let said = trimmed(outcome.output)
    if !said.isEmpty { answer.console.note(said) }
    guard outcome.status != 0 else { return }
    answer.console.note(
      answer.say(
        "--then ended with \(outcome.status); the next round tries it again.",
        "--then が終了コード \(outcome.status) で終わりました。次回また実行します。"))
  }
}

extension SealingRun.News {
  func line(_ answer: Answer) -> String {
    switch self {
    case .sealed(let sealed): sealed.line(answer)
    case .witness(let news): news.line(answer)
    case .interrupted(let error):
      answer.say("Waiting for the database. ", "データベースの応答を待っています。")
        + Failure(error).text(in: answer.language)
    case .goesOn(let time):
      answer.say(
        "Going on after \(time.components.seconds) s.", "\(time.components.seconds)秒後に再開しました。")
    }
  }
}

extension WitnessNews {
  func line(_ answer: Answer) -> String {
    switch self {
    case .cosigned(let department, let size, let names):
      answer.say(
        "\(department) at \(size) is cosigned by \(names.joined(separator: ", ")).",
        "\(department) の \(size) 件に \(names.joined(separator: "、")) が連署しました。")
    case .refused(let department, let size, let witness, let reason):
      answer.say(
        "\(safe(witness)) did not cosign \(department) at \(size): \(safe(reason))",
        "\(safe(witness)) は \(department) の \(size) 件に連署しませんでした: \(safe(reason))")
    }
  }
}

extension Sealing.Sealed {
  func line(_ answer: Answer) -> String {
    let size = checkpoint.size
    return wasSealed
      ? answer.say(
        "\(department) was sealed at \(size) already: \(safe(path))",
        "\(department) は \(size) 件で封印済みです: \(safe(path))")
      : answer.say(
        "\(department) is sealed at \(size): \(safe(path))",
        "\(department) を \(size) 件で封印しました: \(safe(path))")
  }
}
