import CanonicalJSON
import Testing

@testable import Domain

@Suite("Stored events of training designs")
struct DesignCodecTests {
  static let events: [(DesignEvent, String)] = [
    (
      DesignExample.drafted,
      #"DesignDrafted {"audience":["executive","promoter"],"items":[{"number":1,"reasons":["SALES-L3"],"title":"Prompts"},{"number":2,"reasons":[],"title":"Checks"}],"title":"Spring"}"#
    ),
    (
      .drafted(title: "春の研修", audience: [.field], items: []),
      #"DesignDrafted {"audience":["field"],"items":[],"title":"春の研修"}"#
    ),
    (
      .itemAdded(DesignItem(number: 3, title: "Checks", reasons: ["SALES-L3", "SALES/hours"])),
      #"DesignItemAdded {"number":3,"reasons":["SALES-L3","SALES/hours"],"title":"Checks"}"#
    ),
    (.itemRemoved(number: 2, reason: "Known"), #"DesignItemRemoved {"number":2,"reason":"Known"}"#),
    (DesignExample.incorporated, #"LessonIncorporated {"item":1,"lesson":"SALES-L3"}"#),
    (
      DesignExample.declined,
      #"LessonDeclinedForDesign {"lesson":"SALES-L3","reason":"Known to all"}"#
    ),
    (DesignExample.approved, #"DesignApproved {"considered":{"HQ":7,"SALES":120}}"#),
    (
      .approved(note: "Go", considered: ["HQ": 7]),
      #"DesignApproved {"considered":{"HQ":7},"note":"Go"}"#
    ),
    (
      DesignExample.session(1, on: "2026-03-10", [.executive, .promoter]),
      #"SessionScheduled {"date":"2026-03-10","items":[1],"layers":["executive","promoter"],"number":1,"title":"Day"}"#
    ),
    (
      DesignExample.session(2, on: "2026-03-09", [.field], override: "Only free day"),
      #"SessionScheduled {"date":"2026-03-09","items":[1],"layers":["field"],"number":2,"overrideReason":"Only free day","title":"Day"}"#
    ),
    (
      .sessionChanged(session: 1, date: "2026-03-11", cancelled: false, reason: "Ill"),
      #"SessionChanged {"cancelled":false,"date":"2026-03-11","reason":"Ill","session":1}"#
    ),
    (
      .sessionChanged(session: 1, date: nil, cancelled: true, reason: "Ill"),
      #"SessionChanged {"cancelled":true,"reason":"Ill","session":1}"#
    ),
    (
      .attendanceRecorded(session: 1, accounts: ["sato", "suzuki"]),
      #"AttendanceRecorded {"accounts":["sato","suzuki"],"session":1}"#
    ),
    (
      .evaluationRecorded(session: 1, level: 2, score: 82.5, note: "Lively"),
      #"EvaluationRecorded {"level":2,"note":"Lively","score":82.5,"session":1}"#
    ),
    (
      .evaluationRecorded(session: 1, level: 0, score: nil, note: nil),
      #"EvaluationRecorded {"level":0,"session":1}"#
    ),
    (
      .costRecorded(
        session: 1, what: "Room", amount: Money(minorUnits: 50_000, currency: "JPY")),
      #"CostRecorded {"amount":{"currency":"JPY","minorUnits":50000},"session":1,"what":"Room"}"#
    ),
    (
      .costRecorded(session: nil, what: "Text", amount: Money(minorUnits: 0, currency: "EUR")),
      #"CostRecorded {"amount":{"currency":"EUR","minorUnits":0},"what":"Text"}"#
    ),
  ]

  @Test("Events are stored as pinned and read back", arguments: events)
  func stored(_ event: DesignEvent, _ golden: String) throws { try expectStored(event, golden) }

  @Test("Every type is pinned")
  func types() {
    #expect(Set(Self.events.map(\.0.type)) == DesignEvent.types)
    #expect(TrainingDesign.decisionTypes.isSubset(of: DesignEvent.types))
  }

  @Test("A broken position or item number is refused by name")
  func refused() {
    #expect(throws: PayloadError.self) {
      try DesignEvent(
        type: "DesignApproved", schemaVersion: 1,
        payload: Fields(["considered": ["?": 1]] as JSONObject))
    }
    #expect(throws: PayloadError.wrongType(field: "items", expected: "array", found: "number")) {
      try DesignEvent(
        type: "SessionScheduled", schemaVersion: 1,
        payload: Fields(
          [
            "number": 1, "date": "2026-03-10", "layers": ["field"], "title": "Day", "items": 1,
          ] as JSONObject))
    }
  }
}
