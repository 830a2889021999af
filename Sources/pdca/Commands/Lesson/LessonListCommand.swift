import ArgumentParser
import Bilingual
import Domain
import Office
import Presentation
import ReadModels
import Terminal
import Wording

extension LessonGroup {
  struct ListCommand: ReadingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "list", "List lessons, by default those of all departments.",
        "教訓の一覧を表示します。既定は全部門です。",
        examples: ["pdca lesson list --status validated --for-training"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var time: TimeOptions
    @OptionGroup var list: ListOutput

    @Option(
      name: [.short, .customLong("department")], help: help("Only of this department.", "部門。"))
    var department: String?

    @Option(
      help: help(
        "draft, validated or retired; may be repeated.",
        "状態 (draft、validated、retired)。繰り返し可。"))
    var status: [LessonStatus] = []

    @Option(help: help("success or failure.", "成功 (success) か失敗 (failure) か。"))
    var kind: LessonKind?

    @Flag(help: help("Only those for training.", "研修向けのもののみ。")) var forTraining = false

    func run(at desk: Desk) throws {
      try desk.noteUnseen()
      let filter = LessonFilter(
        department: try department.map { try desk.department(named: $0) }, statuses: status,
        kind: kind, forTraining: forTraining ? true : nil)
      let (rows, reach) = try desk.office.lessons(filter)
      let reuse = LessonReuseSheet(reach)
      try list.give(
        Phrase(en: "Lessons", ja: "教訓"),
        json: reach.json(rows), desk.answer,
        table: { LessonTable(rows.map { ($0, nil) }, desk).table },
        none: rows.isEmpty ? none(desk) : nil, remarks: reuse.lines(desk.answer))
    }

    private func none(_ desk: Desk) -> String {
      if isNarrowed { return LessonTable.none(desk) }
      return desk.answer.say(
        "There are no lessons yet. Draft one:  pdca lesson draft \"<title>\"",
        "教訓はまだありません。起案する:  pdca lesson draft \"<題名>\"")
    }

    private var isNarrowed: Bool {
      department != nil || !status.isEmpty || kind != nil || forTraining
    }
  }
}

extension LessonStatus: TypedWord {}

/// Lessons under each other, with their likeness where they were looked for.
struct LessonTable {
  let table: Table

  init(_ rows: [(LessonRow, score: Double?)], _ desk: Desk) {
    let say = desk.answer.say
    let isRanked = rows.first?.score != nil
    var table = Table(
      [
        .init("ID", minimumWidth: 9, priority: 3), .init(say("State", "状態"), priority: 2),
        .init(say("Kind", "種別"), priority: 2),
      ] + (isRanked ? [.init(say("Match", "一致"), align: .right, minimumWidth: 4, priority: 2)] : [])
        + [
          .init(say("Title", "題名"), minimumWidth: 12, overflow: .wrap),
          .init(say("Suggestion", "提案"), minimumWidth: 12, overflow: .wrap),
        ])
    for (row, score) in rows {
      table.add(
        [
          Cell("\(row.id)", .id), Cell(row.status.words(desk.answer.language)),
          Cell(row.kind.words(desk.answer.language)),
        ] + (score.map { [Cell("\(Int(($0 * 100).rounded()))%")] } ?? [])
          + [Cell(row.title), Cell(row.suggestion)])
    }
    self.table = table
  }

  /// Instead of a table without rows.
  static func none(_ desk: Desk) -> String {
    desk.answer.say("There is no such lesson.", "該当する教訓はありません。")
  }
}
