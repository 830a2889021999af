import CanonicalJSON
import Testing

@testable import Domain

/// An event beside the type name and canonical payload that logs hold of it.
struct Golden<Event: StoredEvent>: Sendable, CustomTestStringConvertible {
  let event: Event
  let type: String
  let payload: String

  init(_ event: Event, _ type: String, _ payload: String) {
    self.event = event
    self.type = type
    self.payload = payload
  }

  var testDescription: String { type }

  func expectKept(sourceLocation: SourceLocation = #_sourceLocation) throws {
    #expect(event.type == type, sourceLocation: sourceLocation)
    #expect(event.schemaVersion == 1, sourceLocation: sourceLocation)
    #expect(event.payload.canonical == payload, sourceLocation: sourceLocation)
    let fields = try Fields(of: JSON(parsing: payload))
    let read = try Event(type: type, schemaVersion: 1, payload: fields)
    #expect(read == event, sourceLocation: sourceLocation)
  }
}

/// Unknown types, later versions and missing fields are refused, never guessed.
func expectStrict<Event: StoredEvent>(
  _: Event.Type, sourceLocation: SourceLocation = #_sourceLocation
) {
  let empty = Fields(JSONObject())
  #expect(throws: PayloadError.unknownType("Nothing"), sourceLocation: sourceLocation) {
    try Event(type: "Nothing", schemaVersion: 1, payload: empty)
  }
  for type in Event.types {
    #expect(
      throws: PayloadError.unsupportedVersion(type: type, version: 2),
      sourceLocation: sourceLocation
    ) { try Event(type: type, schemaVersion: 2, payload: empty) }
    #expect(throws: PayloadError.self, sourceLocation: sourceLocation) {
      try Event(type: type, schemaVersion: 1, payload: empty)
    }
  }
}
