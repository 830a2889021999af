import Bilingual
import CivilTime
import Domain
import Statistics
import Testing
import Wording

@Suite("Signals in sentences")
struct SignalWordsTests {
  @Test("Every rule has words of its own in both languages, and none is its identifier")
  func rules() {
    let words = Rule.allCases.map(\.words)
    #expect(Set(words.map(\.en)).count == Rule.allCases.count)
    #expect(Set(words.map(\.ja)).count == Rule.allCases.count)
    for (rule, phrase) in zip(Rule.allCases, words) {
      #expect(phrase.en != rule.rawValue && phrase.ja != rule.rawValue)
    }
  }

  @Test("A rule of another version keeps its name")
  func unknown() {
    let signal = SignalReference(rule: "spiral", period: LocalDate(iso: "2026-03-02")!)
    #expect(signal.ruleWords.ja == "spiral")
  }
}
