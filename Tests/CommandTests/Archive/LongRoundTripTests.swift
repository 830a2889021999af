import OperatingSystem
import Postgres
import TestSupport
import Testing

@Suite("Ten thousand events exported and imported")
struct LongRoundTripTests {
  private static let pieces = [
    "提案書", "\"<&>\"", "\\n", "\\", "\\u0000", "😀", "\u{202E}abc", "e\u{301}", "が\u{3099}",
    "\u{FEFF}", "\u{2028}", "\t", "\n", "\\N", "';--", "{}", "%s", "ﬀ", "\u{10FFFD}", "$1",
  ]

  /// Actions of several departments in turns, with hostile texts.
  private static func file(_ count: Int) -> String {
    var numbers = SeededGenerator.printed()
    var text = "department,occurred_at,actor,text\n"
    for number in 1...count {
      let words = (0..<3).map { _ in pieces.randomElement(using: &numbers)! }
      let field = "\(number) \(words.joined()) x".replacing("\"", with: "\"\"")
      let home = ["SALES", "EAST", "WEST"].randomElement(using: &numbers)!
      text += "\(home),2025-03-1\(number % 10)T09:00:00Z,u\(number % 7),\"\(field)\"\n"
    }
    return text
  }

  private static let rows: Query = """
    SELECT count(*), encode(sha256(convert_to(string_agg(e::text, E'\\n'
      ORDER BY e.department, e."position"), 'UTF8')), 'hex') FROM log.event e
    """

  @Test("come back byte for byte: positions, times, accounts, salts, hashes and roots")
  func everyByte() async throws {
    try await withOrganization { pdca async throws in
      for code in ["EAST", "WEST"] { _ = try pdca("department", "add", code, code) }
      let actions = pdca.home + "/actions.csv"
      try TextFile.replace(actions, with: Self.file(10_000))
      let imported = try pdca("import", "actions", actions)
      #expect(imported.status == 0, "\(imported)")
      let file = pdca.home + "/log.ndjson"
      #expect(try pdca("export", "log", "--output", file).status == 0)
      let before = try await Self.digest(pdca)
      #expect(before.count > 10_000)
      try await withCommandLine { other async throws in
        let run = try other("import", "log", file)
        #expect(run.status == 0, "\(run)")
        #expect(try await Self.digest(other) == before)
        #expect(try other("export", "log", "--output", pdca.home + "/again").status == 0)
        #expect(try TextFile.read(pdca.home + "/again") == TextFile.read(file))
        let verified = try other("audit", "verify", "--json")
        #expect(verified.status == 0)
        #expect(try pdca("audit", "verify", "--json") == verified)
      }
    }
  }

  private static func digest(_ pdca: CommandLineRunner) async throws -> Digest {
    try await pdca.owner { session in
      try session.first(rows) { Digest(count: try $0.int(0), hash: try $0.text(1)) }!
    }
  }

  private struct Digest: Equatable, Sendable {
    let count: Int
    let hash: String
  }
}
