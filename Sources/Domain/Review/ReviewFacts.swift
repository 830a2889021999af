package import CivilTime

/// What other streams know of a review. Every default refuses.
package struct ReviewFacts: Sendable, Equatable {
  package var review: ReviewID
  /// What the reviewers look at; read by `open` and `retakeSnapshot`.
  package var snapshot: ReviewSnapshot
  /// Accounts of the organization.
  package var members: Set<Account>
  /// Ids and KPIs of what the review looks at; read by a decision that says what it is about.
  package var subjects: Set<String>
  /// Decisions of earlier reviews that are not done.
  package var openDecisions: [OpenDecision]
  /// Signals on full charts that nobody acknowledged.
  package var signals: [OpenSignal]
  /// What `close` pins: positions, profile and the acts before closing, as
  /// lower-case hexadecimal SHA-256.
  package var hash: String
  /// How far each department's log was known for signals and hash.
  package var considered: [DepartmentCode: Int]

  package init(
    review: ReviewID, snapshot: ReviewSnapshot = .notTaken, members: Set<Account> = [],
    subjects: Set<String> = [], openDecisions: [OpenDecision] = [], signals: [OpenSignal] = [],
    hash: String = "",
    considered: [DepartmentCode: Int] = [:]
  ) {
    self.review = review
    self.snapshot = snapshot
    self.members = members
    self.subjects = subjects
    self.openDecisions = openDecisions
    self.signals = signals
    self.hash = hash
    self.considered = considered
  }
}

package struct ReviewSnapshot: Sendable, Equatable {
  /// The position of each department's log that the report was made from.
  package var positions: [DepartmentCode: Int]
  /// The rule profile of the charts.
  package var profile: String
  package var profileVersion: Int
  /// Lower-case hexadecimal SHA-256 of the report as versioned JSON.
  package var hash: String

  package init(
    positions: [DepartmentCode: Int], profile: String, profileVersion: Int, hash: String
  ) {
    self.positions = positions
    self.profile = profile
    self.profileVersion = profileVersion
    self.hash = hash
  }

  package static let notTaken = ReviewSnapshot(
    positions: [:], profile: "", profileVersion: 0, hash: "")
}

/// A decision that is not done, with the day it is due by now.
package struct OpenDecision: Sendable, Equatable {
  package var id: DecisionID
  package var due: LocalDate

  package init(id: DecisionID, due: LocalDate) {
    self.id = id
    self.due = due
  }
}

/// A signal that nobody acknowledged.
package struct OpenSignal: Sendable, Hashable {
  package var kpi: KPIReference
  package var signal: SignalReference

  package init(kpi: KPIReference, signal: SignalReference) {
    self.kpi = kpi
    self.signal = signal
  }
}
