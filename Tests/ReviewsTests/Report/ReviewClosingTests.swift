import CanonicalJSON
import CivilTime
import Domain
import Testing

@testable import Reviews

@Suite("What closing pins")
struct PinnedClosingTests {
  @Test("The closing's JSON is as pinned, whatever the order of departments")
  func json() {
    let (hq, sales) = (DepartmentCode("HQ")!, DepartmentCode("SALES")!)
    let act = ReviewAct(
      event: "SALES@7", type: "DecisionMade", actor: "suzuki",
      occurredAt: Instant(rfc3339: "2026-11-20T01:00:00Z")!,
      recordedAt: Instant(rfc3339: "2026-11-20T01:00:01.5Z")!, payload: ["number": JSON(1)])
    let closing = ReviewClosing(
      ReviewExamples.week,
      ReviewSnapshot(
        positions: [sales: 5, hq: 3], profile: "nhs-mdc", profileVersion: 1, hash: "ab"),
      considered: [hq: 3, sales: 7], acts: [act])
    #expect(
      closing.json.canonical
        == #"{"acts":[{"actor":"suzuki","event":"SALES@7","occurredAt":"2026-11-20T01:00:00.000000Z","payload":{"number":1},"recordedAt":"2026-11-20T01:00:01.500000Z","type":"DecisionMade"}],"considered":{"HQ":3,"SALES":7},"positions":{"HQ":3,"SALES":5},"profile":"nhs-mdc","profileVersion":1,"review":"SALES-2026-W47","snapshotHash":"ab","version":1}"#
    )
  }
}
