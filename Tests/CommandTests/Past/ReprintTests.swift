import CanonicalJSON
import Testing

@Suite("A review made again")
struct ReprintTests {
  private static let forms: [[String]] = [
    [], ["--format", "markdown"], ["--format", "json"], ["--lang", "ja"],
  ]

  private func prints(_ pdca: CommandLineRunner, _ id: String) throws -> [String] {
    try Self.forms.map { form in
      let run = try pdca.run(["review", "week", id, "--as-of", id] + form)
      #expect(run.status == 0, "\(run)")
      return run.output
    }
  }

  /// A review of SALES and one of the whole organization, with an acknowledged signal and a
  /// decision, both closed.
  private func close(_ pdca: CommandLineRunner) throws {
    var steps = [
      ["department", "add", "DEV", "Development"],
      ["kpi", "define", "hours", "Hours", "--unit", "hours", "--direction", "down"],
    ]
    for week in 10...24 {
      let value = week == 24 ? "45" : week.isMultiple(of: 2) ? "14" : "20"
      steps.append(["kpi", "record", "hours", value, "--on", "2026-W\(week)"])
    }
    steps += [
      [
        "plan", "Drafts", "--kpi", "hours", "--predict", "12", "--problem", "p", "--change", "c",
        "--on", "2026-06-09", "--due", "2026-06-12",
      ],
      ["review", "open", "2026-W24"], ["review", "open", "HQ-2026-W24"],
      ["kpi", "acknowledge", "SALES/hours", "beyondLimit", "2026-06-08", "Holidays"],
      [
        "review", "decide", "2026-W24", "Train the east team", "--owner", "postgres", "--due",
        "+1w",
      ],
      ["review", "close", "2026-W24", "--note", "Agreed"], ["review", "close", "HQ-2026-W24"],
    ]
    try run(steps, pdca)
  }

  private func run(_ steps: [[String]], _ pdca: CommandLineRunner) throws {
    for step in steps {
      let run = try pdca.run(step)
      guard run.status == 0 else { throw SetUpFailed(step: step, run: run) }
    }
  }

  /// Hundreds of events in every department, and everything that could show in an old report.
  private func goOn(_ pdca: CommandLineRunner) throws {
    let csv = (1...150).flatMap { number in
      ["SALES", "HQ", "DEV"].map {
        "\($0),2026-06-\(number % 6 + 8 < 10 ? "0" : "")\(number % 6 + 8)T09:00:00Z,u\(number),Action \(number)"
      }
    }
    let imported = try pdca(
      "import", "actions", "-",
      input: (["department,occurred_at,actor,text"] + csv).joined(separator: "\n") + "\n")
    #expect(imported.status == 0, "\(imported)")
    try run(
      [
        ["kpi", "correct", "hours", "17", "--on", "2026-W24", "--reason", "Typed wrong"],
        ["kpi", "exclude", "hours", "2026-06-01", "--reason", "Strike"],
        ["review", "done", "SALES-2026-W24.1"],
        ["review", "addendum", "2026-W24", "Twelve, not ten"],
        ["cancel", "1", "--reason", "Superseded"],
        ["kpi", "retire", "hours", "--reason", "Measured otherwise"],
        ["department", "rename", "SALES", "Field sales"],
        ["department", "close", "DEV", "--reason", "Merged", "--successor", "SALES"],
      ], pdca)
  }

