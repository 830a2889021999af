package import Domain
package import ReadModels

/// Training as a review looks at it, of the whole organization.
package struct ReviewTraining: Sendable, Equatable {
  /// Sessions of the period, by date.
  package var sessions: [SessionOutcome]
  /// The next ones after the period.
  package var coming: [SessionRow]
  /// Designs that wait for their approval.
  package var drafts: [DesignRow]
  /// What designs of the reviewed departments cost in the period, by currency.
  package var costs: [Money]

  package init(
    sessions: [SessionOutcome] = [], coming: [SessionRow] = [], drafts: [DesignRow] = [],
    costs: [Money] = []
  ) {
    self.sessions = sessions
    self.coming = coming
    self.drafts = drafts
    self.costs = costs
  }

  /// Attendances of all sessions; who came twice counts twice.
  package var attendances: Int { sessions.map(\.attended).reduce(0, +) }
}
