import CivilTime
import Domain
import EventLog
import Orders

/// The cycle or journal that lines of an import go to.
struct ImportTarget {
  struct Key: Hashable, Comparable {
    var department: DepartmentCode
    /// Nil: the department's journal of imports.
    var cycle: ItemID?

    /// By department first, so that imports lock departments in one order.
    static func < (a: Key, b: Key) -> Bool {
      if a.department != b.department { return a.department < b.department }
      return (a.cycle?.number ?? 0) < (b.cycle?.number ?? 0)
    }
  }

  struct Pending {
    var identity: String
    var content: String
    var event: CycleEvent
    var occurredAt: Instant

    func entry(as id: CommandID) -> BatchEntry {
      BatchEntry(
        commandID: id, content: content, type: event.type, schemaVersion: event.schemaVersion,
        occurredAt: occurredAt, payload: event.payload)
    }
  }

  let key: Key
  let stream: String
  private var state: Cycle
  private var version: Int
  /// Nil for a journal.
  private var dayPlanned: LocalDate?
  /// Of the cycle; of a journal not opened, the first there could be.
  private var number: Int { Stream(name: stream)?.number ?? 1 }
  var pending: [Pending] = []

  init(_ key: Key, stream: String, _ tracker: Tracker) throws {
    self.key = key
    self.stream = stream
    (state, version) = try tracker.load(Cycle.self, from: stream, of: key.department)
    dayPlanned = try key.cycle.flatMap { id in
      try tracker.read { view in
        try tracker.requireGoing(Cycle.self, of: key.department, in: view)
        return try tracker.dayPlanned(id, in: view)
      }
    }
  }

  /// The department's journal of imports, opened when there is none.
  init(
    journalOf department: DepartmentCode, _ tracker: Tracker, isDryRun: Bool,
    _ report: inout ImportReport
  ) throws {
    let key = Key(department: department, cycle: nil)
    let name = department.rawValue
    let identity = try LogWriter.identities(
      of: ["\(name) journal of imports"], in: name, session: tracker.session)[0]
    if identity.isKnown,
      let stream = try LogWriter.stream(of: identity.id, in: name, session: tracker.session)
    {
      try self.init(key, stream: stream, tracker)
    } else if isDryRun {
      self.init(key, unopened: Self.title)
    } else {
      let stream = try tracker.openJournal(
        title: Self.title, Order(department, commandID: identity.id)
      ).outcome.stream
      report.journals.append(tracker.id(of: stream, .cycle, department))
      try self.init(key, stream: stream, tracker)
    }
  }

  private init(_ key: Key, unopened title: String) {
    self.key = key
    stream = ""
    state = .journal(title: title)
    version = 0
  }

  private static let title = "Imported actions"

  /// The event that the line causes as the cycle stands.
  func decide(_ entry: ActionEntry, at occurredAt: Instant, _ tracker: Tracker) throws -> CycleEvent
  {
    let id = key.cycle ?? ItemID(key.department, .cycle, number)
    return try state.decided(
      .log(entry), knowing: CycleFacts(cycle: id, precedingDay: dayPlanned),
      in: tracker.setting.circumstances(of: key.department, at: occurredAt))[0]
  }

  mutating func append(_ entries: [BatchEntry], _ tracker: Tracker) throws {
    _ = try tracker.undoable {
      try LogWriter.appendBatch(
        entries, to: stream, at: version, of: key.department.rawValue, in: tracker.session)
    }
    version += entries.count
  }

  /// Reads what others wrote meanwhile, and decides anew on what is pending.
  mutating func reload(_ tracker: Tracker) throws {
    (state, version) = try tracker.load(Cycle.self, from: stream, of: key.department)
    for line in pending {
      guard case .actionLogged(let entry) = line.event else { continue }
      _ = try decide(entry, at: line.occurredAt, tracker)
    }
  }
}
