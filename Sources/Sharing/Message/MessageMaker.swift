import Bilingual
import CanonicalJSON
import CivilTime
import Domain
import EventLog
package import Office
import Presentation
import ReadModels
import Reviews
import Wording

/// From what is to be told to its words.
package struct MessageMaker {
  private let delivery: ShareDelivery
  private let target: ShareTarget
  private let telling: Telling
  private var language: Language { target.settings.language }

  package init(_ delivery: ShareDelivery, to target: ShareTarget, _ telling: Telling) {
    self.delivery = delivery
    self.target = target
    self.telling = telling
  }

  private func say(_ en: @autoclosure () -> String, _ ja: @autoclosure () -> String) -> String {
    language.choose(en(), ja())
  }

  package var message: Message {
    switch telling.matter {
    case .review(let report, let row, let kept): review(report, row, kept)
    case .worse(let report, let matter): worse(report, matter)
    case .decision(let row): decision(row)
    case .issue(let row): issue(row)
    case .lesson(let row): lesson(row)
    case .due(let list): due(list)
    }
  }

  private func message(
    _ title: String, lead: String, _ sections: [DocumentSection], facts: [(String, String?)] = [],
    page: String?
  ) -> Message {
    let known = [(say("Department", "部門"), Optional(telling.department))] + facts
    return Message(
      language: language, kind: delivery.kind, key: delivery.occasion,
      organization: telling.organization, department: "\(delivery.department)",
      about: delivery.about, title: title, lead: lead, sections: sections,
      facts: known.compactMap { label, value in
        value.map { Message.Fact(label: label, value: $0) }
      },
      link: target.settings.page.flatMap { base in page.map { base + $0 } },
      time: delivery.madeAt)
  }

  private func day(_ instant: Instant) -> String {
    telling.zone.date(at: instant).prose(language)
  }
}

extension MessageMaker {
  private func review(_ report: ReviewReport, _ row: ReviewRow?, _ kept: KeptReport?) -> Message {
    let document =
      kept?.document(language)
      ?? ReviewWords(report.shown(calling: telling.names), language).document
    let state = row?.closedAt.map { say("closed on \(day($0))", "\(day($0))に終了") }
    return message(
      "\(document.subtitle): \(document.title)", lead: document.lead, document.sections,
      facts: [
        (say("Period", "期間"), ReviewWords.title(report.review.period, language)),
        (say("Review", "レビュー"), state ?? say("written", "作成済み")),
        (say("Closed by", "終了者"), row?.closedBy.map { telling.names($0) }),
      ], page: "/reviews/\(report.review)")
  }

  private func worse(_ report: ReviewReport, _ matter: ReviewMatter) -> Message {
    let told = ReviewWords(report.shown(calling: telling.names), language).told(matter)
    return message(
      say("Getting worse: \(told.name)", "悪化: \(told.name)"), lead: told.sentence,
      [
        DocumentSection(
          title: "", blocks: told.rest.map { .paragraph($0) } + [.figure(told.figure)])
      ],
      facts: [(say("KPI", "KPI"), "\(matter.kpi.reference)")],
      page: "/kpis/\(matter.kpi.reference)")
  }

  private func decision(_ row: ReviewDecisionRow) -> Message {
    let (due, owner) = ((row.amendedDue ?? row.due).prose(language), telling.names(row.owner))
    return message(
      say("Decided: for \(owner) until \(due)", "決定事項: \(owner)、期限\(due)"),
      lead: row.decision,
      [
        DocumentSection(
          title: "",
          blocks: [
            .commands([
              DocumentCommand(
                label: say("When it is done", "完了したら"), command: "pdca review done \(row.id)")
            ])
          ])
      ],
      facts: [
        (say("Decision", "決定"), "\(row.id)"), (say("Owner", "担当"), owner),
        (say("Due", "期限"), due), (say("About", "対象"), row.about),
        (say("Decided by", "決定者"), telling.names(row.madeBy)),
      ], page: "/reviews/\(ReviewID(row.department, row.review))")
  }

  private func issue(_ row: IssueRow) -> Message {
    let layer = row.raisedTo.words(language)
    return message(
      say("A decision is asked of the layer \(layer)", "\(layer)の判断待ち"), lead: row.issue,
      [
        DocumentSection(
          title: "",
          blocks: [
            .commands([
              DocumentCommand(
                label: say("Decide it", "決定する"),
                command: say(
                  "pdca issue decide \(row.id) \"<decision>\"",
                  "pdca issue decide \(row.id) \"<決定事項>\""
                ))
            ])
          ])
      ],
      facts: [
        (say("Issue", "課題"), "\(row.id)"), (say("Raised by", "提起者"), telling.names(row.raisedBy)),
        (say("Raised on", "提起日"), day(row.raisedAt)),
      ], page: "/issues/\(row.id)")
  }

  private func lesson(_ row: LessonRow) -> Message {
    func section(_ title: String, _ text: String) -> DocumentSection {
      DocumentSection(title: title, blocks: [.paragraph(text)])
    }
    return message(
      say("Lesson validated: \(row.title)", "教訓を検証: \(row.title)"), lead: row.suggestion,
      [
        section(say("When it applies", "当てはまる条件"), row.conditions),
        section(say("Why", "根拠"), row.rationale),
      ] + (row.validationNote.map { [section(say("Note", "メモ"), $0)] } ?? []),
      facts: [
        (say("Lesson", "教訓"), "\(row.id)"), (say("Author", "作成者"), telling.names(row.author)),
        (say("Validated by", "検証者"), row.validator.map { telling.names($0) }),
      ], page: "/lessons/\(row.id)")
  }

  private func due(_ list: DueList) -> Message {
    let (reviews, decisions) = (list.reviews.count, list.decisions.count)
    return message(
      say("Due on \(list.today.prose(language))", "\(list.today.prose(language))時点で期限を迎えたもの"),
      lead: say(
        "Reviews to be held: \(reviews). Decisions past due: \(decisions).",
        "実施すべきレビュー\(reviews)件、期限を過ぎた決定事項\(decisions)件。"),
      list.sections(language, calling: telling.names), page: "/today")
  }
}
