import Postgres
import TestSupport
import Testing

@Suite("--as-of and --effective")
struct AsOfTests {
  @Test("A position is that department's prefix, and says so on top and in JSON")
  func position() async throws {
    try await withCycle { pdca throws in
      _ = try pdca("do", "1", "Drafted three", "--minutes", "45")
      _ = try pdca("department", "rename", "SALES", "Field sales")
      let then = try pdca("cycle", "list", "--as-of", "SALES@4")
      #expect(then.lines[0].hasPrefix("As of SALES@4 (20") && then.lines[0].hasSuffix(")."))
      #expect(then.lines[1] == "")
      #expect(then.lines[3].hasPrefix("SALES-1  planned"))
      #expect(try pdca("cycle", "list").lines[1].hasPrefix("SALES-1  doing"))
      let japanese = try pdca.japanese("cycle", "list", "--as-of", "sales@4")
      #expect(japanese.lines[0].hasSuffix(") 時点の記録"))
      let json = try pdca("cycle", "show", "1", "--as-of", "SALES@4", "--json").output
      #expect(json.contains(#""name":"SALES@4","positions":{"HQ":5,"SALES":4}"#))
      #expect(json.contains(#""status":"planned""#) && json.contains(#""version":1"#))
      #expect(try pdca("cycle", "list", "--as-of", "SALES@3").lines[2] == "There is no such cycle.")
      let names = try pdca("department", "list", "--as-of", "SALES@4", "--json").output
      #expect(names.contains(#""name":"Sales""#) && !names.contains("Field sales"))
    }
  }

