import CivilTime

@testable import Domain
@testable import ReadModels
@testable import Reviews
@testable import Statistics

/// A point of SALES/hours below its limit in week 28 of 2026, and what went before it: the example of
/// docs/causes.md.
enum CauseExamples {
  static let sales = DepartmentCode("SALES")!
  static let dev = DepartmentCode("DEV")!
  static let head = DepartmentCode("HQ")!
  static let hours = KPIReference("SALES/hours")!
  static let rework = KPIReference("DEV/rework")!

  static func onset(
    of kpi: KPIReference = hours, from first: String = "2026-07-06",
    _ cadence: Domain.Cadence = .weekly,
    _ reading: Reading = .improvement, completed: String? = nil
  ) -> SignalOnset {
    let first = ReviewExamples.day(first)
    return SignalOnset(
      kpi: kpi, cadence: cadence, reading: reading,
      signal: SignalReference(rule: "beyondLimit", period: ReviewExamples.day("2026-07-06")),
      days: DateSpan(first...cadence.lastDay(ofPeriodFrom: first)),
      completed: completed.map(ReviewExamples.day))
  }

  static func event(
    _ kind: CauseKind, _ day: String, at position: Int, in department: DepartmentCode = sales,
    concerns: DepartmentCode? = sales, kpi: KPIReference? = nil, about: String,
    detail: String? = nil, _ text: String = "Templates"
  ) -> Antecedent {
    Antecedent(
      kind: kind, department: department, position: position, concerns: concerns, kpi: kpi,
      about: about, detail: detail, text: text, occurredAt: ReviewExamples.instant(day))
  }

  /// By time.
  static let events = [
    event(.action, "2026-06-20", at: 7, in: dev, concerns: dev, kpi: rework, about: "DEV-2"),
    event(
      .training, "2026-06-29", at: 31, in: head, about: "HQ-D1", detail: "3", "Prompts at work"),
    event(.action, "2026-07-01", at: 44, kpi: hours, about: "SALES-1"),
    event(.action, "2026-07-03", at: 45, kpi: hours, about: "SALES-1"),
    event(
      .practice, "2026-07-05", at: 12, in: dev, concerns: dev, kpi: rework, about: "DEV-1",
      "Reviews in pairs"),
    event(
      .reviewDecision, "2026-07-08", at: 46, about: "SALES-2026-W27.1", "No meetings on Friday"),
  ]

  static func ranking(
    _ events: [Antecedent] = events,
    outcomes: [CauseKind: CauseOutcome] = [.action: CauseOutcome(accepted: 3, rejected: 1)],
    hypotheses: [HypothesisRow] = []
  ) -> CauseRanking {
    CauseRanking(
      events: events, outcomes: outcomes,
      alike: [onset(), onset(of: rework)], hypotheses: hypotheses, in: .utc)
  }
}
