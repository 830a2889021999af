package import Domain

/// Refusals of what isn't there: every command ends with the same status for them.
extension CycleRefusal {
  package var isOfUnknown: Bool {
    switch self {
    case .unknownCycle, .unknownKPI, .unknownNext, .unknownAction, .unknownPrecedent: true
    default: false
    }
  }
}

extension IssueRefusal {
  package var isOfUnknown: Bool {
    switch self {
    case .unknownIssue, .unknownCycle: true
    default: false
    }
  }
}

extension OrganizationRefusal {
  package var isOfUnknown: Bool {
    switch self {
    case .notFounded, .unknownDepartment, .notAMember: true
    default: false
    }
  }
}

extension KPIRefusal {
  package var isOfUnknown: Bool {
    switch self {
    case .undefined, .unknownSignal, .unknownHypothesis, .unknownPrecedent: true
    default: false
    }
  }
}

extension ReviewRefusal {
  package var isOfUnknown: Bool {
    switch self {
    case .unknownDecision: true
    default: false
    }
  }
}

extension LessonRefusal {
  package var isOfUnknown: Bool {
    switch self {
    case .unknownCycles, .notDrafted: true
    default: false
    }
  }
}

extension AdoptionRefusal {
  package var isOfUnknown: Bool {
    switch self {
    case .unknownLesson, .unknownCycle, .unknownKPI: true
    default: false
    }
  }
}

extension StrategyRefusal {
  package var isOfUnknown: Bool {
    switch self {
    case .unknownKPI, .unknownReview, .unknownLesson: true
    default: false
    }
  }
}

extension ConceptRefusal {
  package var isOfUnknown: Bool {
    switch self {
    case .unknownConcept, .unknownKPI, .unknownValueArea, .unknownSession: true
    default: false
    }
  }
}

extension SubsidyRefusal {
  package var isOfUnknown: Bool {
    switch self {
    case .unknownSession, .unknownSubject, .notMembers: true
    default: false
    }
  }
}

extension DesignRefusal {
  package var isOfUnknown: Bool {
    switch self {
    case .notDrafted, .unknownLesson: true
    default: false
    }
  }
}
