import CanonicalJSON
import Testing

@testable import Domain

@Suite("Versions of payloads")
struct UpcastingTests {
  /// A type whose second version names a field anew, and whose third adds one.
  static var upcasting: Upcasting { Upcasting(["Noted": [renamed, timed]]) }

  @Sendable private static func renamed(
    _ old: JSONObject
  ) throws(PayloadError) -> JSONObject {
    var new = old
    new["text"] = try Fields(old).json("note")
    new["note"] = nil
    return new
  }

  @Sendable private static func timed(_ old: JSONObject) throws(PayloadError) -> JSONObject {
    var new = old
    new["minutes"] = 0
    return new
  }

  @Test(
    "An old payload goes through every step up to the present version",
    arguments: [
      (1, #"{"note":"整えた","kept":true}"#), (2, #"{"text":"整えた","kept":true}"#),
      (3, #"{"text":"整えた","kept":true,"minutes":0}"#),
    ])
  func steps(version: Int, payload: String) throws {
    let object = try Fields(of: JSON(parsing: payload)).object
    let present = try Self.upcasting.upcast(object, of: "Noted", from: version)
    #expect(JSON(present).canonical == #"{"kept":true,"minutes":0,"text":"整えた"}"#)
    #expect(Self.upcasting.version(of: "Noted") == 3)
  }

  @Test("A version that is not known is refused by name", arguments: [-1, 0, 4, 99])
  func unknown(version: Int) {
    #expect(throws: PayloadError.unsupportedVersion(type: "Noted", version: version)) {
      try Self.upcasting.upcast(JSONObject(), of: "Noted", from: version)
    }
  }

  @Test("What a step misses is refused, not guessed")
  func missing() {
    #expect(throws: PayloadError.missing(field: "note")) {
      try Self.upcasting.upcast(["text": "x"], of: "Noted", from: 1)
    }
  }

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
}
