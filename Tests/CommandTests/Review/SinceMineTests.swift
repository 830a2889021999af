import CanonicalJSON
import Testing

/// What somebody gets who was away: all that happened since the review that they last took part in.
@Suite("pdca review week --since-mine")
struct SinceMineTests {
  private static func withWeeks(_ body: (CommandLineRunner) async throws -> Void) async throws {
    try await withOrganization { pdca async throws in
      let sato = try await pdca.acting(as: "sato")
      func run(_ pdca: CommandLineRunner, _ step: String...) throws {
        let run = try pdca.run(step + ["--no-input"])
        guard run.status == 0 else { throw SetUpFailed(step: step, run: run) }
      }
      try run(pdca, "member", "add", "sato", "SALES", "promoter", "--on", "2026-01-05")
      try run(sato, "review", "open", "2026-W02", "--on", "2026-01-12")
      try run(sato, "review", "close", "2026-W02", "--on", "2026-01-12")
      for (week, day) in [("03", "2026-01-14"), ("04", "2026-01-21"), ("05", "2026-01-28")] {
        try run(pdca, "issue", "raise", "Issue of week \(week)", "--to", "promoter", "--on", day)
        try run(pdca, "review", "open", "2026-W\(week)", "--on", "2026-02-02")
      }
      try await body(pdca)
    }
  }

  @Test("It tells of the days since the reader's own last review, and a week alone of its own")
  func since() async throws {
    try await Self.withWeeks { pdca throws in
      func raised(_ pdca: CommandLineRunner, _ options: String...) throws -> [String] {
        let run = try pdca.run(["review", "week", "2026-W05", "--json"] + options)
        let json = try JSON(parsing: String(run.output.dropLast())).object
        guard case .array(let raised)? = json?["issues"]?.object?["raised"] else {
          Issue.record("\(run)")
          return []
        }
        return raised.compactMap { $0.object?["issue"]?.string }
      }
      let sato = pdca.with("PDCA_USER", "sato")
      let (third, fourth, fifth) = ("Issue of week 03", "Issue of week 04", "Issue of week 05")
      #expect(try raised(sato) == [fifth])
      #expect(try raised(sato, "--since-mine") == [third, fourth, fifth])
      // Who took part in nothing before gets the week alone.
      #expect(try raised(pdca, "--since-mine") == [fifth])
      let text = try sato("review", "week", "2026-W05", "--since-mine", "--lang", "en").output
      #expect(text.contains(", since 13 January"), "\(text)")
      let japanese = try sato.japanese("review", "week", "2026-W05", "--since-mine").output
      #expect(japanese.contains("（2026年1月13日(火)以降）"), "\(japanese)")
    }
  }
}
