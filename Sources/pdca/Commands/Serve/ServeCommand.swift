import ArgumentParser
import Bilingual
import Office

extension ServeSettings.SignIn: TypedWord {}

struct ServeGroup: ParsableCommand {
  static var configuration: CommandConfiguration {
    .of(
      "serve", "Serve the pages for those who never open a terminal.",
      "端末を使わない人のためのページを提供します。",
      subcommands: [
        ServeRunCommand.self, ServeSessionsCommand.self, ServeEndCommand.self,
        ServeLinkCommand.self,
      ], defaultSubcommand: ServeRunCommand.self)
  }
}

/// Reads the settings, and becomes the program that serves, which stands beside this one.
struct ServeRunCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .of(
      "run", "Serve until stopped; pdca serve alone does the same.",
      "停止するまで提供します。pdca serve だけでも同じです。",
      examples: [
        "pdca serve --open", "pdca serve --listen 127.0.0.1:8080 --lang ja",
        "pdca serve --listen unix:/run/pdca/page.sock --sign-in header --header X-Remote-User",
        "pdca serve --sign-in password --host pdca.example.org",
      ])
  }

  @OptionGroup var global: GlobalOptions

  @Option(
    help: help(
      "Where to listen: host:port, or unix:PATH. Loopback unless told otherwise.",
      "待ち受けるアドレス (host:port、または unix:パス)。省略時はこのマシンからのみ接続できます。"))
  var listen = "127.0.0.1:8010"

  @Flag(help: help("Open a browser, signed in.", "サインイン済みの状態でブラウザーを開きます。")) var open = false

  @Option(
    help: help(
      "How people sign in: link, password, assertion or header.",
      "サインインの方法 (link、password、assertion、header)。"))
  var signIn: ServeSettings.SignIn = .link

  @Option(
    help: help(
      "A name by which browsers reach it; may be repeated.", "ブラウザーからの接続に使うホスト名。繰り返し可。"))
  var host: [String] = []

  @Option(
    help: help(
      "With --sign-in header: the header that the proxy sets.",
      "--sign-in header で使う、プロキシが設定するヘッダー。"))
  var header = "X-Remote-User"

  @Option(help: help("With --sign-in assertion: who signs.", "--sign-in assertion の発行者 (iss)。"))
  var issuer: String?

  @Option(help: help("With --sign-in assertion: for whom.", "--sign-in assertion の対象者 (aud)。"))
  var audience: String?

  @Option(
    help: help(
      "With --sign-in assertion: the public keys (JWKS), a file or an https address.",
      "--sign-in assertion の公開鍵 (JWKS) のファイル、または https のアドレス。"))
  var keys: String?

  @Option(
    help: help(
      "With --sign-in assertion: the header that bears it.",
      "--sign-in assertion のトークンが入るヘッダー。"))
  var assertionHeader = "Authorization"

  @Option(
    help: help(
      "With --sign-in assertion: the claim that names the account.",
      "--sign-in assertion のアカウント名が入るクレーム。"))
  var claim = "sub"

  @Option(
    help: help(
      "With --sign-in assertion: an algorithm to accept; may be repeated.",
      "--sign-in assertion で受け付けるアルゴリズム。繰り返し可。"))
  var algorithm: [String] = []

  func run() async throws {
    await Reception.serve(global) { answer in
      _ = try Premises.find(global, Configuration())
      try ServerProgram.become("serve", settings: settings(answer.language))
    }
  }

  private func settings(_ language: Language) throws -> ServeSettings {
    var settings = ServeSettings()
    settings.listen = try Self.address(listen)
    settings.signIn = signIn
    settings.hosts = host
    settings.opensBrowser = open
    settings.language = language.rawValue
    settings.program = Surroundings.program
    settings.database = global.database
    settings.user = global.user
    settings.directory = try ServeDirectory.path
    settings.header = header
    settings.assertion.issuer = issuer ?? ""
    settings.assertion.audience = audience ?? ""
    settings.assertion.keys = keys ?? ""
    settings.assertion.header = assertionHeader
    settings.assertion.claim = claim
    if !algorithm.isEmpty { settings.assertion.algorithms = algorithm }
    return settings
  }

  static func address(_ text: String) throws -> ServeSettings.Listen {
    if text.hasPrefix("unix:") {
      let path = String(text.dropFirst("unix:".count))
      guard path.hasPrefix("/"), path.utf8.count < 104 else { throw refusal(text) }
      return .unix(path: path)
    }
    guard let colon = text.lastIndex(of: ":"),
      let port = Int(text[text.index(after: colon)...]), (0...65_535).contains(port)
    else { throw refusal(text) }
    let host = String(text[..<colon]).replacing("[", with: "").replacing("]", with: "")
    return .tcp(host: host.isEmpty ? "127.0.0.1" : host, port: port)
  }

  private static func refusal(_ text: String) -> InputFault {
    .unreadable(argument: "--listen", text: text, wanted: .listenAddress)
  }
}
