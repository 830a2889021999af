import CanonicalJSON
import Testing

@testable import Domain

@Suite("Versions of payloads")
struct UpcastingTests {
  @Test("A type without steps is in its first version")
  func first() throws {
    #expect(Upcasting.present.version(of: "ActionLogged") == 1)
    let object: JSONObject = ["text": "整えた"]
    #expect(try Upcasting.present.upcast(object, of: "ActionLogged", from: 1) == object)
  }

  @Test("A field that nobody asks for is passed over")
  func unknownField() throws {
    let payload = try Fields(of: JSON(parsing: #"{"text":"Wrote","weather":"rain"}"#))
    let event = try DomainEvent(type: "ActionLogged", schemaVersion: 1, payload: payload)
    #expect(event == .cycle(.actionLogged(ActionEntry(text: "Wrote"))))
  }

  @Test("An unknown type is told from an unknown version")
  func unknownType() {
    #expect(throws: PayloadError.unknownType("Nothing")) {
      try DomainEvent(type: "Nothing", schemaVersion: 2, payload: Fields(JSONObject()))
    }
  }

  @Test("A payload of any earlier version is read as one of the present")
  func upcast() throws {
    #expect(Self.steps.version(of: "ActionLogged") == 3)
    let written: [(version: Int, payload: JSONObject)] = [
      (1, ["note": "Wrote", "hours": 1.5]), (2, ["text": "Wrote", "hours": 1.5]),
      (3, ["text": "Wrote", "minutes": 90]),
    ]
    for (version, payload) in written {
      let event = try CycleEvent(
        type: "ActionLogged", schemaVersion: version, payload: Fields(payload),
        upcasting: Self.steps)
      #expect(event == .actionLogged(ActionEntry(text: "Wrote", minutes: 90)), "\(version)")
      let same = try DomainEvent(
        type: "ActionLogged", schemaVersion: version, payload: Fields(payload),
        upcasting: Self.steps)
      #expect(same == .cycle(event), "\(version)")
    }
  }

  @Test("Other types stay in their first version, and a step's fault is the payload's")
  func bounds() throws {
    #expect(Self.steps.version(of: "CycleActed") == 1)
    #expect(throws: PayloadError.unsupportedVersion(type: "ActionLogged", version: 4)) {
      try read(["text": "Wrote"], version: 4)
    }
    #expect(throws: PayloadError.unsupportedVersion(type: "ActionLogged", version: 0)) {
      try read(["text": "Wrote"], version: 0)
    }
    #expect(throws: PayloadError.missing(field: "note")) { try read([:], version: 1) }
  }

  private func read(_ payload: JSONObject, version: Int) throws -> CycleEvent {
    try CycleEvent(
      type: "ActionLogged", schemaVersion: version, payload: Fields(payload), upcasting: Self.steps)
  }

  private static let steps = Upcasting(["ActionLogged": [NoteIsText(), HoursAreMinutes()]])
}

/// As if the first version of an action had borne its text as `note`.
private struct NoteIsText: UpcastingStep {
  func upcast(_ payload: JSONObject) throws(PayloadError) -> JSONObject {
    guard let note = payload["note"] else { throw .missing(field: "note") }
    var payload = payload
    payload["note"] = nil
    payload["text"] = note
    return payload
  }
}

/// As if its second version had told the time in hours.
private struct HoursAreMinutes: UpcastingStep {
  func upcast(_ payload: JSONObject) throws(PayloadError) -> JSONObject {
    var payload = payload
    if case .number(let hours)? = payload["hours"] { payload["minutes"] = .number(hours * 60) }
    payload["hours"] = nil
    return payload
  }
}
