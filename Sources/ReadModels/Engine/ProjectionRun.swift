import CanonicalJSON
import Domain
import EventLog
import Postgres

/// One department's catching up: its checkpoints, moved batch by batch.
struct ProjectionRun {
  let department: DepartmentCode
  /// In the order of `ProjectionModule.all`.
  private(set) var checkpoints: [ProjectionCheckpoint]
  /// Positions that were set aside: there, what can't be read stops nothing. Nil until they are
  /// looked up, which is when something can't be read.
  var aside: Set<Int>?

  init(department: DepartmentCode, checkpoints: [ProjectionCheckpoint]) {
    self.department = department
    self.checkpoints = checkpoints
  }

  /// The least position of the modules that go on; nil when none does.
  var nextPosition: Int? {
    checkpoints.filter { !$0.isStopped }.map(\.position).min()
  }

  /// Decodes each event once, changes the rows and moves the checkpoints. An event that can't be
  /// read stops its module just before it, unless it was set aside; the others go on.
  /// - Parameters:
  ///   - fence: what the writer must still hold; it writes nothing otherwise.
  ///   - announces: whether listeners are told once the transaction has committed.
  /// - Throws: `Overtaken`, which must undo the transaction.
  mutating func take(
    _ events: [RecordedEvent], under fence: Fence? = nil, announces: Bool = false,
    in session: Session
  ) throws {
    guard let last = events.last?.position else { return }
    let entries = try sorted(events, in: session)
    reach(last)
    var statements: [Statement] = []
    for (module, entries) in zip(ProjectionModule.all, entries) where !entries.isEmpty {
      statements += try module.changes(from: entries, in: session)
    }
    statements.append(ProjectionCheckpoint.move(checkpoints, of: department.rawValue))
    if let fence { return try fence.execute(statements, in: session) }
    let ending = announces ? LogHint.statement(about: department) : .nothing
    try session.execute(Statement.joined(statements, ending: ending))
  }

  /// The entries of each module, in the order of `ProjectionModule.all`.
  private mutating func sorted(
    _ events: [RecordedEvent], in session: Session
  ) throws -> [[LoggedEvent]] {
    let before = checkpoints
    func sorted(_ run: inout ProjectionRun) -> [[LoggedEvent]] {
      var entries: [[LoggedEvent]] = Array(repeating: [], count: before.count)
      for event in events { run.sort(event, into: &entries) }
      return entries
    }
    let entries = sorted(&self)
    guard aside == nil, checkpoints.map(\.isStopped) != before.map(\.isStopped) else {
      return entries
    }
    aside = try LogReader.setAside(of: department.rawValue, in: session)
    if aside == [] { return entries }
    checkpoints = before
    return sorted(&self)
  }

  private mutating func sort(_ event: RecordedEvent, into entries: inout [[LoggedEvent]]) {
    let found = read(event.type, event.stream, at: event.position) { department in
      try LoggedEvent(event, of: department)
    }
    if let (place, entry) = found { entries[place].append(entry) }
  }

  /// The event's entry and the place of the module that it concerns; nil when that has stopped,
  /// now or before, or is past it already.
  mutating func read(
    _ type: String, _ stream: String, at position: Int,
    _ entry: (DepartmentCode) throws -> LoggedEvent
  ) -> (place: Int, entry: LoggedEvent)? {
    guard let subject = Subject(type: type) else {
      stop(concerned(by: stream), at: position, PayloadError.unknownType(type))
      return nil
    }
    let place = ProjectionModule.place(of: subject)
    guard !checkpoints[place].isStopped, position > checkpoints[place].position else {
      return nil
    }
    do { return (place, try entry(department)) } catch {
      stop([place], at: position, error)
      return nil
    }
  }

  /// An event of an unknown type concerns the module of its stream, and every module when the
  /// stream is unknown too.
  private func concerned(by stream: String) -> [Int] {
    guard let subject = Subject(stream: stream) else { return Array(checkpoints.indices) }
    return [ProjectionModule.place(of: subject)]
  }

  private mutating func stop(_ places: [Int], at position: Int, _ error: any Error) {
    if aside?.contains(position) == true { return }
    for place in places
    where !checkpoints[place].isStopped && position > checkpoints[place].position {
      checkpoints[place].error = "\(error)"
      checkpoints[place].failedPosition = position
      checkpoints[place].position = position - 1
    }
  }

  /// Says that the modules that go on have come to the position.
  mutating func reach(_ position: Int) {
    for place in checkpoints.indices where !checkpoints[place].isStopped {
      checkpoints[place].position = max(checkpoints[place].position, position)
    }
  }
}
