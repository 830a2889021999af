package import CivilTime

/// One plan–do–check–act cycle, or a journal of unplanned actions (stream
/// `cycle-N` of its department).
package enum CycleEvent: Sendable, Equatable {
  case planned(CyclePlan)
  /// Actions without a plan, of an import or a department; no check before it is planned.
  case journalOpened(title: String)
  /// What changed of the plan; nil leaves a part as it was.
  case planAmended(PlanAmendment)
  case actionLogged(ActionEntry)
  /// `action` is the stream version of the action withdrawn.
  case actionWithdrawn(action: Int, reason: String)
  case cancelled(reason: String)
  case obstacleReported(obstacle: String)
  case checked(CycleCheck)
  case acted(choice: Choice, why: String)
  case nextLinked(next: ItemID)
  case practiceStandardised(practice: String, link: String?)
}

package struct CyclePlan: Sendable, Equatable {
  package var title: String
  package var problem: String
  package var change: String
  package var kpi: KPIReference
  /// The level of the KPI expected, compared with the mean of its observations
  /// in the window.
  package var predicted: Double
  /// The KPI's level when planned (mean of its latest observations); nil when
  /// it had none.
  package var baseline: Double?
  /// Days (first and last, inclusive) whose observations the check will look at.
  package var windowStart: LocalDate
  package var windowEnd: LocalDate
  package var due: LocalDate
  package var owner: Account
  package var lessonsConsulted: [ItemID]

  package init(
    title: String, problem: String, change: String, kpi: KPIReference, predicted: Double,
    baseline: Double?, windowStart: LocalDate, windowEnd: LocalDate, due: LocalDate,
    owner: Account, lessonsConsulted: [ItemID]
  ) {
    self.title = title
    self.problem = problem
    self.change = change
    self.kpi = kpi
    self.predicted = predicted
    self.baseline = baseline
    self.windowStart = windowStart
    self.windowEnd = windowEnd
    self.due = due
    self.owner = owner
    self.lessonsConsulted = lessonsConsulted
  }
}

package struct PlanAmendment: Sendable, Equatable {
  package var title: String?
  package var change: String?
  package var predicted: Double?
  package var windowStart: LocalDate?
  package var windowEnd: LocalDate?
  package var due: LocalDate?
  package var owner: Account?
  package var reason: String

  package init(
    title: String? = nil, change: String? = nil, predicted: Double? = nil,
    windowStart: LocalDate? = nil, windowEnd: LocalDate? = nil, due: LocalDate? = nil,
    owner: Account? = nil, reason: String
  ) {
    self.title = title
    self.change = change
    self.predicted = predicted
    self.windowStart = windowStart
    self.windowEnd = windowEnd
    self.due = due
    self.owner = owner
    self.reason = reason
  }
}

package struct ActionEntry: Sendable, Equatable {
  package var text: String
  package var minutes: Int?
  package var link: String?
  /// Who acted, where that is not the account that logged it (an import).
  package var by: String?

  package init(text: String, minutes: Int? = nil, link: String? = nil, by: String? = nil) {
    self.text = text
    self.minutes = minutes
    self.link = link
    self.by = by
  }
}

/// What a check found. The verdict is computed from the observations, shown, and
/// confirmed or overridden by a person.
package struct CycleCheck: Sendable, Equatable {
  package enum Measurement: Sendable, Equatable {
    /// `actual` is the mean of `count` observations in the window.
    case measured(actual: Double, count: Int, computed: Verdict, evidence: String?)
    case notMeasured(reason: String)
  }

  package var measurement: Measurement
  package var verdict: Verdict
  /// Why a person's verdict differs from the computed one.
  package var overrideReason: String?
  package var note: String?

  package init(
    measurement: Measurement, verdict: Verdict, overrideReason: String? = nil,
    note: String? = nil
  ) {
    self.measurement = measurement
    self.verdict = verdict
    self.overrideReason = overrideReason
    self.note = note
  }
}
