import CanonicalJSON
import Testing

@testable import Domain

@Suite("Stored events of reviews")
struct ReviewCodecTests {
  static let events: [(ReviewEvent, String)] = [
    (ReviewExample.opened, #"ReviewOpened {"period":"2026-W09"}"#),
    (.opened(period: ReviewPeriod("2026-03")!), #"ReviewOpened {"period":"2026-03"}"#),
    (
      .snapshotTaken(
        positions: ["SALES": 120, "HQ": 7], profile: "standard", profileVersion: 1, hash: "ab"),
      #"SnapshotTaken {"hash":"ab","positions":{"HQ":7,"SALES":120},"profile":"standard","profileVersion":1}"#
    ),
    (
      .snapshotTaken(
        positions: ["SALES": 120], profile: "standard", profileVersion: 1, hash: "ab",
        judgedBy: ReviewYardstick(
          form: 3, thresholds: ["draftDays": 7, "gapFactor": 4.5],
          limits: ["SALES/hours": ["center": 7.25, "upper": 9]])),
      #"SnapshotTaken {"form":3,"hash":"ab","limits":{"SALES/hours":{"center":7.25,"upper":9}},"positions":{"SALES":120},"profile":"standard","profileVersion":1,"thresholds":{"draftDays":7,"gapFactor":4.5}}"#
    ),
    (
      ReviewExample.made,
      #"DecisionMade {"decision":"Try it in two teams","due":"2026-03-06","number":1,"owner":"suzuki"}"#
    ),
    (
      .decisionMade(
        number: 2, decision: "購入する", owner: "sato", due: "2026-03-06", about: "SALES-12"),
      #"DecisionMade {"about":"SALES-12","decision":"購入する","due":"2026-03-06","number":2,"owner":"sato"}"#
    ),
    (ReviewExample.done, #"DecisionDone {"number":1}"#),
    (.decisionDone(number: 2, note: "Early"), #"DecisionDone {"note":"Early","number":2}"#),
    (
      ReviewExample.amended,
      #"DecisionAmended {"due":"2026-03-09","number":1,"owner":"sato","reason":"Not yet"}"#
    ),
    (
      .decisionAmended(number: 2, owner: nil, due: "2026-03-09", reason: "繁忙期のため"),
      #"DecisionAmended {"due":"2026-03-09","number":2,"reason":"繁忙期のため"}"#
    ),
    (
      ReviewExample.withdrawn, #"DecisionWithdrawn {"number":1,"reason":"Not needed"}"#
    ),
    (
      ReviewExample.carried(ReviewExample.earlier.id, to: "2026-03-09"),
      #"ItemCarriedOver {"decision":"SALES-2026-W08.2","due":"2026-03-09","reason":"Not yet"}"#
    ),
    (.closed(hash: "ab", note: nil), #"ReviewClosed {"hash":"ab"}"#),
    (
      .closed(hash: "ab", note: nil, considered: ["SALES": 120, "HQ": 7]),
      #"ReviewClosed {"considered":{"HQ":7,"SALES":120},"hash":"ab"}"#
    ),
    (
      .closed(
        hash: "ab", note: nil,
        report: ClosedReport(form: 2, hash: "cd", documents: ["en": "ef", "ja": "01"])),
      #"ReviewClosed {"documents":{"en":"ef","ja":"01"},"form":2,"hash":"ab","report":"cd"}"#
    ),
    (.closed(hash: "ab", note: "All agreed"), #"ReviewClosed {"hash":"ab","note":"All agreed"}"#),
    (
      .addendumMade(addendum: "One more number came in"),
      #"AddendumMade {"addendum":"One more number came in"}"#
    ),
  ]

  @Test("Events are stored as pinned and read back", arguments: events)
  func stored(_ event: ReviewEvent, _ golden: String) throws { try expectStored(event, golden) }

  @Test("Every type is pinned")
  func types() {
    #expect(Set(Self.events.map(\.0.type)) == ReviewEvent.types)
    #expect(Review.decisionTypes.isSubset(of: ReviewEvent.types))
  }
}
