package import Domain
import EventLog
import Orders
import Postgres
package import ReadModels

extension Tracker {
  /// Runs queries over read models that hold everything recorded so far, in one snapshot, or what
  /// a look into the past takes in.
  ///
  /// Of the present, no other logs than those are looked at, whether the read models are behind them.
  /// Looking into the past, no others are folded, and no other tables are there than asked for.
  /// - Parameters:
  ///   - departments: those whose logs the queries ask about, beside the head's; nil for all.
  ///   - tables: those that the queries read, without any view; nil for all.
  package func read<T>(
    of departments: Set<DepartmentCode>? = nil, in tables: [any ReadRow.Type]? = nil,
    _ body: (View) throws -> T
  ) throws -> T {
    let person = setting.actor
    if let past { return try body(past.view(of: departments, in: tables, for: person)) }
    if let snapshot, snapshot.isOpen || !session.isInTransaction {
      return try snapshot.read(of: departments, for: person, body)
    }
    if session.isInTransaction {
      return try body(
        setting.mayProject
          ? ReadSchema.enter(session, for: person) : Projector.present(in: session, for: person))
    }
    return try Projector.caughtUp(of: departments, in: session, for: person, body)
  }

  /// Runs what decides on a command, in the shared snapshot where there is one, which then ends:
  /// what follows writes.
  func deciding<T>(_ body: () throws -> T) throws -> T {
    guard let snapshot else { return try body() }
    let decision = try snapshot.read(of: [], for: setting.actor) { _ in try body() }
    try snapshot.end()
    return decision
  }

  /// How many events the item's stream has.
  package func version(of id: ItemID) throws -> Int {
    guard let past else {
      return try LogReader.version(
        of: id.stream, in: id.department.rawValue, session: session)
    }
    return try LogReader.stream(
      id.stream, of: id.department.rawValue, upTo: past.cut.positions[id.department] ?? 0,
      in: session
    ).count
  }

  /// Brings the read models up to what was just appended; inside a caller's transaction that is
  /// left to the next reader, and by who may not write them to a follower, which is told.
  func project(_ department: DepartmentCode) throws {
    recorded.add(department)
    if session.isInTransaction { return }
    if !setting.mayProject { return try LogHint.tell(about: department, in: session) }
    // The event stands, whoever has replaced the read models since this command looked.
    do { try Projector.catchUp(department, in: session) } catch ProjectionError.builtOtherwise {}
  }
}
