/// One plan–do–check–act cycle. Its actions and obstacles are not part of the
/// state: what decisions need of them comes in `CycleFacts`.
package enum Cycle: Sendable, Equatable {
  case unplanned
  /// Actions without a plan.
  case journal(title: String)
  /// The plan in force, amendments included.
  case planned(CyclePlan)
  case checked(CyclePlan, CycleCheck, next: [ItemID])
  case acted(CyclePlan, CycleCheck, Outcome)
  case cancelled(reason: String)

  package struct Outcome: Sendable, Equatable {
    package let choice: Choice
    package let why: String
    package fileprivate(set) var next: [ItemID]
    package fileprivate(set) var practices: [Practice] = []
  }

  package struct Practice: Sendable, Equatable {
    package let practice: String
    package let link: String?
  }

  package init() { self = .unplanned }
}

extension Cycle {
  /// An event that does not fit the state (there is none in a log that `decide`
  /// wrote) leaves the state as it is.
  package mutating func evolve(_ event: CycleEvent) {
    switch event {
    case .planned(let plan): self = .planned(plan)
    case .journalOpened(let title): self = .journal(title: title)
    case .planAmended(let amendment): amend(amendment)
    case .cancelled(let reason): self = .cancelled(reason: reason)
    case .checked(let check): close(check)
    case .acted(let choice, let why): act(choice, why)
    case .nextLinked(let next): link(next)
    case .practiceStandardised(let practice, let link):
      standardise(Practice(practice: practice, link: link))
    case .actionLogged, .actionWithdrawn, .obstacleReported: break
    }
  }

  private mutating func amend(_ amendment: PlanAmendment) {
    if case .planned(let plan) = self { self = .planned(plan.amended(by: amendment)) }
  }

  private mutating func close(_ check: CycleCheck) {
    if case .planned(let plan) = self { self = .checked(plan, check, next: []) }
  }

  private mutating func act(_ choice: Choice, _ why: String) {
    if case .checked(let plan, let check, let next) = self {
      self = .acted(plan, check, Outcome(choice: choice, why: why, next: next))
    }
  }

  private mutating func link(_ cycle: ItemID) {
    if case .checked(let plan, let check, let next) = self {
      self = .checked(plan, check, next: next + [cycle])
    } else if case .acted(let plan, let check, var outcome) = self {
      outcome.next.append(cycle)
      self = .acted(plan, check, outcome)
    }
  }

  private mutating func standardise(_ practice: Practice) {
    if case .acted(let plan, let check, var outcome) = self {
      outcome.practices.append(practice)
      self = .acted(plan, check, outcome)
    }
  }
}
