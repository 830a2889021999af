package import Bilingual
import CivilTime
package import Domain
package import ReadModels
package import Reviews
import Statistics
import Wording

/// What a review's meeting goes through, in words.
package struct MeetingWords: Sendable {
  package let agenda: MeetingAgenda
  package let language: Language
  let words: ReviewWords

  package init(_ agenda: MeetingAgenda, _ language: Language) {
    self.agenda = agenda
    self.language = language
    words = ReviewWords(agenda.report, language, rest: Self.command(agenda.review))
  }

  func say(_ en: @autoclosure () -> String, _ ja: @autoclosure () -> String) -> String {
    language.choose(en(), ja())
  }

  /// What begins the meeting, or goes on with it.
  package static func command(_ review: ReviewID) -> String {
    "pdca review hold \(review.period.kind == .weekly ? "week" : "month") \(review)"
  }

  package var title: String {
    let review = agenda.review
    return say(
      "Meeting on \(ReviewWords.title(review.period, language)), \(agenda.report.name)",
      "\(agenda.report.name) \(ReviewWords.title(review.period, language))のレビュー会議")
  }

  package var lead: String { words.summary }

  package func title(of part: MeetingPart) -> String {
    switch part {
    case .worsening: say("Getting worse", "悪くなっていること")
    case .promises: say("Promised or asked, and not done", "約束・相談のうち終わっていないもの")
    case .changes: say("Changes to take note of", "確認する変化")
    case .decisions: say("New decisions", "新しい決定事項")
    case .lessons: say("Lessons to validate", "検証する教訓")
    case .closing: say("Closing", "終了")
    }
  }

  /// What moved, what waits on it and what probably caused it.
  package func sentences(on matter: ReviewMatter) -> [String] {
    let told = MatterWords(words: words, matter: matter)
    return [told.sentence] + told.waiting + [told.cause].compactMap(\.self)
  }

  package func picture(of matter: ReviewMatter) -> ChartPicture {
    matter.entry.chart.picture(in: language)
  }

  /// A change that waits for somebody to take note.
  package func sentence(on signal: ReviewSignal) -> String {
    let report = agenda.report
    guard let entry = report.kpis.first(where: { $0.kpi.reference == signal.kpi.reference }) else {
      return signal.kpi.name
    }
    if let matter = entry.matter(in: report.days), matter.change.signal == signal.reference {
      return MatterWords(words: words, matter: matter).sentence
    }
    let sentence = SignalWords(entry.chart.picture(in: language)).sentence(signal.cause)
    return words.labeled(words.named(signal.kpi), sentence)
  }

  /// What was promised, by whom, for when, and how often it was put off.
  package func sentence(on promise: MeetingPromise) -> String {
    switch promise {
    case .decision(let decision, _): sentence(on: decision)
    case .cycle(let cycle): sentence(on: cycle)
    case .issue(let issue):
      say(
        "\(issue.id) \(issue.issue) (asked of \(issue.raisedTo.words.en) since \(day(since(issue))))",
        "\(issue.id)「\(issue.issue)」（\(day(since(issue)))に\(issue.raisedTo.words.ja)へ提起）")
    }
  }

  package func sentence(on decision: PendingDecision) -> String {
    let report = agenda.report
    let (putOff, gone) = (report.putOff(decision)(language), report.gone(decision.owner)(language))
    return say(
      "\(decision.id) \(decision.decision) (\(words.person(decision.owner)), due \(day(decision.due))).",
      "\(decision.id)「\(decision.decision)」（\(words.person(decision.owner))、期限\(day(decision.due))）。"
    )
      + putOff + gone
  }

  private func sentence(on cycle: CycleRow) -> String {
    let owner = cycle.owner.map(words.person) ?? say("nobody", "担当なし")
    let due = cycle.due.map(day) ?? "–"
    let checked = cycle.status == .checked ? say(", checked", "、評価済み") : ""
    return say(
      "\(cycle.id) \(cycle.title) (\(owner), due \(due)\(checked)).",
      "\(cycle.id)「\(cycle.title)」（\(owner)、期限\(due)\(checked)）。")
      + agenda.report.gone(cycle.owner)(language)
  }

  package func sentence(on lesson: LessonRow) -> String {
    say(
      "\(lesson.id) \(lesson.title) (\(words.person(lesson.author))): \(lesson.suggestion)",
      "\(lesson.id)「\(lesson.title)」（\(words.person(lesson.author))）: \(lesson.suggestion)")
  }

  private func since(_ issue: IssueRow) -> LocalDate {
    agenda.report.material.span.zone.date(at: issue.raisedAt)
  }

  func day(_ date: LocalDate) -> String { date.prose(language) }

  /// What stands in the way of closing, or that nothing does.
  package var closing: String {
    if !agenda.isOver {
      let last = agenda.review.period.lastDay
      return say(
        "The period lasts until \(day(last)); the review can be closed after that.",
        "この期間は\(day(last))までです。レビューはその後に終了できます。")
    }
    let (decisions, changes) = (agenda.owed.count, agenda.changes.count)
    guard !agenda.isSettled else {
      return say("Nothing stands in the way of closing.", "終了を妨げる項目はありません。")
    }
    let parts = [
      decisions == 0
        ? nil
        : say(
          words.count(decisions, "decision", "decisions"), "未完了の決定事項\(decisions)件"),
      changes == 0
        ? nil
        : say(words.count(changes, "change", "changes") + " without a note", "未確認の変化\(changes)件"),
    ].compactMap(\.self)
    return say(
      "Before closing: \(words.list(parts)).", "終了する前に必要な対応: \(words.list(parts))。")
  }
}
