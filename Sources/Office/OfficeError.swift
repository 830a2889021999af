package import CivilTime
package import Domain

/// What the office refuses before anything is asked of the log.
package enum OfficeError: Error {
  /// The database holds nothing of pdca's.
  case noSchema
  /// The database's schema is older than this program's.
  case outdatedSchema
  /// The database's schema is newer than this program's.
  case newerSchema
  /// - Parameter candidates: what there is instead.
  case unknown(Kind, text: String, candidates: [String])
  /// A lesson's effect can't be read from a chart without observations before (or after) the
  /// adoption.
  case unmeasured(kpi: KPIReference, adopted: LocalDate, isBefore: Bool)
  case notReadable(path: String)
  /// A standby takes no writes, not even temporary tables.
  case onStandby(primary: String?)
  /// This machine's clock and the server's are further apart than clocks may be.
  case clocksApart(own: Instant, server: Instant)
  /// Whole logs are asked for, and the person may not read these departments'.
  case unreadable(departments: [String], administrators: [String])
  /// A group of the server's roles that the person isn't in.
  case outsideGroup(person: String, group: String)

  /// No department is named, and none is the usual one.
  case noDepartment(known: [String])
  /// A role that the server doesn't know.
  case noRole(String)
  /// What is for the private server, where another database is in use.
  case notPrivate
  /// A restore into a database that holds something.
  case notEmpty
  /// A file that holds no backup of these logs; `pg_restore`'s output says why, where it can't read it.
  case notBackup(path: String, output: String?)
  /// One of PostgreSQL's own programs failed; its output says why.
  case programFailed(name: String, output: String)

  /// What is looked up by name or id.
  package enum Kind: String, CaseIterable, Sendable {
    case department, kpi, cycle, lesson, issue, design, review, decision, member, command, signal
    case projection, event, eventType, concept, valueArea

    package init(_ kind: ItemKind) {
      self =
        switch kind {
        case .cycle: .cycle
        case .lesson: .lesson
        case .issue: .issue
        case .design: .design
        case .concept: .concept
        }
    }
  }
}
