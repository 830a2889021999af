import Domain
import Orders
import Postgres
import ReadModels
import Tracker

/// What a preview shows.
extension Office {
  package func organizationName() throws -> String {
    try tracker.read { try OrganizationQueries.settings(in: $0)?.name ?? "" }
  }

  /// A delivery to look at: the one that is named by its occasion, or one of a thing that is named by its id;
  /// without a name the one whose turn it is, else the last one. Nil for none.
  package func example(for target: ShareTarget, _ name: String?) throws -> ShareDelivery? {
    guard let name else {
      return try ShareLedger.next(of: target.name, in: session)
        ?? deliveries(of: target.name, in: [.sent, .aside, .skipped], limit: 1).first
    }
    if let known = try delivery(of: target.name, name) { return known }
    guard let (kind, department, about) = try subject(name) else {
      throw SharingFault.unknownOccasion(name)
    }
    return ShareDelivery(
      target: target.name, occasion: "\(about)/preview", kind: kind, department: department,
      about: about, madeAt: setting.now)
  }

  private func delivery(of target: String, _ occasion: String) throws -> ShareDelivery? {
    try session.first(
      """
      SELECT \(unescaped: ShareDelivery.columns) FROM share.delivery d
      WHERE d.target = \(target) AND d.occasion = \(occasion)
      """
    ) { try ShareDelivery($0) }
  }

  private func subject(
    _ name: String
  ) throws -> (ShareOccasion, DepartmentCode, String)? {
    if name == ShareOccasion.due.rawValue { return (.due, setting.head, name) }
    if let id = DecisionID(name) { return (.decision, id.review.department, "\(id)") }
    if let id = ReviewID(name) {
      let isClosed = try tracker.read { try ReviewQueries.review(id, in: $0)?.isClosed ?? false }
      return (isClosed ? .reviewClosed : .reviewWritten, id.department, "\(id)")
    }
    guard let id = ItemID(name) else { return nil }
    switch id.kind {
    case .lesson: return (.lesson, id.department, "\(id)")
    case .issue: return (.decision, id.department, "\(id)")
    case .cycle, .design, .concept: return nil
    }
  }
}
