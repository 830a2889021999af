package import CivilTime
package import Domain
import EventLog
package import Orders
import Postgres
package import ReadModels
package import Reviews
import Tracker

/// What a meeting makes of a promise: a decision, or a cycle.
package enum PromiseAnswer: Sendable {
  case done
  case carry(to: LocalDate, reason: String)
  case hand(to: Account, reason: String)
  case withdraw(reason: String)
}

/// A review's meeting: what it goes through, and what becomes of it there.
extension Office {
  /// What the meeting still has to go through.
  package func agenda(of id: ReviewID) throws -> MeetingAgenda {
    let people = try people()
    return try tracker.read { view in
      let detail = try ReviewQueries.detail(of: id, in: view)
      let carried = Set(detail?.carried.map(\.decision) ?? [])
      let earlier = try ReviewQueries.unfinished(before: id, in: view).filter {
        !carried.contains($0.id)
      }
      let own = try ReviewQueries.openDecisions(of: id.department, in: view).filter {
        $0.id.review == id && $0.due < today
      }
      return MeetingAgenda(
        try report(id, pictures: true, in: view).soFar(on: today)
          .shown(calling: people.names, away: people.away(on: today)), act: detail?.review,
        owed: earlier + own, on: today)
    }
  }

  /// What becomes of a decision; carried over where the review isn't closed without it, else amended.
  package func settle(
    _ decision: PendingDecision, isOwed: Bool, _ answer: PromiseAnswer, in agenda: MeetingAgenda,
    _ order: Order
  ) throws {
    let meeting = agenda.review
    switch answer {
    case .done: _ = try self.answer([decision.id], .done(note: nil), order)
    case .withdraw(let reason):
      _ = try self.answer([decision.id], .withdraw(reason: reason), order)
    case .carry(let due, let reason):
      let answer =
        isOwed
        ? DecisionAnswer.carry(in: meeting, due: due, reason: reason)
        : .amend(owner: nil, due: due, reason: reason)
      _ = try self.answer([decision.id], answer, order)
    case .hand(let owner, let reason):
      try handOver(
        decision, to: owner, in: meeting, isOwed: isOwed, due: agenda.nextDay(of: decision),
        reason: reason, order)
    }
  }

  /// What becomes of a cycle: one that is done is checked.
  package func settle(
    _ cycle: CycleRow, _ answer: PromiseAnswer, _ order: Order
  ) throws -> Outcome<CycleEvent> {
    let command: CycleCommand =
      switch answer {
      case .done:
        .check(CheckRequest(.measured(verdict: nil, overrideReason: nil, evidence: nil)))
      case .withdraw(let reason): .cancel(reason: reason)
      case .carry(let due, let reason): .amend(PlanAmendment(due: due, reason: reason))
      case .hand(let owner, let reason): .amend(PlanAmendment(owner: owner, reason: reason))
      }
    return try record(command, on: cycle.id, order)
  }

  /// Another owner, and in the meeting another day: both or neither.
  private func handOver(
    _ decision: PendingDecision, to owner: Account, in meeting: ReviewID, isOwed: Bool,
    due: LocalDate, reason: String, _ order: Order
  ) throws {
    let home = decision.id.review.department
    let later = due == decision.due ? nil : due
    let amend = DecisionAnswer.amend(
      owner: owner, due: isOwed ? nil : later, reason: reason)
    guard isOwed else {
      _ = try answer([decision.id], amend, order)
      return
    }
    _ = try tracker.together([home, meeting.department]) {
      _ = try answer([decision.id], amend, order.part(0))
      _ = try answer(
        [decision.id], .carry(in: meeting, due: due, reason: reason), order.part(1))
    }
  }

  /// Decisions whose day lies ahead, or whose owner is away, stay as they are: all of them, or none.
  /// - Parameter reason: why one of them stays.
  package func keep(
    _ decisions: [PendingDecision], in agenda: MeetingAgenda,
    because reason: (PendingDecision) -> String, _ order: Order
  ) throws {
    try tracker.together([agenda.review.department]) {
      for (place, decision) in decisions.enumerated() {
        _ = try answer(
          [decision.id],
          .carry(
            in: agenda.review, due: agenda.keptDay(of: decision), reason: reason(decision)),
          order.part(place))
      }
    }
  }
}