  @Test("As closed, whatever was recorded since in any department, in every form")
  func same() async throws {
    try await withOrganization { pdca throws in
      try close(pdca)
      let ids = ["SALES-2026-W24", "HQ-2026-W24"]
      let before = try ids.map { try prints(pdca, $0) }
      try goOn(pdca)
      let after = try ids.map { try prints(pdca, $0) }
      #expect(after == before)
      for (id, forms) in zip(ids, after) {
        let shown = try JSON(parsing: try pdca("review", "show", id, "--json").output)
        let hash = shown.object?["closingHash"]?.string ?? "none"
        #expect(forms[0].split(whereSeparator: \.isWhitespace).contains("\(hash)."))
        #expect(forms[1].contains("As closed, hash \(hash)."))
        #expect(forms[2].contains(#""same":true"#))
        #expect(forms[3].contains("終了時の内容と一致しています"))
        #expect(shown.object?["reprint"]?.object?["same"]?.canonical == "true")
        let live = try pdca("review", "week", id, "--format", "markdown").output
        #expect(live != forms[1])
      }
      #expect(after[0][1].contains("Signal (beyond a limit) of 2026-06-08 acknowledged: Holidays"))
      #expect(after[0][1].contains("Decision 1: Train the east team"))
      #expect(!after[0][1].contains("Field sales"))
    }
  }

  @Test("An open review shows the acts so far, and is as opened")
  func open() async throws {
    try await withOrganization { pdca throws in
      _ = try pdca("review", "open", "2026-W02")
      let first = try pdca("review", "week", "2026-W02", "--as-of", "SALES-2026-W02").output
      #expect(first.contains("As opened, hash") && !first.contains("In the review"))
      _ = try pdca(
        "review", "decide", "2026-W02", "Train", "--owner", "postgres", "--due", "+1w")
      let second = try pdca("review", "week", "2026-W02", "--as-of", "SALES-2026-W02").output
      #expect(second.contains("In the review") && second.contains("Decision 1: Train"))
      #expect(second.contains("As opened, hash"))
    }
  }

  @Test("What was redacted since is named")
  func redacted() async throws {
    try await withOrganization { pdca throws in
      try close(pdca)
      let id = "SALES-2026-W24"
      try run([["audit", "redact", "SALES@17", "--reason", "A customer is named"]], pdca)
      let again = try pdca("review", "week", id, "--as-of", id)
      #expect(again.output.contains("Differs: redacted at SALES@17."))
      #expect(!again.output.contains("Drafts"))
      let json = try pdca("review", "week", id, "--as-of", id, "--json").output
      #expect(json.contains(#""redacted":["SALES@17"]"#))
      #expect(
        try pdca.japanese("review", "show", id).output.contains("差異があります: SALES@17 が墨消しされています。"))
    }
  }

  @Test("A log that was changed since makes another report, and that is said")
  func differs() async throws {
    try await withOrganization { pdca async throws in
      try close(pdca)
      let id = "SALES-2026-W24"
      try await pdca.rewriting(
        """
        UPDATE log.event SET payload = replace(payload::text, '45', '44')::json
        WHERE stream = 'kpi-hours' AND payload::text LIKE '%2026-06-08%' AND type = 'ObservationRecorded'
        """)
      #expect(
        try pdca("review", "week", id, "--as-of", id, "--format", "markdown").output
          .contains("Differs: the hash of the report was "))
      try await pdca.rewriting(
        """
        UPDATE log.event SET payload = replace(payload::text, '44', '45')::json
        WHERE stream = 'kpi-hours' AND payload::text LIKE '%2026-06-08%' AND type = 'ObservationRecorded';
        UPDATE log.event SET payload = replace(payload::text, 'east', 'west')::json
        WHERE type = 'DecisionMade'
        """)
      let shown = try pdca("review", "show", id)
      #expect(shown.output.contains("Differs: the hash of the acts was"))
    }
  }

  @Test("A decision that is not done turns up in the next review by itself")
  func goesOn() async throws {
    try await withOrganization { pdca throws in
      _ = try pdca("review", "open", "2026-W02")
      _ = try pdca(
        "review", "decide", "2026-W02", "Train", "--owner", "postgres", "--due", "today",
        "--on", "2026-01-07")
      _ = try pdca("review", "close", "2026-W02")
      _ = try pdca("review", "open", "2026-W03")
      let next = try pdca(
        "review", "week", "2026-W03", "--as-of", "SALES-2026-W03", "--json"
      ).output
      #expect(next.contains(#""id":"SALES-2026-W02.1""#))
      #expect(try pdca("review", "close", "2026-W03").status == 1)
    }
  }
}
