import CivilTime
import Domain
import SimulatedYear

/// A report to be written, as of the day on which people would hold the review.
struct PlannedReport {
  /// `week` or `month`.
  let kind: String
  let id: ReviewID
  let asOf: LocalDate
}

/// Every department's weeks and months: a week as of the Monday after it, a month as of the fifth.
struct ReportPlan {
  let reports: [PlannedReport]

  init(_ truth: YearTruth) {
    let codes = Set(
      truth.changes.map(\.department) + truth.kpis.map { "\($0.reference.prefix { $0 != "/" })" })
    let first = ISOWeek(containing: truth.founded.adding(days: 6))
    let weeks = (0..<60).map { first.adding(weeks: $0) }.filter {
      $0.sunday <= truth.end.adding(days: 2)
    }
    let month = YearMonth(containing: truth.founded.adding(days: 6))
    let months = (0..<13).map { month.adding(months: $0) }.filter {
      $0.last <= truth.end.adding(days: 2)
    }
    reports = codes.sorted().compactMap { DepartmentCode($0) }.flatMap { code in
      weeks.map {
        PlannedReport(kind: "week", id: ReviewID(code, .week($0)), asOf: $0.sunday.adding(days: 1))
      }
        + months.map {
          PlannedReport(
            kind: "month", id: ReviewID(code, .month($0)), asOf: $0.last.adding(days: 5))
        }
    }
  }
}
