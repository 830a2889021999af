import ArgumentParser
import Office
import Presentation

/// A command that adds a target.
protocol ShareAddCommand: DeskCommand {
  static var channel: ShareChannel { get }
  var target: ShareTargetOptions { get }
  /// What its channel needs, and what opens it.
  func needs(_ desk: Desk) throws -> (channel: [String: String], secret: ShareSecret)
  /// The signing key that was made, shown this once and never again; nil where none was.
  func madeKey(_ secret: ShareSecret) -> String?
}

extension ShareAddCommand {
  func madeKey(_ secret: ShareSecret) -> String? { nil }

  func run(at desk: Desk) throws {
    let (channel, secret) = try needs(desk)
    let settings = try target.settings(at: desk, channel: channel)
    try secret.require(by: settings)
    let added = try desk.office.addTarget(
      target.name, Self.channel, reader: try target.account(at: desk), settings, opening: secret)
    let answer = desk.answer
    let key = madeKey(secret)
    answer.give(json: added.json(key: key)) {
      [
        answer.say(
          "\(added.name) is added; it is told what comes from now on, as \(added.reader) may see it.",
          "\(added.name) を追加しました。これ以降の内容を \(added.reader) が閲覧できる範囲でお知らせします。")
      ] + remark(key, answer) + [
        answer.say(
          "Next:  pdca share test \(added.name)", "次の手順:  pdca share test \(added.name)"),
        answer.say(
          "then:  pdca share run --follow", "続いて:  pdca share run --follow"),
      ]
    }
  }

  private func remark(_ key: String?, _ answer: Answer) -> [String] {
    guard let key else { return [] }
    return [
      answer.say("Its signing key, shown this once: \(key)", "署名キー（表示は今回のみです）: \(key)")
    ]
  }
}

/// Secrets as they are given: from a file or standard input, never as an argument that others can read.
enum SecretText {
  /// - Parameter path: `-` for standard input.
  static func read(_ path: String) throws -> String {
    String(decoding: try InputFile.bytes(path), as: UTF8.self)[...].trimmed
  }
}

/// The address of a channel's webhook, which opens it.
struct WebhookAddressOption: ParsableArguments {
  @Option(
    help: help(
      "A file that holds the webhook's address, - for standard input. The address is a credential.",
      "Webhook の URL を書いたファイル（- は標準入力）。URL 自体が資格情報です。"))
  var urlFile: String?

  func needed(by channel: ShareChannel) throws -> ShareSecret {
    guard let urlFile else { throw SharingFault.missing(.url, channel: channel) }
    var secret = ShareSecret()
    secret[.url] = try SecretText.read(urlFile)
    return secret
  }
}

extension ShareGroup {
  struct AddSlackCommand: ShareAddCommand {
    static let channel = ShareChannel.slack
    static var configuration: CommandConfiguration {
      .of(
        "slack", "A Slack channel, by its incoming webhook.", "Slack のチャンネル（Incoming Webhook）。",
        examples: [
          "pdca share add slack sales-slack -d SALES --url-file url.txt --tell review-closed,worse"
        ])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var target: ShareTargetOptions

    @OptionGroup var address: WebhookAddressOption

    func needs(_ desk: Desk) throws -> (channel: [String: String], secret: ShareSecret) {
      ([:], try address.needed(by: Self.channel))
    }
  }

