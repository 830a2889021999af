import ArgumentParser
import Postgres
import PrivateServer

extension DatabaseCommand {
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
