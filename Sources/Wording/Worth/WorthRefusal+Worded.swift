package import Bilingual
package import Domain

extension WorthRefusal: Worded {
  package var refused: Phrase {
    switch self {
    case .text(let refusal): refusal.refused
    case .unknownKPI(let kpi): Phrase(en: "There is no KPI \(kpi).", ja: "KPI \(kpi) はありません。")
    case .countsActivity(let kpi, let name):
      Phrase(
        en: "\(kpi) (\(name)) counts activity: whatever it does, it brings no gain by itself.",
        ja: "\(kpi)（\(name)）は活動量の指標です。活動量の増減だけでは効果額に換算できません。")
    case .amountOutOfRange(let amount):
      Phrase(
        en: "An amount of \(amount.prose.en) is not possible: it must be more than 0"
          + (amount.minorUnits > 0 ? ", and less than that." : "."),
        ja: "金額に\(amount.prose.ja)は指定できません。"
          + (amount.minorUnits > 0 ? "大きすぎます。" : "0より大きい額を指定してください。"))
    case .malformedCurrency(let text):
      Phrase(
        en: "\"\(text)\" is no currency of ISO 4217: write its three capital letters, such as JPY.",
        ja: "「\(text)」は ISO 4217 の通貨コードではありません。JPY のように英大文字3文字で指定してください。")
    case .otherCurrency(let amount, let known):
      Phrase(
        en: "The amount is in \(amount.currency), and worth is stated in \(known): only one "
          + "currency can be added up.",
        ja: "金額の通貨が \(amount.currency) です。効果額は \(known) で記録されており、通貨を混ぜて合計できません。")
    case .timesOutOfRange(let times):
      Phrase(
        en: "A unit cannot arise \(times.words) times in a period: from 0.000001 to 1000000000.",
        ja: "期間あたりの発生回数に \(times.words) は指定できません（0.000001〜1000000000）。")
    case .statedAlready(let day, let amount):
      Phrase(
        en:
          "\(amount.prose.en) is stated from \(day.words.en) already: another amount from that day "
          + "needs a reason.",
        ja: "\(day.words.ja)からの額は\(amount.prose.ja)として記録されています。変更には理由が必要です。")
    case .unknownValueArea(let area, let known):
      Phrase(
        en: "No value area \(area) is chosen"
          + (known.isEmpty ? "; none is." : ": there are \(known.joined(separator: ", "))."),
        ja: "価値領域「\(area)」は選定されていません"
          + (known.isEmpty ? "（選定済みの領域はありません）。" : "（選定済み: \(known.joined(separator: "、"))）。"))
    case .areaNamedTwice(let area):
      Phrase(en: "The value area \(area) is named twice.", ja: "価値領域「\(area)」が二度指定されています。")
    case .sharesNotWhole(let kpi, let sum):
      Phrase(
        en:
          "The shares of \(kpi) add up to \((sum * 100).roundedWords) %: they must add up to 100 %.",
        ja: "\(kpi) の配分の合計が \((sum * 100).roundedWords)% です。100%になるように指定してください。")
    case .unknownSession(let session):
      Phrase(
        en: "There is no session \(session) that was or will be held.",
        ja: "セッション \(session) はないか、中止されています。")
    case .minutesOutOfRange(let minutes):
      Phrase(
        en: "A session cannot take \(minutes) minutes: from 1 to 1440.",
        ja: "セッションの時間に\(minutes)分は指定できません（1〜1440分）。")
    case .designNotApproved(let design):
      Phrase(
        en: "There is no approved training design \(design).", ja: "承認済みの研修設計 \(design) がありません。")
    case .receivedAhead(let day, let today):
      Phrase(
        en: "Nothing can have been received on \(day.words.en): today is \(today.words.en).",
        ja: "受給日に\(day.words.ja)は指定できません（本日は\(today.words.ja)）。")
    case .partOutOfRange(let part):
      Phrase(
        en: "\((part * 100).roundedWords) % is no part of a whole: from 0 to 100 %.",
        ja: "割合に \((part * 100).roundedWords)% は指定できません（0〜100%）。")
    case .notMember(let account):
      Phrase(
        en: "\(account) is no member of the organization.", ja: "\(account) はメンバーではありません。")
    case .machineCannotState:
      Phrase(
        en: "What something is worth is stated by a person, and not by a machine account.",
        ja: "金額や効果の申告は、自動処理用のアカウントでは行えません。")
    }
  }

  package var steps: [Step] {
    switch self {
    case .text(let refusal): refusal.steps
    case .unknownKPI, .countsActivity:
      [Step(en: "See the KPIs there are", ja: "KPIの一覧を見る", "pdca kpi list --all")]
    case .amountOutOfRange, .malformedCurrency, .timesOutOfRange, .partOutOfRange:
      [Step(en: "See how it is written", ja: "書き方を見る", "pdca value set --help")]
    case .otherCurrency, .machineCannotState:
      [Step(en: "See what is stated", ja: "記録を見る", "pdca value list")]
    case .statedAlready:
      [
        Step(
          Phrase(
            en: "Say why it changes with --reason, or from which other day on with --from.",
            ja: "変更の理由を --reason で添えるか、適用開始日を --from で変えてください。"))
      ]
    case .unknownValueArea, .areaNamedTwice:
      [Step(en: "See the value areas", ja: "価値領域の一覧を見る", "pdca value-area list")]
    case .sharesNotWhole(let kpi, _):
      [
        Step(
          en: "Write shares of 100 % together",
          "pdca value area \(kpi) \"<area>=60%\" \"<area>=40%\"",
          ja: "合計100%で配分する", "pdca value area \(kpi) \"<領域>=60%\" \"<領域>=40%\"")
      ]
    case .unknownSession(let session): [Step.showDesign(session.design)]
    case .minutesOutOfRange:
      [Step(en: "See how it is written", ja: "書き方を見る", "pdca value hours --help")]
    case .designNotApproved: [Step.listDesigns]
    case .receivedAhead:
      [
        Step(
          en: "See how the day is stated", ja: "日付の指定方法を見る", "pdca value subsidy --help")
      ]
    case .notMember: [Step(en: "See the members", ja: "メンバーの一覧を見る", "pdca member list --all")]
    }
  }

  package var isOfUnknown: Bool {
    switch self {
    case .unknownKPI, .unknownValueArea, .unknownSession, .notMember: true
    default: false
    }
  }
}
