package import Bilingual
package import Office

extension InputFault.Wanted {
  /// What is looked up by it, where that can be listed.
  package var listed: OfficeError.Kind? {
    switch self {
    case .cycleID: .cycle
    case .lessonID: .lesson
    case .issueID: .issue
    case .designID: .design
    case .conceptID: .concept
    case .reviewID: .review
    case .decisionID: .decision
    case .departmentCode, .kpiCode, .date, .fileDate, .instant, .number, .wholeNumber, .period,
      .signal,
      .uuid, .minutes, .money, .account, .layer, .choice, .timeZone, .month, .title, .problem,
      .change, .prediction, .due, .kpi, .reason, .name, .text, .unit, .value, .subject,
      .seconds, .laterMoment, .conditions, .suggestion, .rationale, .output,
      .namedFile, .listenAddress, .httpsAddress, .session, .sessionID, .clockSpan, .task, .byAI,
      .byPeople, .firstStep:
      nil
    }
  }

  package var description: Phrase {
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
    case .fileDate:
      Phrase(
        en: "a date (2026-11-22, 2026/11/22, 令和8年11月22日)",
        ja: "日付 (2026-11-22、2026/11/22、令和8年11月22日)")
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
    case .conceptID: Phrase(en: "a concept's id (SALES-C5)", ja: "活用構想の ID (SALES-C5)")
    case .sessionID: Phrase(en: "a session (HQ-D2.1)", ja: "セッション (HQ-D2.1)")
    case .clockSpan: Phrase(en: "times of a day (9:40-17:00)", ja: "時刻の範囲 (9:40-17:00)")
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
    case .due: Phrase(en: "the due date", ja: "期限")
    case .kpi: Phrase(en: "the KPI", ja: "KPI")
    case .reason: Phrase(en: "the reason", ja: "理由")
    case .name: Phrase(en: "the name", ja: "名称")
    case .text: Phrase(en: "the text", ja: "本文")
    case .task: Phrase(en: "the work", ja: "対象業務")
    case .byAI: Phrase(en: "what is done with AI", ja: "AIで行うこと")
    case .byPeople: Phrase(en: "what is done by people", ja: "人が行うこと")
    case .firstStep: Phrase(en: "the first step", ja: "最初の一歩")
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
    case .listenAddress:
      Phrase(
        en: "an address (127.0.0.1:8010, or unix:/path)", ja: "アドレス (127.0.0.1:8010、または unix:/パス)")
    case .httpsAddress:
      Phrase(en: "an address that begins with https://", ja: "https:// で始まるアドレス")
    case .session: Phrase(en: "a session's name", ja: "セッションの名前")
    case .namedFile: Phrase(en: "a file that has a name", ja: "名前のあるファイル")
    }
  }
}
