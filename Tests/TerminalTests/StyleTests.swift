import Terminal
import Testing

@Suite struct StyleTests {
  private func isColored(
    _ choice: ColorChoice = .auto, terminal: Bool = true, _ environment: [String: String] = [:]
  ) -> Bool {
    Style(choice: choice, isTerminal: terminal, environment: environment).isColored
  }

  @Test("Color needs a terminal that isn't dumb and no NO_COLOR")
  func auto() {
    #expect(isColored())
    #expect(isColored(["NO_COLOR": ""]))
    #expect(!isColored(["NO_COLOR": "1"]))
    #expect(!isColored(["TERM": "dumb"]))
    #expect(!isColored(terminal: false))
  }

  @Test("CLICOLOR_FORCE demands color, NO_COLOR still forbids it, --color decides over both")
  func forced() {
    #expect(isColored(terminal: false, ["CLICOLOR_FORCE": "1"]))
    #expect(!isColored(terminal: false, ["CLICOLOR_FORCE": "0"]))
    #expect(!isColored(["CLICOLOR_FORCE": "1", "NO_COLOR": "1"]))
    #expect(isColored(.always, terminal: false, ["NO_COLOR": "1"]))
    #expect(!isColored(.never, ["CLICOLOR_FORCE": "1"]))
  }

  @Test("Good, bad and warning say so without color too")
  func symbols() {
    #expect(Style.plain.marked(.good, "met") == "✓ met")
    #expect(Style.plain.marked(.bad, "missed") == "✗ missed")
    #expect(Style.plain.marked(.warn, "late") == "! late")
    #expect(Style.plain.marked(.id, "SALES-12") == "SALES-12")
    #expect(Style(isColored: true).marked(.bad, "missed") == "\u{1B}[31m✗ missed\u{1B}[0m")
  }

  private func isColored(_ environment: [String: String]) -> Bool {
    isColored(.auto, terminal: true, environment)
  }
}

@Suite struct SuggestionTests {
  @Test("A slip of the fingers finds the word")
  func near() {
    let commands = ["plan", "do", "check", "act", "kpi", "lesson", "review"]
    #expect(Suggestion.nearest(to: "chekc", among: commands) == ["check"])
    #expect(Suggestion.nearest(to: "PLAN", among: commands) == ["plan"])
    #expect(Suggestion.nearest(to: "reviw", among: commands) == ["review"])
    #expect(Suggestion.nearest(to: "less", among: commands) == ["lesson"])
    #expect(Suggestion.nearest(to: "判低", among: ["判定", "予測"]) == ["判定"])
  }

  @Test("What is far is not offered, nor is anything for a single letter")
  func far() {
    #expect(Suggestion.nearest(to: "training", among: ["plan", "check"]).isEmpty)
    #expect(Suggestion.nearest(to: "x", among: ["a", "b"]).isEmpty)
  }

  @Test(
    "Distances count insertions, deletions, substitutions and swaps",
    arguments: [
      ("", "", 0), ("abc", "", 3), ("ab", "ba", 1), ("kitten", "sitting", 3), ("ca", "abc", 3),
    ])
  func distance(a: String, b: String, edits: Int) {
    #expect(Suggestion.distance(Array(a), Array(b)) == edits)
    #expect(Suggestion.distance(Array(b), Array(a)) == edits)
  }
}
