import Testing

@Suite("Rights come before rules")
struct RightsTests {
  /// Commands that a rule refuses, whoever gives them, and the right that they need.
  private static let refused: [([String], right: String)] = [
    (["department", "close", "SALES", "--successor", "SALES", "--reason", "x"], "to administer"),
    (["department", "add", "SALES", "Again"], "to administer"),
    (["member", "grant", "nobody_here", "reviewer"], "to administer"),
    (["kpi", "define", "hours", "Again", "--unit", "min", "--direction", "up"], "to lead"),
    (["lesson", "validate", "SALES-L9"], "to lead"),
    (["vision", "declare", "Ours", "--kpi", "SALES/nothing"], "to set strategy"),
    (["review", "close", "SALES-2025-W10"], "to hold reviews"),
  ]

  @Test("Who may not do it at all is told so (77), and who may is told the rule (1)")
  func order() async throws {
    try await withCycle { pdca async throws in
      #expect(try pdca("member", "add", "field_of_rights", "HQ", "field").status == 0)
      let field = try await pdca.acting(as: "field_of_rights")
      for (command, right) in Self.refused {
        let name = "pdca \(command.joined(separator: " "))"
        let ruled = try pdca.run(command)
        #expect([1, 64].contains(ruled.status), "\(name)\n\(ruled)")
        let run = try field.run(command)
        if ruled.status == 64 {
          // What was typed names nothing: that may be told before anybody's right.
          #expect([64, 77].contains(run.status), "\(name)\n\(run)")
          continue
        }
        #expect(run.status == 77, "\(name)\n\(run)")
        #expect(run.errors.contains("needs the right \(right)"), "\(name)\n\(run)")
        #expect(run.errors.contains("Ask an administrator: "), "\(name)\n\(run)")
      }
    }
  }
}
