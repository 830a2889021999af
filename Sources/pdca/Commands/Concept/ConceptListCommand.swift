import ArgumentParser
import Bilingual
import Domain
import Office
import Presentation
import ReadModels
import Terminal
import Wording

extension ConceptStatus: TypedWord {}

extension ConceptStatus {
  var words: Phrase {
    switch self {
    case .waiting: Phrase(en: "waits", ja: "判断待ち")
    case .chosen: Phrase(en: "chosen", ja: "採択")
    case .declined: Phrase(en: "declined", ja: "見送り")
    case .started: Phrase(en: "started", ja: "開始済み")
    }
  }
}

extension ConceptStory {
  /// What became of it: its state, and of the cycle that tries it the verdict or state.
  func standing(_ language: Language) -> String {
    guard let cycle else { return row.status.words(language) }
    let result = cycle.verdict.map { $0.words(language) } ?? cycle.status.words(language)
    return "\(cycle.id) \(result)"
  }

  func numbers(_ language: Language) -> NumberText { NumberText(of: kpi, language) }
}

extension ConceptGroup {
  struct ListCommand: ReadingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "list", "List concepts: of a department, of a state, of a training.",
        "活用構想の一覧を表示します（部門、状態、研修で絞り込めます）。",
        examples: [
          "pdca concept list --all --status waiting", "pdca concept list --all --design HQ-D2",
        ])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var time: TimeOptions
    @OptionGroup var list: ListOutput
    @OptionGroup var department: DepartmentOption

    @Flag(help: help("Of all departments.", "全部門を表示します。")) var all = false
    @Option(
      help: help(
        "Of this state only: waiting, chosen, declined or started.",
        "状態で絞り込みます（waiting、chosen、declined、started）。"))
    var status: ConceptStatus?
    @Option(
      help: help("Made in this training's sessions only.", "この研修設計のセッションで起案されたもののみ。"),
      completion: .ids(.designs))
    var design: String?

    func run(at desk: Desk) throws {
      let home = try desk.shown(department, all: all)
      let stories = try desk.office.concepts(
        of: home, status: status, design: try design.map { try desk.design($0) })
      try list.give(
        Phrase(en: "Concepts", ja: "活用構想"), json: stories.listJSON,
        desk.answer, table: { table(stories, desk) }, none: stories.isEmpty ? none(desk) : nil)
    }

    private func none(_ desk: Desk) -> String {
      if status != nil || design != nil {
        return desk.answer.say("There are no such concepts.", "該当する活用構想はありません。")
      }
      return desk.answer.say(
        "There are no concepts yet. Draft one:  pdca concept draft \"<title>\"",
        "活用構想はまだありません。起案する:  pdca concept draft \"<題名>\"")
    }

    private func table(_ stories: [ConceptStory], _ desk: Desk) -> Table {
      let (say, language) = (desk.answer.say, desk.answer.language)
      var table = Table([
        .init("ID", minimumWidth: 8, priority: 3),
        .init(say("Title", "題名"), minimumWidth: 14, overflow: .wrap),
        .init("KPI", minimumWidth: 8, priority: 1),
        .init(say("Expected", "見込み"), align: .right, priority: 1),
        .init(say("Session", "セッション"), priority: 1),
        .init(say("State", "状態"), minimumWidth: 10, priority: 2),
      ])
      for story in stories {
        table.add([
          Cell("\(story.row.id)", .id), Cell(story.row.title), Cell("\(story.row.kpi)"),
          Cell(story.numbers(language).recorded(story.row.predicted)),
          Cell(story.row.session.map { "\($0)" } ?? "–"),
          Cell(story.standing(language), story.row.status == .waiting ? .warn : nil),
        ])
      }
      return table
    }
  }
}

extension ConceptGroup {
  struct ShowCommand: ReadingCommand {
    static var configuration: CommandConfiguration {
      .of("show", "A concept, and what became of it.", "活用構想とその後の経過を表示します。")
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var time: TimeOptions
    @OptionGroup var department: DepartmentOption

    @Argument(
      help: help("The concept (SALES-C5, or 5).", "活用構想の ID（SALES-C5、または 5）。"),
      completion: .ids(.concepts))
    var concept: String

    func run(at desk: Desk) throws {
      let id = try desk.item(concept, .concept, in: department)
      let story = try desk.office.concept(id)
      desk.answer.give(json: story.json) { block(story, desk).lines(desk.answer.layout) }
    }

    private func block(_ story: ConceptStory, _ desk: Desk) -> KeyValueBlock {
      let (say, language, row) = (desk.answer.say, desk.answer.language, story.row)
      var block = KeyValueBlock()
      block.add("ID", Cell("\(row.id)", .id))
      let numbers = story.numbers(language)
      let texts: [(ConceptColumn, String?)] = [
        (.title, row.title), (.task, row.task), (.byAI, row.byAI), (.byPeople, row.byPeople),
        (.kpi, "\(row.kpi) \(story.kpi?.name ?? "")"),
        (.predicted, numbers.recorded(row.predicted)),
        (.due, row.due.map { DateText.day($0, language) }), (.valueArea, row.valueArea),
        (.effort, row.effort), (.risk, row.risk), (.data, row.data),
        (.firstStep, "\(row.firstStep) (\(DateText.day(row.firstStepBy, language)))"),
      ]
      for case (let column, let text?) in texts { block.add(column.title(language), Cell(text)) }
      if let session = row.session {
        block.add(say("Session", "セッション"), Cell("\(session)", .id))
      }
      block.add(say("Drafted", "起案"), Cell(desk.made(row.draftedAt, by: row.draftedBy)))
      block.add(
        say("State", "状態"),
        Cell(story.standing(language), row.status == .waiting ? .warn : .strong))
      if let reason = row.decisionReason { block.add(say("Why", "理由"), Cell(reason)) }
      if let at = row.decidedAt, let by = row.decidedBy {
        block.add(say("Decided", "決定"), Cell(desk.made(at, by: by)))
      }
      if let actual = story.cycle?.actual {
        block.add(say("Measured", "実績"), Cell(numbers.computed(actual)))
      }
      return block
    }
  }
}
