package import Bilingual
import CivilTime
import Domain
package import Office
package import Terminal
package import Wording

extension InputFault: Worded {
  package var refused: Phrase {
    switch self {
    case .unreadable(let argument, "", let wanted):
      Phrase(
        en: "\(argument) is empty: give \(wanted.description.en).",
        ja: "\(Self.named(argument)) が空です。\(wanted.description.ja)を指定してください。")
    case .unreadable(let argument, let text, let wanted):
      Phrase(
        en: "\(argument): \"\(text)\" is not \(wanted.description.en).",
        ja: "\(Self.named(argument)): 「\(text)」は\(wanted.description.ja)として読み取れません。")
    case .date(let argument, let text, let fault):
      Self.refused(argument, text, fault.reason, or: .date)
    case .number(let argument, let text, let fault):
      Self.refused(argument, text, fault.reason, or: .number)
    case .otherPeriod(let argument, let found, let wanted, let isOfKPI):
      found.refused(argument, wanted, isOfKPI: isOfKPI)
    case .unknownCurrency(let argument, let code):
      Phrase(
        en: "\(argument): \(code) is no currency of ISO 4217.",
        ja: "\(Self.named(argument)): \(code) は ISO 4217 の通貨コードではありません。")
    case .tooFine(let argument, let text, let currency, let decimals):
      Phrase(
        en: "\(argument): \"\(text)\" is finer than \(currency), which has "
          + "\(decimals == 0 ? "no decimals" : "\(decimals) decimals").",
        ja: "\(Self.named(argument)): 「\(text)」は指定できません。\(currency) は"
          + "\(decimals == 0 ? "小数を使わない通貨です" : "小数\(decimals)桁までです")。")
    case .future(let argument, let text, let now):
      Phrase(
        en: "\(argument): \(text) has not come yet; it is \(now.text).",
        ja: "\(Self.named(argument)): \(text) はまだ到来していません。現在は \(now.text) です。")
    }
  }

  private static func refused(
    _ argument: String, _ text: String, _ reason: Phrase?, or wanted: Wanted
  ) -> Phrase {
    guard let reason else {
      return InputFault.unreadable(argument: argument, text: text, wanted: wanted).refused
    }
    return Phrase(
      en: "\(argument): \"\(text)\" can't be taken: \(reason.en).",
      ja: "\(Self.named(argument)): 「\(text)」は使えません。\(reason.ja)。")
  }

  package var steps: [Step] {
    switch self {
    case .unreadable(_, _, let wanted): [wanted.listed?.listing].compactMap(\.self)
    case .unknownCurrency:
      [Step(Phrase(en: "Write its code, such as JPY or USD.", ja: "JPY、USD のようなコードで指定してください。"))]
    case .date, .number, .otherPeriod, .tooFine, .future: []
    }
  }

  package var exitCode: ExitCode { .usage }

  /// An argument as help calls it in Japanese; options keep their names.
  package static func named(_ argument: String) -> String { argumentNames[argument] ?? argument }

  private static let argumentNames = [
    "ACCOUNT": "アカウント", "ACTION": "実施内容の番号", "AMOUNT": "金額", "AREAS": "価値領域",
    "CHOICE": "判断", "CODE": "部門コード", "CYCLE": "ミニPDCAの ID", "DECISION": "決定事項の ID",
    "FROM": "始まり", "HOURS": "勤務時間", "PERIOD": "期間", "SESSION": "セッション",
    "SPAN": "時間帯", "TARGET": "目標値", "TIME": "時間", "TO": "終わり", "VALUE": "値",
  ]
}

extension InputFault.Now {
  fileprivate var text: String {
    switch self {
    case .day(let day): "\(day)"
    case .time(let time): time.words
    }
  }
}

extension ReviewPeriod {
  /// That this is no period of the cadence, and one that is.
  fileprivate func refused(_ argument: String, _ wanted: Cadence, isOfKPI: Bool) -> Phrase {
    let (found, such) = (kindOfPeriod, example(of: wanted))
    guard isOfKPI else {
      return Phrase(
        en: "\(argument): \(self) is a \(found.en): give \(such.en).",
        ja: "\(argument): \(self) は\(found.ja)です。\(such.ja)を指定してください。")
    }
    return Phrase(
      en: "\(argument): the KPI is \(wanted.words.en), and \(self) is a \(found.en): "
        + "give \(such.en).",
      ja: "\(argument): このKPIは\(wanted.words.ja)ですが、\(self) は\(found.ja)です。"
        + "\(such.ja)を指定してください。")
  }

  private var kindOfPeriod: Phrase {
    switch self {
    case .week: Phrase(en: "week", ja: "週")
    case .month: Phrase(en: "month", ja: "月")
    }
  }

  /// A period of the cadence within this one, or around it.
  private func example(of cadence: Cadence) -> Phrase {
    let middle = firstDay.adding(days: 3)
    return switch cadence {
    case .daily: Phrase(en: "a day, such as \(middle)", ja: "日付（例: \(middle)）")
    case .weekly:
      Phrase(
        en: "a week, such as \(ISOWeek(containing: middle))",
        ja: "週（例: \(ISOWeek(containing: middle))）")
    case .monthly:
      Phrase(
        en: "a month, such as \(YearMonth(containing: middle))",
        ja: "月（例: \(YearMonth(containing: middle))）")
    }
  }
}
