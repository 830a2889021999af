package import Bilingual
import CivilTime
import Domain
import ReadModels
package import Reviews
import Statistics
import Wording

/// Cards of cases as one document, a page each.
package struct CaseCollection: Sendable {
  let cards: [CaseCard]
  let language: Language
  let title: String

  /// - Parameter name: of the department, or of the organization.
  package init(_ cards: [CaseCard], of name: String, _ language: Language) {
    self.cards = cards
    self.language = language
    title = language.choose("Cases of \(name)", "\(name) の事例集")
  }

  package var document: Document {
    let met = cards.filter { $0.tried.end == .met }.count
    let given = cards.filter { !$0.tried.isChecked }.count
    return Document(
      language: language, title: title,
      subtitle: language.choose(
        "\(cards.count) cases: \(met) met their prediction, \(given) were given up.",
        "\(cards.count)件の事例: 予測達成\(met)件、中止・取りやめ\(given)件。"),
      lead: language.choose(
        "Failures stand beside successes: what did not work, and why, saves the next team the trial.",
        "成功例と失敗例を並べて示します。うまくいかなかった取り組みとその理由も、次の部門の参考になります。"),
      sections: cards.enumerated().map { section($1, isFirst: $0 == 0) })
  }

  private func section(_ card: CaseCard, isFirst: Bool) -> DocumentSection {
    let cycle = card.tried.cycle
    return DocumentSection(
      title: "\(cycle.id) \(cycle.title) – \(card.tried.end.words(language))",
      blocks: [.list(facts(card))] + done(card) + learned(card) + figure(card),
      startsPage: !isFirst)
  }

  private func facts(_ card: CaseCard) -> [String] {
    let cycle = card.tried.cycle
    let choice = cycle.choice.map { choice in
      language.choose(
        "Decided: \(choice.words.en): \(cycle.why ?? "")",
        "判断: \(choice.words.ja): \(cycle.why ?? "")")
    }
    return [
      cycle.problem.map { language.choose("Problem: \($0)", "困りごと: \($0)") },
      cycle.change.map { language.choose("What was tried: \($0)", "打ち手: \($0)") },
      effect(card),
      (cycle.notMeasuredReason ?? cycle.cancelledReason).map {
        language.choose("Why it ended so: \($0)", "その理由: \($0)")
      }, choice,
    ].compactMap(\.self)
  }

  private func effect(_ card: CaseCard) -> String? {
    let (cycle, kpi) = (card.tried.cycle, card.tried.kpi)
    let numbers = NumberText(
      unit: kpi.unit, language: language, isProportion: kpi.measure == .proportion)
    guard let actual = cycle.actual, let predicted = cycle.predicted else { return nil }
    let from = cycle.baseline.map(numbers.computed) ?? "–"
    return language.choose(
      "Effect on \(kpi.reference) \(kpi.name): from \(from) to \(numbers.computed(actual)) (predicted "
        + "\(numbers.computed(predicted)))",
      "\(kpi.reference) \(kpi.name) への効果: \(from) → \(numbers.computed(actual))（予測 "
        + "\(numbers.computed(predicted))）")
  }

  private func done(_ card: CaseCard) -> [DocumentBlock] {
    let actions = card.actions.map(\.text)
    let obstacles = card.obstacles.map {
      language.choose("Obstacle: \($0.obstacle)", "障害: \($0.obstacle)")
    }
    guard !(actions + obstacles).isEmpty else { return [] }
    return [.paragraph(language.choose("What was done", "実施内容")), .list(actions + obstacles)]
  }

  private func learned(_ card: CaseCard) -> [DocumentBlock] {
    guard !card.lessons.isEmpty else { return [] }
    return [
      .paragraph(language.choose("What to do, and when it holds", "次に生かすことと、成り立つ条件")),
      .list(
        card.lessons.map {
          language.choose(
            "\($0.id) \($0.suggestion) (holds when: \($0.conditions))",
            "\($0.id) \($0.suggestion)（条件: \($0.conditions)）")
        }),
    ]
  }

  private func figure(_ card: CaseCard) -> [DocumentBlock] {
    card.chart.map {
      [.figure(DocumentFigure(picture: .chart($0.picture(in: language)), caption: ""))]
    } ?? []
  }
}
