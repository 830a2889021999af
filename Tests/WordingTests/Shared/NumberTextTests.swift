import Bilingual
import Terminal
import Testing

@testable import Wording

@Suite struct NumberTextTests {
  private let hours = NumberText(unit: "h", language: .english)

  @Test(
    "Values show four significant digits, but the whole of their integer part",
    arguments: [
      (0, "0 h"), (18, "18 h"), (18.25, "18.25 h"), (18.256, "18.26 h"), (9.99996, "10 h"),
      (1_234_567.8, "1,234,568 h"), (0.0011619, "0.001162 h"), (-0.5, "−0.5 h"), (-0.0, "0 h"),
      (1.23e20, "1.23e20 h"), (2.5e-12, "2.5e-12 h"),
    ])
  func measured(value: Double, text: String) { #expect(hours.measured(value) == text) }

  @Test("Computed values show three significant digits")
  func computed() {
    #expect(hours.computed(14.8333) == "14.8 h")
    #expect(hours.computed(1834.56) == "1,835 h")
    #expect(hours.bare(-2.2196) == "−2.22")
  }

  @Test(
    "Units stand where the language puts them",
    arguments: [
      ("件", Language.japanese, "12.5件"), ("件", .english, "12.5 件"), ("h", .japanese, "12.5 h"),
      ("%", .english, "12.5%"), ("¥", .japanese, "¥12.5"), ("", .english, "12.5"),
    ])
  func unit(unit: String, language: Language, text: String) {
    #expect(NumberText(unit: unit, language: language).measured(12.5) == text)
  }

  @Test("A negative amount has its minus before the currency")
  func negativeAmount() {
    #expect(NumberText(unit: "$", language: .english).measured(-12_500) == "−$12,500")
  }

  @Test("Proportions are percentages, whatever the unit says")
  func proportions() {
    let numbers = NumberText(unit: "wins", language: .english, isProportion: true)
    #expect(numbers.measured(0.12345) == "12.35%")
    #expect(numbers.computed(1) == "100%")
    #expect(numbers.tick(0.25, step: 0.05) == "25%")
  }

  @Test("What lies about somewhere has no more digits than people speak of")
  func about() {
    let yen = NumberText(unit: "円", language: .japanese)
    #expect(yen.rounded(18_213_080) == "18,200,000円")
    #expect(yen.rounded(-1_996) == "−2,000円")
    #expect(yen.rounded(999.4) == "999円")
    #expect(hours.rounded(33.44) == "33 h")
    #expect(NumberText(language: .english, isProportion: true).rounded(0.0336) == "3.4%")
  }

  @Test("Numbers of an axis have as many decimals as its steps")
  func ticks() {
    #expect(hours.tick(1, step: 0.2) == "1.0")
    #expect(hours.tick(-1500, step: 500) == "−1,500")
    #expect(hours.tick(0.002, step: 0.0005) == "0.0020")
  }
}
