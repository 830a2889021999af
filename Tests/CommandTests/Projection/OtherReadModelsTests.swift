import Postgres
import Testing

@Suite("Every command beside read models of another version")
struct OtherReadModelsTests {
  private static let commands = [
    ["cycle", "list"], ["cycle", "list", "--as-of", "SALES@3"], ["do", "SALES-1", "One more"],
    ["kpi", "record", "hours", "7"], ["kpi", "chart", "hours"], ["check", "SALES-1"],
    [
      "plan", "P", "--kpi", "hours", "--predict", "6", "--due", "+1w", "--problem", "p",
      "--change", "c",
    ],
    ["review", "week"], ["log"], ["replay", "SALES-1"], ["audit", "why", "SALES-1"],
    ["audit", "redact", "SALES@4", "--reason", "A name"], ["import", "actions", "-"],
    ["lesson", "search", "hours"], ["department", "add", "DEV", "Dev"],
    ["projection", "status"], ["projection", "check"], ["projection", "run"],
    ["projection", "run", "--follow"], ["projection", "retry"],
  ]

  private func replace(_ pdca: CommandLineRunner, _ change: String) async throws {
    let connection = try await Connection.open(pdca.target)
    try await connection.executeScript(
      "UPDATE read.pointer SET definition = 'another'; UPDATE read_1.projection SET \(change)")
    await connection.close()
  }

  @Test("Each refuses with 64, says which versions, and writes nothing")
  func newer() async throws {
    try await withCycle { pdca async throws in
      try await replace(pdca, "version = 9 WHERE name = 'issue'")
      let before = try await pdca.count("log.event")
      for command in Self.commands {
        let run = try pdca.run(
          command, input: command.last == "-" ? "cycle,text\nSALES-1,x\n" : nil)
        #expect(run.status == 64, "\(command): \(run)")
        #expect(
          run.errors == """
            Error: the read models (read_1) were built by a newer pdca: issue has version 9, here 1. Nothing was written.
              Install the newer pdca.
              or build them for this one:  pdca projection rebuild

            """, "\(command)")
        #expect(run.output == "", "\(command)")
      }
      #expect(try await pdca.count("log.event") == before)
    }
  }

  @Test("What needs no read models goes on, and a rebuild makes this program's")
  func rebuilt() async throws {
    try await withCycle { pdca async throws in
      try await replace(pdca, "version = 0 WHERE name = 'cycle'")
      #expect(try pdca("audit", "verify").status == 0)
      #expect(try pdca("database", "status").status == 0)
      let refused = try pdca.japanese("cycle", "list")
      #expect(refused.status == 64)
      #expect(
        refused.errors.hasPrefix(
          "エラー: リードモデル (read_1) は古い版の pdca で作成されたものです (cycle: 版 0、この pdca では "))
      #expect(
        refused.errors.hasSuffix(
          ")。何も書き込まれていません。\n  再構築する:  pdca projection rebuild\n"))
      #expect(try pdca("projection", "rebuild").status == 0)
      #expect(try pdca("cycle", "list").status == 0)
      #expect(try pdca("projection", "check").status == 0)
    }
  }
}
