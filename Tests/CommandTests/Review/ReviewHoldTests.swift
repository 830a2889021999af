import CanonicalJSON
import Testing

@Suite("pdca review hold")
struct ReviewHoldTests {
  private static func run(_ pdca: CommandLineRunner, _ steps: [[String]]) throws {
    for step in steps {
      let run = try pdca.run(step + ["--no-input"])
      guard run.status == 0 else { throw SetUpFailed(step: step, run: run) }
    }
  }

  /// A department whose weeks are kept well: two decisions that are late, one whose day lies ahead, a
  /// concern, an improvement and a lesson that waits.
  private static func withWeek(_ body: @Sendable (CommandLineRunner) throws -> Void) async throws {
    try await withOrganization { pdca async throws in
      let sato = try await pdca.acting(as: "sato")
      try run(
        pdca,
        [
          ["member", "add", "sato", "SALES", "field", "--on", "2026-01-05"],
          ["kpi", "define", "hours", "Hours", "--unit", "h", "--direction", "down"]
            + ["--on", "2026-01-05"],
          ["kpi", "define", "calls", "Calls", "--unit", "calls", "--direction", "up"]
            + ["--on", "2026-01-05"],
        ])
      for week in 10...34 {
        let (even, isNew) = (week.isMultiple(of: 2), week > 32)
        for (kpi, value) in [
          ("hours", isNew ? "90" : even ? "14" : "20"),
          ("calls", isNew ? "300" : even ? "50" : "60"),
        ] {
          try run(pdca, [["kpi", "record", kpi, value, "--on", "2026-W\(week)"]])
        }
      }
      func decide(_ text: String, _ due: String) -> [String] {
        [
          "review", "decide", "2026-W32", text, "--owner", "sato", "--due", due, "--on",
          "2026-08-10",
        ]
      }
      try run(
        pdca,
        [
          ["review", "open", "2026-W32", "--on", "2026-08-10"], decide("Train", "2026-08-14"),
          decide("Ask", "2026-08-20"), decide("Buy", "2099-12-20"),
          ["review", "close", "2026-W32", "--on", "2026-08-11"],
          ["plan", "Drafts", "--kpi", "hours", "--predict", "12", "--problem", "Slow"]
            + ["--change", "Templates", "--on", "2026-03-02", "--due", "2026-04-30"],
          ["do", "SALES-1", "Drafted", "30m", "--on", "2026-03-09"],
          ["check", "SALES-1", "--on", "2026-05-04"],
          ["act", "SALES-1", "abandon", "No effect", "--on", "2026-05-05"],
        ])
      try run(
        sato,
        [
          [
            "lesson", "draft", "Templates alone don't help", "--cycle", "SALES-1", "--kind",
            "failure",
          ]
            + ["--conditions", "Any", "--suggestion", "Ask first", "--rationale", "Seen"]
            + ["--on", "2026-08-20"]
        ])
      try body(pdca.with("NO_COLOR", "1"))
    }
  }

  /// Keys of a well-kept week, Enter and the letters of a decision counted.
  private static let meeting =
    // The concern: decided on, by its owner and day as they are offered; the decision is its note.
    "dAsk IT\n\n\n"
    // Two that are late, and the one whose day lies ahead.
    + "dcc"
    // One note for all changes, as it is offered; no decision more; the lesson; closing.
    + "n\n" + "\n" + "v" + "c"

  @Test("A well-kept week is held and closed in 40 keys, every answer an ordinary event")
  func week() async throws {
    try await Self.withWeek { pdca throws in
      #expect(Self.meeting.count <= 40)
      let run = try pdca.onTerminal(
        "review", "hold", "week", "2026-W34", "--lang", "en", typing: Self.meeting)
      #expect(run.status == 0, "\(run)")
      #expect(run.output.contains("SALES-2026-W34 is closed."), "\(run)")
      let shown = try pdca("review", "show", "2026-W34").output
      #expect(shown.contains("Ask IT (postgres, due"), "\(shown)")
      #expect(shown.contains("SALES-2026-W32.2 to"), "\(shown)")
      #expect(shown.contains("SALES-2026-W32.3 to 20 December 2099"), "\(shown)")
      let earlier = try pdca("review", "show", "2026-W32").output
      #expect(earlier.contains("Train (sato, done"), "\(earlier)")
      let log = try pdca("log", "-d", "SALES", "--limit", "20").output
      for type in ["SignalAcknowledged", "LessonValidated", "ItemCarriedOver", "DecisionMade"] {
        #expect(log.contains(type), "\(log)")
      }
      #expect(log.contains("Decided: Ask IT"), "\(log)")
      #expect(try pdca("audit", "verify").status == 0)
    }
  }

