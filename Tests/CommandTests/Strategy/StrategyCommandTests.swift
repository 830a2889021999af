import Testing

@Suite("pdca vision, value-area and policy")
struct StrategyCommandTests {
  @Test("A vision needs a KPI that is a management outcome")
  func vision() async throws {
    try await withOrganization { pdca async throws in
      _ = try pdca("kpi", "define", "uses", "Uses", "--unit", "times", "--kind", "activity")
      _ = try pdca("kpi", "define", "hours", "Hours", "--unit", "hours", "--direction", "down")
      let refused = try pdca("vision", "declare", "Proposals in a day", "--kpi", "uses")
      #expect(refused.status == 1)
      #expect(
        refused.errors == """
          Error: The vision's KPIs count activity only (SALES/uses): \
          at least one must be a management outcome.
            See the KPIs:   pdca kpi list
            or define one:  pdca kpi define <code> "<name>" --kind outcome

          """)
      #expect(
        try pdca("vision", "declare", "Proposals in a day", "--kpi", "hours", "--kpi", "uses")
          .output == "The vision is declared, measured by SALES/hours, SALES/uses.\n")
      #expect(
        try pdca("vision", "show").lines.prefix(2) == [
          "Vision    Proposals in a day", "KPI       SALES/hours, SALES/uses",
        ])
    }
  }

  @Test("Value areas keep their investment in the currency's own units")
  func valueAreas() async throws {
    try await withOrganization { pdca async throws in
      #expect(
        try pdca("value-area", "choose", "Proposals", "Most hours", "--invest", "1200000 JPY")
          .output == "Proposals is chosen as a value area.\n")
      _ = try pdca("value-area", "choose", "Search", "Found late", "--invest", "1250.50 USD")
      let list = try pdca("value-area", "list").output
      #expect(list.contains("1,200,000 JPY"))
      #expect(list.contains("1,250.50 USD"))
      let bad = try pdca("value-area", "choose", "Third", "Because", "--invest", "many")
      #expect(bad.status == 64)
      #expect(
        bad.errors
          == "Error: --invest: \"many\" is not an amount with its currency (120000 JPY).\n")
    }
  }

  @Test(
    "An amount that its currency can't hold is refused, not rounded",
    arguments: [
      ("12.5 JPY", "\"12.5 JPY\" is finer than JPY, which has no decimals."),
      ("12.505 USD", "\"12.505 USD\" is finer than USD, which has 2 decimals."),
      ("1,5 USD", "\"1,5 USD\" is not an amount with its currency (120000 JPY)."),
      ("USD", "\"USD\" is not an amount with its currency (120000 JPY)."),
      ("5 XYZ", "XYZ is no currency of ISO 4217.\n  Write its code, such as JPY or USD."),
    ])
  func amounts(_ text: String, _ said: String) async throws {
    try await withOrganization { pdca async throws in
      let run = try pdca("value-area", "choose", "Third", "Because", "--invest", text)
      #expect(run.status == 64)
      #expect(run.errors == "Error: --invest: \(said)\n")
    }
  }

  @Test("A negative amount is said back in the currency's own units")
  func negative() async throws {
    try await withOrganization { pdca async throws in
      let run = try pdca("value-area", "choose", "Third", "Because", "--invest=-12.50 USD")
      #expect(run.status == 1)
      #expect(
        run.errors.hasPrefix("Error: An investment of −12.50 USD is not possible: it must be 0"))
    }
  }

  @Test("Amounts in dinars have three decimals")
  func dinars() async throws {
    try await withOrganization { pdca async throws in
      _ = try pdca("value-area", "choose", "Search", "Found late", "--invest", "1,250.505 KWD")
      #expect(try pdca("value-area", "list").output.contains("1,250.505 KWD"))
    }
  }

  @Test("The policy is set once, then revised with a reason")
  func policy() async throws {
    try await withOrganization { pdca async throws in
      #expect(try pdca("policy", "revise", "A", "B", "--reason", "C").status == 1)
      #expect(
        try pdca("policy", "set", "On real work", "People who test").output
          == "The training policy is set.\n")
      #expect(
        try pdca("policy", "revise", "In pairs", "People who teach", "--reason", "Alone they stop")
          .output == "The training policy is revised.\n")
      #expect(
        try pdca.japanese("policy", "show").lines.prefix(3) == [
          "育成方針    In pairs", "人材像      People who teach", "改定の理由  Alone they stop",
        ])
      #expect(try pdca("policy", "show", "--history").output.contains("On real work"))
    }
  }
}
