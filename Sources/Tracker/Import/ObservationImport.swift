import CanonicalJSON
import CivilTime
package import Domain
import EventLog
import Orders
import ReadModels

/// Many observations of one KPI: each is decided on like `kpi record` and identified by what it
/// says; then they are appended in batches. Running it again adds nothing.
package struct ObservationImport {
  /// Observations appended in one statement.
  package static let batchSize = 1_000

  package struct Refused: Sendable {
    /// Of the file that it stands in.
    package let line: Int
    package let refusal: KPIRefusal
  }

  private struct Pending {
    let line: Int
    let observation: Observation
    let event: KPIEvent
  }

  private let kpi: KPIReference
  private let tracker: Tracker
  private var state = KPI()
  private var version = 0
  /// By period: in force, and as first recorded.
  private var inForce: [LocalDate: Observation] = [:]
  private var first: [LocalDate: Observation] = [:]
  private var pending: [Pending] = []
  package private(set) var added = 0
  /// Those that were there already.
  package private(set) var known = 0
  package private(set) var refused: [Refused] = []

  package init(of kpi: KPIReference, _ tracker: Tracker) throws {
    (self.kpi, self.tracker) = (kpi, tracker)
    try look()
  }

  /// Decided on, and not yet appended.
  package var waiting: Int { pending.count }

  package mutating func add(_ observation: Observation, line: Int) throws {
    let period = observation.period
    if inForce[period] == observation || first[period] == observation {
      known += 1
      return
    }
    do throws(KPIRefusal) {
      let event = try decide(observation)
      pending.append(Pending(line: line, observation: observation, event: event))
      inForce[period] = observation
    } catch {
      refused.append(Refused(line: line, refusal: error))
    }
  }

  /// Appends what waits.
  /// - Parameters:
  ///   - isWhole: all of it at once, and nothing when one of them comes to be refused, since others
  ///     recorded something meanwhile.
  ///   - onProgress: told how many have been appended.
  package mutating func write(isWhole: Bool, onProgress: (Int) -> Void) throws {
    while !pending.isEmpty, !isWhole || refused.isEmpty {
      let batch = pending.prefix(isWhole ? pending.count : Self.batchSize)
      do { try append(Array(batch)) } catch AppendError.staleVersion {
        try decideAnew()
        continue
      }
      pending.removeFirst(batch.count)
      onProgress(added)
    }
    try tracker.project(kpi.department)
  }

  private var stream: String { Stream.kpi(kpi.code).name }

  /// The KPI and what is recorded of it, of one moment.
  private mutating func look() throws {
    try tracker.deciding {
      try tracker.read { view in
        try tracker.requireGoing(KPI.self, of: kpi.department, in: view)
        let loaded = try tracker.load(KPI.self, from: stream, of: kpi.department)
        (state, version) = loaded
        (inForce, first) = ([:], [:])
        for row in try KPIQueries.observations(of: kpi, in: view) {
          inForce[row.period] = row.observation
          first[row.period] = Observation(
            period: row.period, value: row.firstValue, denominator: row.firstDenominator)
        }
      }
    }
  }

  private func decide(_ observation: Observation) throws(KPIRefusal) -> KPIEvent {
    try state.decided(
      .record(observation),
      knowing: KPIFacts(kpi: kpi, recorded: inForce[observation.period]),
      in: tracker.setting.circumstances(of: kpi.department, at: tracker.setting.now))[0]
  }

  /// Others recorded something meanwhile.
  private mutating func decideAnew() throws {
    let waiting = pending
    pending = []
    try look()
    for line in waiting { try add(line.observation, line: line.line) }
  }

  /// Observations that a command under their own id recorded are passed over.
  private mutating func append(_ batch: [Pending]) throws {
    let contents = batch.map { KPICommand.record($0.observation).content }
    let identities = try LogWriter.identities(
      of: contents.map { "\(kpi) \($0.canonical)" }, in: kpi.department.rawValue,
      session: tracker.session)
    var entries: [BatchEntry] = []
    for (place, line) in batch.enumerated() where !identities[place].isKnown {
      entries.append(entry(identities[place].id, contents[place], line.event))
    }
    if !entries.isEmpty {
      try LogWriter.appendBatch(
        entries, to: stream, at: version, of: kpi.department.rawValue, in: tracker.session)
    }
    version += entries.count
    added += entries.count
    known += batch.count - entries.count
  }

  private func entry(_ id: CommandID, _ content: JSON, _ event: KPIEvent) -> BatchEntry {
    BatchEntry(
      commandID: id, content: tracker.stated(content, at: .stream(stream)).canonical,
      type: event.type, schemaVersion: event.schemaVersion, occurredAt: tracker.setting.now,
      payload: event.payload)
  }
}
