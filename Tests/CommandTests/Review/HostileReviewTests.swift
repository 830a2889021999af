import Testing

@Suite("Hostile text in every field that a command takes")
struct HostileReviewTests {
  /// What pages, tables, terminals and spreadsheets might take for their own.
  static let text =
    "=1+c() <script>x</script>\"><img src=x onerror=y>' ]]>--> | `a` [b](javascript:c) "
    + "# \u{202E}e\u{2066}f &lt; \\"

  /// Every form of a review and of a chart, with the arguments that ask for it.
  static let forms: [(name: String, arguments: [String])] = [
    ("month", ["review", "month", "2026-01", "--all"]), ("week", ["review", "week", "2026-W02"]),
    ("executive", ["review", "month", "2026-01", "--all", "--for", "executive"]),
    ("promoter", ["review", "month", "2026-01", "--for", "promoter"]),
    ("field", ["review", "week", "2026-W02", "--for", "field"]),
  ]

  @Test("No form of a review or chart gets an element, heading, cell or control sequence from it")
  func reviews() async throws {
    let plain = try await Self.shapes(ReviewStory())
    let hostile = try await Self.shapes(ReviewStory(text: Self.text))
    for (form, shape) in hostile {
      #expect(shape.isSubset(of: plain[form] ?? []), "\(form)")
    }
    #expect(plain["month html"]?.contains("<section aria-labelledby=>") == true)
    #expect(plain["month markdown"]?.contains("## Departments") == true)
  }

  /// By form, what gives it its structure.
  private static func shapes(_ story: ReviewStory) async throws -> [String: Set<String>] {
    try await withOrganization { pdca async throws in
      try await story.fill(pdca)
      var shapes: [String: Set<String>] = [:]
      for (name, arguments) in forms {
        let page = try pdca.run(arguments + ["--format", "html"]).output
        shapes["\(name) html"] = tags(page)
        let markdown = try pdca.run(arguments + ["--format", "markdown"]).output
        shapes["\(name) markdown"] = lines(markdown)
        expectHarmless(try pdca.run(arguments).output)
      }
      let picture = try pdca("kpi", "chart", "hours", "--format", "svg").output
      shapes["svg"] = tags(picture)
      for arguments in terminal { expectHarmless(try pdca.run(arguments).output) }
      return shapes
    }
  }

  private static let terminal = [
    ["kpi", "chart", "hours"], ["kpi", "show", "hours"], ["review", "show", "SALES-2026-W02"],
    ["review", "due"], ["review", "calendar"], ["kpi", "causes", "hours"],
  ]

  /// Tags with the names of their attributes, without values.
  private static func tags(_ text: String) -> Set<String> {
    var tags: Set<String> = []
    for part in text.split(separator: "<").dropFirst() {
      let quoted = part.split(separator: "\"", omittingEmptySubsequences: false)
      let bare = quoted.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined()
      tags.insert("<" + bare.prefix { $0 != ">" } + ">")
    }
    return tags
  }

  /// Headings as they are, tables' rows by their number of cells, other lines by their first sign.
  private static func lines(_ markdown: String) -> Set<String> {
    Set(
      markdown.split(separator: "\n").map { line in
        if line.hasPrefix("#") { return line.contains("Sales and") ? "#" : String(line) }
        let bare = line.replacing("\\\\", with: "").replacing("\\|", with: "")
        if line.hasPrefix("|") { return "| \(bare.count { $0 == "|" })" }
        return line.hasPrefix("- ") ? "- " : "text"
      })
  }

  private static func expectHarmless(_ text: String) {
    #expect(!text.isEmpty)
    for scalar in text.unicodeScalars where scalar != "\n" && scalar != "\r" {
      let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      let reorders =
        (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
      #expect(!isControl && !reorders, "U+\(String(scalar.value, radix: 16))")
    }
  }
}
