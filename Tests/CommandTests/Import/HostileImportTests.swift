import OperatingSystem
import Postgres
import TestSupport
import Testing

/// Texts that would do harm on a terminal, in a spreadsheet or to the file itself.
@Suite("pdca import actions: hostile texts")
struct HostileImportTests {
  static let kept = [
    "=cmd|'/C calc'!A0", "@SUM(1+1)", "\u{202E}gnp.exe", "e\u{301}\u{301}", "👩‍👩‍👧‍👦 🇯🇵",
    "\u{200B}zero\u{200B}width", "O'Neil; DROP TABLE log.event; --", "\\x00 \\u0000 %s $1", "a\tb",
  ]

  /// What a text may not hold, and how that is said.
  static let refused = [
    ("\u{1B}[2J\u{1B}]0;owned\u{7}", "(U+001B)"),
    ("C1 \u{9B}31m red", "(U+009B)"), ("nul\u{0}here", "(U+0000)"),
    (String(repeating: "長", count: 350_000), "longer than 1048576 bytes"),
    (String(repeating: "長", count: 10_001), "10001 characters, and 10000 are allowed"),
  ]

  @Test("Each is refused by its line, or stored as it is and shown harmlessly")
  func hostile() async throws {
    try await withOrganization { pdca async throws in
      let path = "\(pdca.home)/hostile.csv"
      let texts = Self.kept + Self.refused.map(\.0)
      let rows = texts.map { "sales,2025-03-11,sato,\"\($0)\"\n" }
      try TextFile.replace(path, with: "department,occurred_at,actor,text\n" + rows.joined())
      let run = try pdca("import", "actions", path)
      #expect(run.status == 65)
      let told = run.errors.split(separator: "\n").dropFirst()
      #expect(told.count == Self.refused.count, "\(run)")
      for (index, line) in told.enumerated() {
        #expect(line.hasPrefix("line \(Self.kept.count + index + 2): "), "\(line)")
        #expect(line.contains(Self.refused[index].1), "\(line)")
      }
      let stored = try await stored(in: pdca)
      #expect(stored.map { Array($0.utf8) } == Self.kept.map { Array($0.utf8) })
      try expectHarmless(pdca)
      let again = try pdca("import", "actions", path)
      #expect(again.lines.first == "14 lines read: 0 added, 9 there already, 5 refused.")
    }
  }

  /// No command's output holds a control character but its lines' ends, or what turns text around.
  private func expectHarmless(_ pdca: CommandLineRunner) throws {
    for line in [["cycle", "show", "SALES-1"], ["log"], ["review", "week", "2025-W11"]] {
      let run = try pdca.run(line)
      #expect(run.status == 0)
      let bad = run.output.unicodeScalars.filter {
        ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value)
          || (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
      }
      #expect(bad.isEmpty, "\(line): \(bad.map(\.value))")
    }
  }

  private func stored(in pdca: CommandLineRunner) async throws -> [String] {
    let connection = try await Connection.open(pdca.target)
    let texts = try await connection.query(
      "SELECT payload ->> 'text' FROM log.event WHERE type = 'ActionLogged' ORDER BY \"position\""
    ) { try $0.text(0) }
    await connection.close()
    return texts
  }

  @Test("On a terminal a bar shows how far a large file is, and leaves nothing behind")
  func bar() async throws {
    try await withOrganization { pdca async throws in
      let path = "\(pdca.home)/many.csv"
      let rows = (0..<3_000).map { "sales,2025-03-11,sato,action \($0)\n" }.joined()
      try TextFile.replace(path, with: "department,occurred_at,actor,text\n" + rows)
      let run = try pdca.onTerminal("import", "actions", path, typing: "")
      #expect(run.status == 0)
      #expect(run.output.contains("(3000/3001)") || run.output.contains("(3001/3001)"), "\(run)")
      #expect(run.output.contains("[2K3,000 lines read: 3,000 added"), "\(run.output.suffix(400))")
      let piped = try pdca("import", "actions", path)
      #expect(!piped.errors.contains("%") && !piped.output.contains("\u{1B}"))
    }
  }
}
