import EventLog
package import Postgres
import ReadModels

/// The logs of a Citus cluster, spread over its workers by department. Read models, rights and all else
/// stay on the coordinator, where every command goes: see docs/scale.md.
package struct Distribution: Sendable, Equatable {
  /// Of the extension.
  package let version: String
  /// `host:port`, in order.
  package let workers: [String]
  /// False where the logs were spread before.
  package let isNew: Bool
}

/// Why a database's logs can't be spread.
package enum DistributionFault: Error, Sendable, Equatable {
  case noExtension
  /// The extension knows no server but this one.
  case noWorkers
  /// Spreading keeps what is there, but not as one moment with it: it is done before the first event.
  case holdsEvents(Int)
  /// Row security holds the owner, and what Citus does for it is refused then.
  case boundOwner(String)
}

extension Distribution {
  /// Spreads the logs of a database that holds none yet, in one transaction.
  /// - Throws: ``DistributionFault``; ``OfficeError`` where the schema isn't this program's.
  package static func distribute(_ premises: Premises, by reach: Reach) async throws -> Distribution
  {
    let connection = try await premises.connect(asAdministrator: true, by: reach)
    let made = try await connection.perform { try distribute(in: $0) }
    await connection.close()
    return made
  }

  package static func distribute(in session: Session) throws -> Distribution {
    try ProgramSchema.require(session)
    try Projector.requireKeeper(in: session)
    let (version, workers) = try cluster(in: session)
    try requireBypass(in: session)
    if try isDistributed(in: session) {
      // What an earlier call may not have come to.
      try ProgramSchema.applier.migrate(session)
      return Distribution(version: version, workers: workers, isNew: false)
    }
    if workers.isEmpty { throw DistributionFault.noWorkers }
    try session.transaction(deadline: deadline) { session in
      try session.execute("LOCK TABLE log.department, log.event IN SHARE ROW EXCLUSIVE MODE")
      let events = try session.first("SELECT count(*) FROM log.event") { try $0.int(0) } ?? 0
      if events > 0 { throw DistributionFault.holdsEvents(events) }
      for step in steps { try session.execute(step, deadline: deadline) }
      let database = try session.first("SELECT current_database()::text") { try $0.text(0) } ?? ""
      for (name, value) in settings {
        try session.execute(
          "ALTER DATABASE \(identifier: database) SET \(unescaped: name) = \(unescaped: value)")
      }
    }
    // Definitions say otherwise of logs that are spread, and are made on each worker now. No call is
    // delegated there: who acts, and through which door, this server's session alone tells.
    try ProgramSchema.applier.migrate(session)
    return Distribution(version: version, workers: workers, isNew: true)
  }

  package static func isDistributed(in session: Session) throws -> Bool {
    try session.first("SELECT log.is_distributed()") { try $0.bool(0) } ?? false
  }

  /// Batches and imports reach workers by COPY, which PostgreSQL takes from nobody whom row security holds:
  /// and it holds a log's owner, too.
  private static func requireBypass(in session: Session) throws {
    let bound = try session.first(
      """
      SELECT r.rolname::text FROM pg_roles r
      WHERE r.rolname = current_user AND NOT r.rolsuper AND NOT r.rolbypassrls
      """
    ) { try $0.text(0) }
    if let bound { throw DistributionFault.boundOwner(bound) }
  }

  private static func cluster(in session: Session) throws -> (version: String, workers: [String]) {
    let version = try session.first("SELECT extversion FROM pg_extension WHERE extname = 'citus'") {
      try $0.text(0)
    }
    guard let version else { throw DistributionFault.noExtension }
    let workers = try session.query(
      """
      SELECT n.nodename || ':' || n.nodeport FROM pg_dist_node n
      WHERE n.isactive AND n.noderole = 'primary' AND n.groupid <> 0 AND n.shouldhaveshards
      ORDER BY n.nodename, n.nodeport
      """
    ) { try $0.text(0) }
    return (version, workers)
  }

  private static let deadline = Duration.seconds(600)
}

extension Distribution {
  /// What is asked of Citus, in this order: what parts of the log rest on comes before them.
  static let steps: [Query] =
    [
      // The guards stand on each part, and look into that part alone.
      "SET LOCAL citus.enable_unsafe_triggers = on",
      // Policies with subqueries can't be spread; migrate makes them anew, of calls alone.
      "DROP POLICY IF EXISTS shown ON log.event",
    ] + references.map { "SELECT create_reference_table(\($0)::regclass)" } + [
      "SELECT create_distributed_table('log.department', 'department')",
      """
      SELECT create_distributed_table('log.event', 'department', colocate_with := 'log.department')
      """,
    ]

  /// Of the database, from the next session on.
  private static let settings = [
    // Row security asks on each worker what a person may read, of tables that stand whole there.
    ("citus.allow_nested_distributed_execution", "on"),
    // A rebuild makes schemas in transactions that have read the logs.
    ("citus.multi_shard_modify_mode", "sequential"),
  ]

  /// What guards and row security ask where the parts are.
  private static let references = [
    "log.department_key", "log.event_type", "log.payload_string", "log.string_form",
    "log.membership", "log.access", "log.login_group",
  ]
}
