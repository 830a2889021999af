import ArgumentParser
import Bilingual
import CivilTime
import Domain
import Office
import Orders
import ReadModels
import Wording

struct ValueGroup: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .of(
      "value",
      "What it is worth: a KPI's unit, an hour of people, a subsidy; who said so, since when.",
      "効果額の前提（KPI1単位の金額、人件費、助成金など）を、根拠と適用開始日とともに記録します。",
      subcommands: [
        SetCommand.self, ListCommand.self, AreaCommand.self, IndicatorCommand.self,
        WageCommand.self, HoursCommand.self, SubsidyCommand.self, EstimateCommand.self,
      ])
  }
}

extension CostKind: TypedWord {}
extension WorthIndicator: TypedWord {}

extension Desk {
  /// Records a statement of worth in the log that it belongs to.
  func state(_ event: WorthEvent, id: String, _ writing: WritingOptions, _ done: Phrase) throws {
    let outcome = try office.record(event, order(in: office.home(of: event), writing))
    answer.recorded(outcome, id: id, done, next: [Phrase(both: "pdca value list")])
  }

  /// From which day on something holds: a day, or a month's first; nil is today.
  func begin(_ text: String?) throws -> LocalDate {
    guard let text else { return today }
    if let month = YearMonth(iso: text.halfWidth) { return month.first }
    return try date(text, "--from")
  }
}

