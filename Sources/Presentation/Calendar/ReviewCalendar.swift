package import Bilingual
package import CivilTime
package import Domain
package import Office
package import ReadModels
package import Reviews
package import Subsidy
import Wording

extension ComingReviews {
  /// With the papers that are to go in, as a file for any calendar.
  /// - Parameters:
  ///   - days: that reviews are named for.
  ///   - head: by which entries are told from other organizations'.
  package func calendar(
    with papers: [DuePaper], days: DateSpan, of head: DepartmentCode, at now: Instant,
    _ language: Language, calling names: PeopleNames
  ) -> CalendarFile {
    let calendar = ReviewCalendar(
      schedule, reviews: reviews, decisions: decisions, cycles: cycles, days: days, language,
      calling: names)
    let events = (calendar.events + papers.map { $0.event(language) }).sorted {
      ($0.day, $0.id) < ($1.day, $1.id)
    }
    let name = organization?.name ?? "pdca"
    let founded = organization.map { $0.foundedAt.rfc3339.filter(\.isNumber) } ?? ""
    return CalendarFile(
      name: language.choose("Reviews of \(name)", "\(name) レビュー予定"), events,
      domain: "\(head.rawValue.lowercased())-\(founded).pdca.invalid", stamp: now, language)
  }
}

/// What is to come, as entries of a calendar: reviews, decisions and cycles by their due days.
package struct ReviewCalendar: Sendable {
  let schedule: ReviewSchedule
  /// Reviews that need no reminder any longer.
  let closed: Set<ReviewID>
  let decisions: [PendingDecision]
  let cycles: [CycleRow]
  /// The days that reviews are named for.
  let days: DateSpan
  let language: Language
  let names: PeopleNames

  /// - Parameters:
  ///   - reviews: all that were opened.
  ///   - cycles: open ones.
  ///   - names: what owners are called; accounts without.
  package init(
    _ schedule: ReviewSchedule, reviews: [ReviewRow], decisions: [PendingDecision],
    cycles: [CycleRow], days: DateSpan, _ language: Language,
    calling names: PeopleNames = PeopleNames()
  ) {
    self.schedule = schedule
    closed = Set(reviews.filter { $0.closedAt != nil }.map(\.id))
    self.decisions = decisions
    self.cycles = cycles
    self.days = days
    self.language = language
    self.names = names
  }

  package var events: [CalendarEvent] {
    (reviews + decisions.map(event) + cycles.compactMap(event)).sorted {
      ($0.day, $0.id) < ($1.day, $1.id)
    }
  }

  private var reviews: [CalendarEvent] {
    schedule.holders.flatMap { holder in
      schedule.kinds(of: holder).flatMap { kind in
        periods(kind).map { ReviewID(holder.department, $0) }.filter {
          schedule.isExpected($0.period, of: holder) && !closed.contains($0)
        }.map(event)
      }
    }
  }

  /// Periods whose reviews are held within the days.
  private func periods(_ kind: ReviewKind) -> [ReviewPeriod] {
    var periods: [ReviewPeriod] = []
    var period = kind.period(of: days.first).previous
    while ReviewSchedule.day(for: period) <= days.last {
      if ReviewSchedule.day(for: period) >= days.first { periods.append(period) }
      period = period.next
    }
    return periods
  }

  private func event(_ id: ReviewID) -> CalendarEvent {
    let isWeekly = id.period.kind == .weekly
    let what = language.choose(
      isWeekly ? "Weekly review" : "Monthly review", isWeekly ? "週次レビュー" : "月次レビュー")
    return CalendarEvent(
      id: "review-\(id)", day: ReviewSchedule.day(for: id.period),
      summary: language.choose("\(what) \(id)", "\(what) \(id)"),
      description: "pdca review \(isWeekly ? "week" : "month") \(id)",
      category: language.choose("Review", "レビュー"), reminder: 9)
  }

  private func event(_ decision: PendingDecision) -> CalendarEvent {
    CalendarEvent(
      id: "decision-\(decision.id)", day: decision.due,
      summary: language.choose(
        "Due: \(decision.decision) (\(names(decision.owner)))",
        "期限: \(decision.decision)（\(names(decision.owner))）"),
      description: "\(decision.id): pdca review done \(decision.id)",
      category: language.choose("Decision", "決定事項"), reminder: -15)
  }

  private func event(_ cycle: CycleRow) -> CalendarEvent? {
    guard let due = cycle.due else { return nil }
    let owner =
      cycle.owner.map(names.callAsFunction).map {
        language.choose(" (\($0))", "（\($0)）")
      } ?? ""
    return CalendarEvent(
      id: "cycle-\(cycle.id)", day: due,
      summary: language.choose(
        "Due: \(cycle.id) \(cycle.title)\(owner)", "期限: \(cycle.id) \(cycle.title)\(owner)"),
      description: "pdca cycle show \(cycle.id)", category: language.choose("Cycle", "ミニPDCA"),
      reminder: -15)
  }
}
