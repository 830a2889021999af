package import Bilingual
package import Domain

extension KPIRefusal: Worded {
  package var refused: Phrase {
    switch self {
    case .text(let refusal): refusal.refused
    case .undefined(let kpi):
      Phrase(en: "There is no KPI \(kpi).", ja: "KPI \(kpi) はありません。")
    case .alreadyDefined(let kpi, let name):
      Phrase(
        en: "\(kpi) cannot be defined again: it is the code of \(name).",
        ja: "\(kpi) は「\(name)」としてすでに定義されています。")
    case .retired(let kpi, let name, let reason):
      Phrase(
        en: "\(kpi) (\(name)) is retired. The reason was \"\(reason)\".",
        ja: "\(kpi)（\(name)）は廃止されています。理由は「\(reason)」です。")
    case .targetNotFinite(let kpi):
      Phrase(
        en: "The target of \(kpi) is not a number.", ja: "\(kpi) の目標値が数値ではありません。")
    case .targetOutsideProportion(let kpi, let target):
      Phrase(
        en: "The target \(target.words) is not possible: \(kpi) is a proportion, "
          + "from 0 to 1 (35 % is 0.35).",
        ja: "目標値に\(target.words)は指定できません。\(kpi) は割合のため、"
          + "0から1で指定してください（35%は0.35）。")
    case .valueNotFinite(let kpi):
      Phrase(en: "The value for \(kpi) is not a number.", ja: "\(kpi) の値が数値ではありません。")
    case .outOfRange(let kpi, let number):
      Phrase(
        en: "\(number.words) is no number for \(kpi): charts keep numbers exactly up to "
          + "1,000,000,000,000,000 (10^15) either side of 0, and, but for 0 itself, from "
          + "0.000000000001 (10^-12) on.",
        ja: "\(number.words)は \(kpi) に記録できません。管理図が正確に扱えるのは、"
          + "正負それぞれ0.000000000001（10の-12乗）から1,000,000,000,000,000（10の15乗）までの数と0です。")
    case .valueNegative(let kpi, let value):
      Phrase(
        en: "\(value.words) is not possible: \(kpi) counts, and a count must be 0 or more.",
        ja: "\(value.words)は指定できません。\(kpi) は件数のため、0以上の整数になります。")
    case .valueNotWhole(let kpi, let value):
      Phrase(
        en: "\(value.words) is not possible: \(kpi) counts, and a count must be a whole number.",
        ja: "\(value.words)は指定できません。\(kpi) は件数のため、整数になります。")
    case .denominatorMissing(let kpi):
      Phrase(
        en: "\(kpi) is a proportion: beside the count it needs the number it is a part of.",
        ja: "\(kpi) は割合の指標です。件数とあわせて母数を指定してください。")
    case .denominatorUnexpected(let kpi):
      Phrase(
        en: "\(kpi) is a measured value, which stands for itself: a denominator has no place.",
        ja: "\(kpi) は測定値の指標のため、母数は指定できません。")
    case .denominatorNotPositive(let kpi, let denominator):
      Phrase(
        en: "The denominator \(denominator.words) for \(kpi) is not possible: "
          + "it must be more than 0. A period without opportunities is left out.",
        ja: "\(kpi) の母数に\(denominator.words)は指定できません。0より大きい数を指定してください。"
          + "母数がない期間は記録しません。")
    case .valueAboveDenominator(let kpi, let value, let denominator):
      Phrase(
        en: "\(value.words) of \(denominator.words) is not possible: "
          + "\(kpi) is a proportion, a part of the whole.",
        ja: "\(denominator.words)件中\(value.words)件は指定できません。"
          + "\(kpi) は割合のため、件数が母数を超えることはありません。")
    case .periodStartsOn(let kpi, let asked, let first, let cadence):
      Phrase(
        en: "\(asked.words.en) starts no period of \(kpi), which is \(cadence.words.en): "
          + "that period starts on \(first.words.en).",
        ja: "\(asked.words.ja)は \(kpi) の期間の初日ではありません。"
          + "\(cadence.words.ja)の指標で、その日を含む期間は\(first.words.ja)に始まります。")
    case .futurePeriod(let kpi, let period, let today):
      Phrase(
        en: "\(kpi) cannot have anything for \(period.words.en), which lies in the future: "
          + "today is \(today.words.en).",
        ja: "\(period.words.ja)は未来の日付のため、\(kpi) に記録できません。"
          + "今日は\(today.words.ja)です。")
    case .alreadyRecorded(let kpi, let recorded, _):
      Phrase(
        en: "\(kpi) already has \(Self.value(recorded)) for \(recorded.period.words.en): "
          + "a period is recorded once.",
        ja: "\(kpi) の\(recorded.period.words.ja)の実績値はすでに記録されています"
          + "（\(Self.value(recorded))）。")
    case .nothingRecorded(let kpi, let period):
      Phrase(
        en: "\(kpi) has no observation for \(period.words.en).",
        ja: "\(kpi) には\(period.words.ja)の実績値がありません。")
    case .rangeReversed(let kpi, let from, let to):
      Phrase(
        en: "The baseline of \(kpi) cannot run from \(from.words.en) to \(to.words.en): "
          + "it ends before it starts.",
        ja: "\(kpi) の基準期間を\(from.words.ja)から\(to.words.ja)にはできません。"
          + "終わりが始まりより前です。")
    case .tooFewPoints(let kpi, let observed, let needed):
      Phrase(
        en: "The baseline of \(kpi) needs \(needed) observed periods, and there are \(observed).",
        ja: "\(kpi) の基準期間には\(needed)点以上の実績値が必要ですが、\(observed)点しかありません。")
    case .alreadyExcluded(let kpi, let period, let reason):
      Phrase(
        en: "The point \(period.words.en) of \(kpi) is excluded already, because \"\(reason)\".",
        ja: "\(kpi) の\(period.words.ja)の点はすでに除外されています。理由は「\(reason)」です。")
    case .alreadyRebased(let kpi, let day, let cause):
      Phrase(
        en: "The limits of \(kpi) are rebased at \(day.words.en) already, because of \"\(cause)\".",
        ja: "\(kpi) の\(day.words.ja)の基準改定はすでに記録されています。原因は「\(cause)」です。")
    case .insideClosedReview(let kpi, let day, let review):
      Phrase(
        en: "The limits of \(kpi) cannot be rebased at \(day.words.en): "
          + "the review \(review) of that time is closed.",
        ja: "\(kpi) の基準改定を\(day.words.ja)にはできません。"
          + "その期間のレビュー \(review) はすでに締め切られています。")
    case .unknownSignal(let kpi, let signal, _):
      Phrase(
        en: "The chart of \(kpi) shows no such signal at \(signal.period.words.en): "
          + "\(signal.ruleWords.en).",
        ja: "\(kpi) の管理図に、\(signal.period.words.ja)のシグナル（\(signal.ruleWords.ja)）はありません。")
    case .unknownHypothesis(let kpi, let number, let count):
      Phrase(
        en: "\(kpi) has no hypothesis \(number): it has \(count).",
        ja: "\(kpi) に\(number)番の原因仮説はありません。登録されているのは\(count)件です。")
    case .alreadyTested(let kpi, let number, let accepted):
      Phrase(
        en: "Hypothesis \(number) of \(kpi) is tested already: "
          + "\(accepted ? "accepted" : "rejected").",
        ja: "\(kpi) の\(number)番の原因仮説はすでに検証済みです（\(accepted ? "支持" : "棄却")）。")
    case .machineCannotDecide(let kpi, let account, let act):
      Phrase(
        en: "\(account) cannot \(act.words.en) of \(kpi): it is a machine account, "
          + "and people decide.",
        ja: "\(account) は自動処理用のアカウントのため、\(kpi) の\(act.words.ja)はできません。"
          + "判断は人が行います。")
    case .unknownPrecedent(let kpi, let cycle):
      Phrase(
        en: "There is no proposal for \(kpi) that \(cycle) leads: there is no such cycle.",
        ja: "\(cycle) というミニPDCAはないため、\(kpi) への改善提案として扱えません。")
    }
  }

  /// `42`, or `7/50` where it has a denominator.
  private static func value(_ observation: Observation) -> String {
    guard let denominator = observation.denominator else { return observation.value.words }
    return "\(observation.value.words)/\(denominator.words)"
  }
}

extension KPIAct {
  fileprivate var words: Phrase {
    switch self {
    case .fixBaseline: Phrase(en: "fix the baseline", ja: "基準期間の固定")
    case .exclude: Phrase(en: "exclude a point", ja: "点の除外")
    case .rebase: Phrase(en: "rebase the limits", ja: "基準改定")
    case .acknowledge: Phrase(en: "acknowledge a signal", ja: "シグナルの確認")
    case .test: Phrase(en: "test a hypothesis", ja: "原因仮説の検証")
    case .declineProposal: Phrase(en: "decline a proposal", ja: "改善提案の見送り")
    }
  }
}
