package import EventLog
package import Postgres
import ReadModels
package import Reviews

/// Whence an exported log is read.
package protocol LogSource {
  /// Hands over each event with its line, counted from 1, and its leaf; answers with the
  /// departments.
  func read(
    _ body: (ArchivedEvent, _ line: Int, _ leaf: [UInt8]) throws -> Void
  ) throws -> [ArchivedDepartment]
}

/// Whence its kept reports are read.
package protocol ReportSource {
  /// Hands over each report.
  /// - Returns: how many.
  func read(pinnedBy pins: ReportPins, _ body: (KeptReport) throws -> Void) throws -> Int
}

/// An exported log on its way into an empty database.
package enum LogArchive {
  /// What the files hold.
  package struct Taken: Sendable {
    package let departments: [ArchivedDepartment]
    /// Nil without a file of reports.
    package let reports: Int?

    package var events: Int { departments.reduce(0) { $0 + $1.events } }
  }

  /// Looks at the whole of it; touches no database.
  package static func check(
    _ log: any LogSource, _ reports: (any ReportSource)?
  ) throws -> Taken {
    var pins = ReportPins()
    let departments = try log.read { event, _, _ in pins.take(event) }
    return Taken(
      departments: departments, reports: try reports?.read(pinnedBy: pins) { _ in })
  }

  /// The whole log with its reports; in one transaction of the log's owner.
  package static func take(
    _ log: any LogSource, _ reports: (any ReportSource)?, in session: Session
  ) throws -> Taken {
    guard try LogReader.departments(in: session).isEmpty else { throw AppendError.logNotEmpty }
    var departments: [ArchivedDepartment] = []
    var pins = ReportPins()
    try LogImport.stage(in: session) { stage in
      departments = try log.read { event, line, leaf in
        pins.take(event)
        try stage(event, line, leaf)
      }
    }
    _ = try LogImport.run(departments, in: session)
    return Taken(
      departments: departments,
      reports: try reports?.read(pinnedBy: pins) { try $0.keep(in: session) })
  }

  /// Fills an empty database, made and brought to this program's schema where need be: the whole log
  /// with its reports in one transaction, then what is read from it.
  /// - Parameters:
  ///   - tell: of the installation.
  ///   - form: makes of a report of a closed review that none is kept of what is kept.
  /// - Throws: ``ArchiveLineFault``, ``ReportsFileFault``, `AppendError.logNotEmpty`.
  package static func fill(
    _ premises: Premises, by reach: Reach, from log: ArchiveFile, _ reports: ReportsFile?,
    _ tell: @escaping @Sendable (Installation.News) -> Void,
    as form: @escaping @Sendable (ReviewReport) -> KeptReport
  ) async throws -> Taken {
    let connection = try await premises.connect(asAdministrator: true, by: reach)
    let taken = try await connection.perform { session in
      try Administering.requireKeeper(session)
      try ProgramSchema.applier.migrate(session)
      return try session.transaction { try take(log, reports, in: $0) }
    }
    try await Installation.install(premises, by: reach, tell)
    try await connection.perform { try settle($0) }
    await connection.close()
    try await Installation.keepReports(premises, by: reach, tell, as: form)
    return taken
  }

  /// What is read from the log, and the server's statistics of it.
  package static func settle(_ session: Session) throws {
    try Projector.catchUpAll(in: session)
    try session.execute("ANALYZE log.event")
  }
}
