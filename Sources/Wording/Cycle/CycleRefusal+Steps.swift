import Bilingual
package import Domain

extension CycleRefusal {
  package var steps: [Step] {
    switch self {
    case .text(let refusal):
      refusal.steps
    case .unknownPrecedent:
      [Step(en: "See the proposals", ja: "改善提案の一覧を見る", "pdca propose")]
    case .unknownCycle, .linkToItself, .unknownNext:
      [Self.listCycles]
    case .planIncomplete, .predictionNotFinite, .predictionOutsideProportion, .dueInPast,
      .windowReversed, .dueBeforeWindow:
      [Self.plan]
    case .journalNotPlanned(let journal, _):
      [
        Step(
          en: "Plan it", "pdca plan \"<title>\" --journal \(journal) --kpi <code> …",
          ja: "計画する", "pdca plan \"<題名>\" --journal \(journal) --kpi <コード> …")
      ]
    case .datedBefore(let cycle, _, _, _): [Self.show(cycle)]
    case .alreadyPlanned(let cycle, _), .nothingToAmend(let cycle):
      [Self.amend(cycle), Self.show(cycle)]
    case .journalAlreadyOpen(let cycle, _), .unknownAction(let cycle, _),
      .actionAlreadyWithdrawn(let cycle, _):
      [Self.show(cycle)]
    case .unknownKPI, .kpiRetired:
      [Step(en: "See the KPIs", ja: "KPIの一覧を見る", "pdca kpi list")]
    case .ownerNotMember:
      [Step(en: "See the members", ja: "メンバーの一覧を見る", "pdca member list")]
    case .notChecked(let cycle, _):
      [
        Step(en: "Check it", ja: "評価する", "pdca check \(cycle)")
      ]
    case .alreadyChecked(let cycle, _, _):
      [Self.act(cycle), Self.show(cycle)]
    case .alreadyActed(let cycle, _, _):
      [Self.show(cycle), Self.next]
    case .cancelled(let cycle, _, _):
      [Self.show(cycle), Self.next]
    case .minutesOutOfRange:
      [
        Step(
          Phrase(
            en: "Log the days one by one.", ja: "日ごとに分けて記録してください。"))
      ]
    case .noActions(let cycle):
      [
        Step(
          en: "Log what was done", "pdca do \(cycle) \"<action>\"",
          ja: "実施内容を記録する", "pdca do \(cycle) \"<実施内容>\""),
        Step(
          en: "or cancel it", "pdca cancel \(cycle) --reason \"<reason>\"",
          ja: "取りやめる", "pdca cancel \(cycle) --reason \"<理由>\""),
      ]
    case .noObservations(let cycle, let kpi, _, _, _):
      [
        Step(
          en: "Record one", "pdca kpi record \(kpi) <value> --on <date>",
          ja: "実績値を記録する", "pdca kpi record \(kpi) <値> --on <日付>"),
        Self.notMeasured(cycle),
      ]
    case .measuredVerdictMissing(let cycle):
      [Self.notMeasured(cycle)]
    case .overrideWithoutReason(let cycle, let asked, let computed, _, _):
      [
        Step(
          Phrase(
            en: "Confirm \"\(computed.words.en)\"", ja: "「\(computed.words.ja)」で確定する"),
          Phrase(both: "pdca check \(cycle)")),
        Step(
          en: "or say why",
          "pdca check \(cycle) --verdict \(asked.rawValue) --reason \"<reason>\"",
          ja: "理由を添える", "pdca check \(cycle) --verdict \(asked.rawValue) --reason \"<理由>\""),
      ]
    case .machineCannotDecide(let cycle, _, _):
      [
        Step(
          Phrase(en: "A person decides after seeing it", ja: "人が確認して判断する"),
          Phrase(both: "pdca cycle show \(cycle)"))
      ]
    case .adoptionUnmeasured(let cycle, _):
      [
        Step(
          en: "Adapt it", "pdca act \(cycle) adapt \"<why>\"",
          ja: "修正して続ける", "pdca act \(cycle) adapt \"<理由>\""),
        Step(
          en: "or abandon it", "pdca act \(cycle) abandon \"<why>\"",
          ja: "中止する", "pdca act \(cycle) abandon \"<理由>\""),
      ]
    case .notActed(let cycle, _):
      [
        Step(
          en: "Adopt it first", "pdca act \(cycle) adopt \"<why>\"",
          ja: "先に採用する", "pdca act \(cycle) adopt \"<理由>\"")
      ]
    case .notAdopted(let cycle, _):
      [Self.show(cycle)]
    }
  }
}

extension CycleRefusal {
  private static let listCycles = Step(
    en: "See the cycles", ja: "ミニPDCAの一覧を見る", "pdca cycle list")

  private static let plan = Step(
    en: "Plan it", "pdca plan \"<title>\" --kpi <code> --predict <number> --due <date>",
    ja: "計画する", "pdca plan \"<題名>\" --kpi <コード> --predict <数値> --due <日付>")

  private static let next = Step(
    en: "or plan the next one",
    "pdca plan \"<title>\" --kpi <code> --predict <number> --due <date>",
    ja: "次のミニPDCAを計画する", "pdca plan \"<題名>\" --kpi <コード> --predict <数値> --due <日付>")

  private static func amend(_ cycle: ItemID) -> Step {
    Step(
      en: "Amend it", "pdca amend \(cycle) --due <date> --reason \"<reason>\"",
      ja: "計画を変更する", "pdca amend \(cycle) --due <日付> --reason \"<理由>\"")
  }

  private static func show(_ cycle: ItemID) -> Step {
    Step(en: "See it", ja: "内容を見る", "pdca cycle show \(cycle)")
  }

  private static func act(_ cycle: ItemID) -> Step {
    Step(
      en: "Decide on it", "pdca act \(cycle) adopt|adapt|abandon \"<why>\"",
      ja: "判断する", "pdca act \(cycle) adopt|adapt|abandon \"<理由>\"")
  }

  private static func notMeasured(_ cycle: ItemID) -> Step {
    Step(
      en: "or say why", "pdca check \(cycle) --not-measured \"<reason>\"",
      ja: "測定できない理由を書く", "pdca check \(cycle) --not-measured \"<理由>\"")
  }
}
