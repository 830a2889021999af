import Bilingual
import Terminal
import Wording

extension DeskError: Worded {
  var refused: Phrase {
    switch self {
    case .configuration(let path, let line, let text):
      Phrase(
        en: "line \(line) of \(path) is not understood: \(text)",
        ja: "\(path) の \(line) 行目を読み取れません: \(text)")
    case .noSchema:
      Phrase(
        en: "this database holds no organization yet.", ja: "このデータベースにはまだ組織がありません。")
    case .outdatedSchema:
      Phrase(
        en: "the database's schema is older than this pdca.",
        ja: "データベースのスキーマがこの pdca より古い版です。")
    case .newerSchema:
      Phrase(
        en: "the database's schema is newer than this pdca, which therefore won't write to it.",
        ja: "データベースのスキーマがこの pdca より新しいため、書き込みを中止しました。")
    case .unreadable(let argument, let text, let wanted):
      Phrase(
        en: "\(argument): \"\(text)\" is not \(wanted.description.en).",
        ja: "\(argument): 「\(text)」は\(wanted.description.ja)として読み取れません。")
    case .future(let argument, let text, let now):
      Phrase(
        en: "\(argument): \(text) has not come yet; it is \(now).",
        ja: "\(argument): \(text) はまだ到来していません。現在は \(now) です。")
    case .unknown(let kind, let text, _):
      Phrase(en: "there is no \(kind.name.en) \(text).", ja: "\(kind.name.ja) \(text) は見つかりません。")
    case .noDepartment(let known):
      Phrase(
        en: "no department is named. There are: \(known.joined(separator: ", ")).",
        ja: "部門が指定されていません。登録済みの部門: \(known.joined(separator: "、"))。")
    case .missing(let wanted):
      Phrase(
        en: "\(wanted.description.en) is missing, and there is nobody to ask.",
        ja: "\(wanted.description.ja)が指定されていません。対話入力もできません。")
    case .notPrivate:
      Phrase(
        en: "this is for the private server, but another database is in use.",
        ja: "専用サーバー向けのコマンドですが、別のデータベースが指定されています。")
    case .notEmpty:
      Phrase(
        en: "the database holds an organization already; a restore needs an empty one.",
        ja: "データベースには既に組織があります。復元先は空である必要があります。")
    case .notReadable(let path):
      Phrase(en: "\(path) can't be read.", ja: "\(path) を読み込めません。")
    case .notWritten(let path):
      Phrase(en: "\(path) can't be written.", ja: "\(path) に書き込めません。")
    case .programFailed(let name, let output):
      Phrase(en: "\(name) failed: \(output)", ja: "\(name) が失敗しました: \(output)")
    }
  }

  var steps: [Step] {
    switch self {
    case .noSchema: [Step(en: "Begin", ja: "始める", "pdca init")]
    case .outdatedSchema:
      [Step(en: "Bring it up to date", ja: "更新する", "pdca database migrate")]
    case .newerSchema:
      [Step(Phrase(en: "Install the newer pdca.", ja: "新しい版の pdca をインストールしてください。"))]
    case .unknown(let kind, let text, let candidates):
      suggestions(for: text, among: candidates) + [kind.listing].compactMap(\.self)
    case .noDepartment:
      [
        Step(en: "Make one the current", ja: "現在の部門を決める", "pdca department use CODE"),
        Step(
          en: "or name it", "… --department CODE", ja: "または指定する", "… --department コード"),
      ]
    case .notEmpty:
      [
        Step(
          en: "Restore elsewhere", ja: "別の場所に復元する",
          "PDCA_HOME=/path/to/new pdca database restore FILE")
      ]
    case .missing:
      [
        Step(
          en: "See how it is given", ja: "指定方法を見る", "\(Surroundings.commandPath) --help")
      ]
    case .configuration, .unreadable, .future, .notPrivate, .notReadable, .notWritten,
      .programFailed:
      []
    }
  }

  private func suggestions(for text: String, among candidates: [String]) -> [Step] {
    let near = Suggestion.nearest(to: text, among: candidates)
    guard !near.isEmpty else { return [] }
    let list = near.joined(separator: ", ")
    return [Step(Phrase(en: "Did you mean \(list)?", ja: "\(list) のことですか?"))]
  }
}

