package import CivilTime
package import Domain

/// Whether something that a scheme asks for is so.
package enum Standing: String, Sendable { case met, unmet, unknown }

/// What a scheme asks for.
package enum SubsidyRequirement: Sendable, Equatable {
  /// The training's first day lies in the rules' year.
  case year(LocalDate?)
  case delivery(TrainingDelivery?)
  case condition(SubsidyCondition)
  /// One of several conditions.
  case oneOf([SubsidyCondition])
  /// Actual training hours, in minutes, against the least.
  case leastHours(minutes: Int, least: Int)
  /// Minutes of no training against all that is taught.
  case ineligibleShare(ineligible: Int, taught: Int)
  /// Those who attended enough, of all.
  case attendance(enough: Int, of: Int)
  case planFiled(on: LocalDate?, by: LocalDate)
  case changesFiled(missing: Int)
  case claimOpen(by: LocalDate)
}

package struct RequirementStanding: Sendable, Equatable {
  package var requirement: SubsidyRequirement
  package var standing: Standing
}

/// A scheme held against a training.
package struct SchemeFit: Sendable, Equatable {
  package var rules: SubsidyRules
  package var scheme: SubsidyScheme
  package var requirements: [RequirementStanding]
  package var amount: SubsidyAmount
  package var deadlines: SubsidyDeadlines?

  package func count(_ standing: Standing) -> Int {
    requirements.count { $0.standing == standing }
  }

  /// Nothing that it asks for is known not to be so.
  package var isPossible: Bool { count(.unmet) == 0 }
  package var isComplete: Bool { isPossible && count(.unknown) == 0 }
}

/// What is missing or wrong, and why it matters.
package enum SubsidyGap: Sendable, Equatable {
  case noRules(LocalDate?)
  case noProvider, noCurriculum, noWorkingHours, noExpenses
  case untold(SubsidyCondition)
  case timesNotPlanned(session: Int)
  case timesNotRecorded(session: Int)
  /// People of whom it is known that they came, and not when.
  case untimedAttendance(session: Int, accounts: [Account])
  case nobodyAttended(session: Int)
  case notEnough(Account, attended: Int, of: Int)
  case outsideHours(Account, minutes: Int)
  case noReceipt(expense: Int)
  case notPaid(expense: Int)
  case expenseCut(expense: Int, by: Int)
  case planNotFiled(by: LocalDate)
  case planLate(filed: LocalDate, by: LocalDate)
  case planEarly(filed: LocalDate, from: LocalDate)
  /// A change that no notice was filed for before it took place.
  case changeNotFiled(TrainingRecord.PlanChange)
  /// The day differed from the plan that was filed.
  case heldOtherwise(session: Int)
  case claimNotFiled(by: LocalDate)
  case claimLate(filed: LocalDate, by: LocalDate)
}

/// A training held against all rules of its year.
package struct SubsidyAssessment: Sendable, Equatable {
  package var record: TrainingRecord
  package var today: LocalDate
  /// The hours by the rules of the year, as far as they are known; nil without rules.
  package var hours: TrainingHours?
  package var plannedHours: TrainingHours?
  /// The best first.
  package var fits: [SchemeFit]
  package var gaps: [SubsidyGap]

  package var best: SchemeFit? { fits.first }
  package var isSmall: Bool { record.conditions[.smallOrMedium] ?? true }
}

extension SubsidyAssessment {
  /// - Parameter rules: all there are; those in force on the training's first day are taken, or on
  ///   `today` while no day is set.
  package init(_ record: TrainingRecord, rules: [SubsidyRules], today: LocalDate) {
    self.record = record
    self.today = today
    let inForce = rules.filter { $0.validity.contains(record.firstDay ?? today) }
    hours = inForce.first.map { TrainingHours(record, $0.hours) }
    plannedHours = inForce.first.map { TrainingHours(record, $0.hours, of: \.planned) }
    let isSmall = record.conditions[.smallOrMedium] ?? true
    fits = inForce.flatMap { rules in
      rules.schemes.map { SchemeFit(record, $0, rules, isSmall: isSmall, today: today) }
    }.enumerated().sorted {
      ($0.element.count(.unmet), $0.element.count(.unknown), -$0.element.amount.total, $0.offset)
        < (
          $1.element.count(.unmet), $1.element.count(.unknown), -$1.element.amount.total,
          $1.offset
        )
    }.map(\.element)
    gaps = []
    gaps = Self.gaps(record, fits.first, today)
  }
}

