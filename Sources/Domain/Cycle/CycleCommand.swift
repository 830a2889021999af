package import CivilTime

/// What can be asked of a cycle's stream.
package enum CycleCommand: Sendable, Equatable {
  case plan(PlanRequest)
  case openJournal(title: String)
  case amend(PlanAmendment)
  case log(ActionEntry)
  /// `action` is the stream version of the action.
  case withdraw(action: Int, reason: String)
  case cancel(reason: String)
  case report(obstacle: String)
  case check(CheckRequest)
  case act(choice: Choice, why: String)
  case link(next: ItemID)
  case standardise(practice: String, link: String?)
}

/// A plan as a person asks for it. What no plan can do without is optional
/// here, so that its absence is refused with a reason.
package struct PlanRequest: Sendable, Equatable {
  package var title: String
  package var problem: String
  package var change: String
  package var kpi: KPIReference?
  package var predicted: Double?
  package var due: LocalDate?
  /// Nil: the day of the plan.
  package var windowStart: LocalDate?
  /// Nil: the due date.
  package var windowEnd: LocalDate?
  /// Nil: who plans.
  package var owner: Account?
  package var lessonsConsulted: [ItemID]

  package init(
    title: String, problem: String, change: String, kpi: KPIReference?, predicted: Double?,
    due: LocalDate?, windowStart: LocalDate? = nil, windowEnd: LocalDate? = nil,
    owner: Account? = nil, lessonsConsulted: [ItemID] = []
  ) {
    self.title = title
    self.problem = problem
    self.change = change
    self.kpi = kpi
    self.predicted = predicted
    self.due = due
    self.windowStart = windowStart
    self.windowEnd = windowEnd
    self.owner = owner
    self.lessonsConsulted = lessonsConsulted
  }
}

package struct CheckRequest: Sendable, Equatable {
  package enum Finding: Sendable, Equatable {
    /// `verdict` nil confirms the computed one; another needs `overrideReason`.
    case measured(verdict: Verdict?, overrideReason: String?, evidence: String?)
    case notMeasured(reason: String)
  }

  package var finding: Finding
  package var note: String?

  package init(_ finding: Finding, note: String? = nil) {
    self.finding = finding
    self.note = note
  }
}
