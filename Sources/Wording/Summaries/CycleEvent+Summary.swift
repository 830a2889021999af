package import Bilingual
import CivilTime
package import Domain

extension CycleEvent {
  package var summary: Phrase {
    switch self {
    case .planned(let plan): plan.summary
    case .journalOpened(let title):
      Phrase(en: "Journal opened", ja: "活動記録を開始").stating(title)
    case .planAmended(let amendment): amendment.summary
    case .actionLogged(let entry): entry.summary
    case .actionWithdrawn(let action, let reason):
      Phrase(en: "Action with entry number \(action) withdrawn", ja: "実施内容（記録番号\(action)）を取り消し")
        .stating(reason)
    case .cancelled(let reason): Phrase(en: "Cancelled", ja: "取りやめ").stating(reason)
    case .obstacleReported(let obstacle, let byMachine):
      Phrase(en: "Obstacle", ja: "障害").stating(obstacle).with(Phrase.byMachine(byMachine))
    case .checked(let check): check.summary
    case .acted(let choice, let why, let verdict):
      Self.decision(choice, overriding: verdict).stating(why)
    case .nextLinked(let next):
      Phrase(en: "Goes on in \(next)", ja: "\(next) へ継続")
    case .practiceStandardised(let practice, let link):
      Phrase(en: "Made a standard", ja: "標準化").stating(practice).with(link.map(Phrase.init(both:)))
    }
  }
}

extension Phrase {
  /// A range of two levels, as people write it.
  package static func range(_ low: Double, _ high: Double) -> Phrase {
    Phrase(en: "\(low.words) to \(high.words)", ja: "\(low.words)〜\(high.words)")
  }

  /// That a machine or an assistant wrote it down; nil for a person.
  static func byMachine(_ byMachine: Bool?) -> Phrase? {
    byMachine == true ? Phrase(en: "written by a machine", ja: "自動処理による記録") : nil
  }
}

extension CycleEvent {
  private static func decision(_ choice: Choice, overriding verdict: Verdict?) -> Phrase {
    guard let verdict else {
      return Phrase(en: "Decided to \(choice.words.en)", ja: "「\(choice.words.ja)」と判断")
    }
    return Phrase(
      en: "Decided to \(choice.words.en) although \(verdict.words.en)",
      ja: "「\(verdict.words.ja)」の判定にもかかわらず「\(choice.words.ja)」と判断")
  }
}

extension CyclePlan {
  fileprivate var summary: Phrase {
    Phrase(
      en: "Planned: \(title) (\(kpi) to \(level.en) by \(due.words.en))",
      ja: "計画: \(title)（\(due.words.ja)までに \(kpi) を\(level.ja)に）"
    ).with(
      precedents.isEmpty
        ? nil
        : Phrase(
          en: "after \(precedents.map(\.description).joined(separator: ", "))",
          ja: "先例 \(precedents.map(\.description).joined(separator: "、"))"))
  }

  /// The level predicted, or the range.
  private var level: Phrase {
    range.map { Phrase.range($0.low, $0.high) } ?? Phrase(both: predicted.words)
  }
}

extension PlanAmendment {
  fileprivate var summary: Phrase {
    let changes = self.changes
    return Phrase(
      en: "Plan amended: \(changes.map(\.en).joined(separator: ", ")) (\(reason))",
      ja: "計画を変更: \(changes.map(\.ja).joined(separator: "、"))（\(reason)）")
  }

  /// The level predicted now, or the range.
  private var level: Phrase? {
    if let predictedLow, let predictedHigh { return Phrase.range(predictedLow, predictedHigh) }
    return predicted.map { Phrase(both: $0.words) }
  }

  /// What it changes, each with its new value.
  package var changes: [Phrase] {
    [
      title.map { Phrase(en: "title \($0)", ja: "題名 \($0)") },
      change.map { Phrase(en: "change \($0)", ja: "打ち手 \($0)") },
      level.map { Phrase(en: "prediction \($0.en)", ja: "予測 \($0.ja)") },
      windowStart.map { Phrase(en: "window from \($0.words.en)", ja: "測定開始 \($0.words.ja)") },
      windowEnd.map { Phrase(en: "window to \($0.words.en)", ja: "測定終了 \($0.words.ja)") },
      due.map { Phrase(en: "due \($0.words.en)", ja: "期限 \($0.words.ja)") },
      owner.map { Phrase(en: "owner \($0)", ja: "担当者 \($0)") },
    ].compactMap(\.self)
  }
}

extension ActionEntry {
  fileprivate var summary: Phrase {
    Phrase(both: text).with(
      minutes.map { Phrase(en: DurationText.text(minutes: $0), ja: "\($0)分") },
      by.map { Phrase(en: "by \($0)", ja: "\($0) が実施") }, link.map(Phrase.init(both:)),
      Phrase.byMachine(byMachine))
  }
}

extension CycleCheck {
  fileprivate var summary: Phrase {
    let verdict = Phrase(en: "Checked: \(verdict.words.en)", ja: "評価: \(verdict.words.ja)")
    return switch measurement {
    case .measured(let actual, let count, _, _):
      verdict.with(
        Phrase(
          en: "actual \(actual.roundedWords) of \(count) observation\(count == 1 ? "" : "s")",
          ja: "実績 \(actual.roundedWords)、実績値\(count)件"),
        overrideReason.map(Phrase.init(both:)), filed)
    case .notMeasured(let reason): verdict.with(Phrase(both: reason), filed)
    }
  }

  /// The files that were looked at, by name.
  private var filed: Phrase? {
    let names = files.map(\.name)
    return names.isEmpty
      ? nil
      : Phrase(
        en: "evidence: \(names.joined(separator: ", "))", ja: "根拠: \(names.joined(separator: "、"))")
  }
}
