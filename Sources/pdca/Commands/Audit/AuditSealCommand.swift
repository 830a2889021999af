import ArgumentParser
import CanonicalJSON
import Office
import Proof
import Terminal

struct AuditSealCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .of(
      "seal", "Sign checkpoints of the logs, for others to keep.",
      "ログのチェックポイントに署名します。外部の人に保管してもらいます。",
      examples: ["pdca audit seal", "pdca audit seal -d SALES --to /mnt/auditor/checkpoints"])
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

  func validate() throws {
    if all, department != nil { throw ValidationError("--all, --department") }
  }

  func run() async throws {
    await AuditDesk.serve(global) { desk in
      let sealing = Sealing(
        keys: try audit.keyStore, folder: try AuditOptions.checkpoints(directory))
      let departments = try desk.logs.chosen(department)
      if department == nil {
        let kept = try sealing.folder.all()
        let gone = try await desk.office.missing(kept)
        if let first = gone.first { throw AuditError.noLog(first) }
      }
      let sealed = try await desk.office.seal(departments, sealing)
      desk.answer.give(json: ["sealed": .array(sealed.map(\.json))]) {
        sealed.isEmpty
          ? [desk.answer.say("There are no events to seal.", "封印するイベントがありません。")]
          : sealed.map { $0.line(desk.answer) }
      }
    }
  }
}

extension Sealing.Sealed {
  var json: JSON {
    [
      "department": .string(department), "size": JSON(checkpoint.size),
      "root": .string(Base64.encode(checkpoint.root)), "origin": .string(checkpoint.origin),
      "file": .string(path), "already": .bool(wasSealed),
    ]
  }

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
