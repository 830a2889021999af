import Testing

/// What somebody sees who brings their own figures along.
@Suite("The first review of one's own figures")
struct FirstReviewTests {
  @Test("A change from before the KPI was defined is told as that, and never as usual variation")
  func history() async throws {
    try await withOrganization { pdca async throws in
      #expect(
        try pdca("kpi", "define", "h", "Hours", "--unit", "h", "--direction", "down").status == 0)
      let levels =
        [9.6, 9.9, 9.5, 9.8, 9.7, 9.4, 9.9, 9.6, 9.8, 9.7, 9.5, 9.9, 9.6, 9.7, 9.8, 9.5, 9.6, 9.9]
        + [9.7, 9.8, 9.5, 9.7, 7.1, 6.9, 7.3, 6.8, 7.0, 6.5]
      let lines = levels.enumerated().map { place, level in
        "2025-W\(place + 10),\(level)\n"
      }
      let run = try pdca("kpi", "record", "h", "--csv", "-", input: lines.joined())
      #expect(run.status == 0, "\(run)")
      let week = try pdca("review", "week", "2025-W37").output.replacing("\n", with: " ")
      #expect(week.contains("already before, better: Hours (since "), "\(week)")
      #expect(!week.contains("usual variation."), "\(week)")
      let japanese = try pdca.japanese("review", "week", "2025-W37").output
        .replacing("\n", with: "")
      #expect(japanese.contains("登録前からHours（"), "\(japanese)")
      #expect(japanese.contains("良い水準が続いています"), "\(japanese)")
    }
  }
}
