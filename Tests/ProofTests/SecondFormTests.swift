import CanonicalJSON
import Testing

@testable import Proof

/// A line of form 2 whose leaf another program made from what docs/log.md says: the form is never changed.
@Suite("A line of form 2")
struct SecondFormTests {
  private static let line = #"""
    {"actor":"suzuki","causation":null,"commandId":"0193a2b0-0000-7000-8000-000000000001","correlation":null,"department":"HQ","door":"pdca_page_pdca","form":2,"occurredAt":"2026-11-30T09:00:00.000000Z","ordinal":0,"payload":{"audience":"field","items":[{"minutes":30,"title":{"@sha256":"a2dff252a9a97b7844aac46fddb0f89d3965ef127a2aa97f08de5551e2cbe1a7"}}],"title":{"@sha256":"1d771c750f992ea026f6f77ff24e206b6753c88302e74421756c18e4cb484396"}},"position":7,"recordedAt":"2026-11-30T09:00:01.500000Z","request":"63ff48ca52d28a845fda22761c68803738dd53b4ea3a80a961cdedaaad89c1e9","salt":"4179529caf32c8cca4a1772697d3c8b15837a02eefe85cd8f9483480e663f2f1","schemaVersion":1,"stream":"design-1","streamVersion":1,"type":"DesignDrafted","unhashed":{"salt":"0f1e2d3c4b5a69788796a5b4c3d2e1f0","texts":{"/items/0/title":{"salt":"00112233445566778899aabbccddeeff","text":"見積もりの\"型\""},"/title":{"salt":"ffeeddccbbaa99887766554433221100","text":"Drafts"}}}}
    """#
  private static let leaf = "a5b161cb6899606f8d13eedbf8c9ca364a69edb7aa83f09ad09eb1ea96847c34"

  private func read(_ line: String) -> ExportedEvent? { ExportedEvent(line: Array(line.utf8)) }

  @Test("Its leaf is that of all but what stands beside it")
  func leaf() throws {
    let event = try #require(read(Self.line))
    #expect(Hexadecimal.encode(event.leaf) == Self.leaf)
    #expect(!event.isRedacted && event.isProven && event.position == 7)
    #expect(event.text("door") == "pdca_page_pdca" && event.members["unhashed"] == nil)
    #expect(
      event.payload == [
        "audience": "field", "items": [["minutes": 30, "title": "見積もりの\"型\""]], "title": "Drafts",
      ])
  }

  @Test("Without texts and salts it is made as before, and proved")
  func erased() throws {
    let start = try #require(Self.line.firstRange(of: #","unhashed":"#)).lowerBound
    let event = try #require(read(Self.line[..<start] + #","unhashed":{"salt":"","texts":{}}}"#))
    #expect(Hexadecimal.encode(event.leaf) == Self.leaf)
    #expect(event.isRedacted && event.isProven)
    #expect(event.payload.object?["title"] == "[redacted]")
  }

  @Test(
    "A text, salt or path that it doesn't commit to, and a member behind, are refused",
    arguments: [
      ("Drafts", "Other"), ("ffeeddcc", "ffeeddcd"), (#""/title":{"#, #""/titel":{"#),
      ("0f1e2d3c4b5a6978", "0f1e2d3c4b5a6979"), ("}}}", #"}},"zone":1}"#),
      (#""unhashed":{"salt":""#, #""unhashed":{"more":1,"salt":""#),
    ])
  func forged(old: String, new: String) {
    let line = Self.line.replacing(old, with: new, maxReplacements: 1)
    #expect(line != Self.line && read(line) == nil)
  }
}
