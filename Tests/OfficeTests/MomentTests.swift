import CivilTime
import Domain
import EventLog
import Orders
import Postgres
import ReadModels
import Testing

@testable import Office

@Suite("Moments through the office")
struct MomentTests {
  typealias Org = OfficeDatabase

  @Test(
    "A day ends in the organization's time zone, be it of 23, 24 or 25 hours",
    arguments: [
      // Berlin: clocks go forward on 2024-03-31, back on 2024-10-27.
      ("2024-03-31", "2024-03-31T21:59:59.999999Z", "2024-03-31T22:00:00Z"),
      ("2024-10-27", "2024-10-27T22:59:59.999999Z", "2024-10-27T23:00:00Z"),
      ("2024-06-10", "2024-06-10T21:59:59.999999Z", "2024-06-10T22:00:00Z"),
    ])
  func daylightSaving(day: String, last: String, next: String) async throws {
    try await withOffice(in: "Europe/Berlin") { database in
      try await database.work { office in
        for issue in ["First", "Second"] {
          _ = try office.raise(issue, to: .executive, cycle: nil, Org.order(Org.hq))
        }
      }
      try await database.rewriting(
        """
        UPDATE log.event SET recorded_at = '2024-01-01Z' WHERE stream = 'organization';
        UPDATE log.event SET recorded_at = '\(last)' WHERE stream = 'issue-1';
        UPDATE log.event SET recorded_at = '\(next)' WHERE stream = 'issue-2'
        """)
      try await database.work { office in
        func issues(_ asOf: String) throws -> [String] {
          let moment = try #require(try office.moment(for: MomentRequest(asOf: asOf)))
          return try office.looking(at: moment) {
            try $0.issues(of: Org.hq, to: nil, undecidedOnly: false).map(\.issue).sorted()
          }
        }
        let (then, later) = (try issues(day), try issues(next))
        #expect(then == ["First"])
        #expect(later == ["First", "Second"])
      }
    }
  }

  @Test("What was true by an instant counts, as known now or as known then")
  func effective() async throws {
    try await withOffice { database in
      try await database.work(inDays: 10) { office in
        let planned = "SALES@\(try office.heads()[Org.sales]!)"
        try office.act("Early", inDays: -5)
        func actions(byDay days: Int, asOf: String? = nil) throws -> [Int] {
          let day = "\(office.today.adding(days: days))"
          let request = MomentRequest(asOf: asOf, effective: day)
          let moment = try #require(try office.moment(for: request))
          return try office.looking(at: moment) {
            try $0.cycles(CycleFilter(department: Org.sales)).map(\.actions)
          }
        }
        let found = [
          try actions(byDay: -11), try actions(byDay: -6), try actions(byDay: -5),
          try actions(byDay: -5, asOf: planned),
        ]
        #expect(found == [[], [0], [1], [0]])
      }
    }
  }

  @Test("Overdue is judged as of then")
  func overdue() async throws {
    try await withOffice { database in
      try await database.work(inDays: 40) { office in
        func overdue(byDay days: Int) throws -> [ItemID] {
          let day = "\(office.today.adding(days: days))"
          let moment = try #require(try office.moment(for: MomentRequest(effective: day)))
          return try office.looking(at: moment) {
            try $0.cycles(CycleFilter(department: Org.sales, overdueAt: $0.today)).map(\.id)
          }
        }
        let (onTheDay, after) = (try overdue(byDay: -12), try overdue(byDay: -11))
        #expect(onTheDay.isEmpty)
        #expect(after == [Org.cycle])
      }
    }
  }

  @Test("A KPI, a department, a review and a lesson with its answers elsewhere are replayed too")
  func subjects() async throws {
    try await withOffice { database in
      try await database.work(inDays: 2) { office in
        try office.act("First draft")
        try office.observe(5)
        _ = try office.record(
          .check(CheckRequest(.measured(verdict: nil, overrideReason: nil, evidence: nil))),
          on: Org.cycle, Org.order(Org.sales))
        let review = office.week()
        _ = try office.open(review, Org.order(Org.sales))
        let lesson = try office.draft(
          LessonDraft(
            kind: .success, title: "Checklists help", conditions: "c", suggestion: "s",
            rationale: "r", cycles: [Org.cycle], forTraining: true), Org.order(Org.sales)
        ).id
        _ = try office.record(
          .validate(note: nil), on: lesson, Org.order(Org.sales))
        _ = try office.record(
          .decline(lesson: lesson, reason: "No templates"), Org.order(Org.hq))
        func types(_ subject: ReplaySubject) throws -> [String] {
          try office.replay(subject).map(\.event.type)
        }
        let (kpi, opened) = (try types(.kpi(Org.hours)), try types(.review(review)))
        #expect(kpi == ["KPIDefined", "ObservationRecorded"])
        #expect(opened == ["ReviewOpened", "SnapshotTaken"])
        #expect(try types(.department(Org.hq)).first == "OrganizationFounded")
        #expect(try types(.item(lesson)) == ["LessonDrafted", "LessonValidated", "LessonDeclined"])
      }
    }
  }
}

extension OfficeDatabase {
  /// Changes recorded events behind the guard's back, as only the owner can.
  fileprivate func rewriting(_ sql: String) async throws {
    let connection = try await Connection.open(target)
    try await connection.perform { session in
      try session.executeScript(
        """
        ALTER TABLE log.event DISABLE TRIGGER ALL;
        \(sql);
        ALTER TABLE log.event ENABLE ALWAYS TRIGGER event_is_append_only
        """)
    }
    await connection.close()
  }
}
