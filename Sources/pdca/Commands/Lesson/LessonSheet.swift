import Bilingual
import CivilTime
import Domain
import Office
import Presentation
import ReadModels
import Reviews
import Terminal
import Wording

/// A lesson with all that belongs to it, to be read.
struct LessonSheet {
  let detail: LessonDetail
  /// Nil for a lesson that has just gone.
  let reuse: LessonReuse?
  /// Of the stream, for `--expect`.
  let version: Int

  func text(_ desk: Desk) -> [String] {
    let layout = desk.answer.layout
    return layout.heading("\(detail.lesson.id)  \(detail.lesson.title)")
      + facts(desk).lines(layout)
      + section(desk, ("Roll-out", "横展開"), rollOuts(desk))
      + section(desk, ("Decisions of departments", "各部門の判断"), adoptions(desk))
      + section(desk, ("Measured effect", "測定した効果"), reuses(desk))
      + section(desk, ("Training designs", "研修設計"), designs(desk))
  }

  private func facts(_ desk: Desk) -> KeyValueBlock {
    let (say, lesson, language) = (desk.answer.say, detail.lesson, desk.answer.language)
    var block = KeyValueBlock()
    let texts: [(String, String?)] = [
      (say("State", "状態"), lesson.status.words(language)),
      (say("Kind", "種別"), lesson.kind.words(language)),
      (say("Conditions", "成り立つ条件"), lesson.conditions),
      (say("Suggestion", "提案"), lesson.suggestion),
      (say("Rationale", "提案の理由"), lesson.rationale),
      (say("Learned from", "もとのミニPDCA"), Phrase.list(detail.cycles, desk.answer)),
      (say("For training", "研修向け"), lesson.forTraining ? say("yes", "はい") : nil),
      (say("Drafted", "起案"), "\(desk.moment(lesson.draftedAt)) \(desk.names(lesson.author))"),
      (say("Validated", "検証"), validated(desk)),
      (say("Retired", "廃止"), lesson.retiredReason),
      (say("Reuse", "再利用"), reused(desk)),
      (
        say("Consulted by", "参照した計画"),
        detail.consultedBy.isEmpty ? nil : Phrase.list(detail.consultedBy, desk.answer)
      ), (say("Version", "版"), "\(version)"),
    ]
    for case (let key, let text?) in texts { block.add(key, Cell(text)) }
    return block
  }

  /// Departments that adopted it, of those it was offered to or that decided.
  private func reused(_ desk: Desk) -> String? {
    guard let reuse, let rate = reuse.rate else { return nil }
    let percent = NumberText(language: desk.answer.language, isProportion: true).computed(rate)
    let all = reuse.asked
    return desk.answer.say(
      "adopted by \(reuse.adopted) of \(all) departments (\(percent)), measured in "
        + "\(reuse.measured)",
      "\(all)部門中\(reuse.adopted)部門で採用（\(percent)）、効果を測定済み\(reuse.measured)部門")
  }

  private func validated(_ desk: Desk) -> String? {
    let lesson = detail.lesson
    guard let at = lesson.validatedAt, let by = lesson.validator else { return nil }
    let alone = lesson.validatedAlone ? desk.answer.say(" (author alone)", "（起案者本人のみ）") : ""
    return
      "\(desk.moment(at)) \(desk.names(by))\(alone)\(lesson.validationNote.map { " \($0)" } ?? "")"
  }

  private func section(_ desk: Desk, _ title: (String, String), _ items: [String]) -> [String] {
    guard !items.isEmpty else { return [] }
    let layout = desk.answer.layout
    return [""] + layout.heading(desk.answer.say(title.0, title.1))
      + layout.bullets(items.map { Cell($0) }, indent: 2)
  }

  private func rollOuts(_ desk: Desk) -> [String] {
    detail.rollOuts.map {
      "\($0.proposedTo): \($0.why) (\(desk.names($0.proposedBy)), \(desk.moment($0.proposedAt)))"
    }
  }

  private func adoptions(_ desk: Desk) -> [String] {
    detail.adoptions.map { row in
      let made =
        row.adopted ? desk.answer.say("adopted", "採用") : desk.answer.say("declined", "見送り")
      let cycle = row.cycle.map { ", \($0)" } ?? ""
      let days =
        detail.daysFromOffer(to: row).map {
          desk.answer.say(", \($0) days after the offer", "、提案から\($0)日")
        } ?? ""
      let text = row.text.map { ": \($0)" } ?? ""
      return "\(row.department) \(made)\(cycle)\(days)\(text)"
    }
  }

  private func reuses(_ desk: Desk) -> [String] {
    detail.reuses.map { row in
      let days = row.leadTimeDays.map { desk.answer.say(", \($0) days", "、\($0)日") } ?? ""
      let change = "\(row.before.words) → \(row.after.words)"
      return "\(row.kpi): \(change)\(days)\(row.note.map { " (\($0))" } ?? "")"
    }
  }

  private func designs(_ desk: Desk) -> [String] {
    detail.designs.map { row in
      let id = ItemID(row.department, .design, row.design)
      if let item = row.item { return desk.answer.say("\(id), item \(item)", "\(id) 項目\(item)") }
      let reason = row.declinedReason ?? ""
      return desk.answer.say("\(id), declined: \(reason)", "\(id) 見送り: \(reason)")
    }
  }
}
