import Testing

@testable import Domain

@Suite("Names of streams")
struct StreamTests {
  static let names: [(Domain.Stream, String)] = [
    (.organization, "organization"), (.strategy, "strategy"), (.redactions, "redactions"),
    (.kpi(KPICode("close-rate")!), "kpi-close-rate"), (.cycle(12), "cycle-12"),
    (.issue(4), "issue-4"), (.lesson(3), "lesson-3"), (.design(2), "design-2"),
    (.adoption("SALES-EAST-L3"), "adoption-SALES-EAST-L3"),
    (.review(ReviewPeriod("2026-W47")!), "review-2026-W47"),
    (.review(ReviewPeriod("2026-11")!), "review-2026-11"), (.concept(5), "concept-5"),
    (.subsidy(2), "subsidy-2"), (.exclusions, "exclusions"), (.worth, "worth"),
  ]

  @Test("Are read as they are made", arguments: names)
  func roundTrip(stream: Domain.Stream, name: String) {
    #expect(stream.name == name)
    #expect(Domain.Stream(name: name) == stream)
    #expect(Subject(stream: name) == stream.subject)
  }

  @Test("Every subject has one")
  func complete() { #expect(Set(Self.names.map(\.0.subject)) == Set(Subject.allCases)) }

  @Test(
    "No stream has another name",
    arguments: [
      "", "cycle", "cycle-", "cycle-x", "kpi", "kpi-", "kpi-1x", "strategy-1", "organization-",
      "review-2026", "adoption-SALES", "weather-3", "worth-1",
    ])
  func strange(name: String) { #expect(Domain.Stream(name: name) == nil) }
}
