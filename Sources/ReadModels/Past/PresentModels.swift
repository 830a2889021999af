import Domain
import Glibc
import Postgres

/// The read models as the logs make them at present, for who may not write the live ones and found them out
/// of step. Departments that are so are folded from their logs, as far as row security shows them, into
/// temporary tables of the same definitions; rows of the others are copied, which takes less. The same
/// queries read them.
enum PresentModels {
  /// How long a follower that has the departments is waited for.
  private static let patience = Duration.seconds(1)

  /// Waits until the departments' followers have come to the ends of their logs.
  /// - Returns: whether they have; false at once where one of them is no living follower's.
  static func awaited(_ left: [AdriftLog], in session: Session) throws -> Bool {
    let departments = left.map(\.department.rawValue)
    let followed = try session.first(
      """
      SELECT count(*) FROM read.tenure t
      WHERE t.department = ANY (\(departments)::text[]) AND t.follower IS NOT NULL
        AND EXISTS (SELECT FROM pg_stat_get_activity(t.backend))
      """
    ) { try $0.int(0) }
    guard followed == departments.count, left.allSatisfy({ !$0.isAhead }) else { return false }
    let limit = ContinuousClock.now + patience
    var pause: UInt32 = 4_000
    while ContinuousClock.now < limit {
      usleep(pause)
      pause = min(pause * 2, 64_000)
      if try Projector.adrift(of: Set(left.map(\.department)), in: session).isEmpty { return true }
    }
    return false
  }

  /// Lets the open transaction's queries find what was made in it before.
  /// - Returns: false where nothing was.
  static func enterAgain(in session: Session) throws -> Bool {
    let stands = try session.first(
      """
      SELECT EXISTS (
        SELECT FROM pg_class c WHERE c.oid = to_regclass('pg_temp.present_models')
          AND has_table_privilege(c.oid, 'SELECT'))
      """
    ) { try $0.bool(0) }
    guard stands == true else { return false }
    return try session.execute(
      """
      SELECT set_config('search_path', 'pg_temp', true) FROM pg_temp.present_models
      WHERE made_by = pg_current_xact_id_if_assigned()
      """) == 1
  }

  /// Makes them in the open transaction, which has entered the read models in use. From here on its queries
  /// find these.
  static func make(of departments: [DepartmentCode], in session: Session) throws {
    guard let live = try SchemaPointer.current(session)?.schema else {
      throw ProjectionError.notBuilt
    }
    try session.executeScript(
      """
      DISCARD TEMP;
      SET LOCAL search_path = pg_temp;
      CREATE TABLE present_models AS SELECT pg_current_xact_id() AS made_by
      """)
    try ReadSchema.makeTables(session)
    for department in departments { try LogFold.fill(department, in: session) }
    let codes = departments.map { Query.quoted(literal: $0.rawValue) }.joined(separator: ", ")
    let copies = (["checkpoint"] + ReadTables.names.sorted()).map { table in
      "INSERT INTO \(table) SELECT * FROM \(live).\(table) WHERE department NOT IN (\(codes))"
    }
    try session.executeScript(copies.joined(separator: ";\n"))
  }
}
