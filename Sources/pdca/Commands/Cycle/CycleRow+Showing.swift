import Bilingual
import CanonicalJSON
import Domain
import Presentation
import ReadModels
import Reviews
import Wording

extension CycleStatus {
  var words: Phrase {
    switch self {
    case .unplanned: Phrase(en: "unplanned", ja: "未計画")
    case .journal: Phrase(en: "journal", ja: "活動記録")
    case .planned: Phrase(en: "planned", ja: "計画済み")
    case .doing: Phrase(en: "doing", ja: "実施中")
    case .checked: Phrase(en: "checked", ja: "評価済み")
    case .acted: Phrase(en: "acted", ja: "判断済み")
    case .cancelled: Phrase(en: "cancelled", ja: "取りやめ")
    }
  }
}

extension CycleRow {
  /// The prediction against the level that it starts from, and what it was at first.
  func prediction(_ numbers: NumberText, _ answer: Answer) -> String {
    guard let predicted else { return "–" }
    let from =
      baseline.map {
        answer.say("from \(numbers.computed($0))", "現状 \(numbers.computed($0))")
      } ?? answer.say("no observation yet", "実績値なし")
    let first =
      originalPrediction == predicted
      ? nil
      : originalPrediction.map {
        answer.say("first \(numbers.recorded($0))", "当初 \(numbers.recorded($0))")
      }
    let notes = [from, first].compactMap(\.self).joined(separator: answer.say(", ", "、"))
    return answer.say(
      "\(numbers.recorded(predicted)) (\(notes))", "\(numbers.recorded(predicted))（\(notes)）")
  }

  func window(_ language: Language) -> String? {
    guard let windowFirst, let windowLast else { return nil }
    return language.choose(
      "\(DateText.day(windowFirst, language)) to \(DateText.day(windowLast, language))",
      "\(DateText.day(windowFirst, language))〜\(DateText.day(windowLast, language))")
  }
}
