import OperatingSystem
import TestSupport
import Testing

/// Names whose special signs carry a combining mark, in everything that is written for other
/// programs to read.
@Suite("Signs with combining marks")
struct CombiningMarkTests {
  @Test(
    "Markdown, calendars and pages keep their form, and a printed command its words",
    arguments: ["\u{301}", "\u{20DD}", "\u{FE0F}", "\u{3099}"])
  func forms(mark: String) async throws {
    try await withHours { pdca async throws in
      _ = try pdca("kpi", "record", "hours", "12", "--on", "2025-W02")
      let title = "a|\(mark) `\(mark)b <\(mark)i> ;\(mark),\(mark)\\\(mark)n"
      let plan = try pdca(
        "plan", title, "--kpi", "hours", "--predict", "8", "--due", "+2w", "--problem", "Slow",
        "--change", "Assistant", "--no-input")
      #expect(plan.status == 0, "\(plan)")
      let calendar = try pdca("review", "calendar", "-d", "SALES").output
      let unfolded = scalars(calendar).filter { $0 != "\r" }.split(separator: scalars("\n "))
      #expect(
        Array(unfolded.joined()).contains(scalars("\\;\(mark)\\,\(mark)\\\\\(mark)n")),
        "\(calendar)")
      let folder = "\(pdca.home)/it'\(mark)s"
      let refused = try pdca("review", "week", "--output", "\(folder)/r.md")
      // What can't be seen is shown escaped, in a command, too.
      let shown = mark == "\u{FE0F}" ? "\\u{FE0F}" : mark
      #expect(
        scalars(refused.errors).contains(scalars("mkdir -p '\(pdca.home)/it'\\''\(shown)s'")),
        "\(refused)")
      let markdown = try pdca("review", "week", "--format", "markdown").output
      #expect(scalars(markdown).contains(scalars("a\\|\(mark) \\`\(mark)b \\<\(mark)i\\>")))
      let page = try pdca("review", "week", "--format", "html").output
      _ = try WellFormedness(of: page)
      #expect(!scalars(page).contains(scalars("<\(mark)i")))
    }
  }

  private func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }
}
