import Testing

@Suite("pdca issue")
struct IssueCommandTests {
  @Test("An issue goes up to a layer, and that layer decides it")
  func decide() async throws {
    try await withOrganization { pdca async throws in
      #expect(
        try pdca("issue", "raise", "No customer data", "--to", "executive").output
          == "SALES-I1 No customer data is raised to the layer executive.\n")
      #expect(
        try pdca.japanese("issue", "raise", "議事録の形式", "--to", "promoter").output
          == "SALES-I2「議事録の形式」を推進役に提起しました。\n")
      let refused = try pdca("issue", "decide", "1", "Use the masked copy")
      #expect(refused.status == 1)
      #expect(
        refused.errors == """
          Error: SALES-I1 cannot be decided by you: it went to the layer executive, \
          and you belong to the layer promoter.
            Ask the layer executive, or an executive:  pdca issue decide SALES-I1 "<decision>"

          """)
      #expect(
        try pdca("issue", "decide", "2", "One template", "--why", "Same for all").output
          == "SALES-I2 議事録の形式 is decided.\n")
      #expect(
        try pdca("issue", "decide", "2", "One template", "--why", "Same for all").output
          == "SALES-I2 議事録の形式: it was so already; nothing was added.\n")
      #expect(try !pdca("issue", "list", "--open").output.contains("SALES-I2"))
      #expect(
        try pdca("issue", "show", "SALES-I2").output.contains("Decision  One template\n"))
    }
  }

  @Test("An executive decides what was raised to executives")
  func executive() async throws {
    try await withOrganization { pdca async throws in
      _ = try pdca("member", "add", "director", "HQ", "executive")
      _ = try pdca("issue", "raise", "No customer data", "--to", "executive")
      let director = try await pdca.acting(as: "director")
      #expect(
        try director("issue", "decide", "SALES-I1", "Use the masked copy").output
          == "SALES-I1 No customer data is decided.\n")
      #expect(try director("issue", "show", "SALES-I1").output.contains("by director"))
    }
  }

  @Test("An issue is filed in the department of the cycle that it came up in")
  func home() async throws {
    try await withCycle { pdca throws in
      let head = pdca.with("PDCA_DEPARTMENT", "HQ")
      #expect(
        try head("issue", "raise", "No time", "--cycle", "SALES-1").output
          == "SALES-I1 No time is raised to the layer promoter.\n")
      #expect(try head("issue", "raise", "No room").output.hasPrefix("HQ-I1 No room is raised"))
    }
  }

  @Test("An empty issue, an unknown one and an unknown cycle are refused")
  func refused() async throws {
    try await withOrganization { pdca async throws in
      #expect(
        try pdca("issue", "raise", "").errors == "Error: The issue is empty.\n  Write a text.\n")
      #expect(try pdca("issue", "raise", "x", "--cycle", "SALES-9").status == 64)
      #expect(try pdca("issue", "show", "7").status == 64)
      #expect(try pdca("issue", "list").output.hasPrefix("There are no issues yet."))
    }
  }
}
