package import Bilingual
package import Domain

extension DesignRefusal: Worded {
  package var refused: Phrase {
    switch self {
    case .text(let refusal): refusal.refused
    case .noAudience:
      Phrase(
        en: "The training design cannot be drafted: it names nobody to be trained.",
        ja: "研修設計を起案できません。対象の階層が指定されていません。")
    case .alreadyDrafted(let design):
      Phrase(en: "\(design) has been drafted already.", ja: "研修設計 \(design) は、すでに起案されています。")
    case .notDrafted(let design):
      Phrase(en: "There is no training design \(design).", ja: "研修設計 \(design) はありません。")
    case .alreadyApproved(let design):
      Phrase(
        en: "\(design) has been approved: its items and lessons stay as they are.",
        ja: "研修設計 \(design) は承認済みです。項目や教訓の扱いは変更できません。")
    case .notApproved(let design):
      Phrase(
        en: "\(design) has no sessions yet: it has not been approved.",
        ja: "研修設計 \(design) はまだ承認されていないため、セッションを扱えません。")
    case .unknownItem(let design, let item):
      Phrase(en: "\(design) has no item \(item).", ja: "研修設計 \(design) に項目\(item)はありません。")
    case .itemHasLessons(let design, let item, let lessons):
      Phrase(
        en: "Item \(item) of \(design) cannot be removed: it takes up "
          + "\(Phrase(listing: lessons).en).",
        ja: "研修設計 \(design) の項目\(item)は削除できません。"
          + "教訓 \(Phrase(listing: lessons).ja) が反映されています。")
    case .unknownLesson(_, let lesson):
      Phrase(en: "There is no lesson \(lesson).", ja: "教訓 \(lesson) はありません。")
    case .lessonNotValidated(let design, let lesson):
      Phrase(
        en: "\(design) cannot answer \(lesson): the lesson has not been validated.",
        ja: "教訓 \(lesson) はまだ検証されていないため、研修設計 \(design) での扱いを決められません。")
    case .lessonNotForTraining(let design, let lesson):
      Phrase(
        en: "\(design) need not answer \(lesson): the lesson is not marked for training.",
        ja: "教訓 \(lesson) は研修向けではないため、研修設計 \(design) での扱いを決める必要がありません。")
    case .lessonRetired(let design, let lesson):
      Phrase(
        en: "\(design) cannot answer \(lesson): the lesson has been retired.",
        ja: "教訓 \(lesson) は廃止されているため、研修設計 \(design) での扱いを決められません。")
    case .machineCannotDecline(let design, let lesson):
      Phrase(
        en: "\(lesson) cannot be declined for \(design) by a machine account: people decline.",
        ja: "自動処理用のアカウントでは、研修設計 \(design) で教訓 \(lesson) を見送れません。見送りは人が判断します。")
    case .machineCannotApprove(let design):
      Phrase(
        en: "\(design) cannot be approved by a machine account: it drafts, and people approve.",
        ja: "研修設計 \(design) は自動処理用のアカウントでは承認できません。承認は人が行います。")
    case .noItems(let design):
      Phrase(
        en: "\(design) cannot be approved: it has no items.",
        ja: "研修設計 \(design) には項目がないため、承認できません。")
    case .lessonsWaiting(let design, let lessons):
      Phrase(
        en: "\(design) cannot be approved while validated lessons wait for an answer: "
          + "\(Phrase(listing: lessons).en).",
        ja: "研修設計 \(design) は承認できません。検証済みの教訓のうち、"
          + "反映するか見送るかが決まっていないものがあります：\(Phrase(listing: lessons).ja)")
    case .nothingConsidered(let design):
      Phrase(
        en: "\(design) cannot be approved: no department's log was read for waiting lessons.",
        ja: "研修設計 \(design) は承認できません。未対応の教訓がないか、どの部門の記録でも確認できていません。")
    case .noLayers(let design):
      Phrase(
        en: "The session of \(design) was not scheduled: it names nobody to be trained.",
        ja: "研修設計 \(design) のセッションを登録できません。対象の階層が指定されていません。")
    case .fieldFirst(let design, let date, let missing):
      Phrase(
        en: "The field cannot be trained on \(date): \(design) has no session "
          + "for \(missing.people.en) on that day or before.",
        ja: "現場の研修を先に行うことはできません。研修設計 \(design) では、"
          + "\(date.words.ja)までに\(missing.people.ja)のセッションが予定されていません。")
    case .changeLeavesFieldFirst(let design, let session, let field, let date, let missing):
      Phrase(
        en: "Session \(session) of \(design) cannot be changed so: the field's session \(field) "
          + "on \(date) would come before any session for \(missing.people.en).",
        ja: "研修設計 \(design) のセッション\(session)は変更できません。変更すると、"
          + "\(date.words.ja)の現場のセッション\(field)より前に、\(missing.people.ja)のセッションがなくなります。")
    case .unknownSession(let design, let session, let count):
      Phrase(
        en: "\(design) has no session \(session): it has \(count) so far.",
        ja: "研修設計 \(design) にセッション\(session)はありません。登録済みのセッションは\(count)件です。")
    case .sessionCancelled(let design, let session):
      Phrase(
        en: "Session \(session) of \(design) has been cancelled.",
        ja: "研修設計 \(design) のセッション\(session)は中止されています。")
    case .sessionHeld(let design, let session, let attendees):
      Phrase(
        en: "Session \(session) of \(design) cannot be cancelled: "
          + "\(attendees == 1 ? "1 person has" : "\(attendees) people have") attended it.",
        ja: "研修設計 \(design) のセッション\(session)は\(attendees)名の参加が記録されているため、中止できません。")
    case .nothingToChange(let design, let session):
      Phrase(
        en: "Session \(session) of \(design) was not changed: "
          + "neither a date nor a cancellation is given.",
        ja: "研修設計 \(design) のセッション\(session)を変更できません。"
          + "新しい日付も中止の指定もありません。")
    case .sessionAhead(let design, let session, let date, let today):
      Phrase(
        en: "Session \(session) of \(design) is on \(date) and has not been held: "
          + "today is \(today).",
        ja: "研修設計 \(design) のセッション\(session)は\(date.words.ja)の予定で、まだ実施されていません"
          + "（今日は\(today.words.ja)です）。")
    case .noAttendees(let design, let session):
      Phrase(
        en: "The attendance of session \(session) of \(design) was not recorded: "
          + "nobody is named.",
        ja: "研修設計 \(design) のセッション\(session)の出席を記録できません。出席者が指定されていません。")
    case .notMembers(let design, let session, let accounts):
      Phrase(
        en: "The attendance of session \(session) of \(design) was not recorded: "
          + "no member of the organization: \(Phrase(listing: accounts).en).",
        ja: "研修設計 \(design) のセッション\(session)の出席を記録できません。"
          + "組織のメンバーではないアカウントがあります：\(Phrase(listing: accounts).ja)")
    case .emptyEvaluation(let design, let session):
      Phrase(
        en: "The evaluation of session \(session) of \(design) was not recorded: "
          + "it has neither a score nor a note.",
        ja: "研修設計 \(design) のセッション\(session)の評価を記録できません。評点もメモもありません。")
    case .levelOutOfRange(let design, let level):
      Phrase(
        en: "The evaluation for \(design) was not recorded: level \(level) is not one of 0 to 5.",
        ja: "研修設計 \(design) の評価を記録できません。レベルは0から5で指定します（指定：\(level)）。")
    case .scoreOutOfRange(let design, let score):
      Phrase(
        en: "The evaluation for \(design) was not recorded: "
          + "a score of \(score.words) is not between 0 and 100.",
        ja: "研修設計 \(design) の評価を記録できません。"
          + "評点は0から100で指定します（指定：\(score.words)）。")
    case .costOutOfRange(let design, let amount):
      Phrase(
        en: "The cost of \(design) was not recorded: \(amount.prose.en) "
          + "is \(amount.minorUnits < 0 ? "less than 0" : "too large").",
        ja: "研修設計 \(design) の費用を記録できません。"
          + "金額（\(amount.prose.ja)）が\(amount.minorUnits < 0 ? "0未満です" : "大きすぎます")。")
    case .malformedCurrency(let design, let currency):
      Phrase(
        en: "The cost of \(design) was not recorded: "
          + "\"\(currency)\" is no currency of ISO 4217.",
        ja: "研修設計 \(design) の費用を記録できません。"
          + "通貨は ISO 4217 の英大文字3文字で指定します（指定：「\(currency)」）。")
    }
  }
}

extension [Layer] {
  /// The people: `executives and promoters`; 経営層と推進役.
  fileprivate var people: Phrase {
    Phrase(joining: map { Phrase(en: $0.people, ja: $0.words.ja) })
  }
}

extension Layer {
  fileprivate var people: String {
    switch self {
    case .executive: "executives"
    case .promoter: "promoters"
    case .field: "the field"
    }
  }
}
