package import Domain
import EventLog
package import Postgres

/// One department's log folded from its beginning, without looking anything up, into the empty
/// tables that `search_path` names. The rows are those that the projector makes.
package struct LogFold {
  /// Events read at once; what they make is written before the next.
  package static let slice = 20_000
  /// Late changes kept at most from one slice to the next.
  private static let lateLimit = 5_000

  private var run: ProjectionRun
  /// In the order of `ProjectionModule.all`.
  private let tables = ProjectionModule.all.map { $0.tables.map { $0.fold } }
  private var scan = LogScan()

  private init(_ department: DepartmentCode) {
    run = ProjectionRun(department: department, checkpoints: Checkpoint.beginning)
  }

  /// Fills the tables, which have their primary keys, from the log up to a position, its end when
  /// nil, and sets the checkpoints there.
  package static func fill(
    _ department: DepartmentCode, upTo last: Int? = nil, slice: Int = slice, in session: Session
  ) throws {
    let last = try last ?? LogReader.end(of: department.rawValue, in: session)
    try run(department, upTo: last, slice: slice, in: session).finish(in: session)
  }

  /// Writes all rows but those that have late changes.
  /// - Parameters:
  ///   - prepareLookUp: called before rows of a table are looked up, which needs its primary key.
  ///   - onProgress: gets the number of events taken in since it was last called.
  static func run(
    _ department: DepartmentCode, upTo last: Int, slice: Int = slice, in session: Session,
    prepareLookUp: (String) throws -> Void = { _ in },
    onProgress: (Int) throws -> Void = { _ in }
  ) throws -> FoldedLog {
    var fold = LogFold(department)
    for first in stride(from: 1, through: last, by: slice) {
      let end = min(first + slice - 1, last)
      try fold.take(first...end, in: session)
      try fold.write(all: end == last, prepareLookUp, in: session)
      try onProgress(end - first + 1)
    }
    return fold.result
  }

  private mutating func take(_ positions: ClosedRange<Int>, in session: Session) throws {
    var scan = scan
    try scan.forEach(of: run.department.rawValue, at: positions, in: session) { event in
      let found = run.read(event.type, event.stream, at: event.position) { department in
        try Fact(event, of: department)
      }
      guard let (place, fact) = found else { return }
      for table in tables[place] { try table.take(fact) }
    }
    self.scan = scan
    run.reach(positions.upperBound)
  }

  private func write(
    all: Bool, _ prepareLookUp: (String) throws -> Void, in session: Session
  ) throws {
    for table in tables.joined() {
      try table.write(all: all, in: session)
      guard !all, table.late.touched.count > Self.lateLimit else { continue }
      try prepareLookUp(table.late.table.table)
      try table.takeLate().apply(in: session)
    }
  }

  private var result: FoldedLog {
    FoldedLog(
      department: run.department, checkpoints: run.checkpoints,
      late: tables.joined().map(\.late).filter { !$0.touched.isEmpty })
  }
}

/// What is left to do once a log is folded.
struct FoldedLog: Sendable {
  var department: DepartmentCode
  var checkpoints: [Checkpoint]
  /// One for each table that has any.
  var late: [LateChanges]

  /// Applies the late changes, for which the tables have their primary keys by now, and sets the
  /// checkpoints.
  func finish(in session: Session) throws {
    for changes in late { try changes.apply(in: session) }
    try Checkpoint.insert(checkpoints, of: department.rawValue, in: session)
  }
}

extension LateChanges {
  func apply(in session: Session) throws {
    let statements = try statements(in: session)
    if !statements.isEmpty { try session.execute(Statement.joined(statements)) }
  }
}
