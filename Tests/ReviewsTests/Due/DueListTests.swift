import Bilingual
import CanonicalJSON
import CivilTime
import Domain
import Terminal
import Testing

@testable import Presentation
@testable import ReadModels
@testable import Reviews

@Suite("Reviews due")
struct DueListTests {
  private static func day(_ text: String) -> LocalDate { LocalDate(iso: text)! }
  private static let head = DepartmentCode("HQ")!
  private static let sales = ReviewExamples.sales

  private static func schedule(since: String = "2026-01-01") -> ReviewSchedule {
    ReviewSchedule(
      [.init(head, since: day(since)), .init(sales, since: day(since))], head: head)
  }

  private static func review(_ id: String, closed: Bool) -> ReviewRow {
    let id = ReviewID(id)!
    var row = ReviewRow()
    row.department = id.department
    row.period = id.period
    row.kind = id.period.kind
    row.firstDay = id.period.firstDay
    row.lastDay = id.period.lastDay
    row.closedAt = closed ? ReviewExamples.instant("2026-11-20") : nil
    return row
  }

  private static func due(
    _ today: String, _ reviews: [ReviewRow] = [], decisions: [PendingDecision] = [],
    since: String = "2026-11-01", grace: Int = 0
  ) -> DueList {
    DueList(
      schedule(since: since), reviews: reviews, decisions: decisions, on: day(today), grace: grace)
  }

  @Test("A department's week is due on the Monday after it, the head's month with the others'")
  func weekly() {
    #expect(Self.due("2026-11-22").reviews.map { "\($0.id)" } == ["SALES-2026-W46"])
    let monday = Self.due("2026-11-23").reviews
    #expect(monday.map { "\($0.id)" } == ["SALES-2026-W47"])
    #expect(monday[0].missedBefore == 2)
    #expect(
      Self.due("2026-12-01").reviews.map { "\($0.id)" } == [
        "HQ-2026-11", "SALES-2026-W48", "SALES-2026-11",
      ])
  }

  @Test("A month that ends before a weekend is due on the Monday")
  func weekend() {
    #expect(ReviewSchedule.day(for: ReviewPeriod("2026-10")!) == Self.day("2026-11-02"))
    #expect(ReviewSchedule.day(for: ReviewPeriod("2026-11")!) == Self.day("2026-12-01"))
    #expect(ReviewSchedule.day(for: ReviewPeriod("2026-W47")!) == Self.day("2026-11-23"))
  }

  @Test("A closed review is not due, an open one waits for its end, however old")
  func states() {
    #expect(Self.due("2026-11-23", [Self.review("SALES-2026-W47", closed: true)]).isEmpty)
    let list = Self.due(
      "2026-11-23",
      [Self.review("SALES-2026-W47", closed: true), Self.review("SALES-2026-W45", closed: false)])
    #expect(list.reviews.map { "\($0.id) \($0.state)" } == ["SALES-2026-W45 open"])
    let latest = Self.due("2026-11-23", [Self.review("SALES-2026-W47", closed: false)])
    #expect(latest.reviews.map { "\($0.id) \($0.state)" } == ["SALES-2026-W47 open"])
  }

  @Test("Days of grace put a review off; periods before the department are nobody's")
  func grace() {
    #expect(
      Self.due("2026-11-24", grace: 2).reviews.map { "\($0.id)" } == ["SALES-2026-W46"])
    #expect(Self.due("2026-11-23", since: "2026-11-17").isEmpty)
    #expect(Self.due("2026-11-23", since: "2026-11-16").reviews.map(\.missedBefore) == [0])
  }

  @Test("A head department that stands alone holds the weekly reviews too")
  func alone() {
    let schedule = ReviewSchedule(
      [.init(Self.head, since: Self.day("2026-11-01"))], head: Self.head)
    let list = DueList(schedule, reviews: [], decisions: [], on: Self.day("2026-11-23"))
    #expect(list.reviews.map { "\($0.id)" } == ["HQ-2026-W47"])
    let part = Self.schedule().only(Self.head)
    #expect(
      DueList(part, reviews: [], decisions: [], on: Self.day("2026-11-23")).reviews
        .map { "\($0.id)" } == ["HQ-2026-10"])
  }

  @Test("A decision is late the day after it was due")
  func decisions() {
    let decision = ReviewExamples.decision(due: "2026-11-20")
    let closed = [Self.review("SALES-2026-W46", closed: true)]
    #expect(Self.due("2026-11-20", closed, decisions: [decision]).isEmpty)
    let list = Self.due("2026-11-21", closed, decisions: [decision])
    #expect(
      list.lines(.english, Layout()) == [
        "Decisions past due", "- SALES-2026-W46.1 Train the east team (suzuki, 1 day late)",
        "    pdca review done SALES-2026-W46.1",
      ])
  }

  @Test("The list is pinned, in Japanese and as JSON")
  func pinned() {
    let list = Self.due("2026-11-23")
    #expect(
      list.lines(.japanese, Layout()) == [
        "実施すべきレビュー", "- SALES-2026-W47（2026-11-16 – 2026-11-22）: 未開始（それ以前の2回も未実施）",
        "    pdca review open SALES-2026-W47",
      ])
    #expect(
      list.json.canonical
        == #"{"decisions":[],"due":true,"on":"2026-11-23","reviews":[{"#
        + #""department":"SALES","dueSince":"2026-11-23","#
        + #""from":"2026-11-16","id":"SALES-2026-W47","kind":"weekly","missedBefore":2,"#
        + #""period":"2026-W47","state":"notOpened","to":"2026-11-22"}]}"#)
    #expect(
      Self.due("2026-11-02").lines(.english, Layout()) == ["Nothing is due."])
  }
}
