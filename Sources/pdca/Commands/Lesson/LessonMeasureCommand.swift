import ArgumentParser
import Bilingual
import Domain
import Tracker
import Wording

extension LessonGroup {
  struct MeasureCommand: DeskCommand {
    static var configuration: CommandConfiguration {
      .of(
        "measure", "Record what an adopted lesson did to a KPI of yours.",
        "採用した教訓の、自部門のKPIへの効果を記録します。",
        examples: [
          "pdca lesson measure SALES-L3 rework-rate --before 0.3 --after 0.2 --lead-time-days 21"
        ])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @OptionGroup var department: DepartmentOption

    @Argument(help: help("The lesson.", "教訓の ID。")) var lesson: String
    @Argument(help: help("The KPI (code, or DEPARTMENT/code).", "KPI (コード、または 部門/コード)。"))
    var kpi: String
    @Option(parsing: .unconditional, help: help("Its mean before.", "採用前の平均。"))
    var before: String
    @Option(parsing: .unconditional, help: help("Its mean after.", "採用後の平均。")) var after: String
    @Option(help: help("Days from the proposal to the effect.", "提案から効果までの日数。"))
    var leadTimeDays: Int?
    @Option(help: help("A note.", "メモ。")) var note: String?

    func run(at desk: Desk) throws {
      let home = try desk.department(department)
      let id = try desk.known(lesson, .lesson, in: department)
      let kpi = try desk.knownKPI(kpi, in: department)
      let (before, after) = (
        try Read.number(before, "--before"), try Read.number(after, "--after")
      )
      let outcome = try desk.tracker.adoption(
        .measureReuse(
          lesson: id, kpi: kpi, before: before, after: after, leadTimeDays: leadTimeDays,
          note: note), desk.order(in: home, writing))
      desk.answer.recorded(
        outcome, id: "\(id)",
        Phrase(
          en: "The effect of \(id) in \(home) is recorded: \(kpi) from \(before.words) to "
            + "\(after.words).",
          ja: "教訓 \(id) の \(home) での効果を記録しました: \(kpi) が\(before.words)から"
            + "\(after.words)へ。"))
    }
  }
}
