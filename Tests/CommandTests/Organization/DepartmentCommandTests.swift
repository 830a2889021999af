import Testing

@Suite("pdca department")
struct DepartmentCommandTests {
  @Test("Departments are registered, listed and made the current one")
  func register() async throws {
    try await withOrganization { pdca async throws in
      #expect(
        try pdca("department", "add", "DEV", "開発部").lines == [
          "DEV is registered: 開発部.", "Next:  pdca department use DEV",
        ])
      #expect(
        try pdca("department", "list").lines == [
          "   Code   Name         Sponsor  State", "   DEV    開発部       –        open",
          "   HQ     Head office  –        head", "*  SALES  Sales        –        open",
        ])
      #expect(
        try pdca.japanese("department", "use", "dev").output == "現在の部門を DEV にしました。\n")
      #expect(try pdca("department", "show").lines.first == "Code         DEV")
    }
  }

  @Test("Departments registered at the same time are all registered")
  func atOnce() async throws {
    try await withOrganization { pdca async throws in
      let adding = (1...6).map { pdca.inFlight("department", "add", "D\($0)", "Team") }
      for one in adding {
        let run = try await one.value
        #expect(run.status == 0, "\(run)")
      }
      #expect(try pdca("department", "list").lines.count == 1 + 2 + 6)
    }
  }

  @Test("A code that is taken, malformed or unknown is refused with what can be done")
  func refused() async throws {
    try await withOrganization { pdca async throws in
      let taken = try pdca("department", "add", "sales", "Sales")
      #expect(taken.status == 1)
      #expect(
        taken.errors == """
          Error: sales cannot be registered: SALES is the code of Sales.
            See the departments:  pdca department list
            or rename it:         pdca department rename sales "<name>"

          """)
      let malformed = try pdca("department", "add", "9x", "Nine")
      #expect(malformed.status == 64)
      #expect(
        malformed.errors == """
          Error: CODE: "9x" is not a department's code (a letter, then letters, digits, hyphens; \
          32 at most, no end like -12 or -L3).

          """)
      let unknown = try pdca("department", "use", "SALSE")
      #expect(unknown.status == 64)
      #expect(
        unknown.errors == """
          Error: there is no department SALSE.
            Did you mean SALES?
            See what there is:  pdca department list

          """)
    }
  }

  @Test("Renaming to the same name adds nothing, and says so")
  func rename() async throws {
    try await withOrganization { pdca async throws in
      #expect(
        try pdca("department", "rename", "SALES", "営業部").output == "SALES is named 営業部.\n")
      #expect(
        try pdca("department", "rename", "SALES", "営業部").output
          == "SALES: it was so already; nothing was added.\n")
      #expect(
        try pdca.japanese("department", "rename", "SALES", "営業部").output
          == "SALES: すでにその内容のため、追加はありません。\n")
    }
  }

  @Test("A command repeated under its id says that it had been recorded before")
  func repeated() async throws {
    try await withOrganization { pdca async throws in
      let line = [
        "department", "rename", "SALES", "Sales and service", "--command-id",
        "1b4e28ba-2fa1-41d2-883f-0016d3cca427",
      ]
      #expect(try pdca.run(line).output == "SALES is named Sales and service.\n")
      #expect(
        try pdca.run(line).output == """
          SALES is named Sales and service. (It had been recorded before; nothing was added.)

          """)
      #expect(
        try pdca.run(line + ["--json"]).output == """
          {"events":["DepartmentRenamed"],"id":"SALES","jsonVersion":1,"positions":[6],"repeated":true,\
          "stream":"organization","version":6}

          """)
    }
  }

  @Test("What is open in a department that closes is finished under its id, and nothing begins")
  func finishing() async throws {
    try await withCycle { pdca async throws in
      let steps: [[String]] = [
        ["department", "add", "EAST", "East"],
        ["issue", "raise", "No time", "--to", "promoter"],
        ["department", "close", "SALES", "--successor", "EAST", "--reason", "Merged"],
        ["do", "SALES-1", "Drafted three", "--on", "2025-03-10"],
        ["kpi", "record", "SALES/hours", "3.9", "--on", "2025-03-10"], ["check", "SALES-1"],
        ["act", "SALES-1", "adopt", "It holds"],
        ["issue", "decide", "SALES-I1", "Fridays are free"],
      ]
      for step in steps {
        let run = try pdca.run(step)
        #expect(run.status == 0, "\(step): \(run)")
      }
      let closed = try pdca("department", "list", "--all").output
      #expect(closed.contains("closed, see EAST"))
      let refusal = "department SALES is closed; its successor is EAST."
      for step in [
        CycleSample.plan + ["--department", "SALES"],
        ["issue", "raise", "No room", "--to", "executive", "--department", "SALES"],
        ["kpi", "define", "errors", "Errors", "--unit", "n", "--direction", "down", "-d", "SALES"],
        ["review", "open", "SALES-2025-W11"],
      ] {
        let run = try pdca.run(step)
        #expect(run.status == 1, "\(step): \(run)")
        #expect(run.errors.contains(refusal), "\(step): \(run)")
      }
    }
  }

  @Test("A closed department names its successor and takes nothing more")
  func close() async throws {
    try await withOrganization { pdca async throws in
      _ = try pdca("department", "add", "WEST", "West")
      #expect(
        try pdca("department", "close", "WEST", "--no-input").errors
          == """
          Error: the reason (--reason) is missing, and there is nobody to ask.
            See how it is given:  pdca department close --help

          """)
      #expect(
        try pdca("department", "close", "WEST", "--successor", "SALES", "--reason", "Merged").output
          == "WEST is closed; its successor is SALES.\n")
      let used = try pdca("department", "use", "WEST")
      #expect(used.status == 1)
      #expect(
        used.errors == """
          Error: department WEST is closed; its successor is SALES.
            Use:  pdca department use SALES

          """)
      #expect(try !pdca("department", "list").output.contains("WEST"))
      #expect(try pdca("department", "list", "--all").output.contains("closed, see SALES"))
    }
  }
}
