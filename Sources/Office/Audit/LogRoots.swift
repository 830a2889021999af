import EventLog
package import Postgres
import Proof

/// The root of every department's log, recomputed from its columns: two databases with the same roots
/// hold the same logs.
package struct LogRoots: Sendable, Equatable {
  package struct Root: Sendable, Equatable {
    /// How many events there are.
    package let size: Int
    package let root: [UInt8]
    package let isSound: Bool
  }

  /// By department; empty where the schema is missing.
  package let roots: [String: Root]

  package init(of session: Session) throws {
    guard try ProgramSchema.applier.state(session) != .missing else {
      roots = [:]
      return
    }
    var roots: [String: Root] = [:]
    for department in try LogReader.departments(in: session).keys {
      let found = try LogScan.verify(department, in: session)
      roots[department] = Root(size: found.size, root: found.root, isSound: found.isSound)
    }
    self.roots = roots
  }

  package var events: Int { roots.values.reduce(0) { $0 + $1.size } }
}
