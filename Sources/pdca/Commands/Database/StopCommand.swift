import ArgumentParser
import Bilingual
import CanonicalJSON
import Office
import Postgres
import PrivateServer

extension DatabaseCommand {
  struct StopCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      .of("stop", "Stop the private server.", "専用サーバーを停止します。")
    }

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      await Reception.serve(global) { answer in
        try await Premises.privateCluster(global).stop()
        answer.give(json: ["stopped": true]) {
          [answer.say("The private server is stopped.", "専用サーバーを停止しました。")]
        }
      }
    }
  }
}
