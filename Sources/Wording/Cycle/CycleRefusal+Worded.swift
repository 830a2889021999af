package import Bilingual
package import Domain

extension CycleRefusal: Worded {
  package var refused: Phrase {
    switch self {
    case .text(let refusal): refusal.refused
    case .unknownCycle(let cycle):
      Phrase(en: "There is no cycle \(cycle).", ja: "ミニPDCA \(cycle) はありません。")
    case .planIncomplete(let cycle, let missing):
      Phrase(
        en: "\(cycle) cannot be planned without \(Self.listed(missing).en).",
        ja: "\(cycle) の計画に\(Self.listed(missing).ja)がありません。")
    case .alreadyPlanned(let cycle, let title):
      Phrase(
        en: "\(cycle) is planned already: \(title). What changes a plan is an amendment.",
        ja: "\(cycle) は「\(title)」としてすでに計画されています。変更は理由を添えて記録します。")
    case .journalAlreadyOpen(let cycle, let title):
      Phrase(
        en: "\(cycle) is a journal already: \(title).",
        ja: "\(cycle) は「\(title)」の活動記録としてすでに開始されています。")
    case .unknownKPI(let kpi):
      Phrase(en: "There is no KPI \(kpi).", ja: "KPI \(kpi) はありません。")
    case .kpiRetired(let kpi, let name):
      Phrase(
        en: "A plan cannot rest on \(kpi) (\(name)): that KPI is retired.",
        ja: "\(kpi)（\(name)）は廃止されたKPIのため、計画に使えません。")
    case .predictionNotFinite:
      Phrase(en: "The prediction is not a number.", ja: "予測が数値ではありません。")
    case .predictionOutsideProportion(let kpi, let predicted):
      Phrase(
        en: "The prediction \(predicted.words) is not possible: \(kpi) is a proportion, "
          + "from 0 to 1 (35 % is 0.35).",
        ja: "予測に\(predicted.words)は指定できません。\(kpi) は割合のため、"
          + "0から1で指定してください（35%は0.35）。")
    case .datedBefore(let cycle, let act, let day, let preceding):
      Phrase(
        en: "\(cycle) cannot be \(act.words.en) on \(day.words.en): it was "
          + "\(act == .act ? "checked" : "planned") on \(preceding.words.en).",
        ja: "\(cycle) の\(act.words.ja)の日付に\(day.words.ja)は指定できません。"
          + "\(act == .act ? "評価日" : "計画日")（\(preceding.words.ja)）より前です。")
    case .dueInPast(let due, let today):
      Phrase(
        en: "The due date \(due.words.en) is not possible: the plan is of \(today.words.en).",
        ja: "期限に\(due.words.ja)は指定できません。計画日（\(today.words.ja)）より前です。")
    case .windowReversed(let start, let end):
      Phrase(
        en: "The window cannot run from \(start.words.en) to \(end.words.en): "
          + "it ends before it starts.",
        ja: "測定期間を\(start.words.ja)から\(end.words.ja)にはできません。"
          + "終わりが始まりより前です。")
    case .dueBeforeWindow(let due, let start):
      Phrase(
        en: "The due date \(due.words.en) comes before the window starts "
          + "(\(start.words.en)): there would be nothing to look at.",
        ja: "期限（\(due.words.ja)）が測定期間の初日（\(start.words.ja)）より前のため、"
          + "確かめる実績値がありません。")
    case .ownerNotMember(let account):
      Phrase(
        en: "\(account) cannot own the cycle: \(account) is not a member.",
        ja: "\(account) はメンバーではないため、担当者にできません。")
    case .unknownPrecedent(let cycle, let precedent):
      Phrase(
        en: "\(cycle) cannot rest on \(precedent): there is no such cycle.",
        ja: "\(precedent) というミニPDCAはないため、\(cycle) の先例にできません。")
    case .journalNotPlanned(let cycle, let act):
      Phrase(
        en: "\(cycle) cannot be \(act.words.en): it is a journal without a plan. "
          + "Plan it first.",
        ja: "\(cycle) は計画のない活動記録のため、\(act.words.ja)はできません。"
          + "先に計画してください。")
    case .notChecked(let cycle, let act):
      Phrase(
        en: "\(cycle) cannot be \(act.words.en): it is not checked yet.",
        ja: "\(cycle) はまだ評価されていないため、\(act.words.ja)はできません。")
    case .alreadyChecked(let cycle, let verdict, let act):
      Phrase(
        en: "\(cycle) cannot be \(act.words.en): it is checked already, "
          + "with the verdict \"\(verdict.words.en)\".",
        ja: "\(cycle) はすでに評価済み（判定は「\(verdict.words.ja)」）のため、"
          + "\(act.words.ja)はできません。")
    case .alreadyActed(let cycle, let choice, let act):
      Phrase(
        en: "\(cycle) cannot be \(act.words.en): it is closed, and the change was "
          + "\(choice.made.en).",
        ja: "\(cycle) は「\(choice.made.ja)」と判断して終了しているため、\(act.words.ja)はできません。")
    case .cancelled(let cycle, let reason, let act):
      Phrase(
        en: "\(cycle) cannot be \(act.words.en): it was cancelled (\(reason)).",
        ja: "\(cycle) は取りやめになっているため、\(act.words.ja)はできません（理由：\(reason)）。")
    case .nothingToAmend(let cycle):
      Phrase(
        en: "\(cycle) cannot be amended: nothing is named to change.",
        ja: "\(cycle) の計画のうち、変更する項目が指定されていません。")
    case .minutesOutOfRange(let minutes):
      Phrase(
        en: "An action of \(minutes) minutes is not possible: 0 to 10080 (a week) are.",
        ja: "所要時間に\(minutes)分は指定できません。0分から10080分（1週間）で指定してください。")
    case .unknownAction(let cycle, let action):
      Phrase(
        en: "\(cycle) has no action with entry number \(action).",
        ja: "\(cycle) に記録番号\(action)の実施内容はありません。")
    case .actionAlreadyWithdrawn(let cycle, let action):
      Phrase(
        en: "The action of \(cycle) with entry number \(action) is withdrawn already.",
        ja: "\(cycle) の記録番号\(action)の実施内容はすでに取り消されています。")
    case .noActions(let cycle):
      Phrase(
        en: "\(cycle) cannot be checked: nothing was done yet.",
        ja: "\(cycle) はまだ何も実施されていないため、評価できません。")
    case .noObservations(let cycle, _, let name, let from, let to):
      Phrase(
        en: "\(cycle) cannot be checked: no observation of \(name) in its window "
          + "(\(from.words.en) to \(to.words.en)).",
        ja: "\(cycle) は評価できません。測定期間（\(from.words.ja)から\(to.words.ja)）に"
          + "「\(name)」の実績値がありません。")
    case .measuredVerdictMissing(let cycle):
      Phrase(
        en: "\(cycle) is measured: \"not measured\" cannot be its verdict without a reason.",
        ja: "\(cycle) には実績値があります。「測定なし」とするには理由が必要です。")
    case .overrideWithoutReason(let cycle, let asked, let computed, let actual, let predicted):
      Phrase(
        en: "The verdict \"\(asked.words.en)\" on \(cycle) needs a reason: \(actual.roundedWords) "
          + "against a prediction of \(predicted.words) computes as \"\(computed.words.en)\".",
        ja: "\(cycle) の判定を「\(asked.words.ja)」とするには理由が必要です。"
          + "予測\(predicted.words)に対して実績\(actual.roundedWords)で、"
          + "計算上の判定は「\(computed.words.ja)」です。")
    case .machineCannotDecide(let cycle, let account, let act):
      Phrase(
        en: "\(cycle) cannot be \(act.words.en) by \(account): it is a machine account, "
          + "and people decide.",
        ja: "\(account) は自動処理用のアカウントのため、\(cycle) の\(act.words.ja)はできません。"
          + "判断は人が行います。")
    case .adoptionUnmeasured(let cycle, let reason):
      Phrase(
        en: "\(cycle) cannot be adopted: its effect was not measured (\(reason)).",
        ja: "\(cycle) は効果を測定していないため、採用できません（理由：\(reason)）。")
    case .linkToItself(let cycle):
      Phrase(
        en: "\(cycle) cannot be its own next cycle.",
        ja: "\(cycle) の次のミニPDCAに \(cycle) 自身は指定できません。")
    case .unknownNext(let cycle, let next):
      Phrase(
        en: "\(cycle) cannot be linked to \(next): there is no such cycle.",
        ja: "ミニPDCA \(next) がないため、\(cycle) から関連付けできません。")
    case .notActed(let cycle, let verdict):
      Phrase(
        en: "\(cycle) cannot be made a standard: it is checked "
          + "(\(verdict.words.en)), and not adopted yet.",
        ja: "\(cycle) は評価済み（\(verdict.words.ja)）ですが、まだ採用されていないため、"
          + "標準化できません。")
    case .notAdopted(let cycle, let choice):
      Phrase(
        en: "\(cycle) cannot be made a standard: the change was \(choice.made.en).",
        ja: "\(cycle) は「\(choice.made.ja)」と判断されているため、標準化できません。")
    }
  }

  private static func listed(_ missing: [PlanPart]) -> Phrase {
    Phrase(
      en: missing.map(\.words.en).joined(separator: " and "),
      ja: missing.map(\.words.ja).joined(separator: "と"))
  }
}

extension PlanPart {
  fileprivate var words: Phrase {
    switch self {
    case .kpi: Phrase(en: "a KPI", ja: "KPI")
    case .prediction: Phrase(en: "a numeric prediction", ja: "数値の予測")
    case .due: Phrase(en: "a due date", ja: "期限")
    }
  }
}
