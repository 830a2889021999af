import CanonicalJSON
package import Domain
import EventLog
package import Orders
import Postgres
import ReadModels

/// An import of actions: each line is decided on like `do`, identified by what it says, and
/// appended in batches to its cycle or its department's journal. Running it again adds nothing;
/// identical lines are kept apart by counting them.
package struct ActionImport {
  /// Lines appended in one statement.
  static let batchSize = 1_000

  package private(set) var report = ImportReport()
  let tracker: Tracker
  package let isDryRun: Bool
  private var targets: [ImportTarget.Key: ImportTarget] = [:]
  /// Departments that take nothing, with the reason.
  private var closed: [DepartmentCode: OrderError] = [:]
  private var counts = LineCount()
  /// Departments whose logs were appended to.
  private var written: Set<DepartmentCode> = []

  package init(_ tracker: Tracker, isDryRun: Bool) {
    self.tracker = tracker
    self.isDryRun = isDryRun
  }

  /// Registers a department under its code as its name.
  package mutating func create(_ department: DepartmentCode) throws {
    report.departments.append(department)
    if isDryRun { return }
    _ = try tracker.register(
      department, name: department.rawValue,
      Order(tracker.setting.head, commandID: CommandID.random()))
    if tracker.session.isInTransaction {
      guard tracker.setting.mayProject else { return try Projector.leave(tracker.session) }
      try ReadSchema.enter(tracker.session)
      try Projector.catchUp(tracker.setting.head, in: tracker.session)
    }
  }

  /// Takes a line; batches that are full are appended.
  /// - Returns: why the line is refused; nil when it is taken.
  package mutating func add(_ line: ImportLine) throws -> ImportRefusal? {
    let refusal = try take(line)
    if refusal != nil { report.refused += 1 }
    return refusal
  }

  private mutating func take(_ line: ImportLine) throws -> ImportRefusal? {
    if let error = closed[line.department] { return .department(error) }
    let key = ImportTarget.Key(department: line.department, cycle: line.cycle)
    do {
      if targets[key] == nil { targets[key] = try open(key) }
      let event = try targets[key]!.decide(line.entry, at: line.occurredAt.instant, tracker)
      targets[key]!.pending.append(pending(line, event))
    } catch let refusal as CycleRefusal {
      return .rule(refusal)
    } catch let error as OrderError where error.isOfDepartment {
      closed[line.department] = error
      return .department(error)
    }
    if targets[key]!.pending.count >= Self.batchSize { try flush(key) }
    return nil
  }

  /// Appends what is left.
  package mutating func finish() throws {
    for key in targets.keys.sorted() { try flush(key) }
    targets = [:]
  }

  /// Brings the read models up to what was imported; apart from `finish`, since it works in
  /// transactions of its own.
  package func project() throws {
    if isDryRun { return }
    if tracker.setting.mayProject {
      try Projector.catchUpAll(in: tracker.session)
    } else {
      for department in written.sorted() { try tracker.project(department) }
    }
  }

  private mutating func pending(_ line: ImportLine, _ event: CycleEvent) -> ImportTarget.Pending {
    let content = line.content
    let canonical = content.canonical
    let text = "\(line.department) \(canonical)"
    return ImportTarget.Pending(
      identity: "\(text) #\(counts.next(text))", content: canonical, event: event,
      occurredAt: line.occurredAt.instant)
  }

  private mutating func open(_ key: ImportTarget.Key) throws -> ImportTarget {
    let isNew = isDryRun && report.departments.contains(key.department)
    if let cycle = key.cycle { return try ImportTarget(key, stream: cycle.stream, tracker) }
    if !isNew { try tracker.read { try tracker.requireOpen(key.department, in: $0) } }
    return try ImportTarget(journalOf: key.department, tracker, isDryRun: isDryRun, &report)
  }

  /// Another writer may get ahead: then what is known is looked up again.
  private mutating func flush(_ key: ImportTarget.Key) throws {
    guard var target = targets.removeValue(forKey: key) else { return }
    defer { targets[key] = target }
    while !target.pending.isEmpty {
      let identities = try LogWriter.identities(
        of: target.pending.map(\.identity), in: key.department.rawValue,
        session: tracker.session)
      let new = zip(target.pending, identities).filter { !$0.1.isKnown }
        .map { $0.0.entry(as: $0.1.id) }
      do {
        if !new.isEmpty, !isDryRun {
          try target.append(new, tracker)
          written.insert(key.department)
        }
      } catch AppendError.staleVersion {
        try target.reload(tracker)
        continue
      }
      report.added += new.count
      report.known += target.pending.count - new.count
      target.pending = []
    }
  }
}

extension OrderError {
  fileprivate var isOfDepartment: Bool {
    switch self {
    case .unknownDepartment, .departmentClosed: true
    case .notFounded, .conflict, .stopped, .unreadable: false
    }
  }
}
