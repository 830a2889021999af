import Bilingual
import CivilTime
import Domain
import Office

extension Desk {
  /// `SALES-2026-W47`, or the period alone (`2026-W47`, `2026-11`) in the department.
  func review(_ text: String, in option: DepartmentOption) throws -> ReviewID {
    let text = text.halfWidth
    if let period = ReviewPeriod(text) { return ReviewID(try department(option), period) }
    guard let id = ReviewID(text) else {
      throw InputFault.unreadable(argument: "ID", text: text, wanted: .reviewID)
    }
    return ReviewID(try department(named: id.department.rawValue), id.period)
  }

  func decision(_ text: String) throws -> DecisionID {
    guard let id = DecisionID(text.halfWidth) else {
      throw InputFault.unreadable(argument: "DECISION", text: text, wanted: .decisionID)
    }
    let home = try department(named: id.review.department.rawValue)
    return DecisionID(ReviewID(home, id.review.period), id.number)
  }

  /// The review that a period, a day in it, or an id names; nil means the current period.
  func review(
    _ text: String?, _ kind: ReviewKind, in option: DepartmentOption
  ) throws -> ReviewID {
    guard let text else { return ReviewID(try department(option), kind.period(of: today)) }
    let id: ReviewID
    if let named = ReviewID(text.halfWidth) {
      id = ReviewID(try department(named: named.department.rawValue), named.period)
    } else {
      id = ReviewID(try department(option), try period(text, kind))
    }
    guard id.period.kind == kind else {
      throw InputFault.otherPeriod(
        argument: "PERIOD", found: id.period, wanted: kind == .weekly ? .weekly : .monthly,
        isOfKPI: false)
    }
    return id
  }

  private func period(_ text: String, _ kind: ReviewKind) throws -> ReviewPeriod {
    do {
      switch try dates.period(text) {
      case .day(let day): return kind.period(of: day)
      case .week(let week): return .week(week)
      case .month(let month): return .month(month)
      }
    } catch { throw Read.refusal(error, text, "PERIOD", .period) }
  }
}
