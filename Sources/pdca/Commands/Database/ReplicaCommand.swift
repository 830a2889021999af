import ArgumentParser
import Domain
import Office
import OperatingSystem
import Presentation
import Terminal
import Wording

extension DatabaseCommand {
  /// Reporting servers: copies of the log by logical replication, which make their own read models.
  struct ReplicaCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
      .of(
        "replica", "Reporting servers, which have a copy of the log and read models of their own.",
        "レポート用サーバー (記録の複製と独自のリードモデルを持つサーバー) の管理。",
        subcommands: [Publish.self, Add.self, Status.self, Remove.self])
    }
  }
}

extension DatabaseCommand.ReplicaCommand {
  struct Publish: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      .of(
        "publish", "At the primary: publish the log, to a role that reporting servers connect as.",
        "主系で、レポート用サーバーが接続するロールに記録を公開します。",
        examples: [
          "pdca database replica publish", "pdca database replica publish --role osaka --dry-run",
        ])
    }

    @OptionGroup var global: GlobalOptions

    @Option(
      help: help(
        "The role; it is made where there is none, without a password.",
        "ロール名。なければパスワードなしで作成します。"))
    var role = "pdca_replication"

    @OptionGroup var run: DryRunOption

    func run() async throws {
      await Reception.serve(global) { answer in
        try await ReplicaOffice.at(global) { office in
          let steps = try await office.publish(for: Read.login(role).rawValue, dryRun: run.dryRun)
          answer.give(steps, run.dryRun) {
            [
              answer.say(
                "The log is published to \(safe(role)).", "記録を \(safe(role)) に公開しました。"),
              answer.say(
                "Next, at the reporting server:  pdca database replica add …",
                "次に、レポート用サーバーで:  pdca database replica add …"),
            ]
          }
        }
      }
    }
  }

  struct Add: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      .of(
        "add", "At the reporting server: copy the primary's log, and go on copying it.",
        "レポート用サーバーで、主系の記録の複製を開始します。",
        examples: [
          "pdca database replica add postgresql://pdca_replication@db.office.example/pdca",
          "pdca database replica add postgresql://pdca_replication@db.office.example/pdca --dry-run",
        ])
    }

    @OptionGroup var global: GlobalOptions

    @Argument(
      help: help(
        "The primary's address, as the reporting server's own account connects to it, without a "
          + "password (~/.pgpass).",
        "主系の接続先。レポート用サーバーのアカウントから接続できるもの (パスワードは ~/.pgpass)。"))
    var primary: String

    @Option(
      help: help(
        "Name of the subscription here and of the slot at the primary.",
        "サブスクリプションと主系のスロットの名前。"))
    var name = "pdca_replica"

    @Flag(
      help: help(
        "Empty this copy and make it anew, as after its slot was lost.",
        "複製を空にして作り直します (スロットが失効した場合など)。"))
    var copyAgain = false

    @OptionGroup var run: DryRunOption

    func run() async throws {
      await Reception.serve(global) { answer in
        let addition = try ReplicaAddition(address: primary, name: name, copiesAgain: copyAgain)
        try await ReplicaOffice.at(global) { office in
          let steps = try await office.add(addition, dryRun: run.dryRun)
          if !run.dryRun { try await waitForCopy(office, answer) }
          answer.give(steps, run.dryRun) {
            [
              steps.isEmpty
                ? answer.say("It stands already.", "既に設定済みです。")
                : answer.say(
                  "The log of \(safe(addition.upstream.place)) is copied here, and goes on coming.",
                  "\(safe(addition.upstream.place)) の記録を複製しました。以後も自動で反映されます。"),
              answer.say(
                "Next:  pdca projection rebuild, then let pdca projection run --follow run.",
                "次に:  pdca projection rebuild を実行し、pdca projection run --follow を常駐させてください。"),
            ]
          }
        }
      }
    }

    /// The copy goes on without this command, too.
    private func waitForCopy(_ office: ReplicaOffice, _ answer: Answer) async throws {
      var told: [String] = []
      while true {
        let tables = try await office.copying()
        if tables.isEmpty { return }
        if tables != told {
          let list = tables.joined(separator: ", ")
          answer.progress("Copying \(list) …", "\(list) を複製しています…")
          told = tables
        }
        try await Task.sleep(for: .milliseconds(200))
      }
    }
  }

  struct Status: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      .of(
        "status",
        "How replication stands, asked of either side; status 1 when something is wrong or a bound "
          + "that is given is passed.",
        "複製の状態を表示します (主系とレポート用サーバーのどちらでも可)。異常がある場合、または指定した上限を"
          + "超えた場合は終了コード 1 を返します。",
        examples: [
          "pdca database replica status", "pdca database replica status --max-lag 60",
          "pdca database replica status --max-retained 1024",
        ])
    }

    @OptionGroup var global: GlobalOptions

    @Option(
      help: help(
        "Seconds that a reporting server may be behind.", "レポート用サーバーの遅れの上限 (秒)。"))
    var maxLag: Double?

    @Option(
      help: help(
        "MiB of WAL that the primary may keep for a slot.",
        "主系がスロットのために保持する WAL の上限 (MiB)。"))
    var maxRetained: Int?

    func run() async throws {
      await Reception.serve(global) { answer in
        let state = try await ReplicaOffice.at(global) { try await $0.state() }
        answer.give(json: state.json) {
          state.block(answer.language).lines(answer.layout)
            + state.problems.flatMap { problem in
              let trouble = ReplicaTrouble(problem, state.upstream).text(in: answer.language)
              return trouble.rendered(in: answer.language).split(separator: "\n").map(String.init)
            }
        }
        let bounds = ReplicaBounds(lag: maxLag, retained: maxRetained.map { $0 * 1_048_576 })
        if bounds.arePassed(by: state) { throw ExitStatus(code: .rule) }
      }
    }
  }

  struct Remove: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      .of(
        "remove",
        "At the reporting server: end its subscription and drop its slot. At the primary: drop the "
          + "slot of one that is gone.",
        "レポート用サーバーで、複製を終了してスロットを削除します。主系では、廃止したサーバーのスロットを削除します。",
        examples: [
          "pdca database replica remove", "pdca database replica remove --leave-slot --take-over",
          "pdca database replica remove pdca_replica",
        ])
    }

    @OptionGroup var global: GlobalOptions

    @Argument(help: help("At the primary: the slot.", "主系で削除するスロット。"))
    var slot: String?

    @Flag(
      help: help(
        "Don't ask the primary, which is gone.", "主系に接続せずに実行します (主系が失われた場合)。"))
    var leaveSlot = false

    @Flag(
      help: help(
        "Make the log this database's own, which takes what is recorded from then on.",
        "この記録を独立させ、以後の記録を受け付けます。"))
    var takeOver = false

    @OptionGroup var run: DryRunOption

    func run() async throws {
      await Reception.serve(global) { answer in
        try await ReplicaOffice.at(global) { office in
          if let slot {
            let steps = try await office.drop(slot: slot, dryRun: run.dryRun)
            return answer.give(steps, run.dryRun) {
              [answer.say("Slot \(slot) is dropped.", "スロット \(slot) を削除しました。")]
            }
          }
          let steps = try await office.remove(
            leavesSlot: leaveSlot, takesOver: takeOver, dryRun: run.dryRun)
          answer.give(steps, run.dryRun) { done(answer) }
        }
      }
    }

    private func done(_ answer: Answer) -> [String] {
      [
        answer.say("Nothing comes from the primary any more.", "主系からの複製を終了しました。"),
        takeOver
          ? answer.say(
            "What is recorded here is this database's own from now on.",
            "今後ここで記録した内容は、このデータベース独自のものになります。")
          : answer.say(
            "It goes on taking no records: drop the database, or add --take-over.",
            "引き続き記録は受け付けません。データベースを削除するか、--take-over を指定してください。"),
      ]
    }
  }
}

/// Shows the statements instead of running them.
struct DryRunOption: ParsableArguments {
  @Flag(help: help("Only print the SQL, and where it is run.", "実行せず、SQL と実行先だけを表示します。"))
  var dryRun = false
}

extension ReplicaOffice {
  fileprivate static func at<T>(
    _ global: GlobalOptions, _ body: (ReplicaOffice) async throws -> T
  ) async throws -> T {
    let premises = try Premises.find(global, Configuration())
    let hold = try premises.hold()
    let office = try await ReplicaOffice(premises, by: Premises.reach)
    let result = try await body(office)
    await office.close()
    hold?.release()
    return result
  }
}

extension Answer {
  fileprivate func give(_ steps: [ReplicaStep], _ isDryRun: Bool, text: () -> [String]) {
    give(json: steps.json(isDryRun: isDryRun)) {
      guard isDryRun else { return text() }
      return steps.flatMap { step in
        ["-- \(say("at the", "実行先:")) \(step.side.rawValue)"]
          + step.sql.split(separator: "\n").map(String.init)
      }
    }
  }
}
