import Bilingual
package import CivilTime
package import Domain
import Orders

/// Names of reviews, their decisions, designs and sessions, and the ends of spans, read from texts.
extension Office {
  /// `SALES-2026-W47`, or the period alone (`2026-W47`, `2026-11`) in the department.
  package func review(_ text: String, in home: HomeDepartment) throws -> ReviewID {
    let text = text.halfWidth
    if let period = ReviewPeriod(text) { return ReviewID(try department(home), period) }
    guard let id = ReviewID(text) else {
      throw InputFault.unreadable(argument: "ID", text: text, wanted: .reviewID)
    }
    return ReviewID(try department(named: id.department.rawValue), id.period)
  }

  /// The review that a period, a day in it, or an id names; nil means the current period.
  package func review(
    _ text: String?, _ kind: ReviewKind, in home: HomeDepartment
  ) throws -> ReviewID {
    guard let text else { return ReviewID(try department(home), kind.period(of: today)) }
    let id: ReviewID
    if let named = ReviewID(text.halfWidth) {
      id = ReviewID(try department(named: named.department.rawValue), named.period)
    } else {
      id = ReviewID(try department(home), try period(text, kind))
    }
    guard id.period.kind == kind else {
      throw InputFault.otherPeriod(
        argument: "PERIOD", found: id.period, wanted: kind == .weekly ? .weekly : .monthly,
        isOfKPI: false)
    }
    return id
  }

  /// The review whose meeting is held: nil means the latest period that is over. One that has not begun is
  /// refused.
  package func meeting(
    _ text: String?, _ kind: ReviewKind, in home: HomeDepartment
  ) throws -> ReviewID {
    var id = try review(text, kind, in: home)
    if text == nil {
      id = ReviewID(id.department, kind.period(of: id.period.firstDay.adding(days: -1)))
    }
    guard id.period.firstDay <= today else {
      throw InputFault.future(argument: "PERIOD", text: "\(id.period)", now: .day(today))
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

  /// `SALES-2026-W47.1`.
  package func decision(_ text: String) throws -> DecisionID {
    guard let id = DecisionID(text.halfWidth) else {
      throw InputFault.unreadable(argument: "DECISION", text: text, wanted: .decisionID)
    }
    let home = try department(named: id.review.department.rawValue)
    return DecisionID(ReviewID(home, id.review.period), id.number)
  }

  /// The same of several, each once.
  package func decisions(named texts: [String]) throws -> [DecisionID] {
    var seen: Set<DecisionID> = []
    return try texts.map(decision).filter { seen.insert($0).inserted }
  }

  /// `HQ-D2.1`, or `2.1` of the head department.
  package func session(_ text: String) throws -> SessionID {
    let typed = text.halfWidth
    let full = typed.first?.isNumber == true ? "\(setting.head)-D\(typed)" : typed
    guard let session = SessionID(full) else {
      throw InputFault.unreadable(argument: "--session", text: text, wanted: .sessionID)
    }
    let home = try department(named: session.design.department.rawValue)
    return SessionID(ItemID(home, .design, session.design.number), session.number)
  }

  /// The beginning of a span. A date means its start in the organization's time zone.
  package func start(_ text: String, _ argument: String) throws -> Instant {
    switch try Read.time(text, argument, dates) {
    case .instant(let instant): instant
    case .day(let day): setting.zone.start(of: day)
    }
  }

  /// The end of a span. A date is taken whole: up to the start of the next day.
  package func end(_ text: String, _ argument: String) throws -> Instant {
    switch try Read.time(text, argument, dates) {
    case .instant(let instant): instant
    case .day(let day): setting.zone.start(of: day.adding(days: 1))
    }
  }
}
