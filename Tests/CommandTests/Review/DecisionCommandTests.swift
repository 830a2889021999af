import Testing

@Suite("Decisions of reviews, after they were made")
struct DecisionCommandTests {
  /// Three decisions of a closed week, due on the day that they were made, and an open one after it.
  private func withPromises(
    _ body: @Sendable (CommandLineRunner) throws -> Void
  ) async throws {
    try await withOrganization { pdca async throws in
      _ = try pdca("member", "add", "sato", "SALES", "field")
      _ = try pdca("review", "open", "2026-W02")
      for text in ["Train", "Ask", "Buy"] {
        _ = try pdca("review", "decide", "2026-W02", text, "--owner", "sato", "--due", "today")
      }
      _ = try pdca("review", "close", "2026-W02")
      _ = try pdca("review", "open", "2026-W03")
      try body(pdca)
    }
  }

  @Test("Several are done or carried over at once, and what keeps one from it keeps all")
  func several() async throws {
    try await withPromises { pdca in
      let refused = try pdca("review", "done", "SALES-2026-W02.1", "SALES-2026-W02.9")
      #expect(refused.status == 64)
      #expect(refused.errors.contains("There is no decision SALES-2026-W02.9."))
      #expect(!(try pdca("review", "show", "2026-W02").output.contains("done")))
      let done = try pdca("review", "done", "SALES-2026-W02.1", "SALES-2026-W02.2")
      #expect(done.output == "SALES-2026-W02.1 Train is done.\nSALES-2026-W02.2 Ask is done.\n")
      let carried = try pdca(
        "review", "carry", "2026-W03", "SALES-2026-W02.3", "SALES-2026-W02.1", "--due", "+1w",
        "--reason", "Waits")
      #expect(carried.status == 1, "one is done already")
      #expect(try pdca("review", "close", "2026-W03").status == 1)
      let one = try pdca(
        "review", "carry", "2026-W03", "SALES-2026-W02.3", "--due", "+1w", "--reason", "Waits")
      #expect(one.status == 0)
      #expect(try pdca("review", "close", "2026-W03").status == 0)
    }
  }

  @Test("A repeated command answers with the first results of all")
  func repeated() async throws {
    try await withPromises { pdca in
      let words = [
        "review", "done", "SALES-2026-W02.1", "SALES-2026-W02.2", "--command-id",
        "01890a5d-ac96-774b-bcce-b302099affff",
      ]
      #expect(try pdca.run(words).status == 0)
      let again = try pdca.run(words).output
      #expect(again.split(separator: "\n").allSatisfy { $0.contains("nothing was added") })
      let events = try pdca("log", "--json").output.split(separator: "DecisionDone").count - 1
      #expect(events == 2)
    }
  }

  @Test("Owner and day change, and what is withdrawn waits for nobody")
  func change() async throws {
    try await withPromises { pdca in
      let amended = try pdca(
        "review", "amend", "SALES-2026-W02.1", "SALES-2026-W02.2", "--owner", "postgres", "--due",
        "+2w", "--reason", "Sato is away")
      #expect(amended.status == 0)
      let withdrawn = try pdca(
        "review", "withdraw", "SALES-2026-W02.3", "--reason", "The supplier has changed")
      #expect(withdrawn.output == "SALES-2026-W02.3 Buy is withdrawn.\n")
      let shown = try pdca("review", "show", "2026-W02").output
      #expect(shown.contains("Train (postgres, due"))
      #expect(shown.contains("The supplier has changed"))
      #expect(try pdca("review", "done", "SALES-2026-W02.3").status == 1)
      let why = try pdca("audit", "why", "SALES-2026-W02.3").output
      #expect(why.contains("The supplier has changed"))
      let nothing = try pdca("review", "amend", "SALES-2026-W02.1", "--reason", "Why")
      #expect(nothing.status == 1 && nothing.errors.contains("neither another owner"))
    }
  }

  @Test("What was put off more than twice goes to the sponsor, and reviews and today say so")
  func sponsor() async throws {
    try await withPromises { pdca in
      _ = try pdca("member", "add", "director", "HQ", "executive")
      _ = try pdca("department", "sponsor", "SALES", "director")
      _ = try pdca("review", "done", "SALES-2026-W02.2", "SALES-2026-W02.3")
      for (week, days) in [("03", 1), ("04", 2), ("05", 3)] {
        _ = try pdca("review", "open", "2026-W\(week)")
        let carried = try pdca(
          "review", "carry", "2026-W\(week)", "SALES-2026-W02.1", "--due", "+\(days)d", "--reason",
          "Waits")
        #expect(carried.status == 0, "\(carried.errors)")
      }
      let review = try pdca("review", "month", "--full", "--format", "markdown").output
      #expect(review.contains("put off 3 times: it goes to the sponsor, director."), "\(review)")
      let today = try pdca("today", "--of", "director").output
      #expect(today.contains("pdca review amend SALES-2026-W02.1 --owner director"), "\(today)")
    }
  }

  @Test("Whoever has left is named as the owner of what stays undone")
  func ownerLeft() async throws {
    try await withPromises { pdca in
      _ = try pdca("member", "leave", "sato")
      let review = try pdca("review", "month", "--full", "--format", "markdown").output
      #expect(review.contains("Its owner, sato, left on"), "\(review)")
      let japanese = try pdca("review", "month", "--full", "--format", "markdown", "--lang", "ja")
        .output
      #expect(japanese.contains("担当のsatoは"), "\(japanese)")
    }
  }
}
