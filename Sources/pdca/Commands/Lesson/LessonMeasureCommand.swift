import ArgumentParser
import Bilingual
import Domain
import Office
import Orders
import Reviews
import Wording

extension LessonGroup {
  struct MeasureCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "measure", "Record what an adopted lesson did to a KPI of yours.",
        "採用した教訓の、自部門のKPIへの効果を記録します。",
        examples: [
          "pdca lesson measure SALES-L3 rework-rate",
          "pdca lesson measure SALES-L3 rework-rate --before 0.3 --after 0.2 --lead-time-days 21",
        ])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @OptionGroup var department: DepartmentOption

    @Argument(help: help("The lesson.", "教訓の ID。"), completion: .ids(.lessons)) var lesson: String
    @Argument(
      help: help("The KPI (code, or DEPARTMENT/code).", "KPI (コード、または 部門/コード)。"),
      completion: .ids(.kpis))
    var kpi: String
    @Option(
      parsing: .unconditional,
      help: help("Its mean before; without it from its chart.", "採用前の平均。省略時は管理図から算出。"))
    var before: String?
    @Option(
      parsing: .unconditional,
      help: help("Its mean after; without it from its chart.", "採用後の平均。省略時は管理図から算出。"))
    var after: String?
    @Option(help: help("Days from the proposal to the effect.", "提案から効果までの日数。"))
    var leadTimeDays: Int?
    @Option(help: help("A note.", "メモ。")) var note: String?

    func validate() throws {
      if (before == nil) != (after == nil) {
        throw ValidationError(
          Language.ofProcess.choose(
            "Give both --before and --after, or neither.",
            "--before と --after は、両方を指定するか、両方とも省略してください。"))
      }
    }

    func run(at desk: Desk) throws {
      let home = try desk.department(department)
      let id = try desk.known(lesson, .lesson, in: department)
      let kpi = try desk.knownKPI(kpi, in: department)
      let name = try desk.name(of: id)
      let reuse = try desk.office.measureReuse(
        of: id, on: kpi, given: try levels(of: kpi, desk), leadTimeDays: leadTimeDays, note: note,
        desk.order(in: home, writing))
      let (before, after) = (reuse.before.words, reuse.after.words)
      desk.answer.recorded(
        reuse.outcome, id: "\(id)", name: name.phrase,
        Phrase(
          en: "The effect of \(name.en) in \(home) is recorded: \(kpi) from \(before) to \(after).",
          ja: "教訓 \(name.ja)の \(home) での効果を記録しました: \(kpi) が\(before)から\(after)へ。"),
        remark: reuse.effect?.words)
    }

    /// Nil where they are the chart's to say.
    private func levels(
      of kpi: KPIReference, _ desk: Desk
    ) throws -> (before: Double, after: Double)? {
      guard let before, let after else { return nil }
      return (
        try desk.level(before, "--before", of: kpi), try desk.level(after, "--after", of: kpi)
      )
    }
  }
}

extension LessonEffect {
  fileprivate var words: Phrase {
    Phrase(
      en: "\(before.count) observations before, \(after.count) since. \(adoption.sentence.en)",
      ja: "採用前\(before.count)点、採用後\(after.count)点。\(adoption.sentence.ja)")
  }
}
