import CanonicalJSON
package import EventLog
import Proof

/// Takes a department's exported events in and makes its own line of them.
package struct ExportSeal {
  private let department: ExportedDepartment
  private var tree = TreeFrontier()

  package init(_ department: ExportedDepartment) { self.department = department }

  /// - Returns: the hash of the event's line, which in form 1 is its leaf unless it was redacted.
  /// - Throws: `TamperedEvent` for an event that its hash doesn't fit.
  package mutating func take(_ event: LogExport.Event) throws -> [UInt8] {
    guard event.position == tree.size + 1, let kept = Hexadecimal.decode(event.leafHash) else {
      throw TamperedEvent(reference: "\(department.code)@\(tree.size + 1)")
    }
    let own = TreeHash.leaf(event.line)
    let made =
      event.form == 1
      ? own
      : TreeHash.leaf(
        ArchivedEvent.hashed(String(decoding: event.line, as: UTF8.self), form: event.form).utf8)
    if made != kept, event.form != 1 || !event.isRedacted {
      throw TamperedEvent(reference: "\(department.code)@\(event.position)")
    }
    tree.append(kept)
    return own
  }

  /// The department's own line.
  package var line: [UInt8] {
    let line = ArchivedDepartment(department, rootHash: Hexadecimal.encode(tree.root))
    return Array(line.json.canonical.utf8)
  }
}

/// The log holds an event that is not what was recorded.
package struct TamperedEvent: Error {
  package let reference: String
}
