import CanonicalJSON
import Testing

@testable import Domain

@Suite("Stored events of lessons and adoptions")
struct LessonCodecTests {
  static let lessons: [(LessonEvent, String)] = [
    (
      .drafted(LessonTests.draft),
      #"LessonDrafted {"conditions":"Proposals of one kind","cycles":["SALES-12"],"forTraining":true,"kind":"success","rationale":"Half the hours","suggestion":"Start from the best one","title":"Draft with a template"}"#
    ),
    (.validated(note: nil, alone: false), #"LessonValidated {"alone":false}"#),
    (
      .validated(note: "別の2件でも確認", alone: true),
      #"LessonValidated {"alone":true,"note":"別の2件でも確認"}"#
    ),
    (
      .rollOutProposed(to: ["EAST", "WEST"], why: "Same work"),
      #"RollOutProposed {"to":["EAST","WEST"],"why":"Same work"}"#
    ),
    (.retired(reason: "New law"), #"LessonRetired {"reason":"New law"}"#),
  ]

  static let adoptions: [(AdoptionEvent, String)] = [
    (
      .adopted(lesson: "EAST-L3", cycle: "SALES-12", note: "Try it", considered: 40),
      #"LessonAdopted {"considered":40,"cycle":"SALES-12","lesson":"EAST-L3","note":"Try it"}"#
    ),
    (
      .adopted(lesson: "EAST-L3", cycle: nil, note: nil, considered: 40),
      #"LessonAdopted {"considered":40,"lesson":"EAST-L3"}"#
    ),
    (
      .declined(lesson: "EAST-L3", reason: "No such work", considered: 40),
      #"LessonDeclined {"considered":40,"lesson":"EAST-L3","reason":"No such work"}"#
    ),
    (
      .reuseMeasured(
        lesson: "EAST-L3", kpi: "SALES/hours", before: 8, after: 4.25, leadTimeDays: 20,
        note: nil),
      #"ReuseMeasured {"after":4.25,"before":8,"kpi":"SALES/hours","leadTimeDays":20,"lesson":"EAST-L3"}"#
    ),
  ]

  @Test("A lesson's events are stored as pinned and read back", arguments: lessons)
  func lesson(_ event: LessonEvent, _ golden: String) throws { try expectStored(event, golden) }

  @Test("An adoption's events are stored as pinned and read back", arguments: adoptions)
  func adoption(_ event: AdoptionEvent, _ golden: String) throws {
    try expectStored(event, golden)
  }

  @Test("Every type is pinned")
  func types() {
    #expect(Set(Self.lessons.map(\.0.type)) == LessonEvent.types)
    #expect(Set(Self.adoptions.map(\.0.type)) == AdoptionEvent.types)
  }

  @Test("Unknown types, later versions and broken payloads are refused")
  func refused() {
    let payload = Fields(["reason": "Old"] as JSONObject)
    #expect(throws: PayloadError.unknownType("LessonForgotten")) {
      try LessonEvent(type: "LessonForgotten", schemaVersion: 1, payload: payload)
    }
    #expect(throws: PayloadError.unsupportedVersion(type: "LessonRetired", version: 2)) {
      try LessonEvent(type: "LessonRetired", schemaVersion: 2, payload: payload)
    }
    #expect(throws: PayloadError.missing(field: "reason")) {
      try LessonEvent(type: "LessonRetired", schemaVersion: 1, payload: Fields(JSONObject()))
    }
  }
}

/// `TypeName payload`, the payload in canonical form.
func expectStored(
  _ event: some StoredEvent, _ golden: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  #expect("\(event.type) \(event.payload.canonical)" == golden, sourceLocation: sourceLocation)
  #expect(event.schemaVersion == 1, sourceLocation: sourceLocation)
  try expectRoundTrip(event, sourceLocation: sourceLocation)
}
