import Testing

@Suite("pdca cycle list, show, link")
struct CycleListTests {
  @Test("The list marks what is late and filters by state, text and owner")
  func list() async throws {
    try await withCycle { pdca throws in
      #expect(
        try pdca("cycle", "list").output == """
          ID       State    Due           Owner     Actions  Title
          SALES-1  planned  2025-03-31 !  postgres        0  Drafts by assistant

          """)
      #expect(try pdca("cycle", "list", "--overdue", "--json").output.contains(#""id":"SALES-1""#))
      for none in [["--status", "acted"], ["nothing"], ["--owner", "sato"]] {
        #expect(try pdca.run(["cycle", "list"] + none).output == "There is no such cycle.\n")
      }
      #expect(
        try pdca("cycle", "list", "-d", "HQ").output
          == """
          There are no cycles in HQ yet. Plan one:  pdca plan "<title>" -d HQ
          Those of all departments:  pdca cycle list --all

          """)
      #expect(try pdca("cycle", "list", "DRAFTS", "--all", "--open").lines.count == 2)
      #expect(try pdca("cycle", "list", "--status", "late").status == 64)
    }
  }

  @Test("All of a cycle is shown, with its version for --expect")
  func show() async throws {
    try await withCycle { pdca throws in
      _ = try pdca("do", "1", "Drafted", "--minutes", "45", "--on", "2025-03-10T09:00:00+09:00")
      let run = try pdca("cycle", "show", "1")
      #expect(
        run.output == """
          SALES-1  Drafts by assistant
          State       doing
          Problem     Proposals take too long
          Change      First drafts by the assistant
          KPI         SALES/hours Hours a proposal
          Prediction  4 h (from 6.1 h)
          Window      3 March 2025 to 31 March 2025
          Due         31 March 2025
          Owner       postgres
          Actions     1
          Opened      2025-03-03 23:59 postgres
          Version     2

          Actions
          Entry  When              By          Time  Action
              2  2025-03-10 09:00  postgres  45 min  Drafted

          """)
      #expect(try pdca("cycle", "show", "1", "--json").output.contains(#""version":2"#))
      #expect(try pdca("cycle", "show", "1", "--actions", "0").output.contains("Drafted") == false)
    }
  }

  @Test("The state is one word in the list, on the sheet and for --status")
  func state() async throws {
    try await withCycle { pdca throws in
      try CycleSample.check(pdca)
      #expect(try pdca("cycle", "list", "--status", "checked").output.contains("checked (met)"))
      #expect(try pdca("cycle", "show", "1").lines.contains("State       checked"))
    }
  }

  @Test("Of many actions the latest are shown, with how to see all")
  func manyActions() async throws {
    try await withCycle { pdca throws in
      for number in 1...3 { _ = try pdca("do", "1", "Action \(number)") }
      #expect(
        try pdca("cycle", "show", "1", "--actions", "2").lines.last
          == "  The latest 2 of 3; for all:  pdca log SALES-1")
      #expect(
        try pdca.japanese("cycle", "show", "1", "--actions", "2").lines.last
          == "  全3件のうち最新2件です。すべて見る:  pdca log SALES-1")
      #expect(try !pdca("cycle", "show", "1").output.contains("The latest"))
    }
  }

  @Test("A checked cycle goes on in another")
  func link() async throws {
    try await withCycle { pdca throws in
      try CycleSample.check(pdca)
      #expect(try pdca("cycle", "link", "1", "1").status == 1)
      _ = try pdca.run(CycleSample.plan + ["--on", "2025-03-20"])
      #expect(
        try pdca("cycle", "link", "1", "2").output
          == "SALES-1 Drafts by assistant goes on in SALES-2 Drafts by assistant.\n")
      #expect(try pdca("cycle", "show", "1").lines.contains("Goes on in  SALES-2"))
    }
  }
}
