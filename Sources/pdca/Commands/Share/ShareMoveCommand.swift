import ArgumentParser
import Office
import Presentation

extension ShareGroup {
  struct MoveCommand: DeskCommand {
    static var configuration: CommandConfiguration {
      .of(
        "move",
        "Give a target another address, or another signing key or token; what waits goes there.",
        "共有先の URL、署名キー、トークンを差し替えます（送信待ちの内容は新しい送信先に送ります）。",
        examples: [
          "pdca share move data-hub https://new.example.com/pdca",
          "pdca share move sales-slack --url-file url.txt",
        ])
    }

    @OptionGroup var global: GlobalOptions
    @Argument(help: help("The target.", "共有先の名前。")) var name: String
    @Argument(help: help("Where it is sent to from now on.", "新しい送信先の URL。")) var url: String?

    @Option(
      help: help(
        "A file that holds the address, where it is a credential; - for standard input.",
        "URL が資格情報である場合に、URL を書いたファイル（- は標準入力）。"))
    var urlFile: String?

    @Option(
      help: help(
        "A file that holds the new signing key; the former one signs as well, until it is moved again.",
        "新しい署名キーを書いたファイル。次に差し替えるまで、以前のキーでも署名します。"))
    var keyFile: String?

    @Option(help: help("A file that holds the new token.", "新しいトークンを書いたファイル。"))
    var tokenFile: String?

    func run(at desk: Desk) throws {
      try desk.office.requireTargetsKeeper()
      var secret = ShareSecret()
      secret[.url] = try url ?? urlFile.map { try SecretText.read($0) }
      secret[.key] = try keyFile.map { try SecretText.read($0) }
      secret[.token] = try tokenFile.map { try SecretText.read($0) }
      let target = try desk.office.target(named: name)
      guard !secret.isEmpty else { throw SharingFault.missing(.url, channel: target.channel) }
      try secret.require(by: target.settings)
      try desk.office.changeSecret(of: name, by: secret)
      desk.answer.give(json: ShareTargetChange.moved.json(of: name)) {
        [desk.answer.say("\(name) is sent there from now on.", "\(name) の送信先を変更しました。")]
      }
    }
  }
}
