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

  @Test("What was true by a day says so on top, as known now")
  func effective() async throws {
    try await withCycle { pdca throws in
      #expect(
        try pdca("cycle", "list", "--effective", "2025-03-05").lines[0]
          == "True at 2025-03-05 23:59, as known now.")
      #expect(
        try pdca.japanese("cycle", "list", "--effective", "2025-03-05").lines[0]
          == "2025-03-05 23:59 に有効だった内容 (現在の記録による)")
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
