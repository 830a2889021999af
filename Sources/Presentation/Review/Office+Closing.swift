package import Domain
import EventLog
package import Office
package import Orders

extension Office {
  /// Closes a review; its report is kept as this program words it.
  package func close(
    _ id: ReviewID, note: String? = nil, _ order: Order
  ) throws -> Outcome<ReviewEvent> {
    try close(id, note: note, order, as: { KeptReport($0) })
  }
}

/// The same of reviews that were closed before.
extension Installation {
  /// Keeps the reports of closed reviews that none are kept of.
  /// - Returns: how many are kept now.
  @discardableResult
  package static func keepReports(
    _ premises: Premises, by reach: Reach, _ tell: @escaping @Sendable (News) -> Void
  ) async throws -> Int {
    try await keepReports(premises, by: reach, tell, as: { KeptReport($0) })
  }
}

extension LogArchive {
  /// Fills an empty database from an exported log, and keeps the reports that the export lacks.
  package static func fill(
    _ premises: Premises, by reach: Reach, from log: ArchiveFile, _ reports: ReportsFile?,
    _ tell: @escaping @Sendable (Installation.News) -> Void
  ) async throws -> Taken {
    try await fill(
      premises, by: reach, from: log, reports, tell, as: { KeptReport($0) })
  }
}
