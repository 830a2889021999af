import Bilingual
package import Domain

extension DesignRefusal {
  package var steps: [Step] {
    switch self {
    case .text(let refusal): refusal.steps
    case .noAudience:
      [
        Step(
          en: "Name whom it is for",
          "pdca design draft \"<title>\" --for executive --for promoter",
          ja: "対象の階層を指定する", "pdca design draft \"<題名>\" --for executive --for promoter")
      ]
    case .notDrafted: [.listDesigns]
    case .alreadyDrafted(let design), .unknownItem(let design, _): [.showDesign(design)]
    case .alreadyApproved(let design):
      [
        .schedule(design),
        Step(
          en: "Draft the next design", "pdca design draft \"<title>\" --for <layer>",
          ja: "次の研修設計を起案する", "pdca design draft \"<題名>\" --for <階層>"),
      ]
    case .notApproved(let design): [.approve(design, en: "Approve it first", ja: "先に承認する")]
    case .itemHasLessons(let design, _, let lessons):
      lessons.flatMap { Step.answers(to: $0, in: design) }
    case .unknownLesson, .lessonRetired: [.listLessons]
    case .lessonNotValidated(_, let lesson): [.validate(lesson)]
    case .lessonNotForTraining(let design, let lesson):
      [
        Step(
          en: "Name it as an item's reason",
          "pdca design add \(design) \"<title>\" --reason \(lesson)",
          ja: "項目の理由として挙げる", "pdca design add \(design) \"<題名>\" --reason \(lesson)")
      ]
    case .machineCannotDecline(let design, let lesson):
      [.decline(lesson, in: design, en: "Ask a person to run", ja: "担当者に実行してもらう")]
    case .machineCannotApprove(let design):
      [.approve(design, en: "Ask a person to run", ja: "担当者に実行してもらう")]
    case .noItems(let design):
      [
        Step(
          en: "Add an item", "pdca design add \(design) \"<title>\"",
          ja: "項目を追加する", "pdca design add \(design) \"<題名>\"")
      ]
    case .lessonsWaiting(let design, let lessons):
      lessons.flatMap { Step.answers(to: $0, in: design) }
    case .nothingConsidered(let design):
      [.approve(design, en: "Try again", ja: "もう一度実行する")]
    case .noLayers(let design): [.schedule(design)]
    case .fieldFirst(let design, let date, _): Step.leadersFirst(design, date)
    case .changeLeavesFieldFirst(let design, _, let field, _, _):
      [
        .change(design, field, en: "Move the field's session first", ja: "先に現場のセッションを延期する"),
        .cancel(design, field, en: "or cancel it", ja: "または中止する"),
      ]
    case .unknownSession(let design, _, _), .sessionCancelled(let design, _):
      [.showDesign(design), .schedule(design)]
    case .sessionHeld(let design, _, _): [.showDesign(design)]
    case .nothingToChange(let design, let session):
      [
        .change(design, session, en: "Give a date", ja: "日付を指定する"),
        .cancel(design, session, en: "or cancel it", ja: "または中止する"),
      ]
    case .sessionAhead(let design, let session, _, _):
      [.change(design, session, en: "If it was held earlier", ja: "繰り上げて実施した場合")]
    case .noAttendees(let design, let session), .notMembers(let design, let session, _):
      [
        Step(
          en: "Name members", "pdca design attend \(design) \(session) <account> …",
          ja: "メンバーを指定する", "pdca design attend \(design) \(session) <アカウント> …")
      ]
    case .levelOutOfRange(let design, _), .scoreOutOfRange(let design, _):
      [.evaluate(design, session: Phrase(en: "<session>", ja: "<セッション>"))]
    case .emptyEvaluation(let design, let session):
      [.evaluate(design, session: Phrase(both: "\(session)"))]
    case .costOutOfRange(let design, _), .malformedCurrency(let design, _):
      [
        Step(
          en: "Give an amount such as 50000 JPY", "pdca design cost \(design) \"<what>\" 50000 JPY",
          ja: "「50000 JPY」のように指定する", "pdca design cost \(design) \"<内容>\" 50000 JPY")
      ]
    }
  }
}