extension SchemeFit {
  fileprivate init(
    _ record: TrainingRecord, _ scheme: SubsidyScheme, _ rules: SubsidyRules, isSmall: Bool,
    today: LocalDate
  ) {
    self.rules = rules
    self.scheme = scheme
    let hours = TrainingHours(record, rules.hours)
    let basis = AttendanceBasis.minutes(record, rules.hours)
    amount = SubsidyAmount(
      record, hours, basis: basis, scheme, rules, isSmall: isSmall)
    if let first = record.firstDay, let last = record.lastDay {
      deadlines = SubsidyDeadlines(first: first, last: last, rules.deadlines)
    } else {
      deadlines = nil
    }
    requirements = []
    requirements =
      [
        RequirementStanding(
          requirement: .year(record.firstDay), standing: record.firstDay == nil ? .unknown : .met)
      ]
      + [delivery(record)]
      + scheme.allOf.map { condition($0, record) } + oneOf(record)
      + hourStandings(record, hours, rules.hours) + filingStandings(record, today)
  }

  private func delivery(_ record: TrainingRecord) -> RequirementStanding {
    let found = record.provider?.delivery
    return RequirementStanding(
      requirement: .delivery(found),
      standing: found.map { scheme.deliveries.contains($0) ? .met : .unmet } ?? .unknown)
  }

  private func condition(
    _ condition: SubsidyCondition, _ record: TrainingRecord
  ) -> RequirementStanding {
    RequirementStanding(
      requirement: .condition(condition),
      standing: record.conditions[condition].map { $0 ? .met : .unmet } ?? .unknown)
  }

  private func oneOf(_ record: TrainingRecord) -> [RequirementStanding] {
    if scheme.anyOf.isEmpty { return [] }
    let answers = scheme.anyOf.map { record.conditions[$0] }
    let standing: Standing =
      answers.contains(true) ? .met : answers.contains(nil) ? .unknown : .unmet
    return [RequirementStanding(requirement: .oneOf(scheme.anyOf), standing: standing)]
  }

  private func hourStandings(
    _ record: TrainingRecord, _ hours: TrainingHours, _ rules: HourRules
  ) -> [RequirementStanding] {
    let isKnown = !hours.days.isEmpty || hours.curriculumMinutes > 0
    let minutes = hours.days.isEmpty ? hours.curriculumMinutes : hours.counted
    let people = amount.people
    let enough = people.count { $0.isEligible }
    let isOver = record.isHeld
    return [
      RequirementStanding(
        requirement: .leastHours(minutes: minutes, least: rules.leastMinutes),
        standing: isKnown ? (minutes >= rules.leastMinutes ? .met : .unmet) : .unknown),
      RequirementStanding(
        requirement: .ineligibleShare(
          ineligible: hours.ineligible, taught: hours.counted + hours.ineligible),
        standing: hours.days.isEmpty
          ? .unknown : hours.isMostlyIneligible(rules) ? .unmet : .met),
      RequirementStanding(
        requirement: .attendance(enough: enough, of: people.count),
        standing: isOver && !people.isEmpty ? (enough > 0 ? .met : .unmet) : .unknown),
    ]
  }

  private func filingStandings(
    _ record: TrainingRecord, _ today: LocalDate
  ) -> [RequirementStanding] {
    guard let deadlines else { return [] }
    let filed = record.filed(.plan).map(\.on).min()
    let plan: Standing =
      filed.map { day in
        day <= deadlines.planBy && deadlines.planFrom.map { day >= $0 } ?? true ? .met : .unmet
      } ?? (today <= deadlines.planBy ? .unknown : .unmet)
    let late = SubsidyAssessment.unfiledChanges(record).count
    let claimed = record.filed(.claim).map(\.on).min()
    let claim: Standing =
      claimed.map { $0 <= deadlines.claimBy ? .met : .unmet }
      ?? (today <= deadlines.claimBy ? .unknown : .unmet)
    return [
      RequirementStanding(
        requirement: .planFiled(on: filed, by: deadlines.planBy), standing: plan),
      RequirementStanding(
        requirement: .changesFiled(missing: late), standing: late == 0 ? .met : .unmet),
      RequirementStanding(requirement: .claimOpen(by: deadlines.claimBy), standing: claim),
    ]
  }
}

/// By which minutes attendance is measured.
package enum AttendanceBasis {
  /// The greater of what was planned and what was held, so that hours that fell away help nobody over
  /// the share.
  package static func minutes(_ record: TrainingRecord, _ rules: HourRules) -> Int {
    let held = TrainingHours(record, rules).counted
    let planned = TrainingHours(record, rules, of: \.planned)
    let isWhole = planned.days.count == record.sessions.count
    return isWhole ? max(held, planned.counted) : held
  }
}

extension SubsidyAssessment {
  /// Changes that took place, or take place today, without a notice filed from their recording to the
  /// day before.
  package static func unfiledChanges(_ record: TrainingRecord) -> [TrainingRecord.PlanChange] {
    guard let filed = record.filed(.plan).map(\.on).min() else { return [] }
    let notices = record.filed(.change).map(\.on)
    return record.changes.filter { change in
      if change.recordedOn < filed { return false }
      return !notices.contains { notice in
        notice >= change.recordedOn && (change.takesPlaceOn.map { notice < $0 } ?? true)
      }
    }
  }

