package import Bilingual
package import CanonicalJSON
import Domain
package import ReadModels
package import Reviews
import Statistics
package import Wording

extension WindowReading {
  /// Nil where there is nothing to say.
  package func words(_ numbers: NumberText) -> Phrase? {
    switch self {
    case .tooFew: nil
    case .steady(let level):
      Phrase(
        en: "no change that lasts; the level is \(numbers.computed(level))",
        ja: "続いている変化はありません。水準は\(numbers.computed(level))")
    case .changed(let change): change.words(numbers)
    }
  }

  package var json: JSON {
    switch self {
    case .tooFew(let points): ["state": "tooFew", "points": JSON(points)]
    case .steady(let level): ["state": "steady", "level": JSON(level)]
    case .changed(let change):
      [
        "state": "changed", "since": .string("\(change.since)"), "before": JSON(change.before),
        "level": JSON(change.level), "reading": .string(change.reading.rawValue),
        "verdict": JSON(change.verdict?.rawValue),
      ]
    }
  }
}

extension WindowReading.LevelChange {
  fileprivate func words(_ numbers: NumberText) -> Phrase {
    let level = numbers.computed(level)
    let since = Phrase(
      en: "since \(DateText.day(since, .english)) the level is \(level)",
      ja: "\(DateText.day(since, .japanese))以降の水準は\(level)")
    return since.with(
      before.map {
        Phrase(en: "\(numbers.computed($0)) before", ja: "それまでは\(numbers.computed($0))")
      },
      verdict.map { Phrase(en: "by that: \($0.words.en)", ja: "この水準なら「\($0.words.ja)」") })
  }
}

extension CheckRevision {
  /// How many figures changed, why, and what the mean would be now.
  package func words(_ numbers: NumberText) -> Phrase {
    let reasons = changes.compactMap(\.correctionReason)
    let now = actual.map(numbers.computed)
    return counted.with(
      reasons.isEmpty
        ? nil
        : Phrase(en: reasons.joined(separator: "; "), ja: reasons.joined(separator: "、")),
      now.map { Phrase(en: "the mean is \($0) now", ja: "現在の平均は\($0)") },
      computed.flatMap { new in
        new == verdict
          ? nil
          : Phrase(en: "which would be \(new.words.en)", ja: "この値なら「\(new.words.ja)」")
      })
  }

  private var counted: Phrase {
    let (corrected, late) = (
      changes.count(where: \.isCorrection), changes.count { !$0.isCorrection }
    )
    let parts = [
      corrected == 0
        ? nil
        : Phrase(
          en: "\(corrected) observation\(corrected == 1 ? "" : "s") of the window corrected",
          ja: "測定期間の実績値\(corrected)件を訂正"),
      late == 0
        ? nil
        : Phrase(
          en: "\(late) observation\(late == 1 ? "" : "s") of the window recorded later",
          ja: "測定期間の実績値\(late)件を後から記録"),
    ].compactMap(\.self)
    return Phrase(
      en: parts.map(\.en).joined(separator: ", "), ja: parts.map(\.ja).joined(separator: "、"))
  }
}
