import Domain
import EventLog
import Orders
import Testing
import Tracker

@Suite("Tracker")
struct TrackerTests {
  typealias Org = TrackedOrganization

  @Test("A repeated command answers with its first result, though it would be refused now")
  func repetition() async throws {
    try await withTrackedOrganization { organization in
      let id = CommandID.random()
      let plan: @Sendable (Tracker) throws -> (ItemID, ClosedRange<Int>?, Bool) = { tracker in
        let (item, outcome) = try tracker.plan(Org.request(tracker), Org.order(Org.sales, id))
        return (item, outcome.positions, outcome.repeated)
      }
      let first = try await organization.work(plan)
      let second = try await organization.work(plan)
      #expect(first.0 == ItemID(Org.sales, .cycle, 2) && !first.2)
      #expect(second.0 == first.0 && second.1 == first.1 && second.2)
    }
  }

  @Test("A command id used for something else is refused")
  func reuse() async throws {
    try await withTrackedOrganization { organization in
      let id = CommandID.random()
      _ = try await organization.work { try Self.act("One", id, $0).version }
      await #expect(throws: AppendError.commandReused(id)) {
        _ = try await organization.work { try Self.act("Two", id, $0).version }
      }
    }
  }

  @Test("A decision on a stale version is refused with what changed meanwhile")
  func staleDecision() async throws {
    try await withTrackedOrganization { organization in
      _ = try await organization.work { try Self.act("Meanwhile", .random(), $0).version }
      let meanwhile = try await organization.work { tracker -> [String] in
        do {
          _ = try tracker.cycle(
            .cancel(reason: "No time"), on: Org.cycle, Org.order(Org.sales, expecting: 1))
          return ["was not refused"]
        } catch OrderError.conflict(let conflict) { return conflict.meanwhile.map(\.type) }
      }
      #expect(meanwhile == ["ActionLogged"])
    }
  }

  @Test("Actions of 16 people at once are all logged, each once")
  func commuting() async throws {
    try await withTrackedOrganization { organization in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for person in 1...16 {
          group.addTask {
            for turn in 1...5 {
              _ = try await organization.work {
                try Self.act("\(person).\(turn)", .random(), $0).version
              }
            }
          }
        }
        try await group.waitForAll()
      }
      let version = try await organization.work {
        try $0.load(Cycle.self, from: "cycle-1", of: Org.sales).version
      }
      #expect(version == 81)
    }
  }

  @Test("Plans of 8 people at once get numbers of their own")
  func numbering() async throws {
    try await withTrackedOrganization { organization in
      let ids = try await withThrowingTaskGroup(of: ItemID.self) { group in
        for _ in 1...8 {
          group.addTask {
            try await organization.work { try $0.plan(Org.request($0), Org.order(Org.sales)).id }
          }
        }
        return try await group.reduce(into: Set<ItemID>()) { $0.insert($1) }
      }
      #expect(ids == Set((2...9).map { ItemID(Org.sales, .cycle, $0) }))
    }
  }

  @Test("Nothing begins in a closed department, and what is open there goes on")
  func closedDepartment() async throws {
    try await withTrackedOrganization { organization in
      try await organization.work { tracker in
        let head = tracker.setting.head
        _ = try tracker.organization(
          .closeDepartment(code: Org.sales, successor: head, reason: "Merged"), Org.order(head))
      }
      let refusal = try await organization.work { tracker -> String in
        _ = try Self.act("Late", .random(), tracker)
        do {
          return "\(try tracker.plan(Org.request(tracker), Org.order(Org.sales)).id)"
        } catch let error as OrderError { return "\(error)" }
      }
      #expect(refusal.hasPrefix("departmentClosed"))
    }
  }

  private static func act(
    _ text: String, _ id: CommandID, _ tracker: Tracker
  ) throws -> Outcome<CycleEvent> {
    try tracker.cycle(
      .log(ActionEntry(text: text)), on: Org.cycle, Org.order(Org.sales, id, commutes: true))
  }
}
