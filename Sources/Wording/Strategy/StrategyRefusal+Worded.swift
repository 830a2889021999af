package import Bilingual
package import Domain

extension StrategyRefusal: Worded {
  package var refused: Phrase {
    switch self {
    case .text(let refusal): refusal.refused
    case .visionWithoutKPI:
      Phrase(
        en: "The vision names no KPI: nobody could tell whether it comes true.",
        ja: "ビジョンに重要業績評価指標（KPI）が指定されていません。実現したかどうかを確かめられません。")
    case .kpiNamedTwice(let kpi):
      Phrase(
        en: "The vision names the KPI \(kpi) twice.",
        ja: "ビジョンに同じKPI \(kpi) が二度指定されています。")
    case .unknownKPI(let kpi):
      Phrase(en: "There is no KPI \(kpi).", ja: "KPI \(kpi) はありません。")
    case .visionCountsActivityOnly(let kpis):
      Phrase(
        en: "The vision's KPIs count activity only (\(Self.list(kpis))): "
          + "at least one must be a management outcome.",
        ja: "ビジョンのKPIが活動量の指標だけです（\(Self.list(kpis))）。"
          + "経営成果の指標を少なくとも一つ含めてください。")
    case .investmentOutOfRange(let money):
      Phrase(
        en: "An investment of \(money.prose.en) is not possible: "
          + (money.minorUnits < 0 ? "it must be 0 or more." : "it is too large."),
        ja: "投資額に\(money.prose.ja)は指定できません。"
          + (money.minorUnits < 0 ? "0以上で指定してください。" : "大きすぎます。"))
    case .malformedCurrency(let text):
      Phrase(
        en: "\"\(text)\" is no currency of ISO 4217: write its three capital letters, such as JPY.",
        ja: "「\(text)」は ISO 4217 の通貨コードではありません。JPY のように英大文字3文字で指定してください。")
    case .valueAreaExists(let name):
      Phrase(
        en: "The value area \(name) is chosen already, with another investment or reason.",
        ja: "価値創出領域「\(name)」はすでに選定されています。投資額か理由が異なります。")
    case .policyAlreadySet:
      Phrase(
        en: "The training policy is set already: what changes it is a revision with a reason.",
        ja: "育成方針はすでに定められています。変更は理由を添えた改定として記録します。")
    case .policyNotSet:
      Phrase(
        en: "The training policy cannot be revised: none is set yet.",
        ja: "育成方針がまだ定められていないため、改定できません。")
    case .unknownReview(let review):
      Phrase(en: "There is no review \(review).", ja: "レビュー \(review) はありません。")
    case .unknownLesson(let lesson):
      Phrase(en: "There is no lesson \(lesson).", ja: "教訓 \(lesson) はありません。")
    }
  }

  package var steps: [Step] {
    switch self {
    case .text(let refusal):
      refusal.steps
    case .visionWithoutKPI, .kpiNamedTwice, .unknownKPI:
      [Self.listKPIs]
    case .visionCountsActivityOnly:
      [
        Self.listKPIs,
        Step(
          en: "or define one", "pdca kpi define <code> \"<name>\" --kind outcome",
          ja: "成果の指標を定義する", "pdca kpi define <コード> \"<名前>\" --kind outcome"),
      ]
    case .investmentOutOfRange, .malformedCurrency:
      [
        Step(
          en: "Try again", "pdca value-area choose \"<name>\" \"<why>\"",
          ja: "指定し直す", "pdca value-area choose \"<名前>\" \"<理由>\"")
      ]
    case .valueAreaExists:
      [Step(en: "See what is chosen", ja: "選定済みの領域を見る", "pdca vision show")]
    case .policyAlreadySet:
      [
        Step(
          en: "Revise it", "pdca policy revise \"<policy>\" \"<profile>\" --reason \"<reason>\"",
          ja: "改定する", "pdca policy revise \"<方針>\" \"<人材像>\" --reason \"<理由>\""),
        Step(en: "or read it", ja: "内容を見る", "pdca policy show"),
      ]
    case .policyNotSet:
      [
        Step(
          en: "Set it", "pdca policy set \"<policy>\" \"<profile>\"",
          ja: "定める", "pdca policy set \"<方針>\" \"<人材像>\"")
      ]
    case .unknownReview:
      [Step(en: "See the reviews", ja: "レビューの一覧を見る", "pdca review list")]
    case .unknownLesson:
      [Step(en: "See the lessons", ja: "教訓の一覧を見る", "pdca lesson list")]
    }
  }

  private static let listKPIs = Step(en: "See the KPIs", ja: "KPIの一覧を見る", "pdca kpi list")

  private static func list(_ kpis: [KPIReference]) -> String {
    kpis.map(\.description).joined(separator: ", ")
  }
}
