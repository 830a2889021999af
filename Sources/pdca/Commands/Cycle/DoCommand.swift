import ArgumentParser
import Bilingual
import Domain
import Office
import Orders
import ReadModels
import Terminal

struct DoCommand: WritingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "do",
      "Log an action, one line. Without an id it goes to your open cycle in the department, or to its journal of unplanned work.",
      "実施内容を一行で記録します。ID を省くと、その部門で担当している実施中のミニPDCA、なければ計画外の活動記録に入ります。",
      examples: [
        "pdca do 'Drafted three proposals with the assistant' 45m",
        "pdca do SALES-12 '提案書の初稿を生成AIで作成' 1h30m --on yesterday",
        "pdca do 'Helped accounting with their macro' 20m --unplanned",
      ])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var department: DepartmentOption

  @Argument(
    help: help(
      "The cycle (SALES-12, or 12 in the current department), what was done, the time it took; cycle and time may be left out.",
      "ミニPDCAの ID (SALES-12、または現在の部門の 12)、実施した内容、所要時間。ID と時間は省略できます。"),
    completion: .firstID(.openCycles))
  var words: [String] = []

  @Option(help: help("Time it took (45, 1h30m).", "所要時間 (45、1h30m)。")) var minutes: String?

  @Option(help: help("Where it can be seen.", "参照先。")) var link: String?

  @Flag(
    help: help(
      "File it in the department's journal of unplanned work.", "計画外の活動として、部門の活動記録に入れます。"))
  var unplanned = false

  var asked: [String?]? { [department.code, words.first] }

  func validate() throws {
    if words.count <= 3 { return }
    throw ValidationError(
      Language.ofProcess.choose(
        "Too many words: quote what was done, as in  pdca do 'two words' 30m",
        "引数が多すぎます。実施内容は引用符で囲んでください:  pdca do '実施した 内容' 30m"))
  }

  func run(at desk: Desk) throws {
    let given = try DoWords(words)
    let named = try given.cycle.map { try desk.known($0, .cycle, in: department) }
    let home = try named?.department ?? desk.department(department)
    let order = try desk.order(in: home, writing, commutes: true)
    let entry = try entry(given, desk)
    let id = try named ?? target(of: order, desk)
    let name = try desk.name(of: id)
    let outcome = try desk.office.record(.log(entry), on: id, order)
    desk.answer.recorded(
      outcome, id: "\(id)",
      Phrase(
        en: "\(name.en): action logged, as entry \(outcome.version).",
        ja: "\(name.ja)に実施内容を記録しました（記録番号\(outcome.version)）。"))
  }

  private func entry(_ given: DoWords, _ desk: Desk) throws -> ActionEntry {
    ActionEntry(
      text: try given.text
        ?? desk.ask(.text, "<text>", desk.answer.say("What was done", "実施した内容")),
      minutes: try (minutes ?? given.minutes).map { try Read.minutes($0, "--minutes") }, link: link)
  }

  /// The one that is plainly meant; of several the one that the person chooses.
  private func target(of order: Order, _ desk: Desk) throws -> ItemID {
    switch try desk.office.place(ofAction: order, unplanned: unplanned) {
    case .cycle(let id): return id
    case .oneOf(let own): return try choice(of: own, order, desk)
    case .journal: return try journal(order, desk)
    }
  }

  private func choice(of own: [CycleRow], _ order: Order, _ desk: Desk) throws -> ItemID {
    guard desk.answer.prompt.isInteractive else {
      throw DeskError.severalCycles(own.map { ($0.id, $0.title) }, in: order.department)
    }
    try desk.office.rest()
    desk.answer.console.flush()
    let rest = desk.answer.say("Unplanned work", "計画外の活動")
    let chosen = try desk.answer.prompt.choose(
      desk.answer.say("Which cycle", "どのミニPDCA"), from: own.map { "\($0.id) \($0.title)" } + [rest])
    return chosen < own.count ? own[chosen].id : try journal(order, desk)
  }

  private func journal(_ order: Order, _ desk: Desk) throws -> ItemID {
    try desk.office.journal(
      of: order.department, title: desk.answer.say("Unplanned work", "計画外の活動"))
  }
}
