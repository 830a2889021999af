import Glibc
import Postgres

/// Schemas `read_N` that the pointer names no more: replaced ones, and what builders that were
/// killed left behind.
enum FormerSchemas {
  /// Drops them, for whoever holds the builder's lock. Transactions that are open may have taken
  /// the pointer as it was: for replaced schemas it waits for them for a while, and otherwise
  /// leaves those to the next time. So it does with the one that the star schema's views show, as long as
  /// those can't be made to follow.
  static func drop(patience: Duration = .seconds(2), _ session: Session) throws {
    let current = try SchemaPointer.current(session)?.number ?? 0
    let numbers = try numbers(session)
    for number in numbers where number > current { try drop("read_\(number)", session) }
    let starred = try starred(session)
    let replaced = numbers.filter { $0 < current && "read_\($0)" != starred }
    guard !replaced.isEmpty, try openTransactionsEnd(within: patience, session) else { return }
    for number in replaced { try drop("read_\(number)", session) }
  }

  /// The one that the star schema shows though another is in use.
  private static func starred(_ session: Session) throws -> String? {
    guard let star = try StarSchema.state(in: session), !star.follows else { return nil }
    do { return try StarSchema.follow(patience: 1, session) ? nil : star.schema } catch is StarError
    {
      return star.schema
    }
  }

  /// The numbers of all such schemas, the one in use included.
  static func numbers(_ session: Session) throws -> [Int] {
    try session.query(
      """
      SELECT substr(nspname, 6)::bigint FROM pg_namespace WHERE nspname ~ '^read_[0-9]{1,18}$'
      ORDER BY 1
      """
    ) { try $0.int(0) }
  }

  /// Whether all transactions of the database that are open now end in time.
  private static func openTransactionsEnd(
    within patience: Duration, _ session: Session
  ) throws -> Bool {
    let limit = ContinuousClock.now + patience
    var open = try openTransactions(session)
    while !open.isEmpty, ContinuousClock.now < limit {
      usleep(20_000)
      open.formIntersection(try openTransactions(session))
    }
    return open.isEmpty
  }

  /// Every transaction holds the lock of its own virtual id. Those of builders (`BuilderLock`) read
  /// nothing.
  private static func openTransactions(_ session: Session) throws -> Set<String> {
    Set(
      try session.query(
        """
        SELECT l.virtualxid FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
        WHERE l.locktype = 'virtualxid' AND l.pid <> pg_backend_pid()
          AND a.datid = (SELECT oid FROM pg_database WHERE datname = current_database())
          AND a.backend_type <> 'autovacuum worker'
          AND NOT EXISTS (
            SELECT FROM pg_locks b
            WHERE b.pid = l.pid AND b.locktype = 'relation' AND b.mode = 'ShareUpdateExclusiveLock'
              AND b.relation = 'pdca_schema.migration'::regclass)
        """
      ) { try $0.text(0) })
  }

  /// Never queues in front of a reader for longer than the lock's timeout.
  static func drop(_ schema: String, _ session: Session) throws {
    do {
      try session.transaction { session in
        try session.execute("SET LOCAL lock_timeout = '50ms'")
        try session.execute("DROP SCHEMA IF EXISTS \(identifier: schema) CASCADE")
      }
    } catch PostgresError.server(let error) where error.sqlState == .lockNotAvailable {}
  }
}
