import Testing

@Suite("pdca kpi record --csv")
struct ObservationImportTests {
  func withHours(_ body: (CommandLineRunner) async throws -> Void) async throws {
    try await withOrganization { pdca async throws in
      _ = try pdca("kpi", "define", "hours", "Hours", "--unit", "hours", "--direction", "down")
      try await body(pdca)
    }
  }

  let file = "period,value\n2025-01-06,14\n2025-W03,15\n2025-01-20,13.5\n"

  @Test("A dry run records nothing; recording twice adds nothing")
  func twice() async throws {
    try await withHours { pdca async throws in
      let line = ["kpi", "record", "hours", "--csv", "-"]
      #expect(
        try pdca.run(line + ["--dry-run"], input: file).output
          == "SALES/hours: 3 would be recorded, 0 known already, 0 refused.\n")
      #expect(
        try pdca.run(line, input: file).output
          == "SALES/hours: 3 recorded, 0 known already, 0 refused.\n")
      #expect(
        try pdca.japanese.run(line, input: file).output
          == "SALES/hours: 0件を記録しました（記録済み3件、エラー0件）。\n")
    }
  }

  @Test("Lines at fault are told by number, the others are recorded, and the status is 65")
  func faults() async throws {
    try await withHours { pdca async throws in
      _ = try pdca("kpi", "record", "hours", "14", "--on", "2025-01-06")
      let run = try pdca(
        "kpi", "record", "hours", "--csv", "-",
        input: "2025-01-06,99\nfoo,3\n2025-W04,10,x\n2025-02-03\n2025-02-10,9.5\n2025-02-12,9.5\n")
      #expect(run.status == 65)
      #expect(run.output == "SALES/hours: 1 recorded, 1 known already, 4 refused.\n")
      #expect(
        run.errors == """
          line 1: SALES/hours already has 14 for 2025-01-06: a period is recorded once.
            Correct it:  pdca kpi correct hours 99 --on 2025-01-06 --reason "<reason>"
          line 2: period: "foo" is not a date (2026-11-22, today, +2w).
          line 3: denominator: "x" is not a number.
          line 4: A line has a period, a value and perhaps a denominator; here are 1 fields.

          """)
    }
  }

  @Test("A value corrected since is not recorded again")
  func corrected() async throws {
    try await withHours { pdca async throws in
      let line = ["kpi", "record", "hours", "--csv", "-"]
      _ = try pdca.run(line, input: file)
      _ = try pdca("kpi", "correct", "hours", "12", "--on", "2025-01-06", "--reason", "Typed wrong")
      #expect(
        try pdca.run(line + ["--json"], input: file).output
          == "{\"dryRun\":false,\"id\":\"SALES/hours\",\"known\":3,\"recorded\":0,\"refused\":[]}\n"
      )
    }
  }
}
