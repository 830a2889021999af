import Bilingual
import Domain
import Office
import Wording

extension OfficeError.Kind {
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
    case .signal: Phrase(en: "signal", ja: "シグナル")
    case .projection: Phrase(en: "projection", ja: "リードモデル")
    case .event: Phrase(en: "event", ja: "イベント")
    case .eventType: Phrase(en: "event type", ja: "イベントの種類")
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
      case .signal: "pdca kpi causes <kpi>"
      case .design: "pdca design list"
      case .review, .decision: "pdca review list"
      case .member: "pdca member list"
      case .command: "\(Surroundings.commandPath) --help"
      case .projection: "pdca projection status"
      case .event: "pdca log"
      case .eventType: nil
      }
    return command.map { Step(en: "See what there is", ja: "一覧を見る", $0) }
  }
}

extension DeskError.Wanted {
  /// The id of an item of that kind.
  init(idOf kind: ItemKind) {
    self =
      switch kind {
      case .cycle: .cycleID
      case .lesson: .lessonID
      case .issue: .issueID
      case .design: .designID
      }
  }

  /// What is looked up by it, where that can be listed.
  var listed: OfficeError.Kind? {
    switch self {
    case .cycleID: .cycle
    case .lessonID: .lesson
    case .issueID: .issue
    case .designID: .design
    case .reviewID: .review
    case .decisionID: .decision
    case .departmentCode, .kpiCode, .date, .instant, .number, .wholeNumber, .period, .signal,
      .uuid, .minutes, .money, .account, .layer, .choice, .timeZone, .month, .title, .problem,
      .change, .prediction, .due, .kpi, .reason, .name, .text, .unit, .value, .subject,
      .seconds, .laterMoment, .conditions, .suggestion, .rationale, .output,
      .namedFile:
      nil
    }
  }

  var description: Phrase {
    switch self {
    case .departmentCode:
      Phrase(
        en: "a department's code (a letter, then letters, digits, hyphens; 32 at most, "
          + "no end like -12 or -L3)",
        ja: "部門コード (英字で始まる英数字とハイフン、32文字以内、末尾は -12 や -L3 以外)")
    case .kpiCode:
      Phrase(
        en:
          "a KPI's code (such as close-rate: a letter, then letters, digits, hyphens; 40 at most)",
        ja: "KPIコード (close-rate のように英字で始まる英数字とハイフン、40文字以内)")
    case .date: Phrase(en: "a date (2026-11-22, today, +2w)", ja: "日付 (2026-11-22、今日、+2w)")
    case .instant:
      Phrase(
        en: "a date, or an instant with offset (2026-11-22T09:00:00+09:00)",
        ja: "日付、またはオフセット付きの時刻 (2026-11-22T09:00:00+09:00)")
    case .number:
      Phrase(
        en: "a number (12.5, or 1,234.5 with commas between thousands)",
        ja: "数値 (12.5、または3桁ごとに区切った 1,234.5)")
    case .wholeNumber: Phrase(en: "a whole number", ja: "整数")
    case .cycleID: Phrase(en: "a cycle's id (SALES-12)", ja: "ミニPDCAの ID (SALES-12)")
    case .lessonID: Phrase(en: "a lesson's id (SALES-L3)", ja: "教訓の ID (SALES-L3)")
    case .issueID: Phrase(en: "an issue's id (SALES-I4)", ja: "課題の ID (SALES-I4)")
    case .designID: Phrase(en: "a training design's id (HQ-D2)", ja: "研修設計の ID (HQ-D2)")
    case .decisionID:
      Phrase(en: "a decision's id (SALES-2026-W47.1)", ja: "決定事項の ID (SALES-2026-W47.1)")
    case .reviewID: Phrase(en: "a review's id (SALES-2026-W47)", ja: "レビューの ID (SALES-2026-W47)")
    case .period: Phrase(en: "a week or month (2026-W47, 2026-11)", ja: "週または月 (2026-W47、2026-11)")
    case .signal:
      Phrase(en: "a signal (shift:2026-W47)", ja: "シグナル (shift:2026-W47)")
    case .uuid: Phrase(en: "a UUID", ja: "UUID")
    case .minutes: Phrase(en: "a duration (90, 1h30m)", ja: "時間 (90、1h30m)")
    case .money: Phrase(en: "an amount with its currency (120000 JPY)", ja: "通貨付きの金額 (120000 JPY)")
    case .account:
      Phrase(
        en: "an account (letters, digits, _, -, . and @; 63 bytes at most)",
        ja: "アカウント (文字、数字、_、-、.、@、63バイト以内)")
    case .layer:
      Phrase(en: "a layer (executive, promoter, field)", ja: "階層 (executive、promoter、field)")
    case .choice: Phrase(en: "adopt, adapt or abandon", ja: "判断 (adopt、adapt、abandon のいずれか)")
    case .timeZone: Phrase(en: "a time zone (Asia/Tokyo)", ja: "タイムゾーン (Asia/Tokyo)")
    case .month: Phrase(en: "a month, 1 to 12", ja: "月 (1〜12)")
    case .title: Phrase(en: "a title", ja: "題名")
    case .problem: Phrase(en: "the problem", ja: "困りごと")
    case .change: Phrase(en: "the change to try", ja: "打ち手")
    case .prediction: Phrase(en: "the prediction", ja: "予測値")
    case .due: Phrase(en: "the due date", ja: "期日")
    case .kpi: Phrase(en: "the KPI", ja: "KPI")
    case .reason: Phrase(en: "the reason", ja: "理由")
    case .name: Phrase(en: "the name", ja: "名称")
    case .text: Phrase(en: "the text", ja: "本文")
    case .seconds:
      Phrase(en: "a number of seconds, up to 86400", ja: "秒数 (86400 以下)")
    case .laterMoment:
      Phrase(en: "a moment after FROM", ja: "FROM より後の時点")
    case .subject:
      Phrase(
        en:
          "an id (SALES-12, SALES-L3, SALES/close-rate, SALES-2026-W47.1) or an event (SALES@120)",
        ja: "ID (SALES-12、SALES-L3、SALES/close-rate、SALES-2026-W47.1) またはイベント (SALES@120)")
    case .unit: Phrase(en: "the unit", ja: "単位")
    case .value: Phrase(en: "the value", ja: "値")
    case .conditions: Phrase(en: "the conditions", ja: "成り立つ条件")
    case .suggestion: Phrase(en: "the suggestion", ja: "提案")
    case .rationale: Phrase(en: "the rationale", ja: "提案の理由")
    case .output: Phrase(en: "the file to write", ja: "出力先のファイル")
    case .namedFile: Phrase(en: "a file that has a name", ja: "名前のあるファイル")
    }
  }
}
