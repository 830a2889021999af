/// What a department decided on another's lesson.
package enum Adoption: Aggregate {
  case undecided
  case adopted(cycle: ItemID?)
  case declined(reason: String)

  package init() { self = .undecided }

  package static let decisionTypes: Set<String> = ["LessonAdopted", "LessonDeclined"]

  package mutating func evolve(_ event: AdoptionEvent) {
    switch event {
    case .adopted(_, let cycle, _, _): self = .adopted(cycle: cycle)
    case .declined(_, let reason, _): self = .declined(reason: reason)
    case .reuseMeasured: break
    }
  }
}
