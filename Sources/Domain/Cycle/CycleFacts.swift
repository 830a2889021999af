package import CivilTime

/// What the cycle's actions and other streams know that a decision on it needs.
package struct CycleFacts: Sendable, Equatable {
  package enum KPIStanding: Sendable, Equatable {
    case unknown
    case present(KPIDefinition)
    case retired(KPIDefinition)
  }

  package enum ActionStanding: Sendable, Equatable { case unknown, live, withdrawn }

  /// The cycle decided on.
  package var cycle: ItemID
  /// The KPI that `plan` names, or that of the plan (`amend`, `check`).
  package var kpi: KPIStanding
  /// The KPI's level now (mean of its latest observations); nil when it has none (`plan`).
  package var baseline: Double?
  /// Whether the owner named (or, unnamed, who plans) is a member (`plan`, `amend`).
  package var ownerIsMember: Bool
  /// The action that `withdraw` names.
  package var action: ActionStanding
  /// Actions logged and not withdrawn (`check`).
  package var liveActions: Int
  /// The KPI's observations in force with a period within the window (`check`).
  package var observations: [Observation]
  /// Whether the cycle that `link` names exists.
  package var nextExists: Bool
  /// The day of the step that this one follows: planned (`log`, `check`), checked (`act`); nil where
  /// there was none.
  package var precedingDay: LocalDate?

  package init(
    cycle: ItemID, kpi: KPIStanding = .unknown, baseline: Double? = nil,
    ownerIsMember: Bool = false, action: ActionStanding = .unknown, liveActions: Int = 0,
    observations: [Observation] = [], nextExists: Bool = false, precedingDay: LocalDate? = nil
  ) {
    self.cycle = cycle
    self.kpi = kpi
    self.baseline = baseline
    self.ownerIsMember = ownerIsMember
    self.action = action
    self.liveActions = liveActions
    self.observations = observations
    self.nextExists = nextExists
    self.precedingDay = precedingDay
  }
}
