import CanonicalJSON
import Testing

@testable import Domain

@Suite("Texts that a redaction erases")
struct FreeTextTests {
  @Test("Every type says which they are")
  func complete() { #expect(Set(FreeText.members.keys) == DomainEvent.types) }

  @Test("Ids, accounts, dates and numbers stay, texts within lists go")
  func parts() throws {
    let plan: JSON = [
      "title": "T", "kpi": "SALES/hours", "owner": "suzuki", "due": "2026-12-06", "predicted": 4,
    ]
    #expect(
      FreeText.redacted(plan, of: "CyclePlanned") == [
        "title": "[redacted]", "kpi": "SALES/hours", "owner": "suzuki", "due": "2026-12-06",
        "predicted": 4,
      ])
    let design: JSON = [
      "title": "T", "items": [["number": 1, "title": "I", "reasons": ["SALES-L3"]]],
    ]
    #expect(
      FreeText.redacted(design, of: "DesignDrafted") == [
        "title": "[redacted]",
        "items": [["number": 1, "title": "[redacted]", "reasons": ["SALES-L3"]]],
      ])
    #expect(FreeText.redacted(plan, of: "Unheard") == nil)
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
