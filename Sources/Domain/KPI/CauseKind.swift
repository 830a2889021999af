/// What kind of event a hypothesis sees as a cause; the names are stored.
package enum CauseKind: String, Sendable, CaseIterable {
  /// Something done in a cycle.
  case action
  /// A checked change adopted, adapted or abandoned.
  case cycleAct
  /// A practice made standard.
  case practice
  case obstacle
  case lessonAdoption
  /// A training that members of the department attended.
  case training
  case reviewDecision
  case issueDecision
  case targetChange
  /// The training policy, set or revised.
  case policyChange
  /// Members who came, moved or left, or a department taken over.
  case staffing
}

extension CauseKind {
  /// Whether such an event can name the KPI that it was to move.
  package var namesKPI: Bool {
    switch self {
    case .training, .policyChange, .staffing: false
    case .action, .cycleAct, .practice, .obstacle, .lessonAdoption, .reviewDecision,
      .issueDecision, .targetChange:
      true
    }
  }
}
