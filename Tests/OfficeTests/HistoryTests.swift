import CivilTime
import Domain
import EventLog
import Orders
import ReadModels
import Reviews
import Testing

@testable import Office

@Suite("History through the office")
struct HistoryTests {
  typealias Org = OfficeDatabase

  @Test("As of a position everything is as it stood there, and now as it is now")
  func asOf() async throws {
    try await withOffice { database in
      try await database.work { office in
        let planned = try office.heads()[Org.sales]!
        try office.act("First draft")
        let moment = try #require(
          try office.moment(for: MomentRequest(asOf: "SALES@\(planned)")))
        let then = try office.looking(at: moment) { try $0.story(of: Org.cycle, actions: 9) }
        #expect(then.detail.actions.isEmpty && then.version == 1)
        #expect(try office.story(of: Org.cycle, actions: 9).detail.actions.count == 1)
      }
    }
  }

  @Test("What can't be looked at is refused by its kind")
  func refusedMoments() async throws {
    try await withOffice { database in
      try await database.work { office in
        func refusal(_ request: MomentRequest) -> MomentError? {
          do { _ = try office.moment(for: request) } catch { return error as? MomentError }
          return nil
        }
        let heads = try office.heads()
        let tomorrow = "\(office.today.adding(days: 1))"
        guard case .unreadable(.asOf, "soon") = refusal(MomentRequest(asOf: "soon")),
          case .ahead(.effective, tomorrow, _) = refusal(MomentRequest(effective: tomorrow)),
          case .beforeFounding("2020-01-01", _) = refusal(MomentRequest(asOf: "2020-01-01")),
          case .unknownPosition("SALES@99", let last, Org.sales) = refusal(
            MomentRequest(asOf: "SALES@99"))
        else {
          Issue.record("a moment was looked at")
          return
        }
        #expect(last == heads[Org.sales])
        #expect(refusal(MomentRequest()) == nil)
      }
    }
  }

  @Test("Why names the decision, what was known before it, what led to it and what followed")
  func why() async throws {
    try await withOffice { database in
      try await database.work { office in
        let raised = try office.raise(
          "Too slow", to: .promoter, cycle: Org.cycle, Org.order(Org.sales)
        ).id
        try office.observe(5)
        _ = try office.decide("More seats", why: nil, on: raised, Org.order(Org.sales))
        let subject = LogSubject(
          id: "\(raised)", kind: .issue, department: Org.sales, stream: raised.stream)
        let why = try office.why(subject, upTo: nil)
        #expect(why.decided.event.type == "IssueDecided")
        #expect(why.moment.positions[Org.sales] == why.decided.event.position - 1)
        #expect(why.links.led.contains { $0.event.type == "IssueRaised" })
        #expect(why.known?.charts.map(\.kpi.reference) == [Org.hours])
        #expect(why.known?.charts.first?.observations.map(\.level) == [5])
      }
    }
  }

  @Test("The difference of two moments holds what changed, before and after, and no more")
  func difference() async throws {
    try await withOffice { database in
      try await database.work { office in
        let before = try office.moment()
        try office.act("First draft")
        let found = try office.difference(from: before, to: nil, of: [])
        let item = try #require(found?.items.first)
        #expect(found?.items.count == 1)
        #expect(item.change.name == StreamName("SALES", "cycle-1") && item.change.events == 1)
        #expect(Self.actions(item.before) == 0 && Self.actions(item.after) == 1)
        #expect(try office.difference(from: office.moment(), to: before, of: []) == nil)
        #expect(try office.difference(from: before, to: nil, of: [Org.hq])?.items.isEmpty == true)
      }
    }
  }

  private static func actions(_ state: ItemState?) -> Int? {
    for fact in state?.facts ?? [] {
      if fact.key == .actions, case .count(let count)? = fact.value { return count }
    }
    return nil
  }

  @Test("A replay goes event by event with what each changed, as far as the office looks")
  func replay() async throws {
    try await withOffice { database in
      try await database.work { office in
        let planned = try office.moment()
        try office.act("First draft")
        let steps = try office.replay(.item(Org.cycle))
        #expect(steps.map(\.event.type) == ["CyclePlanned", "ActionLogged"])
        #expect(steps[0].changes.contains { $0.table == "cycle" && $0.before == nil })
        #expect(steps[1].changes.contains { $0.table == "action" })
        let earlier = try office.looking(at: planned) { try $0.replay(.item(Org.cycle)) }
        #expect(earlier.map(\.event.type) == ["CyclePlanned"])
      }
    }
  }
}
