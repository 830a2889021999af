package import Bilingual
package import Domain

extension ConceptRefusal: Worded {
  package var refused: Phrase {
    switch self {
    case .text(let refusal): refusal.refused
    case .unknownConcept(let concept):
      Phrase(en: "There is no concept \(concept).", ja: "活用構想 \(concept) はありません。")
    case .alreadyDrafted(let concept):
      Phrase(en: "\(concept) has been drafted already.", ja: "活用構想 \(concept) はすでに起案されています。")
    case .incomplete(_, let missing):
      Phrase(
        en: "The concept cannot be drafted yet; it lacks "
          + "\(missing.map(\.words.en).joined(separator: ", ")).",
        ja: "活用構想に次の項目がありません（\(missing.map(\.words.ja).joined(separator: "、"))）。")
    case .unknownKPI(let kpi):
      Phrase(en: "There is no KPI \(kpi).", ja: "KPI \(kpi) はありません。")
    case .unknownValueArea(let name, _):
      Phrase(en: "There is no value area \"\(name)\".", ja: "価値領域「\(name)」はありません。")
    case .unknownSession(let session):
      Phrase(en: "There is no session \(session).", ja: "セッション \(session) はありません。")
    case .predictionNotFinite, .predictionOutsideProportion: prediction.refused
    case .firstStepTooLate(_, let day, let today, let latest):
      Phrase(
        en: "The first step cannot be put on \(day.words.en): it is to be taken within "
          + "\(Concept.firstStepDays) days, from \(today.words.en) to \(latest.words.en).",
        ja: "最初の一歩の期日に\(day.words.ja)は指定できません。"
          + "\(today.words.ja)から\(latest.words.ja)まで（\(Concept.firstStepDays)日以内）としてください。")
    case .dueBeforeFirstStep(let due, let day):
      Phrase(
        en: "The KPI cannot have moved by \(due.words.en), before the first step "
          + "(\(day.words.en)).",
        ja: "効果の期日（\(due.words.ja)）が最初の一歩の期日（\(day.words.ja)）より前です。")
    case .alreadyChosen(let concept):
      Phrase(en: "\(concept) has been chosen already.", ja: "活用構想 \(concept) はすでに採択されています。")
    case .alreadyDeclined(let concept, let reason):
      Phrase(
        en: "\(concept) was declined (\(reason)).",
        ja: "活用構想 \(concept) は見送られています（理由：\(reason)）。")
    case .alreadyStarted(let concept, let cycle):
      Phrase(
        en: "\(concept) was started as \(cycle).",
        ja: "活用構想 \(concept) はミニPDCA \(cycle) として開始されています。")
    case .notChosen(let concept):
      Phrase(
        en: "\(concept) cannot be started: nobody who may invest has chosen it.",
        ja: "活用構想 \(concept) はまだ採択されていないため、開始できません。")
    case .mayNotInvest(let concept, let layer?):
      Phrase(
        en: "\(concept) is not for you to decide: executives say what is invested in, "
          + "and you belong to the layer \(layer.words.en).",
        ja: "活用構想 \(concept) の採否は経営層が判断します。\(layer.words.ja)のメンバーは決定できません。")
    case .mayNotInvest(let concept, nil):
      Phrase(
        en: "\(concept) is not for you to decide: executives say what is invested in, "
          + "and you are not a member.",
        ja: "活用構想 \(concept) の採否は経営層が判断します。メンバーでない方は決定できません。")
    case .machineCannotDecide(let concept, let account):
      Phrase(
        en: "\(account) cannot decide on \(concept): it is a machine account, and people decide.",
        ja: "\(account) は自動処理用のアカウントのため、活用構想 \(concept) の採否を決定できません。決定は人が行います。")
    }
  }

  package var steps: [Step] {
    switch self {
    case .text(let refusal): refusal.steps
    case .unknownConcept: [Self.list]
    case .alreadyDrafted(let concept), .alreadyChosen(let concept),
      .alreadyDeclined(let concept, _):
      [Self.show(concept)]
    case .incomplete:
      [
        Step(
          en: "See the options", ja: "指定できる項目を見る", "pdca concept draft --help"),
        Step(
          en: "or fill in the worksheet", "pdca concept sheet --output concepts.xlsx",
          ja: "ワークシートに記入する", "pdca concept sheet --output concepts.xlsx"),
      ]
    case .unknownKPI: [Step(en: "See the KPIs", ja: "KPIの一覧を見る", "pdca kpi list")]
    case .unknownValueArea:
      [Step(en: "See the value areas", ja: "価値領域の一覧を見る", "pdca value-area list")]
    case .unknownSession(let session): [Step.showDesign(session.design)]
    case .predictionNotFinite, .predictionOutsideProportion, .firstStepTooLate,
      .dueBeforeFirstStep:
      [Step(en: "See the options", ja: "指定できる項目を見る", "pdca concept draft --help")]
    case .alreadyStarted(_, let cycle):
      [Step(en: "See it", ja: "内容を見る", "pdca cycle show \(cycle)")]
    case .notChosen(let concept), .mayNotInvest(let concept, _),
      .machineCannotDecide(let concept, _):
      [
        Step(
          en: "Ask an executive", "pdca concept choose \(concept) --reason \"<why>\"",
          ja: "経営層に依頼する", "pdca concept choose \(concept) --reason \"<理由>\"")
      ]
    }
  }

  /// A plan's prediction is refused for the same.
  private var prediction: CycleRefusal {
    if case .predictionOutsideProportion(let kpi, let predicted) = self {
      return .predictionOutsideProportion(kpi, predicted: predicted)
    }
    return .predictionNotFinite
  }

  private static let list = Step(
    en: "See the concepts", ja: "活用構想の一覧を見る", "pdca concept list --all")

  private static func show(_ concept: ItemID) -> Step {
    Step(en: "See it", ja: "内容を見る", "pdca concept show \(concept)")
  }
}

extension ConceptPart {
  /// As the worksheet calls it.
  package var words: Phrase {
    switch self {
    case .title: Phrase(en: "title", ja: "題名")
    case .task: Phrase(en: "work", ja: "対象業務")
    case .byAI: Phrase(en: "what is done with AI", ja: "AIで行うこと")
    case .byPeople: Phrase(en: "what is done by people", ja: "人が行うこと")
    case .kpi: Phrase(en: "KPI", ja: "KPI")
    case .predicted: Phrase(en: "level expected", ja: "KPIの見込み")
    case .firstStep: Phrase(en: "first step", ja: "最初の一歩")
    case .firstStepBy: Phrase(en: "first step by", ja: "最初の一歩の期日")
    }
  }
}
