import ArgumentParser
import Bilingual
import CanonicalJSON
import Office
import Postgres
import PrivateServer

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
        answer.give(json: ["started": true]) { [answer.say("It runs.", "起動しました。")] }
      }
    }
  }
}
