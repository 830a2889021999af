import CivilTime
import Domain
import Statistics

extension Desk {
  /// `SALES-2026-W47`, or the period alone (`2026-W47`, `2026-11`) in the department.
  func review(_ text: String, in option: DepartmentOption) throws -> ReviewID {
    if let period = ReviewPeriod(text) { return ReviewID(try department(option), period) }
    guard let id = ReviewID(text) else {
      throw DeskError.unreadable(argument: "ID", text: text, wanted: .reviewID)
    }
    return ReviewID(try department(named: id.department.rawValue), id.period)
  }

  func decision(_ text: String) throws -> DecisionID {
    guard let id = DecisionID(text) else {
      throw DeskError.unreadable(argument: "DECISION", text: text, wanted: .decisionID)
    }
    let home = try department(named: id.review.department.rawValue)
    return DecisionID(ReviewID(home, id.review.period), id.number)
  }

  /// The review that a period, a day in it, or an id names; nil means the current period.
  func review(
    _ text: String?, _ kind: ReviewKind, in option: DepartmentOption
  ) throws -> ReviewID {
    guard let text else { return ReviewID(try department(option), kind.period(of: today)) }
    if let date = LocalDate.parse(text, today: today) {
      return ReviewID(try department(option), kind.period(of: date))
    }
    guard ReviewPeriod(text) != nil || ReviewID(text) != nil else {
      throw DeskError.unreadable(argument: "PERIOD", text: text, wanted: .period)
    }
    let id = try review(text, in: option)
    guard id.period.kind == kind else {
      throw DeskError.otherPeriod(
        argument: "PERIOD", found: id.period, wanted: kind == .weekly ? .weekly : .monthly,
        isOfKPI: false)
    }
    return id
  }
}
