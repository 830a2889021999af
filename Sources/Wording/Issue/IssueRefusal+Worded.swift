package import Bilingual
package import Domain

extension IssueRefusal: Worded {
  package var refused: Phrase {
    switch self {
    case .text(let refusal): refusal.refused
    case .unknownIssue(let issue):
      Phrase(en: "There is no issue \(issue).", ja: "課題 \(issue) はありません。")
    case .alreadyRaised(let issue, let layer):
      Phrase(
        en: "\(issue) is raised already, to the layer \(layer.words.en).",
        ja: "\(issue) はすでに\(layer.words.ja)へ提起されています。")
    case .unknownCycle(let cycle):
      Phrase(en: "There is no cycle \(cycle).", ja: "ミニPDCA \(cycle) はありません。")
    case .alreadyDecided(let issue, let decision):
      Phrase(
        en: "\(issue) cannot be decided again: the decision was \"\(decision)\".",
        ja: "\(issue) はすでに決定済みです。決定事項は「\(decision)」です。")
    case .wrongLayer(let issue, let addressed, let decider?):
      Phrase(
        en: "\(issue) cannot be decided by you: it went to the layer \(addressed.words.en), "
          + "and you belong to the layer \(decider.words.en).",
        ja: "\(issue) は\(addressed.words.ja)への提起です。\(decider.words.ja)のメンバーは決定できません。")
    case .wrongLayer(let issue, let addressed, nil):
      Phrase(
        en: "\(issue) cannot be decided by you: it went to the layer \(addressed.words.en), "
          + "and you are not a member.",
        ja: "\(issue) は\(addressed.words.ja)への提起です。メンバーでない方は決定できません。")
    case .machineCannotDecide(let issue, let account):
      Phrase(
        en: "\(account) cannot decide \(issue): it is a machine account, and people decide.",
        ja: "\(account) は自動処理用のアカウントのため、\(issue) を決定できません。決定は人が行います。")
    }
  }

  package var steps: [Step] {
    switch self {
    case .text(let refusal):
      refusal.steps
    case .unknownIssue:
      [Step(en: "See the issues", ja: "課題の一覧を見る", "pdca issue list")]
    case .alreadyRaised(let issue, _), .alreadyDecided(let issue, _):
      [Step(en: "Read it", ja: "内容を見る", "pdca issue show \(issue)")]
    case .unknownCycle:
      [Step(en: "See the cycles", ja: "ミニPDCAの一覧を見る", "pdca cycle list")]
    case .wrongLayer(let issue, let addressed, _):
      [
        Step(
          Phrase(
            en: "Ask the layer \(addressed.words.en), or an executive",
            ja: "\(addressed.words.ja)か経営層に依頼する"),
          Self.decide(issue))
      ]
    case .machineCannotDecide(let issue, _):
      [Step(Phrase(en: "As a person", ja: "人のアカウントで行う"), Self.decide(issue))]
    }
  }

  private static func decide(_ issue: ItemID) -> Phrase {
    Phrase(
      en: "pdca issue decide \(issue) \"<decision>\"",
      ja: "pdca issue decide \(issue) \"<決定事項>\"")
  }
}
