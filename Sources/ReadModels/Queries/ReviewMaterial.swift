package import CivilTime
package import Domain

/// What happened in a period, in one department or in all, by when it was true; what stands open
/// is as the read models have it.
package struct ReviewMaterial: Sendable, Equatable {
  package var span: Span
  /// Nil: all of them.
  package var department: DepartmentCode?

  /// Cycles opened (planned, or begun as a journal), checked, and closed (acted or cancelled).
  package var opened: [CycleRow]
  package var checked: [CycleRow]
  package var closed: [CycleRow]
  /// Due by the period's last day and not finished within the period: open, or finished later.
  package var overdue: [CycleRow]
  /// Open cycles that were opened by the period's end.
  package var open: [CycleRow]
  /// Cycles with an action in the period, open or finished since.
  package var workedOn: [CycleRow]
  /// Every step that cycles took, in the order it was taken.
  package var steps: [CycleStepRow]
  package var obstacles: [ObstacleRow]
  package var actions: [ActionTally]

  package var kpis: [KPIProgress]
  package var acknowledgements: [SignalAcknowledgementRow]
  /// Proposed or tested in the period.
  package var hypotheses: [HypothesisRow]

  /// Drafted, validated or retired in the period.
  package var lessons: [LessonRow]
  package var adoptions: [AdoptionRow]
  package var reuses: [ReuseRow]
  /// Whole organization: validated lessons that wait for a training design.
  package var waitingLessons: [LessonRow]

  /// Raised or decided in the period.
  package var issues: [IssueRow]
  package var openIssues: [IssueRow]
  /// Made or done in the period.
  package var decisions: [ReviewDecisionRow]
  package var openDecisions: [PendingDecision]
  /// Whole organization: training sessions of the period.
  package var sessions: [SessionRow]

  /// True in the period, recorded after it ended.
  package var late: [LateEntry]
}

/// Actions of a period in one department; withdrawn ones don't count.
package struct ActionTally: Sendable, Equatable {
  package var department: DepartmentCode
  package var actions: Int
  /// Of the actions that say how long they took.
  package var minutes: Int
  /// Different people (or names) that acted.
  package var people: Int
}

/// A KPI with the period's observations, and the open cycles whose prediction they can be held
/// against.
package struct KPIProgress: Sendable, Equatable {
  package var kpi: KPIRow
  /// Periods that begin within the days, in order.
  package var observations: [ObservationRow]
  package var predictions: [CycleRow]
}

/// Something recorded after the period in which it was true.
package struct LateEntry: Sendable, Equatable {
  package var department: DepartmentCode
  package var position: Int
  /// `action`, `observation`, or a `CycleStepKind`.
  package var kind: String
  /// A cycle's id or a KPI.
  package var subject: String
  package var text: String
  package var actor: Account
  package var occurredAt: Instant
  package var recordedAt: Instant
}
