package import Bilingual
package import Domain

extension SubsidyRefusal: Worded {
  package var refused: Phrase {
    switch self {
    case .text(let refusal): refusal.refused
    case .designNotApproved(let design):
      Phrase(
        en: "Nothing was recorded: there is no approved training design \(design).",
        ja: "承認済みの研修設計 \(design) がないため、記録できません。")
    case .unknownSession(let design, let session, let count):
      Phrase(
        en: "\(design) has no session \(session): it has \(count).",
        ja: "研修設計 \(design) に第\(session)回はありません（全\(count)回）。")
    case .sessionCancelled(let design, let session):
      Phrase(
        en: "Session \(session) of \(design) was cancelled.",
        ja: "研修設計 \(design) の第\(session)回は中止されています。")
    case .sessionAhead(let design, let session, let date, let today):
      Phrase(
        en: "Session \(session) of \(design) is on \(date.words.en), and today is "
          + "\(today.words.en): what has not been cannot be recorded.",
        ja: "研修設計 \(design) の第\(session)回は\(date.words.ja)の予定です"
          + "（本日は\(today.words.ja)）。実施前に実績は記録できません。")
    case .noParts(let design, let session):
      Phrase(
        en: "The times of session \(session) of \(design) hold no training.",
        ja: "研修設計 \(design) の第\(session)回の時間割に訓練の時間がありません。")
    case .partsOverlap(_, let session, let first, let second):
      Phrase(
        en: "\(first) and \(second) of session \(session) overlap.",
        ja: "第\(session)回の \(first) と \(second) が重なっています。")
    case .spanReversed(let span):
      Phrase(en: "\(span) ends before it begins.", ja: "\(span) は終了が開始より前です。")
    case .unknownSubject(let design, let subject, let count):
      Phrase(
        en: "The curriculum of \(design) has no subject \(subject): it has \(count).",
        ja: "研修設計 \(design) のカリキュラムに科目\(subject)はありません（全\(count)科目）。")
    case .noSubjects(let design):
      Phrase(
        en: "The curriculum of \(design) names no subject.",
        ja: "研修設計 \(design) のカリキュラムに科目がありません。")
    case .minutesOutOfRange(_, let minutes):
      Phrase(
        en: "A subject cannot take \(minutes) minutes: from 1 to 100000.",
        ja: "科目の時間に\(minutes)分は指定できません（1〜100000分）。")
    case .weekdayOutOfRange(let day):
      Phrase(
        en: "\(day) is no day of the week: Monday is 1, Sunday 7.",
        ja: "\(day) は曜日の番号ではありません（月曜が1、日曜が7）。")
    case .breakOutsideHours(let pause, let hours):
      Phrase(
        en: "The break \(pause) lies outside the hours \(hours).",
        ja: "休憩 \(pause) が所定労働時間 \(hours) の外にあります。")
    case .nobody(let design):
      Phrase(
        en: "Nobody is named as attending \(design).", ja: "研修設計 \(design) の出席者が指定されていません。")
    case .notMembers(_, let accounts):
      Phrase(
        en: "Not members: \(Phrase(listing: accounts).en).",
        ja: "メンバーではありません：\(Phrase(listing: accounts).ja)")
    case .attendedAlready(_, let session, let account, let span):
      Phrase(
        en: "\(account) is recorded in session \(session) from \(span) already.",
        ja: "\(account) の第\(session)回の出席は \(span) としてすでに記録されています。")
    case .nothingToWithdraw(_, let session, let account):
      Phrase(
        en: "No times of \(account) in session \(session) are recorded.",
        ja: "\(account) の第\(session)回の出席時間は記録されていません。")
    case .amountOutOfRange(_, let amount):
      Phrase(
        en: "The amount \(amount.prose.en) is not possible.", ja: "金額に\(amount.prose.ja)は指定できません。")
    case .notYen(_, let currency):
      Phrase(
        en: "The amount is in \(currency): expenses for this subsidy are stated in yen (JPY).",
        ja: "金額が \(currency) です。助成金の経費は円（JPY）で記録してください。")
    case .filedAhead(let day, let today):
      Phrase(
        en: "Nothing can have been filed on \(day.words.en): today is \(today.words.en).",
        ja: "提出日に\(day.words.ja)は指定できません（本日は\(today.words.ja)）。")
    case .machineCannotState(let design):
      Phrase(
        en: "What the employer states for \(design) is stated by a person, "
          + "and not by a machine account.",
        ja: "研修設計 \(design) に関する事業主の申告は、自動処理用のアカウントでは行えません。")
    }
  }

  package var steps: [Step] {
    switch self {
    case .text(let refusal): refusal.steps
    case .designNotApproved: [Step.listDesigns]
    case .unknownSession(let design, _, _), .sessionCancelled(let design, _),
      .sessionAhead(let design, _, _, _):
      [Step.showDesign(design)]
    case .noParts, .partsOverlap, .spanReversed, .breakOutsideHours:
      [Step(en: "See how times are written", ja: "時刻の書き方を見る", "pdca subsidy times --help")]
    case .unknownSubject(let design, _, _), .noSubjects(let design),
      .minutesOutOfRange(let design, _):
      [
        Step(
          en: "Set the curriculum", "pdca subsidy curriculum \(design) --subject \"<title>=3h\"",
          ja: "カリキュラムを設定する", "pdca subsidy curriculum \(design) --subject \"<科目>=3h\"")
      ]
    case .weekdayOutOfRange:
      [Step(en: "See how hours are stated", ja: "書き方を見る", "pdca subsidy hours --help")]
    case .nobody, .notMembers:
      [Step(en: "See the members", ja: "メンバーの一覧を見る", "pdca member list --all")]
    case .attendedAlready(let design, let session, let account, _):
      [
        Step(
          en: "If it was otherwise, withdraw it first",
          "pdca subsidy attend \(design) \(session) \(account) --withdraw --reason \"<why>\"",
          ja: "誤りであれば取り消す",
          "pdca subsidy attend \(design) \(session) \(account) --withdraw --reason \"<理由>\"")
      ]
    case .nothingToWithdraw(let design, _, _), .amountOutOfRange(let design, _),
      .notYen(let design, _), .machineCannotState(let design):
      [Step(en: "See what is recorded", ja: "記録を見る", "pdca subsidy check \(design)")]
    case .filedAhead:
      [
        Step(
          en: "See how the day is stated", ja: "日付の指定方法を見る", "pdca subsidy filed --help")
      ]
    }
  }
}
