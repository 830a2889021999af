import Bilingual
import Domain
import Testing

@testable import Wording

@Suite("Refusals of lessons, designs, reviews, concepts, subsidies and worth")
struct LearningRefusalTests {
  static let all: [any Worded & Sendable] =
    LessonRefusal.examples + AdoptionRefusal.examples + DesignRefusal.examples
    + ReviewRefusal.examples + ConceptRefusal.examples + SubsidyRefusal.examples
    + WorthRefusal.examples

  @Test("Every refusal is a full sentence in English", arguments: all)
  func english(_ refusal: any Worded & Sendable) {
    let text = refusal.text(in: .english).refused
    #expect(text.hasSuffix("."))
    #expect(!text.unicodeScalars.contains { (0x3040...0x30FF).contains($0.value) })
  }

  @Test("Every refusal is polite Japanese", arguments: all)
  func japanese(_ refusal: any Worded & Sendable) {
    let text = refusal.text(in: .japanese).refused
    let polite = ["です", "ます", "ません", "ました"]
    #expect(polite.contains { text.contains($0) }, "\(text)")
    #expect(!text.contains("2026-03-"), "a date as English writes it: \(text)")
    #expect(!text.hasSuffix("."))
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
