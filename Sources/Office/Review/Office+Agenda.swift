package import CivilTime
package import Domain
import EventLog
import Postgres
package import ReadModels
package import Reviews
package import Tracker

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

  /// The same office at a later moment: what a meeting records happens when it is said.
  package func again(at now: Instant) throws -> Office {
    try Office(in: session, at: now)
  }

  /// Another owner, and in the meeting another day: both or neither.
  package func handOver(
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

  /// Carries decisions over to the days given, such as those that they have: all of them, or none.
  package func keep(
    _ decisions: [(id: DecisionID, due: LocalDate, reason: String)], in meeting: ReviewID,
    _ order: Order
  ) throws {
    try tracker.together([meeting.department]) {
      for (place, decision) in decisions.enumerated() {
        _ = try answer(
          [decision.id], .carry(in: meeting, due: decision.due, reason: decision.reason),
          order.part(place))
      }
    }
  }
}
