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
