import ArgumentParser
import Office
import OperatingSystem
import Presentation
import PrivateServer
import Terminal

struct DatabaseCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .of(
      "database", "The database: its state, start and stop, updates, backups, logins.",
      "データベースの状態確認、起動と停止、更新、バックアップ、ログイン追加。",
      subcommands: [
        StatusCommand.self, StartCommand.self, StopCommand.self, MigrateCommand.self,
        UpgradeCommand.self,
        BackupCommand.self, RestoreCommand.self, ReplicaCommand.self, DistributeCommand.self,
        LoginCommand.self,
        WatchCommand.self,
      ])
  }
}

/// The private server: started, stopped, brought to a newer version, watched.
extension DatabaseCommand {
  struct StartCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      .of("start", "Start the private server.", "専用サーバーを起動します。")
    }

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      await Reception.serve(global) { answer in
        let cluster = try Premises.privateCluster(global)
        try await cluster.start(watcher: Premises.watcher(of: cluster))
        answer.give(json: .serverStarted) { [answer.say("It runs.", "起動しました。")] }
      }
    }
  }

  struct StopCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      .of("stop", "Stop the private server.", "専用サーバーを停止します。")
    }

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      await Reception.serve(global) { answer in
        try await Premises.privateCluster(global).stop()
        answer.give(json: .serverStopped) {
          [answer.say("The private server is stopped.", "専用サーバーを停止しました。")]
        }
      }
    }
  }

  struct UpgradeCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      .of(
        "upgrade", "Carry the private server's data over to this machine's newest PostgreSQL.",
        "専用サーバーのデータを、このマシンの最新の PostgreSQL に移行します。",
        examples: [
          "pdca database upgrade", "pdca database upgrade --old /usr/lib/postgresql/15/bin",
        ])
    }

    @OptionGroup var global: GlobalOptions

    @Option(
      help: help(
        "Where the old version's programs are.", "旧版の PostgreSQL のプログラムがあるディレクトリ。"),
      completion: .directory)
    var old: String?

    func run() async throws {
      await Reception.serve(global) { answer in
        let cluster = try Premises.privateCluster(global)
        answer.progress(
          "Carrying the data over; commands wait meanwhile …", "データを移行しています。その間、他のコマンドは待機します…")
        let upgrade = try await DataUpgrade.run(cluster, old: old)
        guard upgrade.kept != nil else { return told(upgrade, answer) }
        let premises = Premises.privateCluster(cluster, role: nil)
        let hold = try premises.hold()
        try await answer.install(premises)
        hold?.release()
        told(upgrade, answer)
      }
    }

    private func told(_ upgrade: DataUpgrade, _ answer: Answer) {
      let (from, to) = (upgrade.from, upgrade.to)
      answer.give(json: upgrade.json) {
        guard let kept = upgrade.kept else {
          return [
            answer.say(
              "The data are of PostgreSQL \(to), the newest here: nothing to do.",
              "データは PostgreSQL \(to) のもので、このマシンで最新です。移行は不要です。")
          ]
        }
        return [
          answer.say(
            "The data are carried over from PostgreSQL \(from) to \(to): the root of every log is the same.",
            "データを PostgreSQL \(from) から \(to) に移行しました。すべての部門でログのルートハッシュが一致しています。"),
          answer.say(
            "The old data are kept in \(safe(kept)). Remove them when you need them no longer.",
            "旧版のデータは \(safe(kept)) に残してあります。不要になったら削除してください。"),
        ]
      }
    }
  }

  /// Started by other commands beside a server that they started.
  struct WatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "watch", shouldDisplay: false)

    @Option var directory: String

    func run() async throws {
      let limit = try Surroundings.seconds("PDCA_IDLE_LIMIT", usually: 1_800)
      let cluster = LocalCluster(directory: directory)
      try await IdleWatcher(cluster, idleLimit: limit).run()
    }
  }
}
