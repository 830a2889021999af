import Testing

@Suite("pdca design")
struct DesignCommandTests {
  @Test("A design goes from its draft to sessions and what they brought")
  func way() async throws {
    try await withOrganization { pdca async throws in
      #expect(
        try pdca("design", "draft", "Winter course", "--for", "promoter", "--item", "Basics").lines
          == [
            "HQ-D1 Winter course is drafted with 1 item.", "Next:  pdca design approve HQ-D1",
          ])
      #expect(try pdca("design", "approve", "1").lines.first == "HQ-D1 Winter course is approved.")
      let day = try pdca(
        "design", "schedule", "HQ-D1", "Joint", "--on", "yesterday", "--for", "executive",
        "--for", "promoter", "--item", "1")
      #expect(day.output.hasPrefix("Session 1 (Joint) of HQ-D1 Winter course is scheduled for "))
      #expect(
        try pdca("design", "attend", "HQ-D1", "1", "postgres").output
          == "Session 1 (Joint) of HQ-D1 Winter course: attendance recorded.\n")
      #expect(
        try pdca("design", "evaluate", "HQ-D1", "1", "--level", "2", "--score", "80").output
          == "Session 1 (Joint) of HQ-D1 Winter course: evaluation recorded.\n")
      #expect(
        try pdca("design", "cost", "HQ-D1", "Lecturer", "120000", "JPY").output
          == "HQ-D1 Winter course: cost recorded (Lecturer).\n")
      let shown = try pdca("design", "show", "HQ-D1").output
      #expect(shown.contains("- Lecturer: 120,000 JPY"))
      #expect(shown.contains("attended: postgres; level 2: 80%"))
    }
  }

  @Test("Undecided issues are proposed, and become items only when asked for")
  func proposals() async throws {
    try await withOrganization { pdca async throws in
      _ = try pdca("issue", "raise", "No time", "--to", "executive")
      let draft = try pdca("design", "draft", "Course", "--for", "field").lines
      #expect(
        draft == [
          "HQ-D1 Course is drafted with 0 items.",
          "- Proposed: Answer what SALES raised: No time (SALES-I1) – an issue waits for a",
          "  decision",
          "    pdca design add HQ-D1 \"<title>\" --reason SALES-I1",
          "Next:  pdca design add HQ-D1 \"<title>\" --reason SALES-I1",
        ])
      #expect(
        try pdca("design", "add", "HQ-D1", "Time", "--reason", "SALES-I1").lines.last
          == "Next:  pdca design show HQ-D1")
      let taken = try pdca("design", "draft", "Course 2", "--for", "field", "--propose")
      #expect(taken.lines.first == "HQ-D2 Course 2 is drafted with 1 item.")
      #expect(
        try pdca("design", "show", "2").output
          .contains("- 1 Answer what SALES raised: No time (SALES-I1)"))
      // An approved design has an item for it.
      #expect(try pdca("design", "approve", "2").status == 0)
      #expect(
        try pdca("design", "draft", "Course 3", "--for", "field", "--propose").lines.first
          == "HQ-D3 Course 3 is drafted with 0 items.")
    }
  }

  @Test("After each step the next one named is accepted, until the design is approved")
  func nextSteps() async throws {
    try await withCycle { pdca async throws in
      try CycleSample.check(pdca)
      try LessonSample.draft(pdca)
      _ = try pdca("lesson", "validate", "1")
      let draft = try pdca("design", "draft", "Course", "--for", "promoter").lines
      #expect(
        draft.suffix(3) == [
          "    pdca design add HQ-D1 \"<title>\" --reason SALES-L1",
          "    pdca design incorporate HQ-D1 SALES-L1 --item <n>",
          "Next:  pdca design add HQ-D1 \"<title>\" --reason SALES-L1",
        ])
      let incorporate = "pdca design incorporate HQ-D1 SALES-L1 --item 1"
      #expect(
        try pdca("design", "add", "HQ-D1", "Checks", "--reason", "SALES-L1").lines.last
          == "Next:  \(incorporate)")
      #expect(
        try pdca.run(incorporate.split(separator: " ").dropFirst().map(String.init)).status == 0)
      #expect(try pdca("design", "approve", "HQ-D1").status == 0)
    }
  }

  @Test("With items and a lesson that waits, the lesson's answer comes before the approval")
  func waitingLesson() async throws {
    try await withCycle { pdca async throws in
      try CycleSample.check(pdca)
      try LessonSample.draft(pdca)
      _ = try pdca("lesson", "validate", "1")
      let own = try pdca("design", "draft", "Course", "--for", "promoter", "--item", "Basics")
      #expect(own.lines.last == "Next:  pdca design incorporate HQ-D1 SALES-L1 --item 1")
      let taken = try pdca(
        "design", "draft", "Course", "--for", "field", "--item", "Basics", "--propose")
      #expect(taken.lines.last == "Next:  pdca design approve HQ-D2")
      #expect(
        taken.output.contains("Taken up: Put into practice what \"初稿には確認表が要る\" taught: 確認表を添える"))
      #expect(try pdca("design", "approve", "HQ-D2").status == 0)
    }
  }

  @Test("Who has left since attended all the same; who left before did not")
  func leavers() async throws {
    try await withOrganization { pdca async throws in
      _ = try pdca("member", "add", "sato", "SALES", "field", "--on", "2026-01-05")
      _ = try pdca("design", "draft", "Course", "--for", "field", "--item", "Basics")
      _ = try pdca("design", "approve", "1")
      for day in ["2026-02-02", "2026-04-06"] {
        let run = try pdca(
          "design", "schedule", "1", "Day", "--on", day, "--for", "field", "--override", "r")
        #expect(run.status == 0, "\(run)")
      }
      #expect(try pdca("member", "leave", "sato", "--on", "2026-03-02").status == 0)
      #expect(try pdca("design", "attend", "1", "1", "sato").status == 0)
      #expect(try pdca("design", "attend", "1", "2", "sato").status == 1)
    }
  }

  @Test("A review tells of coming sessions that had been scheduled by its period's end")
  func coming() async throws {
    try await withOrganization { pdca async throws in
      _ = try pdca("design", "draft", "Course", "--for", "field", "--item", "Basics")
      _ = try pdca("design", "approve", "1")
      let run = try pdca(
        "design", "schedule", "1", "Field day", "--on", "+4w", "--for", "field", "--override", "r")
      #expect(run.status == 0, "\(run)")
      #expect(try pdca("review", "week").output.contains("Field day"))
      #expect(!(try pdca("review", "week", "-7d", "--full").output.contains("Field day")))
    }
  }

  @Test("The field does not come before its leaders without a reason")
  func order() async throws {
    try await withOrganization { pdca async throws in
      _ = try pdca("design", "draft", "Course", "--for", "field", "--item", "Basics")
      _ = try pdca("design", "approve", "1")
      let early = try pdca(
        "design", "schedule", "1", "Field day", "--on", "tomorrow", "--for", "field")
      #expect(early.status == 1)
      let overridden = try pdca(
        "design", "schedule", "1", "Field day", "--on", "tomorrow", "--for", "field",
        "--override", "Leaders were trained elsewhere")
      #expect(overridden.status == 0)
      #expect(
        try pdca("design", "change", "1", "1", "--cancel", "--reason", "Rain").output
          == "Session 1 (Field day) of HQ-D1 Course is cancelled.\n")
    }
  }
}
