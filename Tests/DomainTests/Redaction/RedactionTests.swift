import CanonicalJSON
import Testing

@testable import Domain

@Suite("Texts that a redaction erases")
struct RedactionTests {
  @Test("Ids, accounts, dates and numbers stay, texts within lists go")
  func parts() throws {
    let plan: JSON = [
      "title": "T", "kpi": "SALES/hours", "owner": "suzuki", "due": "2026-12-06", "predicted": 4,
    ]
    #expect(
      DomainEvent.redacted(plan, of: "CyclePlanned") == [
        "title": "[redacted]", "kpi": "SALES/hours", "owner": "suzuki", "due": "2026-12-06",
        "predicted": 4,
      ])
    let design: JSON = [
      "title": "T",
      "items": [["number": 1, "title": "I", "reasons": ["SALES-L3", "Sato's wife"]]],
    ]
    #expect(
      DomainEvent.redacted(design, of: "DesignDrafted") == [
        "title": "[redacted]",
        "items": [
          ["number": 1, "title": "[redacted]", "reasons": ["[redacted]", "[redacted]"]]
        ],
      ])
    #expect(DomainEvent.redacted(plan, of: "Unheard") == nil)
  }

  @Test("What only a newer program knows loses its strings, wherever they stand")
  func unknown() {
    let action: JSON = [
      "text": "Wrote", "minutes": 5, "mood": ["said": "Fine", "level": 3, "by": ["Sato"]],
    ]
    #expect(
      DomainEvent.redacted(action, of: "ActionLogged") == [
        "text": "[redacted]", "minutes": 5,
        "mood": ["said": "[redacted]", "level": 3, "by": ["[redacted]"]],
      ])
  }

  /// Looks at no table: whatever the program reads as an event, and writes again as it came, is put
  /// through the redaction.
  @Test("No place that takes any text keeps it", arguments: GoldenLine.all)
  func hostile(line: GoldenLine) throws {
    for text in Self.hostile {
      for (place, payload) in JSON.object(line.present).hostile(text) {
        guard !Self.kept(place, line.type), let fields = payload.object.map(Fields.init),
          let event = try? DomainEvent(type: line.type, payload: fields)
        else { continue }
        let left = try #require(DomainEvent.redacted(event.payload, of: line.type))
        #expect(!left.canonical.contains("Tanaka"), "\(line.type).\(place)")
        #expect(throws: Never.self) {
          try DomainEvent(type: line.type, payload: Fields(of: left))
        }
      }
    }
  }

  @Test("Every place of a payload is tried")
  func places() {
    let line = GoldenLine.all.first { $0.type == "DesignDrafted" }!
    let places = JSON.object(line.present).hostile("x").map(\.place)
    #expect(places.contains("title"))
    #expect(places.contains("items.title"))
    #expect(places.contains("items.reasons"))
  }

  private static let hostile = ["Tanaka, 42, is ill", "Tanaka\u{202E}\n", "{\"Tanaka\": 1}"]

  /// Accounts are pseudonyms, which the database's roles hold to; what the log says of a redacted
  /// event is its own.
  private static func kept(_ place: String, _ type: String) -> Bool {
    place.hasPrefix("envelope") || ["account", "accounts", "owner"].contains(place)
  }

  @Test("A redaction is read as the log writes it")
  func redaction() throws {
    let payload =
      #"{"envelope":{"position":4,"type":"ActionLogged"},"leafHash":"c0","payloadHash":"1d","#
      + #""reason":"A phone number"}"#
    let fields = try Fields(of: JSON(parsing: payload))
    let event = try RedactionEvent(type: "EventRedacted", schemaVersion: 1, payload: fields)
    #expect(event.payload.canonical == payload)
    guard case .redacted(let redaction) = event else { return }
    #expect(redaction.position == 4)
    #expect(redaction.type == "ActionLogged")
    expectStrict(RedactionEvent.self)
  }
}

extension JSON {
  /// The value once for each string in it, with that string replaced.
  fileprivate func hostile(_ text: String) -> [(place: String, payload: JSON)] {
    switch self {
    case .null, .bool, .number: []
    case .string: [("", .string(text))]
    case .array(let elements):
      elements.indices.flatMap { index in
        elements[index].hostile(text).map { found in
          var copy = elements
          copy[index] = found.payload
          return (found.place, .array(copy))
        }
      }
    case .object(let object):
      object.flatMap { member in
        member.value.hostile(text).map { found in
          var copy = object
          copy[member.key] = found.payload
          return (
            found.place.isEmpty ? member.key : "\(member.key).\(found.place)", .object(copy)
          )
        }
      }
    }
  }
}
