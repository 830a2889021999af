package import Bilingual
package import CanonicalJSON
import Domain
package import Subsidy
import Wording

/// A paper that is still to go in.
extension DuePaper {
  package var json: JSON {
    .object([
      "design": .string("\(design)"), "title": .string(title), "paper": .string(paper.rawValue),
      "from": from.map { .string("\($0)") } ?? .null, "by": .string("\(by)"),
    ])
  }

  /// With a reminder on the day before its last.
  package func event(_ language: Language) -> CalendarEvent {
    CalendarEvent(
      id: "subsidy-\(design)-\(paper.rawValue)-\(by)", day: by,
      summary: language.choose(
        "Due: \(paper.words.en) of \(design)", "期限: \(design) \(paper.words.ja)"),
      description: "pdca subsidy \(paper.rawValue) \(design)",
      category: language.choose("Subsidy", "助成金"), reminder: -15)
  }
}
