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
      let effect = try effect(of: id, on: kpi, in: home, desk)
      let name = try desk.name(of: id)
      let outcome = try desk.office.record(
        .measureReuse(
          lesson: id, kpi: kpi, before: effect.before, after: effect.after,
          leadTimeDays: effect.leadTimeDays, note: note), desk.order(in: home, writing))
      let (before, after) = (effect.before.words, effect.after.words)
      desk.answer.recorded(
        outcome, id: "\(id)", name: name.phrase,
        Phrase(
          en: "The effect of \(name.en) in \(home) is recorded: \(kpi) from \(before) to \(after).",
          ja: "教訓 \(name.ja)の \(home) での効果を記録しました: \(kpi) が\(before)から\(after)へ。"),
        remark: effect.finding)
    }

    private func effect(
      of lesson: ItemID, on kpi: KPIReference, in home: DepartmentCode, _ desk: Desk
    ) throws -> Effect {
      if let before, let after {
        return Effect(
          before: try desk.level(before, "--before", of: kpi),
          after: try desk.level(after, "--after", of: kpi), leadTimeDays: leadTimeDays)
      }
      // What was not adopted is refused by the domain.
      guard let found = try desk.office.effect(of: lesson, on: kpi, in: home) else {
        return Effect(before: 0, after: 0, leadTimeDays: leadTimeDays)
      }
      return Effect(
        before: found.before.mean, after: found.after.mean,
        leadTimeDays: leadTimeDays ?? found.leadTimeDays, finding: found.words)
    }

    /// What is recorded, and what the chart allows to be said; nil where the numbers were given.
    private struct Effect {
      var before: Double
      var after: Double
      var leadTimeDays: Int?
      var finding: Phrase?
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
