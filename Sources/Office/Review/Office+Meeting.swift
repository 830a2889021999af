package import CivilTime
package import Domain
import EventLog
package import Orders
import ReadModels
import Reviews
import Statistics
import Tracker

/// What a meeting makes of an earlier promise.
package enum DecisionAnswer: Sendable, Equatable {
  case done(note: String?)
  /// In the open review.
  case carry(in: ReviewID, due: LocalDate, reason: String)
  /// Another owner, another day, or both.
  case amend(owner: Account?, due: LocalDate?, reason: String)
  case withdraw(reason: String)
}

/// What is said in a meeting, recorded: each answer is an ordinary event, several at once are
/// recorded together or not at all.
extension Office {
  package func answer(
    _ decisions: [DecisionID], _ answer: DecisionAnswer, _ order: Order
  ) throws -> [Outcome<ReviewEvent>] {
    let said = decisions.map { ($0, answer) }
    if said.count == 1 { return [try record(said[0].0, answer, order)] }
    return try tracker.together(said.map { answer.home(of: $0.0) }) {
      try said.enumerated().map { try record($1.0, $1.1, order.part($0)) }
    }
  }

  private func record(
    _ decision: DecisionID, _ answer: DecisionAnswer, _ order: Order
  ) throws -> Outcome<ReviewEvent> {
    var order = order
    order.department = answer.home(of: decision)
    let number = decision.number
    let (command, review): (ReviewCommand, ReviewID) =
      switch answer {
      case .done(let note): (.done(number: number, note: note), decision.review)
      case .carry(let review, let due, let reason):
        (.carryOver(decision: decision, due: due, reason: reason), review)
      case .amend(let owner, let due, let reason):
        (.amend(number: number, owner: owner, due: due, reason: reason), decision.review)
      case .withdraw(let reason): (.withdraw(number: number, reason: reason), decision.review)
      }
    return try tracker.review(command, on: review, order) { _ in ReviewBasis(snapshot: .notTaken) }
  }

  /// One note on several signals, of whatever departments the review looks at. Limits of a change may tell
  /// otherwise of a point once more have come: what a review asks about can be answered in any case.
  package func acknowledge(
    _ signals: [OpenSignal], note: String, _ order: Order
  ) throws -> [Outcome<KPIEvent>] {
    // Who may not is told so, and not that nothing waits.
    if signals.isEmpty {
      try LogAccess.require(
        "review", in: order.department.rawValue, for: "SignalAcknowledged", session)
    }
    let departments = signals.map(\.kpi.department)
    return try tracker.together(departments) {
      try signals.enumerated().map { place, open in
        try tracker.kpi(
          .acknowledge(open.signal, note: note), on: open.kpi,
          order.part(place, in: open.kpi.department)
        ) { try self.signals(of: open.kpi, under: .nhsMDC, in: $0).union([open.signal]) }
      }
    }
  }

  /// The signals that the review asks about, of these KPIs; of all for nil.
  package func openSignals(of id: ReviewID, on kpis: Set<KPIReference>?) throws -> [OpenSignal] {
    try tracker.read { view in try report(id, in: view).openSignals }
      .filter { kpis?.contains($0.kpi) ?? true }
  }
}

extension DecisionAnswer {
  /// In whose log it is recorded.
  fileprivate func home(of decision: DecisionID) -> DepartmentCode {
    if case .carry(let review, _, _) = self {
      review.department
    } else {
      decision.review.department
    }
  }
}
