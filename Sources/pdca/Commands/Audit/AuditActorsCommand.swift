import ArgumentParser
import Bilingual
import Domain
import EventLog
import Office
import Presentation
import Terminal
import Wording

struct AuditActorsCommand: ReadingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "actors",
      "Who wrote what, when first and last, who may do and see what, and who may log in (now, whatever --as-of says).",
      "誰がいつからいつまで何件記録したか、誰がどの部門で何をできるか、誰がログインできるか (ログインのみ --as-of によらず現在) を確認します。",
      examples: ["pdca audit actors", "pdca audit actors -d SALES --since -3m"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var list: ListOutput

  @Option(
    name: [.short, .customLong("department")],
    help: help("Only of this department; may be repeated.", "この部門のみ。繰り返し可。"))
  var department: [String] = []

  @Option(
    parsing: .unconditional,
    help: help("Recorded on this day (or at this instant) or later.", "記録日時の始まり (その時点を含む)。"))
  var since: String?

  @Option(
    parsing: .unconditional,
    help: help("Recorded on this day or earlier.", "記録日時の終わり (その日付まで)。"))
  var until: String?

  @Flag(
    help: help("What each may do, too.", "できることも表示します。"))
  var rights = false

  func run(at desk: Desk) throws {
    try desk.noteUnseen()
    let accesses = try desk.office.actors(
      of: department.map { try desk.department(named: $0) },
      since: since.map { try desk.office.start($0, "--since") },
      until: until.map { try desk.office.end($0, "--until") })
    try list.give(
      Phrase(en: "Accounts", ja: "アカウント"), json: accesses.listJSON,
      desk.answer, table: { table(accesses, desk) }, remarks: remarks(accesses, desk.answer))
  }

  private func table(_ accesses: [ActorAccess], _ desk: Desk) -> Table {
    let say = desk.answer.say
    var table = Table(
      [
        .init(say("Account", "アカウント"), minimumWidth: 8, priority: 3),
        .init(say("Who", "区分"), minimumWidth: 10, priority: 2),
        .init(say("Login", "ログイン"), minimumWidth: 14, priority: 2),
        .init(say("Events", "件数"), align: .right, minimumWidth: 4, priority: 3),
        .init(say("First", "最初"), minimumWidth: 10, priority: 1),
        .init(say("Last", "最後"), minimumWidth: 10, priority: 1),
        .init(say("Departments", "部門"), minimumWidth: 8),
      ] + (rights ? [.init(say("May", "できること"), minimumWidth: 12, overflow: .wrap)] : []))
    for access in accesses {
      table.add(
        [
          Cell(access.account, .id), Cell(access.standing.words(desk.answer.language)),
          Cell(access.login.words(desk.answer.language), access.isOdd ? .warn : nil),
          Cell(NumberText.whole(access.tally?.events ?? 0)),
          Cell(access.tally.map { desk.moment($0.first) } ?? "–"),
          Cell(access.tally.map { desk.moment($0.last) } ?? "–"),
          Cell(access.tally?.departments.joined(separator: " ") ?? "–"),
        ]
          + (rights
            ? [Cell(access.rights.may.isEmpty ? "–" : access.rights.words(desk.answer.language))]
            : []))
    }
    return table
  }

  /// Logins that nobody of the organization stands behind.
  private func remarks(_ accesses: [ActorAccess], _ answer: Answer) -> [String] {
    let odd = accesses.filter(\.isOdd).map { safe($0.account) }
    if odd.isEmpty { return [] }
    let list = odd.joined(separator: answer.say(", ", "、"))
    return [
      "",
      answer.say(
        "May log in without being a member: \(list)", "メンバーではないがログインできるアカウント: \(list)"),
    ]
  }
}
