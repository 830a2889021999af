import Bilingual
import CivilTime
import Domain
import Office
import ReadModels
import Reviews
import Tracker

/// What a measurement of a lesson's reuse rests on.
struct LessonEffect {
  var before: Double
  var after: Double
  var leadTimeDays: Int?
  /// What the chart allows to be said; nil where the numbers were given.
  var finding: Phrase?
}

extension Desk {
  /// The KPI's levels before and after the department adopted the lesson, from its chart; nil when
  /// it did not adopt it.
  func effect(
    of lesson: ItemID, on kpi: KPIReference, in home: DepartmentCode
  ) throws -> LessonEffect? {
    try tracker.read { view in
      let own = try LessonQueries.adoptions(by: home, in: view)
      guard let adoption = own.first(where: { $0.lesson == lesson && $0.adopted }) else {
        return nil
      }
      let adopted = setting.zone.date(at: adoption.decidedAt)
      let effect = AdoptionEffect(
        of: try KPIChart.load(kpi, in: view)!, adoptedOn: adopted)
      guard let before = effect.before, let after = effect.after else {
        throw OfficeError.unmeasured(kpi: kpi, adopted: adopted, isBefore: effect.before == nil)
      }
      let offered = try LessonQueries.rollOuts(of: lesson, in: view)
        .first { $0.proposedTo == home }.map { setting.zone.date(at: $0.proposedAt) }
      return LessonEffect(
        before: before.mean, after: after.mean,
        leadTimeDays: effect.improvedOn.map { max(0, (offered ?? adopted).days(until: $0)) },
        finding: told(before, after, effect))
    }
  }

  private func told(
    _ before: TrainingEffect.Level, _ after: TrainingEffect.Level, _ effect: AdoptionEffect
  ) -> Phrase {
    Phrase(
      en: "\(before.count) observations before, \(after.count) since. \(effect.sentence.en)",
      ja: "採用前\(before.count)点、採用後\(after.count)点。\(effect.sentence.ja)")
  }
}
