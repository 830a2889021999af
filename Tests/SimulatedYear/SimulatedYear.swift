import CivilTime
import Domain
import TestSupport

/// An organization's year, made up from a seed: its log, and what is true of it.
package struct SimulatedYear: Sendable {
  package let truth: YearTruth
  /// For `pdca import log`.
  package let log: [String]
  let plan: YearPlan

  /// The year that begins on 1 April 2024, a Monday.
  package init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let plan = YearPlan(monday: LocalDate(iso: "2024-04-01")!, &random)
    var telling = YearTelling(plan)
    telling.tell(&random)
    self.plan = plan
    truth = YearTruth(
      founded: plan.monday, end: plan.lastDay, kpis: plan.kpis.map(\.truth))
    log = telling.book.lines(&random)
  }
}
