import ArgumentParser
import Bilingual
import CanonicalJSON
import Postgres

extension DatabaseCommand {
  struct StartCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      .of("start", "Start the private server.", "専用サーバーを起動します。")
    }

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      await Reception.serve(global) { answer in
        let cluster = try PrivateServer.named(global)
        try cluster.start(watcher: Premises.watcher(of: cluster))
        answer.give(json: ["started": true]) { [answer.say("It runs.", "起動しました。")] }
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
        try PrivateServer.named(global).stop()
        answer.give(json: ["stopped": true]) {
          [answer.say("The private server is stopped.", "専用サーバーを停止しました。")]
        }
      }
    }
  }

  /// Started by other commands beside a server that they started.
  struct WatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "watch", shouldDisplay: false)

    @Option var directory: String

    func run() async throws {
      let limit = Surroundings.variables["PDCA_IDLE_LIMIT"].flatMap(Double.init) ?? 1_800
      let cluster = LocalCluster(directory: directory)
      try await IdleWatcher(cluster, idleLimit: .seconds(limit)).run()
    }
  }
}

enum PrivateServer {
  /// The private server, where that is the database in use.
  static func named(_ options: GlobalOptions) throws -> LocalCluster {
    guard case .privateCluster(let cluster, _) = try Premises.find(options, Configuration()) else {
      throw DeskError.notPrivate
    }
    return cluster
  }
}