  fileprivate static func gaps(
    _ record: TrainingRecord, _ fit: SchemeFit?, _ today: LocalDate
  ) -> [SubsidyGap] {
    guard let fit else { return [.noRules(record.firstDay)] }
    return papers(record, fit) + sessions(record, today) + people(record, fit)
      + expenses(record, fit) + filings(record, fit, today)
  }

  private static func papers(_ record: TrainingRecord, _ fit: SchemeFit) -> [SubsidyGap] {
    let asked = [.smallOrMedium] + fit.scheme.allOf
    let untold = asked.filter { record.conditions[$0] == nil }
    let isOpen = !fit.scheme.anyOf.contains { record.conditions[$0] == true }
    return (record.provider == nil ? [.noProvider] : [])
      + (record.curriculum.isEmpty ? [.noCurriculum] : [])
      + (record.workingHours.isEmpty && fit.scheme.wage != nil ? [.noWorkingHours] : [])
      + (untold + (isOpen ? fit.scheme.anyOf.filter { record.conditions[$0] == nil } : []))
      .map { .untold($0) }
  }

  private static func sessions(
    _ record: TrainingRecord, _ today: LocalDate
  ) -> [SubsidyGap] {
    record.days.flatMap { session -> [SubsidyGap] in
      let number = session.number
      var gaps: [SubsidyGap] = session.planned == nil ? [.timesNotPlanned(session: number)] : []
      if session.date > today { return gaps }
      if session.actual == nil { gaps.append(.timesNotRecorded(session: number)) }
      if !session.untimed.isEmpty {
        gaps.append(.untimedAttendance(session: number, accounts: session.untimed))
      } else if session.attendance.isEmpty {
        gaps.append(.nobodyAttended(session: number))
      }
      if let planned = session.planned, let actual = session.actual,
        !record.filed(.plan).isEmpty, !planned.isSame(as: actual)
      {
        gaps.append(.heldOtherwise(session: number))
      }
      return gaps
    }
  }

  private static func people(_ record: TrainingRecord, _ fit: SchemeFit) -> [SubsidyGap] {
    guard record.isHeld else { return [] }
    let basis = AttendanceBasis.minutes(record, fit.rules.hours)
    return fit.amount.people.flatMap { person -> [SubsidyGap] in
      let hours = person.hours
      let short: [SubsidyGap] =
        person.isEligible ? [] : [.notEnough(hours.account, attended: hours.attended, of: basis)]
      let outside = hours.withinHours.map { hours.attended - $0 } ?? 0
      return short
        + (outside > 0 && fit.amount.wagePerHour != nil
          ? [.outsideHours(hours.account, minutes: outside)] : [])
    }
  }

  private static func expenses(_ record: TrainingRecord, _ fit: SchemeFit) -> [SubsidyGap] {
    if record.expenses.isEmpty { return [.noExpenses] }
    return record.expenses.enumerated().flatMap { place, expense -> [SubsidyGap] in
      (expense.receipt == nil ? [.noReceipt(expense: place)] : [])
        + (expense.paidOn == nil ? [.notPaid(expense: place)] : [])
        + (fit.amount.cutExpenses[place].map { [.expenseCut(expense: place, by: $0)] } ?? [])
    }
  }

  private static func filings(
    _ record: TrainingRecord, _ fit: SchemeFit, _ today: LocalDate
  ) -> [SubsidyGap] {
    guard let deadlines = fit.deadlines else { return [] }
    var gaps: [SubsidyGap] = []
    if let plan = record.filed(.plan).map(\.on).min() {
      if plan > deadlines.planBy { gaps.append(.planLate(filed: plan, by: deadlines.planBy)) }
      if let from = deadlines.planFrom, plan < from {
        gaps.append(.planEarly(filed: plan, from: from))
      }
    } else {
      gaps.append(.planNotFiled(by: deadlines.planBy))
    }
    gaps += unfiledChanges(record).map { .changeNotFiled($0) }
    if let claim = record.filed(.claim).map(\.on).min() {
      if claim > deadlines.claimBy {
        gaps.append(.claimLate(filed: claim, by: deadlines.claimBy))
      }
    } else if record.lastDay.map({ $0 < today }) ?? false {
      gaps.append(.claimNotFiled(by: deadlines.claimBy))
    }
    return gaps
  }
}

extension [DayPart] {
  /// The same times and kinds, whatever order they are told in.
  fileprivate func isSame(as other: [DayPart]) -> Bool {
    func ordered(_ parts: [DayPart]) -> [DayPart] { parts.sorted { $0.span.from < $1.span.from } }
    return ordered(self) == ordered(other)
  }
}
