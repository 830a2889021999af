import ArgumentParser
import Bilingual
import Office
import OperatingSystem
import Presentation
import Terminal
import Wording

struct ServeSessionsCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .of("sessions", "List who is signed in to the pages.", "ページにサインイン中の利用者を一覧します。")
  }

  @OptionGroup var global: GlobalOptions

  func run() async throws {
    await Reception.serve(global) { answer in
      let sessions = try RunningServer.sessions()
      answer.give(json: sessions.listJSON) { table(sessions, answer).lines(answer.layout) }
    }
  }

  private func table(_ sessions: [ServedSession], _ answer: Answer) -> Table {
    var table = Table([
      .init(answer.say("Session", "セッション"), minimumWidth: 12, priority: 3),
      .init(answer.say("Account", "アカウント"), minimumWidth: 8, priority: 3),
      .init(answer.say("Began", "開始"), priority: 1),
      .init(answer.say("Last seen", "最終アクセス"), priority: 2),
    ])
    for one in sessions {
      table.add([
        Cell(one.session), Cell(one.account), Cell(one.began), Cell(one.lastSeen),
      ])
    }
    return table
  }
}

struct ServeEndCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .of(
      "end", "End a session: whoever has it must sign in again.",
      "セッションを終了します。利用者は再度サインインが必要です。",
      examples: ["pdca serve end 3f9a1c0be277"])
  }

  @OptionGroup var global: GlobalOptions
  @Argument(
    help: help("The session, as pdca serve sessions names it.", "pdca serve sessions に表示されるセッション。"))
  var session: String

  func run() async throws {
    await Reception.serve(global) { answer in
      guard !session.isEmpty, session.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
      else {
        throw InputFault.unreadable(argument: "SESSION", text: session, wanted: .session)
      }
      try RunningServer.wish("end-\(session)")
      answer.give(json: .ended(session: session)) {
        [answer.say("\(session) is ended.", "\(session) を終了しました。")]
      }
    }
  }
}

struct ServeLinkCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .of("link", "Make a new link to sign in, for another browser.", "別のブラウザー用に、サインインのリンクを発行します。")
  }

  @OptionGroup var global: GlobalOptions

  func run() async throws {
    await Reception.serve(global) { answer in
      let link = try await RunningServer.link()
      answer.give(json: .signIn(link)) { [link] }
    }
  }
}

/// The server of this account and private server that runs now.
private enum RunningServer {
  static func sessions() throws -> [ServedSession] {
    let path = try ServeDirectory.path + "/sessions.json"
    guard let sessions = try TextFile.readIfPresent(path).flatMap(ServedSession.all(in:)) else {
      throw NothingServed()
    }
    return sessions
  }

  static func wish(_ wish: String) throws {
    let directory = try ServeDirectory.path
    guard Directory.exists(directory + "/wishes") else { throw NothingServed() }
    try TextFile.write("", to: directory + "/wishes/" + wish)
  }

  /// Asks for one, and waits for it.
  static func link() async throws -> String {
    let path = try ServeDirectory.path + "/link"
    let before = try TextFile.readIfPresent(path)
    try wish("link")
    for _ in 0..<50 {
      try await Task.sleep(for: .milliseconds(100))
      if let text = try TextFile.readIfPresent(path), text != before { return text.trimmedLine }
    }
    throw NothingServed()
  }
}

extension String {
  fileprivate var trimmedLine: String { self[...].trimmed }
}

/// No server of this account runs, or it has no links.
struct NothingServed: Error, Worded {
  var refused: Phrase {
    Phrase(en: "no page of this account is being served.", ja: "このアカウントで提供中のページはありません。")
  }
  var steps: [Step] { [Step(en: "Serve", ja: "提供する", "pdca serve")] }
  var isOfUnknown: Bool { true }
}
