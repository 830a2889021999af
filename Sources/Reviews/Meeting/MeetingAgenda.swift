package import CivilTime
package import Domain
package import ReadModels

/// The parts of a review's meeting, in its order.
package enum MeetingPart: CaseIterable, Sendable {
  case worsening, promises, changes, decisions, lessons, closing
}

/// What a review's meeting goes through. What was answered isn't in it any longer, so that
/// a meeting that was left goes on where it stopped.
package struct MeetingAgenda: Sendable {
  package let report: ReviewReport
  /// The review as an act; nil while nobody opened it.
  package let act: ReviewRow?
  package let today: LocalDate
  /// Decisions that closing asks for: those of earlier reviews that this one hasn't carried over, and its
  /// own whose day has passed.
  package let owed: [PendingDecision]

  package init(
    _ report: ReviewReport, act: ReviewRow?, owed: [PendingDecision], on today: LocalDate
  ) {
    self.report = report
    self.act = act
    self.owed = owed
    self.today = today
  }

  package var review: ReviewID { report.review }
  /// Until then the meeting can be held and its review not closed.
  package var isOver: Bool { report.review.period.lastDay < today }

  /// What is getting worse and nobody decided on, the most telling first.
  package var worsening: [ReviewMatter] { report.worsening }

  /// Those that are told with their chart and asked about; the others are named, and noted with the rest.
  package var asked: ArraySlice<ReviewMatter> { worsening.prefix(5) }
  package var named: ArraySlice<ReviewMatter> { worsening.dropFirst(asked.count) }

  /// Changes that wait for somebody to take note.
  package var changes: [ReviewSignal] { report.pendingSignals }

  /// Drafts to be validated; of the whole organization those that their departments left lying.
  package var lessons: [LessonRow] {
    report.isWhole
      ? report.draftsLeft.filter { UnvalidatedLessonRule.isDue($0, report) } : report.draftsLeft
  }

  /// Those that the person may validate: nobody but somebody else than the author does, where there is
  /// somebody else.
  /// - Parameter people: how many belong to the organization.
  package func lessons(for person: Account, among people: Int) -> [LessonRow] {
    lessons.filter { people == 1 || $0.author != person }
  }

  /// Whether nothing is left that keeps the review from being closed.
  package var isSettled: Bool { owed.isEmpty && changes.isEmpty }
  package var canClose: Bool { isOver && isSettled }

  /// The day that a decision is carried over to by one key: about the next meeting, or the day that it
  /// has, where that is later.
  package func nextDay(of decision: PendingDecision) -> LocalDate {
    max(decision.due, next, report.away[decision.owner]?.adding(days: 1) ?? next)
  }

  /// The day that it is carried over to where nobody is asked about it: its own, or that on which its
  /// owner is back.
  package func keptDay(of decision: PendingDecision) -> LocalDate {
    max(decision.due, report.away[decision.owner]?.adding(days: 1) ?? decision.due)
  }

  /// About when the next meeting is held.
  package var next: LocalDate {
    today.adding(days: review.period.kind == .weekly ? 7 : 28)
  }
}

/// Something promised or asked that a meeting settles.
package enum MeetingPromise: Sendable {
  /// `isOwed`: the review isn't closed without it.
  case decision(PendingDecision, isOwed: Bool)
  case cycle(CycleRow)
  case issue(IssueRow)

  /// Its id.
  package var about: String {
    switch self {
    case .decision(let decision, _): "\(decision.id)"
    case .cycle(let cycle): "\(cycle.id)"
    case .issue(let issue): "\(issue.id)"
    }
  }
}

extension MeetingAgenda {
  /// Decisions that are owed and whose day hasn't come, or whose owner is away: they go on, by one answer
  /// for all.
  package var goingOn: [PendingDecision] {
    owed.filter {
      report.away[$0.owner] != nil
        || $0.due >= today && !isPutOff($0) && report.left($0.owner) == nil
    }
  }

  /// What was promised or asked and isn't done, the oldest first. The whole organization's meeting
  /// leaves to the departments what is theirs to settle.
  package var promises: [MeetingPromise] {
    let going = Set(goingOn.map(\.id))
    let late = owed.filter { !going.contains($0.id) }.map {
      (since: $0.firstDue, promise: MeetingPromise.decision($0, isOwed: true))
    }
    var known = Set(owed.map { "\($0.id)" })
    let told = report.promises(of: report.improvements).compactMap {
      told -> (LocalDate, MeetingPromise)? in
      guard let promise = promise(told.point.step.about), known.insert(promise.about).inserted
      else { return nil }
      return (told.since, promise)
    }
    return (late + told.map { (since: $0.0, promise: $0.1) }).enumerated().sorted {
      ($0.element.since, $0.offset) < ($1.element.since, $1.offset)
    }.map(\.element.promise)
  }

  private func promise(_ about: String) -> MeetingPromise? {
    let material = report.material
    if let decision = report.openDecisions.first(where: { "\($0.id)" == about }) {
      let isThere = report.away[decision.owner] == nil
      return isThere && isOurs(decision) ? .decision(decision, isOwed: false) : nil
    }
    if let issue = report.undecidedIssues.first(where: { "\($0.id)" == about }) {
      return !report.isWhole || issue.raisedTo == .executive ? .issue(issue) : nil
    }
    guard !report.isWhole else { return nil }
    let cycle = (material.overdue + material.open).first { "\($0.id)" == about }
    return cycle.flatMap { cycle in
      cycle.owner.flatMap { report.away[$0] } == nil ? .cycle(cycle) : nil
    }
  }

  /// Another review's decision is the meeting's too, in its own department; in the whole organization's
  /// what the sponsors are to decide on.
  private func isOurs(_ decision: PendingDecision) -> Bool {
    report.isWhole
      ? isPutOff(decision) || decision.id.review.department == review.department
      : true
  }

  /// So often that it goes to the sponsor.
  package func isPutOff(_ decision: PendingDecision) -> Bool {
    decision.putOff > ImprovementThresholds.mostPutOff
  }

  /// Who is asked first to take something over: the sponsor of its department; nil for none.
  package func successor(of owner: Account?, in department: DepartmentCode) -> Account? {
    report.sponsor(of: department).flatMap { $0 == owner ? nil : $0 }
  }
}
