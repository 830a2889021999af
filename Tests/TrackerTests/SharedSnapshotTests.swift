import Domain
import EventLog
import Orders
import Postgres
import ReadModels
import Testing
import Tracker

@Suite("A snapshot that a command's reads share")
struct SharedSnapshotTests {
  typealias Org = TrackedOrganization

  /// A tracker whose reads share a snapshot, which is open.
  private static func sharing(_ tracker: Tracker) throws -> Tracker {
    let sharing = Tracker(
      session: tracker.session, setting: tracker.setting,
      snapshot: SharedSnapshot(of: tracker.session))
    try sharing.read { _ in }
    return sharing
  }

  private static func log(
    _ tracker: Tracker, commutes: Bool = true
  ) throws -> Outcome<CycleEvent> {
    try tracker.cycle(
      .log(ActionEntry(text: "Mine")), on: Org.cycle,
      Org.order(Org.sales, commutes: commutes))
  }

  @Test("An entry ends it and is recorded; the next read sees it")
  func ordinary() async throws {
    try await withTrackedOrganization { organization in
      try await organization.work { tracker in
        let tracker = try Self.sharing(tracker)
        let outcome = try Self.log(tracker)
        #expect(outcome.version == 2)
        #expect(tracker.snapshot?.isOpen == false && !tracker.session.isInTransaction)
        let actions = try tracker.read { view in
          try CycleQueries.actions(of: Org.cycle, latest: 9, in: view)
        }
        #expect(actions.map(\.text) == ["Mine"])
      }
    }
  }

  @Test("What others recorded after it began: an entry goes behind it, a decision is refused")
  func overtaken() async throws {
    try await withTrackedOrganization { organization in
      try await organization.work { tracker in
        let first = try Self.sharing(tracker)
        try organization.log(#"{"text":"Theirs"}"#, "ActionLogged", to: "cycle-1")
        #expect(try Self.log(first).version == 3)
      }
      try await organization.work { tracker in
        let second = try Self.sharing(tracker)
        try organization.log(#"{"text":"Theirs"}"#, "ActionLogged", to: "cycle-1")
        do {
          _ = try Self.log(second, commutes: false)
          Issue.record("It was not refused")
        } catch OrderError.conflict(let conflict) {
          #expect(conflict.meanwhile.map(\.streamVersion) == [4])
        }
      }
    }
  }

  @Test("A known command id answers with its first result before anything is decided")
  func repeated() async throws {
    try await withTrackedOrganization { organization in
      let id = CommandID.random()
      let cancel: @Sendable (Tracker) throws -> Outcome<CycleEvent> = { tracker in
        try Self.sharing(tracker).cycle(
          .cancel(reason: "No time"), on: Org.cycle, Org.order(Org.sales, id))
      }
      let first = try await organization.work { try cancel($0).positions }
      let second = try await organization.work { tracker in
        let outcome = try cancel(tracker)
        return (outcome.positions, outcome.repeated)
      }
      #expect(first != nil && second.0 == first && second.1)
    }
  }

  @Test("Read models that are behind are caught up before it begins")
  func behind() async throws {
    try await withTrackedOrganization { organization in
      try await organization.work { tracker in
        try organization.log(#"{"text":"Theirs"}"#, "ActionLogged", to: "cycle-1")
        let tracker = try Self.sharing(tracker)
        let actions = try tracker.read {
          try CycleQueries.actions(of: Org.cycle, latest: 9, in: $0)
        }
        #expect(actions.map(\.text) == ["Theirs"])
      }
    }
  }
}
