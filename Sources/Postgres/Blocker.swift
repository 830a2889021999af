import CLibPQ
import OperatingSystem

/// Another session of the server that holds what a statement waits for.
package struct Blocker: Equatable, Sendable {
  /// The process id of the server's side, by which it can be ended.
  package let process: Int
  package let role: String
  /// What the program calls itself, such as `psql`; empty where it doesn't.
  package let application: String
  /// Whole seconds since its transaction began; nil where the server doesn't tell this role.
  package let seconds: Int?

  package init(process: Int, role: String, application: String, seconds: Int?) {
    self.process = process
    self.role = role
    self.application = application
    self.seconds = seconds
  }
}

extension Session {
  private static let patience = Duration.seconds(2)

  /// Cancels a statement that waits for another session, and says for which one. Nil where it waits
  /// for none, and where the server didn't confirm that it was cancelled: then nothing is certain.
  func blockerOfCancelled(_ connection: OpaquePointer) -> Blocker? {
    guard let blocker = try? blocker(), let cancel = PQgetCancel(connection) else { return nil }
    defer { PQfreeCancel(cancel) }
    var reason = [CChar](repeating: 0, count: 256)
    guard PQcancel(cancel, &reason, Int32(reason.count)) == 1 else { return nil }
    let deadline = Deadline(after: Self.patience)
    while PQisBusy(connection) != 0 {
      guard
        libpq.wait(
          PQsocket(connection), Readiness.read.rawValue,
          Int32(clamping: deadline.remainingMilliseconds)) > 0,
        PQconsumeInput(connection) == 1
      else { return nil }
    }
    guard let result = PQgetResult(connection) else { return nil }
    defer { PQclear(result) }
    guard let code = PQresultErrorField(result, Int32(UInt8(ascii: "C"))) else { return nil }
    return String(cString: code) == SQLState.queryCanceled.code ? blocker : nil
  }

  /// Asks in a session of its own. Those who wait for each other stand in a row; the one at its end
  /// is meant.
  private func blocker() throws -> Blocker? {
    let waiting = Int(backendProcess)
    let asking = try Session(target, deadline: Self.patience, libpq: libpq)
    defer { asking.close() }
    return try asking.first(
      """
      WITH RECURSIVE row AS (
        SELECT \(waiting)::int AS process, 0 AS depth
        UNION
        SELECT ahead, depth + 1 FROM row, unnest(pg_blocking_pids(process)) AS ahead
        WHERE depth < 100
      )
      SELECT a.pid, coalesce(a.usename, ''), coalesce(a.application_name, ''),
        extract(epoch FROM clock_timestamp() - a.xact_start)::bigint
      FROM row JOIN pg_stat_activity a ON a.pid = row.process
      WHERE depth > 0 ORDER BY depth DESC LIMIT 1
      """
    ) {
      Blocker(
        process: try $0.int(0), role: try $0.text(1), application: try $0.text(2),
        seconds: try $0.intIfPresent(3))
    }
  }
}
