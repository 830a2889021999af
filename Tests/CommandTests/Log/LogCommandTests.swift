import Testing

@Suite("pdca log")
struct LogCommandTests {
  @Test("An event says when it was recorded, and when it was true if that differs")
  func lines() async throws {
    try await withCycle { pdca throws in
      _ = try pdca("do", "1", "Drafted\nagain\u{202E}", "--on", "2025-03-10T09:00:00+09:00")
      _ = try pdca("do", "1", "Now", "--minutes", "90")
      let lines = try pdca("log", "-d", "sales", "--stream", "cycle-1", "--limit", "2").lines
      #expect(lines.count == 4)
      #expect(lines[0].hasPrefix("SALES@5  20"))
      #expect(lines[0].hasSuffix("  postgres  cycle-1  ActionLogged  (occurred 2025-03-10 09:00)"))
      #expect(lines[1] == "  Drafted⏎again\\u{202E}")
      #expect(lines[2].hasSuffix("  postgres  cycle-1  ActionLogged"))
      #expect(lines[3] == "  Now (1h30m)")
    }
  }

  @Test("JSON holds the envelope and the payload")
  func json() async throws {
    try await withCycle { pdca throws in
      let run = try pdca("log", "-d", "SALES", "--after", "1", "--limit", "1", "--json")
      #expect(run.output.contains(#""reference":"SALES@2""#))
      #expect(run.output.contains(#""payload":{"period":"2025-02-17","value":6.2}"#))
      #expect(run.output.contains(#""type":"ObservationRecorded""#))
    }
  }

  @Test("What follows a position, and a number alone, are of the current department")
  func current() async throws {
    try await withCycle { pdca throws in
      let after = try pdca("log", "--after", "1", "--limit", "1", "--json")
      #expect(after.output.contains(#""reference":"SALES@2""#), "\(after)")
      for words in [["design", "show", "1"], ["lesson", "show", "1"], ["concept", "show", "1"]] {
        let run = try pdca.run(words)
        #expect(run.status == 64 && run.errors.hasPrefix("Error: "), "\(words): \(run)")
      }
    }
  }

  @Test("Filters narrow it, and nothing found is said")
  func filters() async throws {
    try await withCycle { pdca throws in
      #expect(try pdca("log", "--type", "CyclePlanned").lines.count == 2)
      for none in [["--actor", "sato"], ["--until", "2025-01-01"], ["--since", "tomorrow"]] {
        #expect(try pdca.run(["log"] + none).output == "There is no such event.\n")
      }
      #expect(try pdca("log", "--since", "2025-13-01").status == 64)
      #expect(try pdca("log", "--limit", "0").status == 64)
      #expect(
        try pdca.japanese("log", "--type", "CyclePlanned").lines.last
          == "  計画: Drafts by assistant（2025年3月31日までに SALES/hours を4に）")
    }
  }
}
