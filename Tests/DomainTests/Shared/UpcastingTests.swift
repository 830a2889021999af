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
}
