package import CivilTime
package import Domain

/// A version of the training policy; the latest is in force.
package struct PolicyRow: ReadRow {
  package static let table = "policy"

  /// The head department, in whose log this stands.
  package var department = DepartmentCode.blank
  /// Of the decision, by which versions are told apart.
  package var position = 0
  package var policy = ""
  /// The people that the training is to form.
  package var profile = ""
  /// Nil for the first version.
  package var reason: String?
  /// The review in which it was revised.
  package var review: ReviewID?
  /// Lessons that led to the revision.
  package var lessons: [ItemID] = []
  package var setAt = Instant.blank
  package var setBy = Account.blank

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("position", &position)
    try columns.column("policy", &policy)
    try columns.column("profile", &profile)
    try columns.column("reason", &reason)
    try columns.column("review", &review)
    try columns.column("lessons", &lessons)
    try columns.column("set_at", &setAt)
    try columns.column("set_by", &setBy)
  }
}

extension PolicyRow: ProjectedRow {
  package static func touches(of fact: Fact) -> [Touch] {
    guard case .strategy(let event) = fact.happening else { return [] }
    switch event {
    case .trainingPolicySet, .policyRevised: return [.newRow(RowKey(fact, fact.position))]
    case .visionDeclared, .valueAreaChosen: return []
    }
  }

  package static func apply(_ fact: Fact, to row: Self?, at key: RowKey) -> Self? {
    guard case .strategy(let event) = fact.happening else { return row }
    var made = Self(fact)
    made.setAt = fact.occurredAt
    made.setBy = fact.actor
    switch event {
    case .trainingPolicySet(let policy, let profile):
      made.policy = policy
      made.profile = profile
    case .policyRevised(let policy, let profile, let reason, let review, let lessons):
      made.policy = policy
      made.profile = profile
      made.reason = reason
      made.review = review
      made.lessons = lessons
    case .visionDeclared, .valueAreaChosen: return row
    }
    return made
  }
}
