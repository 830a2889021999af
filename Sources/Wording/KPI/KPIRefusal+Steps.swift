import Bilingual
package import Domain

extension KPIRefusal {
  package var steps: [Step] {
    switch self {
    case .text(let refusal):
      refusal.steps
    case .undefined(let kpi):
      [Self.list(in: kpi.department), Self.define(kpi)]
    case .alreadyDefined(let kpi, _):
      [Self.show(kpi)]
    case .retired(let kpi, _, _):
      [Self.show(kpi), Step(en: "or choose another", ja: "別のKPIを選ぶ", "pdca kpi list")]
    case .targetNotFinite(let kpi), .targetOutsideProportion(let kpi, _):
      [
        Step(
          en: "Set it", "pdca kpi target \(kpi) <number>",
          ja: "目標値を定める", "pdca kpi target \(kpi) <数値>")
      ]
    case .outOfRange(let kpi, _):
      [
        Self.record(kpi),
        Step(
          en: "or leave the period out, if nothing was measured: it stays a gap",
          ja: "測定していない期間は記録しない（欠測として扱われます）",
          "pdca kpi show \(kpi.code)"),
      ]
    case .valueNotFinite(let kpi), .valueNegative(let kpi, _), .valueNotWhole(let kpi, _),
      .denominatorUnexpected(let kpi):
      [Self.record(kpi)]
    case .denominatorMissing(let kpi), .denominatorNotPositive(let kpi, _),
      .valueAboveDenominator(let kpi, _, _):
      [Self.recordPart(kpi)]
    case .periodStartsOn(let kpi, _, let first, _):
      [
        Step(
          en: "Name its first day", "pdca kpi record \(kpi) <value> --on \(first)",
          ja: "初日で指定する", "pdca kpi record \(kpi) <値> --on \(first)")
      ]
    case .futurePeriod(let kpi, _, _):
      [Self.show(kpi)]
    case .alreadyRecorded(let kpi, _, let asked):
      [Self.correct(kpi, asked)]
    case .nothingRecorded(let kpi, let period):
      [
        Step(
          en: "Record one", "pdca kpi record \(kpi) <value> --on \(period)",
          ja: "実績値を記録する", "pdca kpi record \(kpi) <値> --on \(period)")
      ]
    case .rangeReversed(let kpi, _, _), .tooFewPoints(let kpi, _, _):
      [
        Self.chart(kpi),
        Step(
          en: "and choose a range",
          "pdca kpi baseline \(kpi) <from> <to> --reason \"<reason>\"",
          ja: "期間を選び直す", "pdca kpi baseline \(kpi) <開始日> <終了日> --reason \"<理由>\""),
      ]
    case .alreadyExcluded(let kpi, _, _), .alreadyRebased(let kpi, _, _):
      [Self.chart(kpi)]
    case .unknownSignal(let kpi, _, let present):
      [Self.list(present), Self.chart(kpi)]
    case .insideClosedReview(let kpi, _, let review):
      [
        Step(
          en: "Rebase later", "pdca kpi rebase \(kpi) \"<cause>\" \"<evidence>\" --on <date>",
          ja: "後の日付で改定する", "pdca kpi rebase \(kpi) \"<原因>\" \"<根拠>\" --on <日付>"),
        Step(
          en: "or add a note", "pdca review addendum \(review) \"<text>\"",
          ja: "レビューに追記する", "pdca review addendum \(review) \"<追記>\""),
      ]
    case .unknownHypothesis(let kpi, _, _), .alreadyTested(let kpi, _, _):
      [Self.show(kpi)]
    case .unknownPrecedent(let kpi, _):
      [
        Step(
          en: "See the proposals", ja: "改善提案の一覧を見る",
          "pdca propose --department \(kpi.department) --kpi \(kpi.code)")
      ]
    case .machineCannotDecide(let kpi, _, _):
      [
        Step(
          Phrase(en: "A person decides after seeing it", ja: "人が確認して判断する"),
          Phrase(both: "pdca kpi chart \(kpi)"))
      ]
    }
  }

  private static func list(in department: DepartmentCode) -> Step {
    Step(en: "See the KPIs", ja: "KPIの一覧を見る", "pdca kpi list -d \(department)")
  }

  private static func define(_ kpi: KPIReference) -> Step {
    Step(
      en: "or define it", "pdca kpi define \(kpi.code) \"<name>\" -d \(kpi.department)",
      ja: "新しく定義する", "pdca kpi define \(kpi.code) \"<名前>\" -d \(kpi.department)")
  }

  private static func show(_ kpi: KPIReference) -> Step {
    Step(en: "See it", ja: "内容を見る", "pdca kpi show \(kpi)")
  }

  private static func chart(_ kpi: KPIReference) -> Step {
    Step(en: "See its chart", ja: "管理図を見る", "pdca kpi chart \(kpi)")
  }

  /// At most five signals, as they are typed.
  private static func list(_ signals: [SignalReference]) -> Step {
    if signals.isEmpty {
      return Step(Phrase(en: "It shows no signals.", ja: "シグナルはありません。"))
    }
    let typed = signals.prefix(5).map { "\($0.rule) \($0.period)" }
    let more = signals.count > typed.count ? " …" : ""
    return Step(
      Phrase(
        en: "It shows: \(typed.joined(separator: ", "))\(more)",
        ja: "現在のシグナル: \(typed.joined(separator: "、"))\(more)"))
  }

  private static func record(_ kpi: KPIReference) -> Step {
    Step(
      en: "Record a value", "pdca kpi record \(kpi) <value> --on <date>",
      ja: "値を記録する", "pdca kpi record \(kpi) <値> --on <日付>")
  }

  private static func recordPart(_ kpi: KPIReference) -> Step {
    Step(
      en: "Record both", "pdca kpi record \(kpi) <count>/<of> --on <date>",
      ja: "両方を記録する", "pdca kpi record \(kpi) <件数>/<母数> --on <日付>")
  }

  private static func correct(_ kpi: KPIReference, _ asked: Observation) -> Step {
    let part = asked.denominator.map { "/\($0.words)" } ?? ""
    let command = "pdca kpi correct \(kpi) \(asked.value.words)\(part) --on \(asked.period)"
    return Step(
      en: "Correct it", "\(command) --reason \"<reason>\"",
      ja: "訂正する", "\(command) --reason \"<理由>\"")
  }
}