extension DeskError.Kind {
  var name: Phrase {
    switch self {
    case .department: Phrase(en: "department", ja: "部門")
    case .kpi: Phrase(en: "KPI", ja: "KPI")
    case .cycle: Phrase(en: "cycle", ja: "ミニPDCA")
    case .lesson: Phrase(en: "lesson", ja: "教訓")
    case .issue: Phrase(en: "issue", ja: "課題")
    case .design: Phrase(en: "training design", ja: "研修設計")
    case .review: Phrase(en: "review", ja: "レビュー")
    case .decision: Phrase(en: "decision", ja: "決定事項")
    case .member: Phrase(en: "member", ja: "メンバー")
    case .command: Phrase(en: "command", ja: "コマンド")
    }
  }

  /// The command that lists what there is.
  var listing: Step? {
    let command: String? =
      switch self {
      case .department: "pdca department list"
      case .kpi: "pdca kpi list"
      case .cycle: "pdca cycle list"
      case .lesson: "pdca lesson list"
      case .issue: "pdca issue list"
      case .design: "pdca design list"
      case .review, .decision: "pdca review list"
      case .member: "pdca member list"
      case .command: "pdca --help"
      }
    return command.map { Step(en: "See what there is", ja: "一覧を見る", $0) }
  }
}

extension DeskError.Wanted {
  var description: Phrase {
    switch self {
    case .departmentCode:
      Phrase(en: "a department's code (a letter, then letters, digits, hyphens)", ja: "部門コード")
    case .kpiCode: Phrase(en: "a KPI's code (such as close-rate)", ja: "KPI コード")
    case .date: Phrase(en: "a date (2026-11-22, today, +2w)", ja: "日付 (2026-11-22、今日、+2w)")
    case .instant:
      Phrase(
        en: "a date, or an instant with offset (2026-11-22T09:00:00+09:00)",
        ja: "日付、またはオフセット付きの時刻 (2026-11-22T09:00:00+09:00)")
    case .number: Phrase(en: "a number", ja: "数値")
    case .wholeNumber: Phrase(en: "a whole number", ja: "整数")
    case .itemID: Phrase(en: "an id (SALES-12, SALES-L3)", ja: "ID (SALES-12、SALES-L3)")
    case .decisionID:
      Phrase(en: "a decision's id (SALES-2026-W47.1)", ja: "決定事項の ID (SALES-2026-W47.1)")
    case .reviewID: Phrase(en: "a review's id (SALES-2026-W47)", ja: "レビューの ID (SALES-2026-W47)")
    case .period: Phrase(en: "a week or month (2026-W47, 2026-11)", ja: "週または月 (2026-W47、2026-11)")
    case .uuid: Phrase(en: "a UUID", ja: "UUID")
    case .minutes: Phrase(en: "a duration (90, 1h30m)", ja: "時間 (90、1h30m)")
    case .money: Phrase(en: "an amount with its currency (120000 JPY)", ja: "通貨付きの金額 (120000 JPY)")
    case .account: Phrase(en: "an account", ja: "アカウント")
    case .layer:
      Phrase(en: "a layer (executive, promoter, field)", ja: "階層 (executive、promoter、field)")
    case .choice: Phrase(en: "adopt, adapt or abandon", ja: "adopt、adapt、abandon のいずれか")
    case .timeZone: Phrase(en: "a time zone (Asia/Tokyo)", ja: "タイムゾーン (Asia/Tokyo)")
    case .month: Phrase(en: "a month, 1 to 12", ja: "月 (1〜12)")
    case .title: Phrase(en: "a title", ja: "題名")
    case .problem: Phrase(en: "the problem", ja: "問題")
    case .change: Phrase(en: "the change to try", ja: "試す変更")
    case .prediction: Phrase(en: "the prediction (a number)", ja: "予測 (数値)")
    case .due: Phrase(en: "the due date", ja: "期日")
    case .kpi: Phrase(en: "the KPI", ja: "KPI")
    case .reason: Phrase(en: "the reason", ja: "理由")
    case .name: Phrase(en: "the name", ja: "名称")
    case .text: Phrase(en: "the text", ja: "本文")
    case .unit: Phrase(en: "the unit (--unit)", ja: "単位 (--unit)")
    case .value: Phrase(en: "the value, or --csv", ja: "値、または --csv")
    case .conditions: Phrase(en: "the conditions", ja: "成り立つ条件")
    case .suggestion: Phrase(en: "the suggestion", ja: "提案")
    case .rationale: Phrase(en: "the rationale", ja: "提案の理由")
    }
  }
}