  @Test("A meeting that is left goes on where it stopped")
  func resumed() async throws {
    try await Self.withWeek { pdca throws in
      func hold(_ typed: String) throws -> CommandLineRunner.Run {
        try pdca.onTerminal("review", "hold", "week", "2026-W34", "--lang", "en", typing: typed)
      }
      let first = try hold("\ndq")
      #expect(first.status == 0)
      #expect(
        first.output.contains("Go on with:  pdca review hold week SALES-2026-W34"), "\(first)")
      let second = try hold("\ncc")
      #expect(!second.output.contains("SALES-2026-W32.1"), "\(second)")
      #expect(second.output.contains("SALES-2026-W32.2 Ask (sato, due"), "\(second)")
      let third = try hold("\nn\n\nvc")
      #expect(!third.output.contains("SALES-2026-W32"), "\(third)")
      #expect(third.output.contains("SALES-2026-W34 is closed."), "\(third)")
    }
  }

  @Test("Handing over and withdrawing settle a promise, and the new owner has it")
  func handed() async throws {
    try await Self.withWeek { pdca throws in
      let run = try pdca.onTerminal(
        "review", "hold", "week", "2026-W34", "--lang", "en",
        typing: "\n" + "hpostgres\n" + "wToo dear\n" + "cq")
      #expect(run.status == 0, "\(run)")
      let earlier = try pdca("review", "show", "2026-W32").output
      #expect(earlier.contains("Train (postgres, due"), "\(earlier)")
      #expect(
        earlier.contains("Ask (sato, withdrawn") && earlier.contains("Too dear"), "\(earlier)")
      let agenda = try pdca("review", "hold", "week", "2026-W34").output
      #expect(!agenda.contains("SALES-2026-W32."), "\(agenda)")
    }
  }

  @Test("What a rule refuses is said, and the question comes again")
  func refused() async throws {
    try await Self.withWeek { pdca throws in
      let run = try pdca.onTerminal(
        "review", "hold", "week", "2026-W34", "--lang", "en",
        typing: "\n" + "hnobody\n" + "d" + "q")
      #expect(run.status == 0, "\(run)")
      #expect(run.output.contains("nobody cannot own a decision"), "\(run)")
      #expect(try pdca("review", "show", "2026-W32").output.contains("Train (sato, done"))
    }
  }

  @Test("Without a terminal it prints what there is to say and the commands, and records nothing")
  func commands() async throws {
    try await Self.withWeek { pdca throws in
      let before = try pdca("log", "--json").output
      let run = try pdca("review", "hold", "week", "2026-W34")
      #expect(run.status == 0)
      for command in [
        "pdca review decide SALES-2026-W34 \"<decision>\" --owner <account> --due +2w",
        "pdca review done SALES-2026-W32.1", "pdca review withdraw SALES-2026-W32.2 --reason",
        "pdca review carry SALES-2026-W34 SALES-2026-W32.3 --due 2099-12-20 --reason \"<why>\"",
        "pdca review acknowledge SALES-2026-W34 --all --note \"<note>\"",
        "pdca lesson validate SALES-L1", "pdca review open SALES-2026-W34",
      ] {
        #expect(run.output.contains(command), "\(command)\n\(run)")
      }
      #expect(try pdca("log", "--json").output == before)
      let json = try JSON(
        parsing: String(pdca("review", "hold", "week", "2026-W34", "--json").output.dropLast()))
      #expect(json.object?["canClose"] == .bool(false))
      let japanese = try pdca.japanese("review", "hold", "week", "2026-W34")
      #expect(japanese.output.contains("約束・相談のうち終わっていないもの"), "\(japanese)")
    }
  }

  @Test("A running week can be held and not closed; one that is closed is refused")
  func running() async throws {
    try await withOrganization { pdca throws in
      let pdca = pdca.with("NO_COLOR", "1")
      let held = try pdca.onTerminal(
        "review", "hold", "week", "today", "--lang", "en", typing: "\n")
      #expect(held.status == 0, "\(held)")
      #expect(held.output.contains("the review can be closed after that"), "\(held)")
      let past = try pdca.onTerminal(
        "review", "hold", "week", "2026-W02", "--lang", "en", typing: "\nc")
      #expect(past.output.contains("SALES-2026-W02 is closed."), "\(past)")
      let again = try pdca.onTerminal(
        "review", "hold", "week", "2026-W02", "--lang", "en", typing: "\nc")
      #expect(again.status == 1, "\(again)")
    }
  }
}