extension ValueGroup {
  struct SetCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "set", "State what one unit of a KPI's change is worth in one of its periods.",
        "KPIの1単位の変化が1期間あたりいくらに相当するかを記録します。",
        examples: [
          "pdca value set ADMIN/invoice-hours 4,000円/h --basis '人件費の平均' --from 2026-04",
          "pdca value set SALES/proposal-hours 4000 JPY --times 19 --basis '19 proposals a week'",
        ])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @OptionGroup var department: DepartmentOption
    @Argument(help: help("The KPI.", "KPI。"), completion: .ids(.kpis)) var kpi: String
    @Argument(
      help: help(
        "What a unit is worth in a period; of a proportion, what one of the items is worth.",
        "1単位の1期間あたりの金額（割合のKPIでは1件あたりの金額）。"))
    var amount: [String]
    @Option(help: help("How that is known.", "金額の根拠。")) var basis: String?
    @Option(
      help: help("How often the unit arises in a period; 1 if left out.", "1期間あたりの発生回数（省略時は1）。"))
    var times: String?
    @Option(
      parsing: .unconditional,
      help: help("From this day or month on; today if left out.", "適用開始の日または月（省略時は今日）。"))
    var from: String?
    @Option(help: help("Why it changes.", "変更の理由。")) var reason: String?

    func run(at desk: Desk) throws {
      let reference = try desk.kpi(kpi, in: department)
      let money = try Read.worth(amount.joined(separator: " "), "AMOUNT")
      let basis =
        try basis ?? desk.ask(.text, "--basis", desk.answer.say("How that is known", "金額の根拠"))
      let value = UnitValue(
        kpi: reference, amount: money, times: try times.map { try Read.number($0, "--times") },
        from: try desk.begin(from), basis: basis)
      try desk.state(
        .unitValueSet(value, reason: reason), id: "\(reference)", writing,
        Phrase(
          en: "One unit of \(reference) is worth \(money.prose.en) from \(value.from.words.en).",
          ja: "\(reference) の1単位を\(value.from.words.ja)から\(money.prose.ja)としました。"))
    }
  }

  struct AreaCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "area", "Say to which value areas a KPI belongs; shares add up to 100 %.",
        "KPIが属する価値領域を記録します（配分の合計は100%）。",
        examples: [
          "pdca value area SALES/proposal-hours '提案書づくり'",
          "pdca value area CS/first-reply 'Inquiries=70%' 'Proposals=30%'",
        ])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @OptionGroup var department: DepartmentOption
    @Argument(help: help("The KPI.", "KPI。"), completion: .ids(.kpis)) var kpi: String
    @Argument(help: help("An area, or several with shares: 'AREA=60%'.", "価値領域。複数の場合は '領域=60%'。"))
    var areas: [String] = []
    @Flag(help: help("It belongs to none.", "どの価値領域にも属しません。")) var none = false

    func run(at desk: Desk) throws {
      let reference = try desk.kpi(kpi, in: department)
      if areas.isEmpty, !none { throw DeskError.missing(.name, argument: "<areas>") }
      let shares = try areas.map { try Self.share($0, alone: areas.count == 1) }
      try desk.state(
        .areasShared(kpi: reference, shares: shares), id: "\(reference)", writing,
        Phrase(
          en: "\(reference): its value areas are recorded.", ja: "\(reference) の価値領域を記録しました。"))
    }

    private static func share(_ text: String, alone: Bool) throws -> AreaShare {
      // An area's name may hold the sign, too.
      if let sign = text.lastIndex(where: { "=＝".contains($0) }),
        let share = try? Read.part(String(text[text.index(after: sign)...]), "AREAS")
      {
        return AreaShare(area: String(text[..<sign]), share: share)
      }
      if alone { return AreaShare(area: text, share: 1) }
      throw InputFault.unreadable(argument: "AREAS", text: text, wanted: .number)
    }
  }

  struct IndicatorCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "indicator", "Say which indicator a KPI measures.", "KPIがどの指標を測るものかを記録します。",
        examples: ["pdca value indicator SALES/win-rate closeRate"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @OptionGroup var department: DepartmentOption
    @Argument(help: help("The KPI.", "KPI。"), completion: .ids(.kpis)) var kpi: String
    @Argument(
      help: help(
        "documentHours, closeRate, clickThroughRate, proposalsAdopted, useFrequency, useCases, "
          + "decisionLeadTime or likeWorkLeadTime.",
        "documentHours 資料作成工数、closeRate 成約率、clickThroughRate クリック率、proposalsAdopted 提案採用率、"
          + "useFrequency 活用頻度、useCases 活用事例数、decisionLeadTime 意思決定、likeWorkLeadTime 類似業務。"))
    var indicator: WorthIndicator

    func run(at desk: Desk) throws {
      let reference = try desk.kpi(kpi, in: department)
      try desk.state(
        .indicatorNamed(kpi: reference, indicator: indicator), id: "\(reference)", writing,
        Phrase(
          en: "\(reference) measures: \(indicator.words.en).",
          ja: "\(reference) を「\(indicator.words.ja)」の指標としました。"))
    }
  }

  struct WageCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "wage", "State what an hour of a layer's people costs, with all that is paid on top.",
        "階層ごとの1時間あたりの人件費（法定福利費などを含む）を記録します。",
        examples: ["pdca value wage field 3,200円 --basis '2026年度の平均' --from 2026-04"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @Argument(
      help: help("executive, promoter or field.", "階層（executive 経営層、promoter 推進役、field 現場）。"))
    var layer: Layer
    @Argument(help: help("Amount and currency.", "金額と通貨。")) var amount: [String]
    @Option(help: help("How that is known.", "金額の根拠。")) var basis: String?
    @Option(
      parsing: .unconditional,
      help: help("From this day or month on; today if left out.", "適用開始の日または月（省略時は今日）。"))
    var from: String?
    @Option(help: help("Why it changes.", "変更の理由。")) var reason: String?

    func run(at desk: Desk) throws {
      let money = try Read.worth(amount.joined(separator: " "), "AMOUNT")
      let basis =
        try basis ?? desk.ask(.text, "--basis", desk.answer.say("How that is known", "金額の根拠"))
      let rate = WageRate(
        layer: layer, perHour: money, from: try desk.begin(from), basis: basis)
      try desk.state(
        .wageRateSet(rate, reason: reason), id: layer.rawValue, writing,
        Phrase(
          en: "An hour of the \(layer.words.en) layer costs \(money.prose.en) from "
            + "\(rate.from.words.en).",
          ja: "\(layer.words.ja)の1時間を\(rate.from.words.ja)から\(money.prose.ja)としました。"))
    }
  }

  struct HoursCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "hours", "State how long a session took, where its times aren't recorded.",
        "セッションの時間を記録します（時間割を記録していない場合）。", examples: ["pdca value hours HQ-D1.2 6h30m"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @Argument(help: help("The session (HQ-D1.2).", "セッション（HQ-D1.2）。")) var session: String
    @Argument(help: help("How long: 6h, 6h30m.", "時間（6h、6h30m）。")) var time: String

    func run(at desk: Desk) throws {
      guard let id = SessionID(session.halfWidth) else {
        throw InputFault.unreadable(argument: "SESSION", text: session, wanted: .sessionID)
      }
      let minutes = try Read.minutes(time.halfWidth, "TIME")
      try desk.state(
        .sessionLengthStated(session: id, minutes: minutes), id: "\(id)", writing,
        Phrase(
          en: "\(id) took \(HoursText.words(minutes: minutes).en).",
          ja: "\(id) の時間を\(HoursText.words(minutes: minutes).ja)としました。"))
    }
  }

  struct SubsidyCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "subsidy", "Record a subsidy that was received for a training; it stays apart from gains.",
        "研修について受給した助成金を記録します（効果額とは分けて示します）。",
        examples: ["pdca value subsidy HQ-D1 310,000円 --on 2026-09-30"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @Argument(help: help("The design.", "研修設計の ID。"), completion: .ids(.designs)) var design: String
    @Argument(help: help("Amount and currency.", "金額と通貨。")) var amount: [String]
    @Option(help: help("A note.", "メモ。")) var note: String?

    func run(at desk: Desk) throws {
      let id = try desk.design(design)
      let money = try Read.money(amount.joined(separator: " "), "AMOUNT")
      let came = try desk.order(in: desk.setting.head, writing).occurredAt
      let day = came.map { desk.setting.zone.date(at: $0.instant) } ?? desk.today
      try desk.state(
        .subsidyReceived(design: id, amount: money, on: day, note: note), id: "\(id)", writing,
        Phrase(
          en: "\(id): a subsidy of \(money.prose.en) is recorded.",
          ja: "\(id) の助成金\(money.prose.ja)を記録しました。"))
    }
  }

  struct EstimateCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "estimate",
        "Record what somebody who took part thinks: how much of a KPI's change the training brought, and "
          + "how sure they are.",
        "参加者の見積もり（KPIの変化のうち研修による割合と確信度）を記録します。",
        examples: [
          "pdca value estimate HQ-D1 ADMIN/invoice-hours maeda --share 60% --confidence 70%"
        ])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @OptionGroup var department: DepartmentOption
    @Argument(help: help("The design.", "研修設計の ID。"), completion: .ids(.designs)) var design: String
    @Argument(help: help("The KPI.", "KPI。"), completion: .ids(.kpis)) var kpi: String
    @Argument(help: help("Whose estimate it is.", "見積もった人のアカウント。"), completion: .ids(.members))
    var account: String
    @Option(help: help("How much of the change is due to the training.", "研修による割合。")) var share:
      String
    @Option(help: help("How sure they are.", "確信度。")) var confidence: String
    @Option(help: help("A note.", "メモ。")) var note: String?

    func run(at desk: Desk) throws {
      let id = try desk.design(design)
      let estimate = EffectEstimate(
        design: id, kpi: try desk.kpi(kpi, in: department), account: try Read.account(account),
        share: try Read.part(share, "--share"),
        confidence: try Read.part(confidence, "--confidence"), note: note)
      try desk.state(
        .effectEstimated(estimate), id: "\(id)", writing,
        Phrase(
          en: "The estimate of \(estimate.account) is recorded.",
          ja: "\(estimate.account) の見積もりを記録しました。"))
    }
  }
}
