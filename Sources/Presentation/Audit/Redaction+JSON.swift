package import CanonicalJSON
package import EventLog
package import Office

extension Redaction {
  /// What it would leave.
  package var dryRunJSON: JSON { ["event": .string(event.reference), "payload": left] }

  /// The payload that it would leave, as the log would hold it.
  package var leftLine: String { left.canonical }

  /// - Parameter result: of having it done.
  package func json(_ result: AppendResult) -> JSON {
    ["event": .string(event.reference), "redaction": .string(saidBy(result))]
  }

  /// The event that says so.
  package func saidBy(_ result: AppendResult) -> String {
    "\(event.department)@\(result.positions.lowerBound)"
  }
}
