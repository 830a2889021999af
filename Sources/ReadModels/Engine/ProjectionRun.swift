import Domain
import EventLog
import Postgres

/// One department's catching up: its checkpoints, moved batch by batch.
struct ProjectionRun {
  let department: DepartmentCode
  /// In the order of `ProjectionModule.all`.
  private(set) var checkpoints: [Checkpoint]

  init(department: DepartmentCode, checkpoints: [Checkpoint]) {
    self.department = department
    self.checkpoints = checkpoints
  }

  /// The least position of the modules that go on; nil when none does.
  var nextPosition: Int? {
    checkpoints.filter { !$0.isStopped }.map(\.position).min()
  }

  /// Decodes each event once, changes the rows and moves the checkpoints. An event that can't be
  /// read stops its module just before it; the others go on.
  mutating func take(_ events: [RecordedEvent], in session: Session) throws {
    guard let last = events.last?.position else { return }
    var facts: [[Fact]] = Array(repeating: [], count: checkpoints.count)
    for event in events { sort(event, into: &facts) }
    for place in checkpoints.indices where !checkpoints[place].isStopped {
      checkpoints[place].position = max(checkpoints[place].position, last)
    }
    var statements: [Statement] = []
    for (module, facts) in zip(ProjectionModule.all, facts) where !facts.isEmpty {
      statements += try module.changes(from: facts, in: session)
    }
    statements.append(Checkpoint.move(checkpoints, of: department.rawValue))
    try session.execute(Statement.joined(statements))
  }

  /// Events of unknown types come from a later version, which builds the read models anew.
  private mutating func sort(_ event: RecordedEvent, into facts: inout [[Fact]]) {
    guard let subject = Subject(type: event.type) else { return }
    let place = ProjectionModule.place(of: subject)
    guard !checkpoints[place].isStopped, event.position > checkpoints[place].position else {
      return
    }
    do { facts[place].append(try Fact(event, of: department)) } catch {
      checkpoints[place].error = "\(error)"
      checkpoints[place].failedPosition = event.position
      checkpoints[place].position = event.position - 1
    }
  }
}
