import ArgumentParser
import Bilingual
import CivilTime
import Domain
import Glibc
import Office
import OperatingSystem
import Presentation
import Terminal
import Wording

/// Replies by mail become actions.
struct InboxCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .of(
      "inbox", "Record replies by mail as actions of who sent them; what is doubtful is set aside.",
      "メールの返信を、差出人の実施内容として記録します（判断できないものは保留します）。",
      examples: [
        "pdca inbox ~/Maildir --addresses addresses.txt --verified-by mx.example.com",
        "pdca inbox - --addresses addresses.txt --verified-by mx.example.com --aside ~/Doubtful",
      ])
  }

  @OptionGroup var global: GlobalOptions

  @Argument(
    help: help(
      "A Maildir whose new mails are read, or - for one mail on standard input.",
      "新着メールを読む Maildir。- は標準入力の1通。"))
  var mail: String

  @Option(
    help: help(
      "A file of whose address is whose: sato@example.com sato, a line each.",
      "アドレスとアカウントの対応表（1行に「sato@example.com sato」）。"))
  var addresses: String

  @Option(
    help: help(
      "The mail server whose word is taken, as it calls itself in Authentication-Results.",
      "検証結果を信用するメールサーバー（Authentication-Results に記録される名前）。"))
  var verifiedBy: String

  @Option(
    help: help(
      "A Maildir for what is set aside; without it .pdca-aside in the Maildir.",
      "保留したメールを置く Maildir。省略時は Maildir 内の .pdca-aside。"))
  var aside: String?

  func run() async throws {
    await Reception.serve(global) { answer in
      let inbox = Inbox(try AddressFile.accounts(addresses))
      let premises = try Premises.find(global, Configuration())
      let hold = try premises.hold()
      let connection = try await premises.connect()
      let results = try await results(inbox, connection)
      await connection.close()
      hold?.release()
      tell(results, answer)
      if results.contains(where: \.isLeft) { throw ExitStatus(code: .rule) }
    }
  }

  private func results(
    _ inbox: Inbox, _ connection: LentConnection
  ) async throws -> [InboxResult] {
    guard mail != "-" else { return [try await filter(inbox, connection)] }
    let folder = try Maildir(mail)
    let doubtful = try Maildir(aside ?? "\(mail)/.pdca-aside", isMade: true)
    var results: [InboxResult] = []
    for name in folder.unread {
      let result = try await inbox.take(
        try folder.bytes(of: name), named: name, verifiedBy: verifiedBy, over: connection)
      if result.doubt == nil {
        try folder.settle(name)
      } else {
        try folder.move(name, to: doubtful)
      }
      results.append(result)
    }
    return results
  }

  /// One mail on standard input.
  private func filter(_ inbox: Inbox, _ connection: LentConnection) async throws -> InboxResult {
    let bytes = try InputFile.bytes("-")
    var result = try await inbox.take(
      bytes, named: "-", verifiedBy: verifiedBy, over: connection)
    guard result.doubt != nil else { return result }
    guard let aside else {
      result.isLeft = true
      return result
    }
    let name = "\(Instant.now().microseconds).\(getpid()).pdca"
    try Maildir(aside, isMade: true).add(bytes, named: name)
    return result
  }

  private func tell(_ results: [InboxResult], _ answer: Answer) {
    answer.give(json: results.listJSON(answer.language)) {
      results.map { $0.line(answer) }
        + (results.isEmpty ? [answer.say("There is no new mail.", "新着メールはありません。")] : [])
    }
  }
}

extension InboxResult {
  fileprivate func line(_ answer: Answer) -> String {
    let name = DisplayText.line(mail)
    if let doubt = because {
      return answer.say(
        "\(name): set aside: \(DisplayText.line(doubt.en))",
        "\(name): 保留しました: \(DisplayText.line(doubt.ja))")
    }
    let id = cycle.map { "\($0)" } ?? ""
    return isNew
      ? answer.say("\(name): recorded on \(id).", "\(name): \(id) に記録しました。")
      : answer.say("\(name): recorded on \(id) before.", "\(name): \(id) に記録済みです。")
  }
}

/// Whose address is whose.
private enum AddressFile {
  static func accounts(_ path: String) throws -> [String: Account] {
    let text = String(decoding: try InputFile.bytes(path), as: UTF8.self)
    var accounts: [String: Account] = [:]
    for line in text.split(whereSeparator: \.isNewline) {
      let words = line.split { $0 == " " || $0 == "\t" || $0 == "," }
      if words.isEmpty || words[0].hasPrefix("#") { continue }
      guard words.count == 2, words[0].contains("@"), let account = Account(String(words[1])),
        accounts[words[0].lowercased()] == nil
      else {
        throw InputFault.unreadable(argument: "--addresses", text: String(line), wanted: .account)
      }
      accounts[words[0].lowercased()] = account
    }
    return accounts
  }
}
