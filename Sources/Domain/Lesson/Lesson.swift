/// What decisions on a lesson need to know of it.
package enum Lesson: Aggregate {
  case absent
  case drafted
  case validated(proposedTo: Set<DepartmentCode>)
  case retired(reason: String)

  package init() { self = .absent }

  package static let decisionTypes = LessonEvent.types

  package mutating func evolve(_ event: LessonEvent) {
    switch event {
    case .drafted: self = .drafted
    case .validated: self = .validated(proposedTo: [])
    case .rollOutProposed(let departments, _):
      self = .validated(proposedTo: proposedTo.union(departments))
    case .retired(let reason): self = .retired(reason: reason)
    }
  }

  private var proposedTo: Set<DepartmentCode> {
    if case .validated(let departments) = self { departments } else { [] }
  }
}
