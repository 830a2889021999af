import Terminal
import Testing

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

  @Test("A shared prefix up to a slash doesn't make things alike")
  func prefix() {
    let kpis = ["SALES/hours", "SALES/uses", "HQ/hours"]
    #expect(Suggestion.nearest(to: "SALES/hors", among: kpis) == ["SALES/hours"])
    #expect(Suggestion.nearest(to: "SALES/xx", among: kpis).isEmpty)
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
