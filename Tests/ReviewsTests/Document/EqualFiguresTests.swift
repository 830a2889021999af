import Bilingual
import CanonicalJSON
import CivilTime
import Terminal
import Testing

@testable import Presentation
@testable import Reviews

@Suite("Figures are the same in every form")
struct EqualFiguresTests {
  /// As people read them: of JSON's numbers those that a month's report shows.
  static func shown(_ json: JSON, _ language: Language) -> [String] {
    let minutes = number(json, "actions", 0, "minutes")
    let actions = number(json, "actions", 0, "actions")
    let reuse = number(json, "analysis", "reuse", "rate") * 100
    let lead = number(json, "analysis", "medianHours", "cyclePlannedToActed") / 24
    let cost = number(json, "training", "costs", 0, "minorUnits")
    let attended = number(json, "training", "held", 0, "attended")
    let trained = number(json, "analysis", "coverage", 0, "trained")
    #expect(
      [minutes, actions, reuse, lead, cost, attended, trained] == [
        5_678, 1_234, 37.5, 10, 345_000, 21, 13,
      ])
    return ["5,678", "1,234", "37.5%", language.choose("median 10 days", "中央値10日"), "13"]
      + [language.choose("21 attended", "出席21人"), "87.5%", "2026-12-08"].map {
        $0 == "2026-12-08" ? language.choose("8 December 2026", "2026年12月8日(火)") : $0
      }
  }

  private static func number(_ json: JSON, _ path: any PathStep...) -> Double {
    let end = path.reduce(Optional(json)) { value, step in value.flatMap(step.value) }
    guard case .number(let number) = end else { return .nan }
    return number
  }

  @Test("Text, Markdown and HTML hold the numbers of the JSON", arguments: Language.allCases)
  func month(language: Language) {
    let report = FullReport.report("Hours")
    let document = ReviewWords(report, language).document
    let forms = [
      document.markdown, document.html(),
      document.lines(Layout(width: 200)).joined(separator: "\n"),
    ]
    for figure in Self.shown(report.json, language) {
      for form in forms { #expect(form.contains(figure), "\(figure)") }
    }
  }

  @Test("Executives see what the month cost", arguments: Language.allCases)
  func investment(language: Language) {
    let document = ReviewWords(FullReport.cut(.executive, "Hours"), language).document
    let section = document.sections.first { $0.title == language.choose("Investment", "投資") }
    #expect(
      section?.blocks == [
        .list(
          language == .english
            ? [
              "Training costs: 345,000 JPY", "Training sessions: 1, 21 attendances",
              "Time logged on improvement: 94.6 hours",
            ]
            : ["研修費用: 345,000円", "研修の回数: 1回、延べ21人", "改善活動の記録時間: 94.6時間"])
      ])
  }
}

/// One step into a JSON value: a member's name or a place in a list.
protocol PathStep {
  func value(_ json: JSON) -> JSON?
}

extension String: PathStep {
  func value(_ json: JSON) -> JSON? {
    if case .object(let members) = json { members[self] } else { nil }
  }
}

extension Int: PathStep {
  func value(_ json: JSON) -> JSON? {
    if case .array(let values) = json, values.indices.contains(self) { values[self] } else { nil }
  }
}
