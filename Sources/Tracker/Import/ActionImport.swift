import CanonicalJSON
import Domain
import EventLog
import ReadModels

/// An import of actions: each line is decided on like `do`, identified by what it says, and
/// appended in batches to its cycle or its department's journal. Running it again adds nothing;
/// identical lines are kept apart by counting them.
package struct ActionImport {
  /// Lines appended in one statement.
  static let batchSize = 1_000

  package private(set) var report = ImportReport()
  let tracker: Tracker
  private let isDryRun: Bool
  private var targets: [ImportTarget.Key: ImportTarget] = [:]
  private var seen: [String: Int] = [:]

  package init(_ tracker: Tracker, isDryRun: Bool) {
    self.tracker = tracker
    self.isDryRun = isDryRun
  }

  /// Takes a line; batches that are full are appended.
  package mutating func add(_ line: ImportLine) throws {
    let key = ImportTarget.Key(department: line.department, cycle: line.cycle)
    var target = try targets.removeValue(forKey: key) ?? open(key)
    defer { targets[key] = target }
    do {
      let event = try target.decide(line, tracker)
      target.pending.append(pending(line, event))
    } catch let refusal as CycleRefusal {
      report.refused.append(ImportReport.Refused(line: line.number, reason: refusal))
    }
    if target.pending.count >= Self.batchSize { try flush(&target) }
  }

  /// Appends what is left, and brings the read models up to it.
  package mutating func finish() throws {
    for key in targets.keys.sorted() {
      guard var target = targets.removeValue(forKey: key) else { continue }
      try flush(&target)
    }
    report.refused.sort { $0.line < $1.line }
  }

  /// Brings the read models up to what was imported; apart from `finish`, since it works in
  /// transactions of its own.
  package func project() throws {
    if !isDryRun { try Projector.catchUpAll(in: tracker.session) }
  }

  private mutating func pending(_ line: ImportLine, _ event: CycleEvent) -> ImportTarget.Pending {
    let content = line.content
    let text = "\(line.department) \(content.canonical)"
    let count = seen[text, default: 0] + 1
    seen[text] = count
    return ImportTarget.Pending(
      identity: "\(text) #\(count)", content: content, event: event, occurredAt: line.occurredAt)
  }

  private mutating func open(_ key: ImportTarget.Key) throws -> ImportTarget {
    if let cycle = key.cycle { return try ImportTarget(key, stream: cycle.stream, tracker) }
    return try ImportTarget(journalOf: key.department, tracker, isDryRun: isDryRun, &report)
  }

  /// Another writer may get ahead: then what is known is looked up again.
  private mutating func flush(_ target: inout ImportTarget) throws {
    while !target.pending.isEmpty {
      let identities = try LogWriter.identities(
        of: target.pending.map(\.identity), in: target.key.department.rawValue,
        session: tracker.session)
      let new = zip(target.pending, identities).filter { !$0.1.isKnown }
        .map { $0.0.entry(as: $0.1.id) }
      do {
        if !new.isEmpty, !isDryRun { try target.append(new, tracker) }
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