  @Test("What can't be looked at is refused in clear words")
  func refused() async throws {
    try await withCycle { pdca throws in
      let cases = [
        ("SALES@99", "SALES@99 is not recorded; the log of SALES ends at SALES@4."),
        ("SALES@x", "\"SALES@x\" is not a date"), ("NOPE@1", "there is no department NOPE."),
        ("2999-01-01", "2999-01-01 has not come yet; it is 20"),
        ("2999-01-01T00:00:00Z", "has not come yet"), ("soon", "\"soon\" is not a date"),
        ("2001-01-01", "at 2001-01-01 there was no organization yet; it was founded on 20"),
        ("SALES-2026-W02", "there is no review SALES-2026-W02."),
      ]
      for (when, error) in cases {
        let run = try pdca("cycle", "list", "--as-of", when)
        #expect(run.status == 64 && run.output.isEmpty, "\(when)")
        #expect(run.errors.contains(error), "\(when): \(run.errors)")
      }
      #expect(
        try pdca.japanese("cycle", "list", "--as-of", "SALES@99").errors
          == "エラー: SALES@99 は記録されていません。SALES の記録は SALES@4 までです。\n")
      #expect(try pdca("cycle", "list", "--effective", "SALES@1").status == 64)
    }
  }

  @Test("A command that writes refuses to look back, and writes nothing")
  func writing() async throws {
    try await withCycle { pdca throws in
      for option in ["--as-of", "--effective"] {
        let run = try pdca("do", "1", "Drafted", option, "yesterday")
        #expect(run.status == 64)
        #expect(
          run.errors == """
            Error: \(option) looks into the past, but pdca do writes, and that is recorded now.
              To record what was true earlier:  pdca do … --on <date>

            """)
      }
      #expect(try pdca("log", "-d", "SALES", "--after", "4").output == "There is no such event.\n")
    }
  }

  @Test("What was true by a day counts, as known now or as known then")
  func effective() async throws {
    try await withCycle { pdca throws in
      _ = try pdca("do", "1", "Early", "--on", "2025-03-05T09:00:00+09:00")
      func actions(_ options: String...) throws -> String {
        let run = try pdca.run(["cycle", "list", "--json"] + options)
        return String(run.output.split(separator: "\"").first { $0 == "actions" } ?? "none")
          + (run.output.contains(#""actions":1"#) ? " 1" : " 0")
      }
      #expect(try actions("--effective", "2025-03-02") == "none 0")
      #expect(try actions("--effective", "2025-03-04") == "actions 0")
      #expect(try actions("--effective", "2025-03-05") == "actions 1")
      #expect(try actions("--effective", "2025-03-05", "--as-of", "SALES@4") == "actions 0")
      #expect(
        try pdca("cycle", "list", "--effective", "2025-03-05").lines[0]
          == "True at 2025-03-05 23:59, as known now.")
      #expect(
        try pdca.japanese("cycle", "list", "--effective", "2025-03-05").lines[0]
          == "2025-03-05 23:59 に有効だった内容 (現在の記録による)")
    }
  }

  @Test("Overdue is judged as of then")
  func overdue() async throws {
    try await withCycle { pdca throws in
      #expect(try pdca("cycle", "list", "--overdue").lines.count == 2)
      #expect(
        try pdca("cycle", "list", "--overdue", "--effective", "2025-03-31").lines.last
          == "There is no such cycle.")
      #expect(
        try pdca("cycle", "list", "--overdue", "--effective", "2025-04-01").lines.last?
          .hasPrefix("SALES-1") == true)
    }
  }

  @Test("The log ends where the look ends")
  func log() async throws {
    try await withCycle { pdca throws in
      let lines = try pdca("log", "-d", "SALES", "--as-of", "SALES@2").lines
      #expect(lines.contains { $0.hasPrefix("SALES@2 ") })
      #expect(!lines.contains { $0.hasPrefix("SALES@3 ") })
    }
  }

  @Test(
    "A day ends in the organization's time zone, be it of 23, 24 or 25 hours",
    arguments: [
      // Berlin: clocks go forward on 2024-03-31, back on 2024-10-27.
      ("2024-03-31", "2024-03-31T21:59:59.999999Z", "2024-03-31T22:00:00Z"),
      ("2024-10-27", "2024-10-27T22:59:59.999999Z", "2024-10-27T23:00:00Z"),
      ("2024-06-10", "2024-06-10T21:59:59.999999Z", "2024-06-10T22:00:00Z"),
    ])
  func daylightSaving(day: String, last: String, next: String) async throws {
    try await withCommandLine { pdca async throws in
      let steps = [
        ["init", "Werk", "--head", "HQ", "--time-zone", "Europe/Berlin", "--no-input"],
        ["issue", "raise", "First", "--to", "executive", "-d", "HQ"],
        ["issue", "raise", "Second", "--to", "executive", "-d", "HQ"],
      ]
      for step in steps { #expect(try pdca.run(step).status == 0, "\(step)") }
      try await pdca.rewriting(
        """
        UPDATE log.event SET recorded_at = '2024-01-01Z' WHERE stream = 'organization';
        UPDATE log.event SET recorded_at = '\(last)' WHERE stream = 'issue-1';
        UPDATE log.event SET recorded_at = '\(next)' WHERE stream = 'issue-2'
        """)
      let then = try pdca("issue", "list", "-d", "HQ", "--as-of", day).output
      #expect(then.contains("First") && !then.contains("Second"))
      #expect(then.hasPrefix("As of \(day) 23:59."))
      #expect(try pdca("issue", "list", "-d", "HQ", "--as-of", next).output.contains("Second"))
    }
  }
}

extension CommandLineRunner {
  /// Changes recorded events behind the guard's back, as only the owner can.
  func rewriting(_ sql: String) async throws {
    let connection = try await Connection.open(target)
    try await connection.perform { session in
      try session.executeScript(
        """
        ALTER TABLE log.event DISABLE TRIGGER ALL;
        \(sql);
        ALTER TABLE log.event ENABLE ALWAYS TRIGGER event_is_append_only;
        ALTER TABLE log.event ENABLE ALWAYS TRIGGER event_stays;
        ALTER TABLE log.event ENABLE ALWAYS TRIGGER event_is_redacted_alone;
        ALTER TABLE log.event ENABLE ALWAYS TRIGGER event_keeps_all_but_text
        """)
    }
    await connection.close()
  }
}
