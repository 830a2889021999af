import Bilingual
import CanonicalJSON
import CivilTime
import Terminal
import Testing

@testable import Domain
@testable import Presentation
@testable import ReadModels
@testable import Reviews
@testable import Statistics

@Suite("Reviews at their edges")
struct ReviewEdgeTests {
  private func lead(_ values: [Double], _ language: Language = .english) -> String {
    ReviewWords(ReviewExamples.report(kpis: [ReviewExamples.kpi(values)]), language).document.lead
  }

  private func kpiSection(_ kpi: ReviewKPI) -> [String] {
    ReviewWords(ReviewExamples.report(kpis: [kpi]), .english).document.sections
      .first { $0.title == "KPIs" }?.lines(Layout(width: 200)) ?? []
  }

  @Test("Without an observation a KPI has no value, no range and no reading")
  func noObservation() {
    #expect(
      kpiSection(ReviewExamples.kpi([])).contains { line in
        line.hasPrefix("Hours (SALES/hours)") && line.filter { $0 == "–" }.count == 4
      })
    #expect(lead([]).hasPrefix("No KPI has the 6 observations yet that signals need."))
  }

  @Test("One observation is shown, and says nothing of signals")
  func onePoint() {
    let lines = kpiSection(ReviewExamples.kpi([12.5]))
    #expect(lines.contains { $0.contains("12.5 hours") && $0.contains("2026-11-16") })
    #expect(lead([12.5]).hasPrefix("No KPI has the 6 observations yet that signals need."))
    #expect(
      lead([12.5], .japanese).hasPrefix("変化を見分けるのに必要な6点の実績がそろった指標はまだありません。"))
  }

  @Test("Equal values give limits on the line and no signal, however many")
  func equal() {
    let kpi = ReviewExamples.kpi(Array(repeating: 14, count: 30))
    #expect(kpi.chart.chart.specialCauses.isEmpty)
    #expect(
      lead(Array(repeating: 14, count: 30)).hasPrefix(
        "No KPI changed: what moved is the usual variation."))
  }

  @Test("A missing week is a gap and no zero: no signal comes of it")
  func gap() {
    var values = (0..<20).map { $0.isMultiple(of: 2) ? 14.0 : 20 }
    let whole = ReviewExamples.kpi(values).chart
    values.remove(at: 9)
    let observations = whole.observations.enumerated().filter { $0.offset != 9 }.map(\.element)
    let chart = try! Chart(
      ChartInput(
        observations.map { Statistics.Observation(period: $0.period.dayNumber, value: $0.value) },
        cadence: .weekly),
      options: ChartOptions(whole.kpi, observations, [], profile: .nhsMDC))
    #expect(chart.gaps.map(\.missing) == [1])
    #expect(chart.specialCauses.isEmpty)
    #expect(chart.points.allSatisfy { $0.value > 0 })
  }

  @Test(
    "A year's first and last weeks begin and end on their own days",
    arguments: [
      ("2026-W01", "2025-12-29", "2026-01-04"), ("2026-W53", "2026-12-28", "2027-01-03"),
      ("2027-W01", "2027-01-04", "2027-01-10"), ("2024-W01", "2024-01-01", "2024-01-07"),
      ("2020-W53", "2020-12-28", "2021-01-03"),
    ])
  func ends(period: String, first: String, last: String) {
    let period = ReviewPeriod(period)!
    #expect(period.firstDay == ReviewExamples.day(first))
    #expect(period.lastDay == ReviewExamples.day(last))
  }

  @Test(
    "A week in which clocks change lasts an hour more or less, and the next begins where it ends",
    arguments: [
      ("Europe/Berlin", "2026-W13", 167), ("Europe/Berlin", "2026-W43", 169),
      ("America/New_York", "2026-W10", 167), ("America/New_York", "2026-W44", 169),
      ("Asia/Tokyo", "2026-W13", 168),
    ])
  func clocks(zone: String, week: String, hours: Int) throws {
    let zone = try TimeZoneRules.load(identifier: zone)
    let period = ReviewPeriod(week)!
    let span = Span(DateSpan(period.firstDay...period.lastDay), in: zone)
    let next = Span(
      DateSpan(period.lastDay.adding(days: 1)...period.lastDay.adding(days: 7)), in: zone)
    #expect(span.end.seconds(since: span.start) == Double(hours) * 3_600)
    #expect(next.start == span.end)
    #expect(zone.date(at: span.start) == period.firstDay)
    #expect(zone.date(at: span.end.adding(microseconds: -1)) == period.lastDay)
  }

  @Test("An event in the hour that comes twice has one day, before the week's end")
  func repeatedHour() throws {
    let zone = try TimeZoneRules.load(identifier: "Europe/Berlin")
    let onset = CauseExamples.onset(from: "2026-10-25", .daily)
    for hour in ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2026-10-25T22:30:00Z"] {
      var event = CauseExamples.event(
        .practice, "2026-10-25", at: 1, kpi: onset.kpi, about: "SALES-1")
      event.occurredAt = Instant(rfc3339: hour)!
      let found = CauseRanking(events: [event], in: zone).causes(of: onset)
      #expect(found.map(\.day) == [ReviewExamples.day("2026-10-25")], "\(hour)")
    }
    var late = CauseExamples.event(.practice, "2026-10-26", at: 1, kpi: onset.kpi, about: "SALES-1")
    late.occurredAt = Instant(rfc3339: "2026-10-25T23:00:00Z")!
    #expect(CauseRanking(events: [late], in: zone).causes(of: onset).isEmpty)
  }

  @Test("A second step has the cycle that was aimed at it, not the one that brought the first")
  func secondStep() {
    // Since week 14 at the first level, since week 36 at the second, up to week 47.
    let values = [20.0, 14, 8].enumerated().flatMap { place, level in
      (0..<[24, 22, 12][place]).map { level + ($0 % 2 == 0 ? 1 : -1) }
    }
    let kpi = ReviewExamples.kpi(values)
    let events = [("2026-03-16", "SALES-1"), ("2026-08-24", "SALES-2")].enumerated().map {
      CauseExamples.event(
        .action, $1.0, at: $0 + 1, kpi: KPIReference("SALES/hours"), about: $1.1)
    }
    let report = ReviewExamples.report(kpis: [kpi]).ranking(
      CauseRanking(events: events, in: .utc))
    let matter = report.improving.first
    #expect(matter.map { "\($0.onset)" } == "2026-08-31", "\(kpi.changes)")
    #expect(matter.flatMap { report.cause(of: $0) }?.events[0].about == "SALES-2")
  }

  @Test("What is getting worse comes first, with what went before it; JSON has facts alone")
  func causes() {
    let event = CauseExamples.event(
      .practice, "2026-11-12", at: 44, kpi: KPIReference("SALES/hours"), about: "SALES-1")
    let report = ReviewExamples.report(kpis: [ReviewExamples.alarming]).ranking(
      CauseRanking(events: [event], in: .utc))
    let document = ReviewWords(report, .english).document
    #expect(document.sections[0].title == "Getting worse")
    #expect(document.sections.contains { $0.title == "Probable causes" })
    #expect(document.lead.hasPrefix("First: Hours: "))
    #expect(ReviewWords(report, .japanese).document.lead.hasPrefix("まずHoursは"))
    #expect(
      document.markdown.contains(
        "- The practice standardized in SALES-1 (Templates) went before it: on 12 November 2026, 4 days "
          + "before the change began.: `pdca hypothesis propose SALES/hours beyondLimit 2026-11-16")
    )
    let json = report.json.canonical
    #expect(json.contains(#""probableCauses":[{"causes":[{"about":"SALES-1","#))
    #expect(!json.contains("went before"))
  }
}
