import OperatingSystem
import Testing

@Suite("pdca check, act, withdraw, obstacle, cancel")
struct CheckCommandTests {
  @Test("A check shows actual, prediction and verdict, and what comes next")
  func check() async throws {
    try await withCycle { pdca throws in
      try CycleSample.check(pdca)
      #expect(
        try pdca("cycle", "show", "1").output.contains(
          """
          Check
            Actual      3.9 h (2 observations)
            Prediction  4 h (from 6.1 h)
            Verdict     met
            By          postgres,
          """))
      let again = try pdca("check", "1")
      #expect(again.status == 1)
      #expect(
        again.errors == """
          Error: SALES-1 cannot be checked: it is checked already, with the verdict "met".
            Decide on it:  pdca act SALES-1 adopt|adapt|abandon "<why>"
            See it:        pdca cycle show SALES-1

          """)
    }
  }

  @Test("Another verdict needs a reason, and is shown beside the computed one")
  func override() async throws {
    try await withCycle { pdca throws in
      _ = try pdca("do", "1", "Drafted", "--on", "2025-03-10")
      _ = try pdca("kpi", "record", "hours", "6", "--on", "2025-03-10")
      #expect(try pdca("check", "1", "--verdict", "met").status == 1)
      let run = try pdca("check", "1", "--verdict", "partly", "--reason", "A strike")
      #expect(
        run.output == """
          SALES-1 Drafts by assistant is checked.
            Actual      6 h (1 observation)
            Prediction  4 h (from 6.1 h)
            Verdict     partly met (computed: missed)
            Reason      A strike
          Next:  pdca act SALES-1 adopt|adapt|abandon "<why>"

          """)
    }
  }

  @Test(
    "A chart that tells of another level stands beside the mean, with what the verdict rests on")
  func reading() async throws {
    try await withCommandLine(after: CheckSample.steps, named: "chartcheck") { pdca throws in
      let run = try pdca("check", "1")
      #expect(run.lines.contains("  Actual      7.15 h (21 observations)"))
      #expect(
        run.output.contains("since 31 January 2026 the level is 6.2 h (8 h before, by that:"))
      #expect(run.lines.contains("  Verdict     missed"))
      #expect(run.lines.contains("  Rests on    the mean of the window"))
      let check = try pdca("cycle", "show", "1", "--json").output
      #expect(check.contains(#""restsOn":"mean""#))
      #expect(check.contains(#""since":"2026-01-31","state":"changed","verdict":"met""#))
    }
  }

  @Test("What was missed is adopted for a reason that is recorded as its override")
  func adoptedMissed() async throws {
    try await withCommandLine(after: CheckSample.steps, named: "chartcheck") { pdca throws in
      _ = try pdca("check", "1")
      #expect(
        try pdca("act", "1", "adopt", "It is safer").lines[1]
          == "Its prediction was missed; your reason is recorded as the override.")
      #expect(try pdca("cycle", "show", "1").output.contains("Override  adopted although missed"))
      #expect(
        try pdca("audit", "why", "SALES-1").lines.first
          == "SALES-1  Decided to adopt although missed: It is safer")
    }
  }

  @Test("A correction within a checked window marks the check wherever it is told")
  func corrected() async throws {
    try await withCommandLine(after: CheckSample.steps, named: "chartcheck") { pdca throws in
      _ = try pdca("check", "1")
      #expect(!(try pdca("cycle", "show", "1").output.contains("Changed since")))
      _ = try pdca("kpi", "correct", "hours", "7", "--on", "2026-01-25", "--reason", "Typo")
      let told = "1 observation of the window corrected (Typo, the mean is 7.1"
      for command in [
        ["cycle", "show", "1"], ["audit", "why", "SALES-1"], ["review", "week", "--full"],
      ] {
        #expect(try pdca.run(command).output.contains(told), "\(command)")
      }
      // Outside the window nothing rests on it.
      _ = try pdca("kpi", "correct", "hours", "9", "--on", "2026-01-02", "--reason", "Other")
      #expect(!(try pdca("cycle", "show", "1").output.contains("Other")))
    }
  }

  @Test("A file is evidence by its name and hash, and is held against the check later")
  func files() async throws {
    try await withCommandLine(after: CheckSample.steps, named: "chartcheck") { pdca throws in
      let path = pdca.home + "/evidence.txt"
      try TextFile.write("hello\n", to: path)
      #expect(try pdca("check", "1", "--file", path + ".none").status == 64)
      #expect(try pdca("check", "1", "--file", "-").status == 64)
      _ = try pdca("check", "1", "--file", path, "--file", path)
      let hash = "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03"
      let shown = try pdca("cycle", "show", "1", "--json").output
      #expect(shown.contains(hash))
      #expect(try pdca("audit", "check-file", path).status == 0)
      try TextFile.write("hello!\n", to: path)
      let other = try pdca("audit", "check-file", path)
      #expect(other.status == 5)
      #expect(other.output.contains("is not as it was recorded") && other.output.contains(hash))
      let none = try pdca("audit", "check-file", "/dev/null", "--cycle", "SALES-1")
      #expect(none.status == 5)
      #expect(none.lines.first == "No check names null as evidence.")
    }
  }

  @Test("What was not measured can't be adopted")
  func notMeasured() async throws {
    try await withCycle { pdca throws in
      _ = try pdca("do", "1", "Drafted")
      let run = try pdca.japanese("check", "1", "--not-measured", "システムが変わった")
      #expect(run.lines.contains("  測定なし  システムが変わった"))
      #expect(try pdca("act", "1", "adopt", "It feels good").status == 1)
      #expect(try pdca("check", "1", "--not-measured", "x", "--verdict", "met").status == 64)
    }
  }

  @Test("A decision closes the cycle and names the next steps")
  func act() async throws {
    try await withCycle { pdca throws in
      #expect(
        try pdca("act", "1", "adopt", "x").errors.hasPrefix("Error: SALES-1 cannot be decided"))
      try CycleSample.check(pdca)
      #expect(try pdca("act", "1", "keep", "x").status == 64)
      #expect(
        try pdca("act", "1", "adopt", "Two hours less").output == """
          SALES-1 Drafts by assistant is closed: the change is adopted.
          Next:  pdca cycle standardise SALES-1 "<practice>"
          Next:  pdca lesson draft "<title>" --cycle SALES-1

          """)
      #expect(
        try pdca("cycle", "standardise", "1", "Checklist", "--link", "wiki/4").lines.first
          == "SALES-1 Drafts by assistant: the practice is a standard now.")
    }
  }

  @Test("An action is withdrawn by its number, and stays to be seen")
  func withdraw() async throws {
    try await withCycle { pdca throws in
      _ = try pdca("do", "1", "Wrong", "--minutes", "1h30m")
      #expect(
        try pdca("withdraw", "1", "2", "--reason", "Typo").output
          == "SALES-1 Drafts by assistant: the action with entry number 2 is withdrawn.\n")
      #expect(try pdca("withdraw", "1", "two", "--reason", "x").status == 64)
      #expect(try pdca("withdraw", "1", "9", "--reason", "x").status == 64)
      #expect(try pdca("cycle", "show", "1").output.contains("Wrong [withdrawn: Typo]"))
    }
  }

  @Test("An obstacle is kept, a cancelled cycle is closed, an unknown one suggested")
  func obstacleAndCancel() async throws {
    try await withCycle { pdca throws in
      #expect(
        try pdca("obstacle", "1", "No licence").lines.first
          == "SALES-1 Drafts by assistant: obstacle reported.")
      #expect(
        try pdca("cancel", "1", "--reason", "The customer left").output
          == "SALES-1 Drafts by assistant is cancelled.\n")
      #expect(
        try pdca("cancel", "1", "--reason", "The customer left").output
          == "SALES-1 Drafts by assistant: it was so already; nothing was added.\n")
      let run = try pdca("cancel", "SALES-11", "--reason", "x")
      #expect(run.status == 64)
      #expect(
        run.errors == """
          Error: there is no cycle SALES-11.
            Did you mean SALES-1?
            See what there is:  pdca cycle list

          """)
    }
  }
}
