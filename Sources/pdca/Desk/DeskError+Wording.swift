import Bilingual
import Domain
import Presentation
import Terminal
import Wording

extension DeskError: Worded {
  var refused: Phrase {
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
        en: "\(argument): \(text) has not come yet; it is \(now).",
        ja: "\(Self.named(argument)): \(text) はまだ到来していません。現在は \(now) です。")
    case .lookingBack(let command, let option):
      Phrase(
        en: "\(option) looks into the past, but pdca \(command) writes, and that is recorded now.",
        ja: "\(option) は過去を表示するオプションです。pdca \(command) は記録するコマンドのため使えません。")
    case .noDepartment(let known):
      Phrase(
        en: "no department is named. There are: \(known.joined(separator: ", ")).",
        ja: "部門が指定されていません。登録済みの部門: \(known.joined(separator: "、"))。")
    case .severalCycles(let cycles, let home):
      Phrase(
        en: "\(cycles.count) open cycles of yours in \(home) could be meant; nothing was recorded.",
        ja: "\(home) で担当している実施中のミニPDCAが\(cycles.count)件あり、特定できません。記録はしていません。")
    case .missing(let missing):
      Phrase(
        en:
          "\(missing.map { "\($0.wanted.description.en) (\($0.argument))" }.joined(separator: ", ")) "
          + "\(missing.count == 1 ? "is" : "are") missing, and there is nobody to ask.",
        ja: missing.map { "\($0.wanted.description.ja) (\(Self.named($0.argument)))" }.joined(
          separator: "、")
          + " が指定されていません。対話入力もできません。")
    case .noRole(let role):
      Phrase(
        en: "this server has no role \(role).", ja: "このサーバーにロール \(role) はありません。")
    case .notPrivate:
      Phrase(
        en: "this is for the private server, but another database is in use.",
        ja: "専用サーバー向けのコマンドですが、別のデータベースが指定されています。")
    case .notEmpty:
      Phrase(
        en: "the database holds an organization already; a restore needs an empty one.",
        ja: "データベースには既に組織があります。復元先は空である必要があります。")
    case .programFailed(let name, let output):
      Phrase(en: "\(name) failed: \(output)", ja: "\(name) が失敗しました: \(output)")
    }
  }

  /// An argument as help calls it in Japanese; options keep their names.
  static func named(_ argument: String) -> String { argumentNames[argument] ?? argument }

  private static let argumentNames = [
    "ACCOUNT": "アカウント", "ACTION": "実施内容の番号", "AMOUNT": "金額", "AREAS": "価値領域",
    "CHOICE": "判断", "CODE": "部門コード", "CYCLE": "ミニPDCAの ID", "DECISION": "決定事項の ID",
    "FROM": "始まり", "HOURS": "勤務時間", "PERIOD": "期間", "SESSION": "セッション",
    "SPAN": "時間帯", "TARGET": "目標値", "TIME": "時間", "TO": "終わり", "VALUE": "値",
  ]

  private static func refused(
    _ argument: String, _ text: String, _ reason: Phrase?, or wanted: Wanted
  ) -> Phrase {
    guard let reason else {
      return DeskError.unreadable(argument: argument, text: text, wanted: wanted).refused
    }
    return Phrase(
      en: "\(argument): \"\(text)\" can't be taken: \(reason.en).",
      ja: "\(Self.named(argument)): 「\(text)」は使えません。\(reason.ja)。")
  }

  var steps: [Step] {
    switch self {
    case .lookingBack(let command, _):
      [
        Step(
          en: "To record what was true earlier", "pdca \(command) … --on <date>",
          ja: "過去の出来事を記録する", "pdca \(command) … --on <日付>")
      ]
    case .noDepartment:
      [
        Step(en: "Make one the current", ja: "現在の部門を決める", "pdca department use CODE"),
        Step(
          en: "or name it", "… --department CODE", ja: "または指定する", "… --department コード"),
      ]
    case .noRole(let role):
      [Step(en: "Have it made", ja: "作成を依頼する", "createuser \(ShellWord.quoted(role))")]
    case .notEmpty:
      [
        Step(
          en: "Restore elsewhere", ja: "別の場所に復元する",
          "PDCA_HOME=/path/to/new pdca database restore FILE")
      ]
    case .severalCycles(let cycles, _):
      cycles.map { cycle in
        let command = "pdca do \(cycle.id)"
        return Step(
          en: cycle.title, command + " \"<what was done>\"", ja: cycle.title,
          command + " \"<実施内容>\"")
      } + [
        Step(
          en: "Unplanned work", "pdca do \"<what was done>\" --unplanned",
          ja: "計画外の活動", "pdca do \"<実施内容>\" --unplanned")
      ]
    case .missing:
      [
        Step(
          en: "See how it is given", ja: "指定方法を見る", "\(Surroundings.commandPath) --help")
      ]
    case .unreadable(_, _, let wanted): [wanted.listed?.listing].compactMap(\.self)
    case .unknownCurrency:
      [Step(Phrase(en: "Write its code, such as JPY or USD.", ja: "JPY、USD のようなコードで指定してください。"))]
    case .date, .number, .otherPeriod, .tooFine, .future, .notPrivate,
      .programFailed:
      []
    }
  }

}
