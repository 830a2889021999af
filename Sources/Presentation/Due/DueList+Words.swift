package import Bilingual
import CivilTime
package import Domain
import ReadModels
import Reviews
package import Terminal
import Wording

extension DueList {
  /// What is due, each with the command that settles it.
  package func lines(
    _ language: Language, _ layout: Layout, calling names: PeopleNames = PeopleNames()
  ) -> [String] {
    guard !isEmpty else {
      return [language.choose("Nothing is due.", "期限を迎えた項目はありません。")]
    }
    return Array(sections(language, calling: names).flatMap { $0.lines(layout) }.dropFirst())
  }

  /// The same as parts of a document; none where nothing is due.
  package func sections(
    _ language: Language, calling names: PeopleNames = PeopleNames()
  ) -> [DocumentSection] {
    let sections = [
      DocumentSection(
        title: language.choose("Reviews due", "実施すべきレビュー"),
        blocks: [.commands(reviews.map { told($0, language) })]),
      DocumentSection(
        title: language.choose("Decisions past due", "期限を過ぎた決定事項"),
        blocks: [.commands(decisions.map { told($0, language, names) })]),
    ]
    return zip(sections, [reviews.isEmpty, decisions.isEmpty]).filter { !$0.1 }.map(\.0)
  }

  private func told(_ review: DueReview, _ language: Language) -> DocumentCommand {
    let days = "\(review.id.period.firstDay) – \(review.id.period.lastDay)"
    switch review.state {
    case .open:
      return DocumentCommand(
        label: language.choose("\(review.id) (\(days)): open", "\(review.id)（\(days)）: 開催中"),
        command: "pdca review close \(review.id)")
    case .notOpened:
      let before = review.missedBefore
      let missed =
        before == 0
        ? ""
        : language.choose(
          ", nor \(before == 1 ? "the one" : "the \(before)") before it", "（それ以前の\(before)回も未実施）")
      return DocumentCommand(
        label: language.choose(
          "\(review.id) (\(days)): not opened\(missed)", "\(review.id)（\(days)）: 未開始\(missed)"),
        command: "pdca review open \(review.id)")
    }
  }

  private func told(
    _ decision: PendingDecision, _ language: Language, _ names: PeopleNames
  ) -> DocumentCommand {
    let late = decision.due.days(until: today)
    return DocumentCommand(
      label: language.choose(
        "\(decision.id) \(decision.decision) (\(names(decision.owner)), "
          + "\(late == 1 ? "1 day" : "\(late) days") late)",
        "\(decision.id) \(decision.decision)（\(names(decision.owner))、\(late)日超過）"),
      command: "pdca review done \(decision.id)")
  }
}
