package import Domain
package import EventLog
package import Orders
import Postgres
package import ReadModels

/// What a review needs of the report that it is about.
package struct ReviewBasis: Sendable {
  package var snapshot: ReviewSnapshot
  /// Ids and KPIs of what the report looks at.
  package var subjects: Set<String>
  /// Signals on full charts that nobody acknowledged.
  package var signals: [OpenSignal]
  /// What `close` pins, as lower-case hexadecimal SHA-256.
  package var closingHash: String
  /// How far each department's log was known for all this.
  package var considered: [DepartmentCode: Int]
  /// What `close` keeps beside the log; nil for nothing.
  package var report: KeptReport?

  package init(
    snapshot: ReviewSnapshot, subjects: Set<String> = [], signals: [OpenSignal] = [],
    closingHash: String = "", considered: [DepartmentCode: Int] = [:], report: KeptReport? = nil
  ) {
    self.snapshot = snapshot
    self.subjects = subjects
    self.signals = signals
    self.closingHash = closingHash
    self.considered = considered
    self.report = report
  }
}

/// Reviews, in the log of the department reviewed.
extension Tracker {
  /// - Parameter basis: made by the caller from the report; asked for by `open`,
  ///   `retakeSnapshot`, `close`, and a decision about something alone.
  package func review(
    _ command: ReviewCommand, on id: ReviewID, _ order: Order,
    basis: (View) throws -> ReviewBasis
  ) throws -> Outcome<ReviewEvent> {
    var report: KeptReport?
    let keep = { _ = try report?.keep(in: session) }
    return try perform(
      command, on: Review.self, at: .stream(id.stream), order, alongside: keep
    ) { _, _, view in
      if case .open = command { try requireOpen(id.department, in: view) }
      return try facts(for: command, on: id, in: view) {
        // The head department's review is that of the whole organization.
        let isWhole = id.department == setting.head
        try require(Set(Subject.allCases), of: isWhole ? nil : [id.department], in: view)
        let basis = try basis(view)
        report = basis.report
        return basis
      }
    }
  }

  private func facts(
    for command: ReviewCommand, on id: ReviewID, in view: View, _ basis: () throws -> ReviewBasis
  ) throws -> ReviewFacts {
    switch command {
    case .open, .retakeSnapshot:
      ReviewFacts(review: id, snapshot: try basis().snapshot)
    case .decide(_, _, _, nil): ReviewFacts(review: id, members: try memberAccounts(in: view))
    case .decide:
      ReviewFacts(review: id, members: try memberAccounts(in: view), subjects: try basis().subjects)
    case .amend:
      ReviewFacts(
        review: id, members: try memberAccounts(in: view),
        openDecisions: try ReviewQueries.openDecisions(of: id.department, in: view)
          .filter { $0.id.review == id }.map { OpenDecision(id: $0.id, due: $0.due) })
    case .carryOver: ReviewFacts(review: id, openDecisions: try unfinished(before: id, in: view))
    case .close: try closingFacts(id, try basis(), in: view)
    case .done, .withdraw, .addAddendum: ReviewFacts(review: id)
    }
  }

  private func closingFacts(
    _ id: ReviewID, _ basis: ReviewBasis, in view: View
  ) throws -> ReviewFacts {
    ReviewFacts(
      review: id, snapshot: basis.snapshot, openDecisions: try unfinished(before: id, in: view),
      signals: basis.signals, hash: basis.closingHash, considered: basis.considered,
      report: basis.report?.pins)
  }

  private func unfinished(before id: ReviewID, in view: View) throws -> [OpenDecision] {
    try ReviewQueries.unfinished(before: id, in: view).map { OpenDecision(id: $0.id, due: $0.due) }
  }
}

extension KeptReport {
  /// What the closing pins of it.
  package var pins: ClosedReport {
    ClosedReport(
      form: form, hash: Self.hash(of: report),
      documents: ["en": Self.hash(of: english), "ja": Self.hash(of: japanese)])
  }
}
