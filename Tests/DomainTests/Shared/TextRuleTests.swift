import Testing

@testable import Domain

@Suite("Texts")
struct TextRuleTests {
  func refusal(of text: String?, _ field: TextField) -> TextRefusal? {
    do throws(IssueRefusal) {
      try IssueRefusal.check((text, field))
      return nil
    } catch {
      guard case .text(let refusal) = error else { return nil }
      return refusal
    }
  }

  @Test("Blank texts are empty", arguments: ["", " ", "\n\t", "\u{3000}", "\u{A0}"])
  func empty(text: String) {
    #expect(refusal(of: text, .title) == .empty(.title))
  }

  @Test("A text not given is no empty text")
  func notGiven() { #expect(refusal(of: nil, .title) == nil) }

  @Test("A text may be as long as its limit, in Unicode scalars", arguments: TextField.allCases)
  func length(field: TextField) {
    let longest = String(repeating: "あ", count: field.limit)
    #expect(refusal(of: longest, field) == nil)
    #expect(
      refusal(of: longest + "あ", field)
        == .tooLong(field, length: field.limit + 1, limit: field.limit))
  }

  @Test(
    "Control characters are refused where they stand",
    arguments: ["\u{0}", "\u{1B}", "\u{7F}", "\u{85}", "\u{9F}"] as [Unicode.Scalar])
  func control(scalar: Unicode.Scalar) {
    let text = "ab" + String(Character(scalar)) + "c"
    #expect(
      refusal(of: text, .action)
        == .controlCharacter(.action, scalar: scalar.value, offset: 2))
  }

  @Test("Tabs and line breaks are kept in prose and refused in names")
  func breaks() {
    #expect(refusal(of: "a\tb\r\nc", .action) == nil)
    #expect(
      refusal(of: "a\nb", .title) == .controlCharacter(.title, scalar: 0x0A, offset: 1))
  }
}
