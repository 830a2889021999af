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

  var planJSON: JSON {
    [
      "title": .string(title), "problem": JSON(problem), "change": JSON(change),
      "kpi": JSON(text: kpi), "predicted": JSON(predicted),
      "originalPrediction": JSON(originalPrediction), "baseline": JSON(baseline),
      "windowStart": JSON(text: windowFirst), "windowEnd": JSON(text: windowLast),
      "due": JSON(text: due), "originalDue": JSON(text: originalDue),
      "owner": JSON(text: owner), "plannedAt": JSON(text: plannedAt),
    ]
  }

  var checkJSON: JSON? {
    guard let checkedAt else { return nil }
    return [
      "at": JSON(text: checkedAt), "by": JSON(text: checkedBy), "actual": JSON(actual),
      "observations": JSON(observations), "computedVerdict": JSON(computedVerdict?.rawValue),
      "verdict": JSON(verdict?.rawValue), "overrideReason": JSON(overrideReason),
      "notMeasuredReason": JSON(notMeasuredReason), "evidence": JSON(evidence),
      "note": JSON(checkNote),
    ]
  }

  var decisionJSON: JSON? {
    guard let actedAt else { return nil }
    return [
      "at": JSON(text: actedAt), "by": JSON(text: actedBy), "choice": JSON(choice?.rawValue),
      "why": JSON(why),
      "overriding": isAdoptedAgainstVerdict ? JSON(Verdict.missed.rawValue) : nil,
    ]
  }

  /// As `cycle list` and `cycle show` give it.
  var json: JSON {
    JSON.object([
      "id": .string("\(id)"), "department": .string("\(department)"),
      "status": .string(status.rawValue), "isOpen": JSON(status.isOpen),
      "openedAt": .string("\(openedAt)"), "openedBy": .string("\(openedBy)"),
      "amendments": JSON(amendments), "check": checkJSON, "decision": decisionJSON,
      "cancelledAt": JSON(text: cancelledAt), "cancelledReason": JSON(cancelledReason),
      "next": JSON(next.map { "\($0)" }), "actions": JSON(actions),
      "obstacles": JSON(obstacles), "lastActivity": .string("\(lastActivity)"),
    ]).with(planJSON.object ?? [:])
  }
}
