import Bilingual
package import CivilTime
package import Domain
package import ReadModels
import Statistics
import Wording

extension DayItem {
  /// A cycle's next step: going on with it until the window that its check looks at is over.
  package init(_ cycle: CycleRow, on today: LocalDate) {
    let isRunning = cycle.status != .checked && cycle.windowLast.map { today < $0 } ?? false
    self.init(
      kind: .cycle, about: "\(cycle.id)", step: isRunning ? .goOn(cycle) : .advance(cycle),
      due: cycle.due)
  }

  package init(_ decision: PendingDecision) {
    self.init(
      decision, Phrase(both: decision.decision), Phrase(both: "pdca review done \(decision.id)"))
  }

  /// One that the sponsor is to decide on, since it was put off so often.
  package init(putOff decision: PendingDecision, of sponsor: Account) {
    let command = "pdca review amend \(decision.id) --owner \(sponsor) --reason"
    self.init(
      decision,
      Phrase(
        en: "Put off \(decision.putOff) times: \(decision.decision)",
        ja: "\(decision.putOff)回延期: \(decision.decision)"),
      Phrase(en: "\(command) \"<why>\"", ja: "\(command) \"<理由>\""))
  }

  private init(_ decision: PendingDecision, _ label: Phrase, _ command: Phrase) {
    let id = "\(decision.id)"
    self.init(
      kind: .decision, about: id,
      step: ReviewStep(kind: .finishDecision, about: id, label: label, command: command),
      due: decision.due)
  }

  package init(_ issue: IssueRow, in zone: TimeZoneRules) {
    self.init(
      kind: .issue, about: "\(issue.id)", step: .decide(issue), due: nil,
      since: zone.date(at: issue.raisedAt))
  }

  package init(_ lesson: LessonRow, in zone: TimeZoneRules) {
    self.init(
      kind: .lesson, about: "\(lesson.id)", step: .validate(lesson), due: nil,
      since: zone.date(at: lesson.draftedAt))
  }

  package init(_ rollOut: LessonRollOutRow, in zone: TimeZoneRules) {
    let lesson = ItemID(rollOut.department, .lesson, rollOut.lesson)
    self.init(
      kind: .rollOut, about: "\(lesson)", step: .answer(rollOut), due: nil,
      since: zone.date(at: rollOut.proposedAt))
  }

  package init(_ review: DueReview) {
    let (verb, name) =
      switch review.state {
      case .open: ("close", Phrase(en: "Close the review", ja: "レビューを終了する"))
      case .notOpened: ("open", Phrase(en: "Hold the review", ja: "レビューを実施する"))
      }
    let days = "\(review.id.period.firstDay) – \(review.id.period.lastDay)"
    self.init(
      kind: .review, about: "\(review.id)",
      step: ReviewStep(
        kind: .finishDecision, about: "\(review.id)",
        label: Phrase(en: "\(name.en) of \(days)", ja: "\(name.ja)（\(days)）"),
        command: Phrase(both: "pdca review \(verb) \(review.id)")),
      due: review.since, count: review.missedBefore + 1)
  }

  /// Nil while nothing waits: the latest period that is over is there.
  ///
  /// Of a daily KPI no Saturday or Sunday is asked for.
  /// - Parameter last: the first day of the latest period recorded; nil for none, when only the
  ///   latest period is asked for.
  package init?(_ kpi: KPIRow, last: LocalDate?, on today: LocalDate) {
    guard let period = kpi.cadence.latestOver(by: today), last.map({ $0 < period }) ?? true
    else { return nil }
    var waiting = 1
    var earlier = kpi.cadence.before(period)
    while let last, earlier > last, waiting < 1_000 {
      waiting += 1
      earlier = kpi.cadence.before(earlier)
    }
    let command = "pdca kpi record \(kpi.reference)"
    let value = kpi.measure == .proportion ? ("<count>/<of>", "<該当数>/<母数>") : ("<value>", "<値>")
    self.init(
      kind: .observation, about: "\(kpi.reference)",
      step: ReviewStep(
        kind: .recordKPI, about: "\(kpi.reference)",
        label: Phrase(
          en: "Record \(kpi.name) of \(DateText.period(period, kpi.cadence, .english))",
          ja: "\(kpi.name)の実績値を記録する（\(DateText.period(period, kpi.cadence, .japanese))）"),
        command: Phrase(
          en: "\(command) \(value.0) --on \(period)", ja: "\(command) \(value.1) --on \(period)")),
      due: kpi.cadence.lastDay(ofPeriodFrom: period).adding(days: 1), count: waiting)
  }
}

extension ReviewStep {
  fileprivate static func goOn(_ cycle: CycleRow) -> Self {
    let command = "pdca do \(cycle.id)"
    return ReviewStep(
      kind: .doCycle, about: "\(cycle.id)",
      label: Phrase(en: "Go on with \(cycle.title)", ja: "続ける: \(cycle.title)"),
      command: Phrase(
        en: command + " \"<what was done>\" 30m", ja: command + " \"<実施内容>\" 30m"))
  }
}

extension Domain.Cadence {
  /// The first day of the latest period that ended before the day; of days, working days alone.
  fileprivate func latestOver(by today: LocalDate) -> LocalDate? {
    before(firstDay(of: today))
  }

  /// The first day of the period before the one that begins there.
  fileprivate func before(_ first: LocalDate) -> LocalDate {
    let day = firstDay(of: first.adding(days: -1))
    return self == .daily && day.weekday > 5 ? day.adding(days: 5 - day.weekday) : day
  }
}

extension DateText {
  fileprivate static func period(
    _ date: LocalDate, _ cadence: Domain.Cadence, _ language: Language
  ) -> String {
    period(date, Statistics.Cadence(cadence), language)
  }
}
