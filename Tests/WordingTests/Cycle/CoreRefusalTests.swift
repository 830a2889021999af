import Bilingual
import Domain
import Testing

@testable import Wording

@Suite("Refusals of organization, strategy, KPIs, cycles and issues")
struct CoreRefusalTests {
  static let all: [any Worded & Sendable] =
    OrganizationRefusal.examples + StrategyRefusal.examples + KPIRefusal.examples
    + CycleRefusal.examples + IssueRefusal.examples

  @Test("Every refusal is a full sentence in English", arguments: all)
  func english(_ refusal: any Worded & Sendable) {
    #expect(refusal.text(in: .english).refused.hasSuffix("."))
  }

  @Test("Every refusal is polite Japanese and ends as sentences do", arguments: all)
  func japanese(_ refusal: any Worded & Sendable) {
    let text = refusal.text(in: .japanese).refused
    let polite = ["です", "ます", "ません", "ました", "ください"]
    #expect(polite.contains { text.contains($0) }, "\(text)")
    #expect(text.hasSuffix("。") || text.hasSuffix("）。"), "\(text)")
  }

  @Test("Japanese holds no English but codes, names and abbreviations", arguments: all)
  func leftovers(_ refusal: any Worded & Sendable) {
    let known: Set = ["sato", "report-bot", "shift", "trend"]
    let japanese = refusal.text(in: .japanese)
    for text in [japanese.refused] + japanese.next.map(\.label) {
      for word in text.split(whereSeparator: { !$0.isASCII || $0 == " " }) {
        let isCode = word.contains { $0.isUppercase || $0.isNumber } || known.contains("\(word)")
        #expect(isCode || !word.contains(where: \.isLetter), "\(word) in: \(text)")
      }
    }
  }

  @Test("Every refusal names a next step, and each command is ours", arguments: all)
  func steps(_ refusal: any Worded & Sendable) {
    for language in Language.allCases {
      let next = refusal.text(in: language).next
      #expect(!next.isEmpty)
      for command in next.compactMap(\.command) { #expect(command.hasPrefix("pdca ")) }
    }
  }
}
