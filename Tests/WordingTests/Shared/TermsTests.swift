import Bilingual
import CivilTime
import Domain
import Testing

@testable import Wording

@Suite("Words")
struct TermsTests {
  @Test("Days are written as each language does")
  func days() throws {
    let day = try #require(LocalDate(iso: "2026-03-02"))
    #expect(day.words(.english) == "2026-03-02")
    #expect(day.words(.japanese) == "2026年3月2日")
  }

  @Test("Numbers have no more digits than they need")
  func numbers() {
    #expect(8.0.words == "8")
    #expect((-0.5).words == "-0.5")
    #expect(0.1.words == "0.1")
    #expect(1e300.words == "1e+300")
  }

  @Test("Terms are those of the vocabulary")
  func vocabulary() {
    #expect(Layer.allCases.map { $0.words(.japanese) } == ["経営層", "推進役", "現場"])
    #expect(Verdict.allCases.map { $0.words(.japanese) } == ["達成", "一部達成", "未達", "測定なし"])
    #expect(TextField.hypothesis.words(.japanese) == "原因仮説")
    #expect(TextField.policy.words(.japanese) == "育成方針")
  }

  @Test("Every text has a name of its own in both languages")
  func textFields() {
    for language in Language.allCases {
      let names = Set(TextField.allCases.map { $0.words(language) })
      #expect(names.count == TextField.allCases.count)
    }
  }
}
