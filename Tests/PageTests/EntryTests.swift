import CivilTime
import Domain
import EventLog
import Office
import ReadModels
import Testing

@testable import Page

@Suite struct EntryTests {
  private func fields(
    _ pages: PageFixture, about: String, _ more: [(String, String)]
  ) -> [(String, String)] {
    [
      ("token", pages.token), ("command", CommandID.given(at: .now()).rawValue), ("about", about),
    ] + more
  }

  @Test func `A form that is sent twice records once`() async throws {
    try await withPages { pages in
      let form = fields(
        pages, about: "SALES-1", [("text", "Called\r\nthree"), ("minutes", "1h30m")])
      let first = await pages.send("/actions", form)
      #expect(first.status == 303)
      #expect(first.header("location") == "/cycles/SALES-1?done=1")
      #expect(await pages.send("/actions", form).status == 303)
      let story = try await pages.read { try $0.story(of: PageFixture.cycle, actions: 20) }
      #expect(story.detail.actions.count == 2)
      #expect(story.detail.actions.last?.minutes == 90)
    }
  }

  @Test func `Each of the four entries is recorded`() async throws {
    try await withPages { pages in
      let today = try await pages.read { $0.today }
      let observed = fields(
        pages, about: "SALES/hours", [("period", "\(today)"), ("value", "３.５")])
      #expect(await pages.send("/observations", observed).status == 303)
      let decided = fields(
        pages, about: "SALES-I1", [("decision", "Use the copy"), ("why", "Law")])
      #expect(await pages.send("/issues/decide", decided).status == 303)
      let issue = try await pages.read { try $0.issue(ItemID(PageFixture.sales, .issue, 1)) }
      #expect(issue.decision == "Use the copy")
      let kpi = try await pages.read { try $0.story(of: PageFixture.hours, last: 1) }
      #expect(kpi.latest?.value == 3.5)
    }
  }

  @Test func `A forged form records nothing`() async throws {
    try await withPages { pages in
      let good = fields(pages, about: "SALES-1", [("text", "Forged")])
      let bad = good.map { $0.0 == "token" ? ("token", String(repeating: "0", count: 64)) : $0 }
      #expect(await pages.send("/actions", bad).status == 403)
      for headers in [
        ["origin": ["https://evil.example"]], ["sec-fetch-site": ["cross-site"]],
        ["sec-fetch-site": ["same-site"]],
      ] {
        #expect(await pages.send("/actions", good, headers: headers).status == 403)
      }
      let story = try await pages.read { try $0.story(of: PageFixture.cycle, actions: 20) }
      #expect(story.detail.actions.count == 1)
    }
  }

  @Test func `What a rule refuses is told as in the terminal, and can be sent again`() async throws
  {
    try await withPages { pages in
      let yesterday = try await pages.read { $0.today.adding(days: -1) }
      let form = fields(
        pages, about: "SALES/hours", [("period", "\(yesterday)"), ("value", "9<b>")])
      let unreadable = await pages.send("/observations", form)
      #expect(unreadable.status == 422)
      #expect(unreadable.text.contains("9&lt;b&gt;"))
      let twice = fields(pages, about: "SALES/hours", [("period", "\(yesterday)"), ("value", "9")])
      let refused = await pages.send("/observations", twice)
      #expect(refused.status == 422)
      #expect(refused.text.contains("pdca kpi correct") || refused.text.contains("pdca kpi"))
      #expect(refused.text.contains("Send it again"))
      #expect(await pages.send("/actions", fields(pages, about: "SALES-1", [])).status == 422)
    }
  }
}
