import CanonicalJSON
import Postgres
import Testing

@testable import Domain

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

  /// The story fills every text of every event: a new one is noticed here.
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
    try await withCommandLine { pdca async throws in
      try begin(story, pdca)
      try await story.fill(pdca)
      try await story.fillRest(pdca)
      let missing = try await unfilled(by: story.text ?? "", pdca.target)
      // Setting aside needs an event that no program can read, which would stop the story.
      #expect(missing == ["EventSetAside.reason"])
      var shapes: [String: Set<String>] = [:]
      for (name, arguments) in forms {
        let page = try pdca.run(arguments + ["--format", "html"]).output
        shapes["\(name) html"] = tags(page)
        let markdown = try pdca.run(arguments + ["--format", "markdown"]).output
        shapes["\(name) markdown"] = lines(markdown)
        expectHarmless(try pdca.run(arguments).output)
      }
      for kpi in ["hours", "errors"] {
        shapes["svg \(kpi)"] = tags(try pdca("kpi", "chart", kpi, "--format", "svg").output)
      }
      for arguments in terminal { expectHarmless(try pdca.run(arguments).output) }
      return shapes
    }
  }

  private static func begin(_ story: ReviewStory, _ pdca: CommandLineRunner) throws {
    let name = story.t("Osaka Trading")
    for step in [
      ["init", name, "--head-name", name, "--time-zone", "Asia/Tokyo"],
      ["department", "add", "SALES", "Sales"], ["department", "use", "SALES"],
    ] { try story.run(pdca, step) }
  }

  /// Texts that people write, as `CyclePlanned.title`, that the log holds nowhere as the given one.
  private static func unfilled(by text: String, _ target: Target) async throws -> [String] {
    let connection = try await Connection.open(target)
    let events = try await connection.query(
      "SELECT type, payload::text FROM log.event"
    ) { (type: try $0.text(0), payload: try JSON(parsing: try $0.text(1))) }
    await connection.close()
    let payloads = Dictionary(grouping: events, by: \.type)
    let names = DomainEvent.textPlaces.flatMap { type, members in members.map { (type, $0) } }
    return names.filter { type, member in
      !(payloads[type] ?? []).contains { event in
        texts(at: member.split(separator: ".")[...], in: event.payload)
          // A unit is short.
          .contains {
            $0.hasPrefix(text) || member == "unit" && text.hasPrefix($0)
              || Self.files.contains(member) && $0 == ReviewStory.fileName(text)
          }
      }
    }.map { "\($0).\($1)" }.filter { !ownTexts.contains($0) }.sorted()
  }

  /// Texts that are files' names.
  private static let files: Set<String> = ["files.name", "receipt.name"]

  /// Texts of ours: an import names its journal by itself, a draft made of what trainings lack says
  /// of what each item came.
  private static let ownTexts: Set<String> = [
    "JournalOpened.title", "DesignDrafted.items.reasons",
  ]

  private static func texts(at path: ArraySlice<Substring>, in value: JSON) -> [String] {
    switch value {
    case .array(let elements): elements.flatMap { texts(at: path, in: $0) }
    case .object(let members):
      path.first.flatMap { members[String($0)] }.map { texts(at: path.dropFirst(), in: $0) } ?? []
    case .string(let text): path.isEmpty ? [text] : []
    case .null, .bool, .number: []
    }
  }

  private static let terminal = [
    ["kpi", "chart", "hours"], ["kpi", "show", "hours"], ["review", "show", "SALES-2026-W02"],
    ["review", "due"], ["review", "calendar"], ["kpi", "causes", "hours"],
    ["kpi", "chart", "errors"], ["kpi", "show", "errors"], ["kpi", "causes", "errors"],
    ["kpi", "list"], ["hypothesis", "list", "errors"], ["department", "list"], ["member", "list"],
    ["vision", "show"], ["value-area", "list"], ["policy", "show"], ["cycle", "list"],
    ["cycle", "show", "SALES-1"], ["cycle", "show", "SALES-4"], ["cycle", "show", "SALES-7"],
    ["issue", "list"], ["issue", "show", "SALES-I3"], ["lesson", "list"],
    ["lesson", "show", "SALES-L1"], ["design", "list"], ["design", "show", "HQ-D2"],
    ["review", "list"], ["review", "show", "SALES-2026-W05"], ["log"], ["log", "-d", "HQ"],
    ["audit", "log"],
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
