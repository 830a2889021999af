/// Whom a review is cut for.
package enum Audience: String, Sendable, CaseIterable {
  /// Decides: outcomes, what is asked of them, what it costs.
  case executive
  /// Carries the loop: what is stuck, what waits to be spread, where departments differ.
  case promoter
  /// Does the work: own cycles, own KPIs, what others learned.
  case field
}

/// A part of a review, in the order in which the whole review has them.
package enum ReviewPart: String, Sendable, CaseIterable {
  case worse, promised, better, lessons, said, asked, kpis, causes, stuck, cycles, actions
  case decisions, related, issues, training, investment, trends, comparison, leadTimes, reuse
  case coverage, late, improvements, next, charts

  /// What only a month is long enough for.
  var isMonthly: Bool {
    switch self {
    case .trends, .leadTimes, .reuse, .coverage: true
    default: false
    }
  }
}

/// The one place that says who sees what, and in which order.
package enum AudienceCut {
  /// - Parameter audience: nil for everybody, who sees what the records have.
  package static func parts(for audience: Audience?, monthly: Bool) -> [ReviewPart] {
    all(for: audience).filter { part in
      monthly || !(part.isMonthly || audience == nil && part == .comparison)
    }
  }

  private static func all(for audience: Audience?) -> [ReviewPart] {
    switch audience {
    case nil: ReviewPart.allCases.filter { !cutsOnly.contains($0) }
    case .executive:
      [
        .worse, .kpis, .better, .asked, .comparison, .investment, .decisions, .trends, .leadTimes,
        .reuse, .improvements, .next, .charts,
      ]
    case .promoter:
      [
        .worse, .stuck, .promised, .better, .lessons, .said, .comparison, .kpis, .causes, .issues,
        .training, .decisions, .late,
        .trends,
        .leadTimes, .reuse, .coverage, .improvements, .next, .charts,
      ]
    case .field:
      [
        .worse, .promised, .better, .improvements, .next, .said, .cycles, .kpis, .related, .issues,
        .actions, .training, .trends, .charts,
      ]
    }
  }

  /// Parts that gather for one audience what the others have elsewhere.
  private static let cutsOnly: Set<ReviewPart> = [.asked, .stuck, .related, .investment]

  /// Whose a step is.
  package static func takes(_ audience: Audience, _ step: ReviewStep.Kind) -> Bool {
    switch step {
    case .acknowledgeSignal, .decideConcern, .rebaseLimits: audience != .field
    case .finishDecision, .decideIssue, .draftDesign: audience != .field
    case .actCycle: true
    case .doCycle, .checkCycle: audience != .executive
    case .recordKPI: audience == .field
    case .answerRollOut: audience != .executive
    case .validateLesson, .testHypothesis, .proposeLesson: audience == .promoter
    case .assignSponsor: audience == .executive
    case .involveExecutive, .narrowGap: audience != .field
    case .wakeDepartment: audience == .promoter
    case .tryAfterTraining, .measureCycle, .draftLesson: audience != .executive
    }
  }
}
