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
}
