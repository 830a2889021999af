import CanonicalJSON
package import Postgres

/// Fills an empty log from an export, in the open transaction. For the log's owner.
package enum LogImport {
  /// Writes the events that the body hands over to where `log.import` finds them.
  package static func stage(
    in session: Session,
    _ body: (_ stage: (ArchivedEvent, _ line: Int, _ leaf: [UInt8]) throws -> Void) throws -> Void
  ) throws {
    try session.execute("SELECT log.stage_import()")
    try session.copyIn("COPY pg_temp.import_event FROM STDIN") { writer in
      try body { event, line, leaf in try write(event, line, leaf, &writer) }
    }
  }

  /// Takes the staged events and these departments in.
  /// - Returns: the number of events.
  /// - Throws: `AppendError.logNotEmpty`, `AppendError.notImportable`.
  package static func run(
    _ departments: [ArchivedDepartment], in session: Session
  ) throws -> Int {
    try callingLog("") {
      try session.first(
        """
        SELECT log.import(\(departments.map(\.code))::text[],
          \(departments.map(\.isHead))::boolean[], \(departments.map(\.madeAt))::timestamptz[],
          \(departments.map(\.madeBy))::text[])
        """
      ) { try $0.int(0) }
    } ?? 0
  }

  /// In the order of the table's columns.
  private static func write(
    _ event: ArchivedEvent, _ line: Int, _ leaf: [UInt8], _ writer: inout CopyWriter
  ) throws {
    writer.int(line)
    try writer.text(event.department)
    writer.int(event.position)
    try writer.text(event.stream)
    writer.int(event.streamVersion)
    try writer.text(event.type)
    writer.int(event.schemaVersion)
    try writer.text(event.commandID)
    writer.int(event.ordinal)
    try writer.text("\\x" + event.request)
    try writer.text(event.causation)
    try writer.text(event.correlation)
    try writer.text(event.actor)
    try writer.text(event.occurredAt)
    try writer.text(event.recordedAt)
    try writer.text(event.payloadText)
    try writer.text("\\x" + event.salt)
    try writer.bytes(leaf)
    writer.int(event.form)
    try writer.text(event.door)
    try writer.text(event.salts.map { JSON.object($0).canonical })
    try writer.endRow()
  }
}
