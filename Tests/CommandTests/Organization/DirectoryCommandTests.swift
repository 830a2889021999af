import TestSupport
import Testing

@Suite("Names and absences, outside the log")
struct DirectoryCommandTests {
  private static func withSato(_ body: (CommandLineRunner) async throws -> Void) async throws {
    try await withOrganization { pdca async throws in
      for step in [
        ["member", "add", "sato", "SALES", "field", "--on", "2026-01-05"],
        ["review", "open", "2026-W02", "--on", "2026-01-12"],
        ["review", "decide", "2026-W02", "Train", "--owner", "sato", "--due", "2026-01-20"]
          + ["--on", "2026-01-12"],
        ["review", "close", "2026-W02", "--on", "2026-01-13"],
      ] {
        let run = try pdca.run(step + ["--no-input"])
        guard run.status == 0 else { throw SetUpFailed(step: step, run: run) }
      }
      try await body(pdca)
    }
  }

  @Test("A name is shown where people read, stands in no export, and comes back with a backup")
  func name() async throws {
    try await Self.withSato { pdca throws in
      let said = try pdca("member", "name", "sato", "佐藤 花子", "--address", "sato@example.com")
      #expect(said.output == "sato is called 佐藤 花子.\n", "\(said)")
      let list = try pdca("member", "list").output
      #expect(list.contains("佐藤 花子"), "\(list)")
      let review = try pdca("review", "week", "2026-W03", "--full").output
      #expect(review.contains("佐藤 花子") && !review.contains("(sato"), "\(review)")
      #expect(try pdca("review", "show", "2026-W02").output.contains("Train (佐藤 花子, due"))
      let meeting = try pdca("review", "hold", "week", "2026-W03").output
      #expect(meeting.contains("(佐藤 花子, due 20 January 2026)"), "\(meeting)")
      #expect(try pdca("today", "--of", "sato").output.contains("佐藤 花子"))
      // Programs get accounts, and exports nothing else.
      #expect(!(try pdca("review", "week", "2026-W03", "--json").output.contains("佐藤")))
      let export = try pdca("export", "log").output
      #expect(!export.contains("佐藤") && !export.contains("sato@example.com"))
      let file = pdca.home + "/pdca.dump"
      #expect(try pdca("database", "backup", file).status == 0)
      let dumped = try ChildProcess.run(["pg_restore", "--file=-", file])
      #expect(dumped.output.contains("佐藤 花子"))
    }
  }

  @Test("People change what is said of them, administrators all, and nobody else")
  func rights() async throws {
    try await Self.withSato { pdca async throws in
      let sato = try await pdca.acting(as: "sato")
      #expect(try sato("member", "name", "sato", "Hanako").status == 0)
      let address = try sato("member", "name", "sato", "--address", "sato@example.com")
      #expect(address.status == 77, "\(address)")
      #expect(address.errors.contains("addresses by administrators alone"), "\(address)")
      #expect(try sato("member", "name", "postgres", "Boss").status == 77)
      #expect(try sato("member", "away", "today", "+1w").status == 0)
      #expect(try sato("member", "away", "today", "--of", "postgres").status == 77)
      #expect(try pdca("member", "name", "nobody", "Boss").status == 64)
    }
  }

  @Test("Who is away isn't asked: a meeting carries what they owe over to when they are back")
  func away() async throws {
    try await Self.withSato { pdca throws in
      #expect(try pdca("review", "due").output.contains("SALES-2026-W02.1"))
      let said = try pdca("member", "away", "today", "+1w", "--of", "sato")
      #expect(said.status == 0, "\(said)")
      #expect(!(try pdca("review", "due").output.contains("SALES-2026-W02.1")))
      let run = try pdca.with("NO_COLOR", "1").onTerminal(
        "review", "hold", "week", "2026-W03", "--lang", "en", typing: "c\nc")
      #expect(run.output.contains("sato is away until"), "\(run)")
      #expect(run.output.contains("SALES-2026-W03 is closed."), "\(run)")
      #expect(try pdca("member", "away", "today", "--of", "sato", "--cancel").status == 0)
      #expect(try pdca("member", "away", "today", "--of", "sato", "--cancel").status == 64)
    }
  }
}