  struct AddTeamsCommand: ShareAddCommand {
    static let channel = ShareChannel.teams
    static var configuration: CommandConfiguration {
      .of(
        "teams", "A Microsoft Teams channel, by its Workflows webhook.",
        "Microsoft Teams のチャネル（Workflows の Webhook）。",
        examples: ["pdca share add teams hq-teams --url-file url.txt --tell review-written"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var target: ShareTargetOptions

    @OptionGroup var address: WebhookAddressOption

    func needs(_ desk: Desk) throws -> (channel: [String: String], secret: ShareSecret) {
      ([:], try address.needed(by: Self.channel))
    }
  }

  struct AddWebhookCommand: ShareAddCommand {
    static let channel = ShareChannel.webhook
    static var configuration: CommandConfiguration {
      .of(
        "webhook", "Any receiver: a CloudEvents body, signed as Standard Webhooks have it.",
        "任意の受信先（CloudEvents 形式、Standard Webhooks の署名付き）。",
        examples: [
          "pdca share add webhook data-hub https://hub.example.com/pdca --tell review-closed,lesson"
        ])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var target: ShareTargetOptions

    @Argument(help: help("Where it is sent to.", "送信先の URL。")) var url: String?

    @Option(
      help: help(
        "A file that holds the address, where it is a credential; - for standard input.",
        "URL が資格情報である場合に、URL を書いたファイル（- は標準入力）。"))
    var urlFile: String?

    @Option(
      help: help(
        "A file that holds the signing key (whsec_…); without it one is made and shown.",
        "署名キー（whsec_…）を書いたファイル。省略時は新しく作って表示します。"))
    var keyFile: String?

    func needs(_ desk: Desk) throws -> (channel: [String: String], secret: ShareSecret) {
      var secret = ShareSecret()
      secret[.url] = try url ?? urlFile.map { try SecretText.read($0) }
      if secret[.url] == nil { throw SharingFault.missing(.url, channel: .webhook) }
      secret[.key] = try keyFile.map { try SecretText.read($0) } ?? WebhookKey.random().text
      return ([:], secret)
    }

    func madeKey(_ secret: ShareSecret) -> String? { keyFile == nil ? secret[.key] : nil }
  }

  struct AddNotionCommand: ShareAddCommand {
    static let channel = ShareChannel.notion
    static var configuration: CommandConfiguration {
      .of(
        "notion", "A Notion data source: a page for each occasion.", "Notion のデータソース（出来事ごとに1ページ）。",
        examples: [
          "pdca share add notion reviews-notion --source 1f0e… --token-file token.txt"
        ])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var target: ShareTargetOptions

    @Option(
      help: help(
        "The data source's id. It has a text property named: pdca key.",
        "データソースの ID。「pdca key」というテキストプロパティが必要です。"))
    var source: String?

    @Option(
      help: help(
        "A file that holds the connection's token, - for standard input.",
        "インテグレーションのトークンを書いたファイル（- は標準入力）。"))
    var tokenFile: String?

    @Option(help: .init(visibility: .private)) var api: String?

    func needs(_ desk: Desk) throws -> (channel: [String: String], secret: ShareSecret) {
      guard let source = source?.lowercased(),
        source.allSatisfy({ $0.isHexDigit || $0 == "-" }), !source.isEmpty
      else { throw SharingFault.missing(.dataSource, channel: .notion) }
      guard let tokenFile else { throw SharingFault.missing(.token, channel: .notion) }
      var secret = ShareSecret()
      secret[.token] = try SecretText.read(tokenFile)
      secret[.url] = api
      return (["source": source], secret)
    }
  }

  struct AddMailCommand: ShareAddCommand {
    static let channel = ShareChannel.mail
    static var configuration: CommandConfiguration {
      .of(
        "mail", "Mail, through this machine's sendmail or by SMTP with TLS.",
        "メール（このマシンの sendmail、または TLS の SMTP）。",
        examples: [
          "pdca share add mail board --to board@example.com --from pdca@example.com --for executive"
        ])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var target: ShareTargetOptions

    @Option(help: help("A recipient; may be repeated.", "宛先（複数指定可）。")) var to: [String] = []
    @Option(help: help("The sender's address.", "差出人アドレス。")) var from: String?

    @Option(
      help: help(
        "An SMTP server: smtp.example.com:587. Without it sendmail.",
        "SMTP サーバー（例: smtp.example.com:587）。省略時は sendmail を使います。"))
    var smtp: String?

    @Option(help: help("The account at that server.", "SMTP サーバーのアカウント。")) var smtpUser: String?

    @Option(
      help: help(
        "A file that holds that account's password, - for standard input.",
        "そのパスワードを書いたファイル（- は標準入力）。"))
    var passwordFile: String?

    @Option(help: help("The sendmail program.", "sendmail プログラムのパス。")) var sendmail: String?

    func needs(_ desk: Desk) throws -> (channel: [String: String], secret: ShareSecret) {
      guard !to.isEmpty else { throw SharingFault.missing(.recipient, channel: .mail) }
      guard let from else { throw SharingFault.missing(.sender, channel: .mail) }
      let addresses = try (to + [from]).map { try Read.mailAddress($0, "--to") }
      var settings = ["to": addresses.dropLast().joined(separator: ","), "from": from]
      settings["smtp"] = smtp
      settings["user"] = smtpUser
      settings["sendmail"] = sendmail
      var secret = ShareSecret()
      secret[.password] = try passwordFile.map { try SecretText.read($0) }
      return (settings, secret)
    }
  }
}
