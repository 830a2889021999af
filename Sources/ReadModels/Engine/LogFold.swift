package import Domain
import EventLog
package import Postgres

/// One department's log folded from its beginning, without looking anything up, into the empty
/// tables that `search_path` names. The rows are those that the projector makes.
package struct LogFold {
  /// What is held in memory at most.
  struct Limits: Sendable {
    /// Events read at once; what they make is written before the next.
    var slice = 20_000
    /// Rows of each table that later events may change, from one slice to the next.
    var kept = 50_000
    /// Late changes of each table, from one slice to the next.
    var late = 5_000
  }

  private let limits: Limits
  private var run: ProjectionRun
  /// In the order of `ProjectionModule.all`.
  private let tables: [[FoldedTable]]
  private let part: Part
  private var scan = EventScan()

  /// What of the log to fold, into which tables; the rest is passed over.
  struct Part {
    /// Their names; nil for all.
    var tables: Set<String>?
    /// Asked about every event in order; nil takes in all.
    var counts: ((ScannedEvent) -> Bool)?
  }

  private init(_ department: DepartmentCode, _ part: Part, _ limits: Limits) {
    self.part = part
    self.limits = limits
    tables = ProjectionModule.all.map { module in
      module.tables.filter { part.tables?.contains($0.table) ?? true }
        .map { $0.fold(limit: limits.kept) }
    }
    run = ProjectionRun(department: department, checkpoints: ProjectionCheckpoint.beginning)
  }

  /// Fills the tables, which have their primary keys, from the log up to a position, its end when
  /// nil, and sets the checkpoints there.
  package static func fill(
    _ department: DepartmentCode, upTo last: Int? = nil, in session: Session
  ) throws {
    try fill(department, upTo: last, limits: Limits(), in: session)
  }

  static func fill(
    _ department: DepartmentCode, upTo last: Int? = nil, limits: Limits, in session: Session
  ) throws {
    let last = try last ?? LogReader.end(of: department.rawValue, in: session)
    try run(department, upTo: last, limits: limits, in: session).finish(in: session)
  }

  /// Writes all rows but those that have late changes.
  /// - Parameters:
  ///   - prepareLookUp: called before rows of a table are looked up, which needs its primary key.
  ///   - onProgress: gets the number of events taken in since it was last called.
  static func run(
    _ department: DepartmentCode, upTo last: Int, limits: Limits = Limits(),
    only part: Part = Part(), in session: Session,
    prepareLookUp: (String) throws -> Void = { _ in },
    onProgress: (Int) throws -> Void = { _ in }
  ) throws -> FoldedLog {
    var fold = LogFold(department, part, limits)
    fold.run.aside = try LogReader.setAside(of: department.rawValue, in: session)
    for first in stride(from: 1, through: last, by: limits.slice) {
      let end = min(first + limits.slice - 1, last)
      try fold.take(first...end, in: session)
      try fold.write(all: end == last, prepareLookUp, in: session)
      try onProgress(end - first + 1)
    }
    return fold.result
  }

  private mutating func take(_ positions: ClosedRange<Int>, in session: Session) throws {
    var scan = scan
    try scan.forEach(of: run.department.rawValue, at: positions, in: session) { event in
      guard part.counts?(event) ?? true, concerns(event) else { return }
      let found = run.read(event.type, event.stream, at: event.position) { department in
        try LoggedEvent(event, of: department)
      }
      guard let (place, entry) = found else { return }
      for table in tables[place] { try table.take(entry) }
    }
    self.scan = scan
    run.reach(positions.upperBound)
  }

  /// Whether one of the tables may change; events of unknown types may concern any.
  private func concerns(_ event: ScannedEvent) -> Bool {
    guard part.tables != nil, let subject = Subject(type: event.type) else { return true }
    return !tables[ProjectionModule.place(of: subject)].isEmpty
  }

  private func write(
    all: Bool, _ prepareLookUp: (String) throws -> Void, in session: Session
  ) throws {
    for table in tables.joined() {
      try table.write(all, session)
      guard !all, table.late().touched.count > limits.late else { continue }
      try prepareLookUp(table.table.table)
      try table.takeLate().apply(in: session)
    }
  }

  private var result: FoldedLog {
    FoldedLog(
      department: run.department, checkpoints: run.checkpoints,
      late: tables.joined().map { $0.late() }.filter { !$0.touched.isEmpty })
  }
}

/// What is left to do once a log is folded.
struct FoldedLog: Sendable {
  var department: DepartmentCode
  var checkpoints: [ProjectionCheckpoint]
  /// One for each table that has any.
  var late: [LateChanges]

  /// Applies the late changes, for which the tables have their primary keys by now, and sets the
  /// checkpoints.
  func finish(in session: Session) throws {
    for changes in late { try changes.apply(in: session) }
    try ProjectionCheckpoint.insert(checkpoints, of: department.rawValue, in: session)
  }
}

extension LateChanges {
  func apply(in session: Session) throws {
    let statements = try statements(in: session)
    if !statements.isEmpty { try session.execute(Statement.joined(statements)) }
  }
}
