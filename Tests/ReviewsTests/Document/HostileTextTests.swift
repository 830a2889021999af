import Bilingual
import CanonicalJSON
import Terminal
import TestSupport
import Testing

@testable import Presentation
@testable import Reviews

@Suite("Hostile text in every stored field")
struct HostileTextTests {
  static let texts = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onload='x", "a & b &lt; c",
    "]]><svg/onload=alert(1)>", "<!-- -->", "</style><style>*{}", "{{7*7}}${7*7}", "# Heading",
    "a | b | c", "`code` ```", "line\n## next\r\n- item", "\u{202E}gnp.exe", "\u{1B}[31mred\u{7}",
    "=cmd()|'/c calc'!A1", "\u{0}\u{FFFE}", "[x](javascript:alert(1))", "\\", "-->",
    "x\r\nEND:VEVENT\r\nBEGIN:VALARM", "e\u{301}\u{200B}\u{FEFF}",
    "a |\u{301} b", "<\u{301}b>", "`\u{301}x`\u{301}", ";\u{301},\u{301}\\\u{301}", "-\u{20DD} x",
  ]

  @Test("A page gets no element, attribute or id from it", arguments: texts)
  func html(text: String) throws {
    for language in Language.allCases {
      let plain = try WellFormedness(of: HTMLTests.page("Hours", language))
      let page = try WellFormedness(of: HTMLTests.page(text, language))
      for name in ["h1", "h2", "p", "li", "td", "th", "a", "code", "meta", "style", "svg"] {
        #expect(page.elements[name] == plain.elements[name], "\(name)")
      }
      #expect(Set(page.elements.keys) == Set(plain.elements.keys))
      #expect(page.attributes.isSubset(of: plain.attributes))
      #expect(page.ids == plain.ids)
    }
  }

  @Test("Markdown gets no heading, list or cell from it", arguments: texts)
  func markdown(text: String) {
    for audience in [nil] + Audience.allCases {
      let shape = Self.shape("Hours", audience)
      #expect(Self.shape(text, audience) == shape)
    }
  }

  /// What each line begins as, and how many cells it has.
  private static func shape(_ text: String, _ audience: Audience?) -> [String] {
    let markdown = ReviewWords(FullReport.cut(audience, text), .english).document.markdown
    return markdown.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard !line.hasPrefix("|") else {
        let bare = line.unicodeScalars.replacing("\\\\".unicodeScalars, with: "".unicodeScalars)
          .replacing("\\|".unicodeScalars, with: "".unicodeScalars)
        return "| \(bare.count { $0 == "|" })"
      }
      if line.hasPrefix("#") || line.hasPrefix("- ") { return String(line.prefix { $0 != " " }) }
      return line.isEmpty ? "" : "text"
    }
  }

  @Test("A terminal gets no control sequence or reordering from it", arguments: texts)
  func terminal(text: String) {
    for language in Language.allCases {
      let lines = ReviewWords(FullReport.report(text), language).document.lines(Layout(width: 100))
      #expect(lines.count > 40)
      for scalar in lines.joined().unicodeScalars {
        let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        let reorders =
          (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
        #expect(!isControl && !reorders, "U+\(String(scalar.value, radix: 16))")
      }
    }
  }

  @Test("JSON keeps it as it is", arguments: texts)
  func json(text: String) throws {
    let parsed = try JSON(parsing: FullReport.report(text).json.canonical)
    guard case .object(let members) = parsed else { throw NoObject() }
    #expect(members["name"] == .string(text))
  }

  private struct NoObject: Error {}
}
