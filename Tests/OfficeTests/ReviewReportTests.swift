import CanonicalJSON
import CivilTime
import Domain
import EventLog
import Orders
import ReadModels
import Reviews
import Testing

@testable import Office

@Suite("A review through the office")
struct ReviewReportTests {
  typealias Org = OfficeDatabase

  @Test("The weekly report tells the week's actions and the cycles that are open")
  func weekly() async throws {
    try await withOffice { database in
      try await database.work { office in
        try office.act("First draft")
        let answer = try office.report(ReportRequest(office.week()))
        #expect(answer.report.material.open.map(\.id) == [Org.cycle])
        #expect(answer.report.material.actions.map(\.actions) == [1])
        #expect(answer.report.analysis == nil)
        #expect(answer.review == nil && answer.reprint == nil && !answer.isAsClosed)
      }
    }
  }

  @Test("The monthly report of the head department analyses every department")
  func monthly() async throws {
    try await withOffice { database in
      try await database.work { office in
        let month = ReviewID(Org.hq, ReviewKind.monthly.period(of: office.today))
        let report = try office.report(ReportRequest(month)).report
        #expect(report.isWhole && report.name == "Test")
        #expect(report.analysis != nil)
        #expect(report.material.open.map(\.id) == [Org.cycle])
      }
    }
  }

  @Test("A closed review says as closed, whatever is recorded since")
  func reprint() async throws {
    try await withOffice { database in
      try await database.work(inDays: 8) { office in
        let id = office.week(inDays: -8)
        try Self.hold(id, office)
        try office.act("Afterwards")
        let story = try office.story(of: id, Self.sealing)
        #expect(story.reprint?.standing == .same)
        #expect(story.detail.review.closedAt != nil)
        guard case .unsealed("SALES")? = story.seal else {
          Issue.record("\(String(describing: story.seal))")
          return
        }
      }
    }
  }

  @Test("The report as of a review's snapshot is the one that its reviewers looked at")
  func snapshot() async throws {
    try await withOffice { database in
      try await database.work(inDays: 8) { office in
        let id = office.week(inDays: -8)
        let before = try office.report(ReportRequest(id)).report.json
        try Self.hold(id, office)
        let moment = try #require(try office.moment(for: MomentRequest(asOf: "\(id)")))
        let then = try office.looking(at: moment) { try $0.report(ReportRequest(id)) }
        #expect(then.report.json == before)
        #expect(then.reprint?.standing == .same)
      }
    }
  }

  @Test("What is due is listed until it is held, and what is one's own is in one's day")
  func due() async throws {
    try await withOffice { database in
      try await database.work(inDays: 15) { office in
        let id = office.week(inDays: -7)
        #expect(try office.due(of: Org.sales, grace: 0).reviews.contains { $0.id == id })
        try Self.hold(id, office)
        #expect(try !office.due(of: Org.sales, grace: 0).reviews.contains { $0.id == id })
        let day = try office.myDay()
        #expect((day.late + day.coming + day.open).contains { $0.about == "SALES-1" })
      }
    }
  }

  private static let sealing = Sealing(
    keys: KeyStore(directory: "/nonexistent/keys"), folder: CheckpointFolder(path: "/nonexistent"))

  /// Opens and closes it, its report kept.
  private static func hold(_ id: ReviewID, _ office: Office) throws {
    _ = try office.open(id, Org.order(Org.sales))
    _ = try office.close(id, Org.order(Org.sales)) { report in
      KeptReport(
        department: id.department.rawValue, stream: id.stream, form: ReviewForm.current,
        report: report.json.canonical, english: "{}", japanese: "{}")
    }
  }
}
