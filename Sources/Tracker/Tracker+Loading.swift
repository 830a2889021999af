import CanonicalJSON
import CivilTime
package import Domain
import EventLog
import Orders

extension Tracker {
  /// Folds a stream as far as decisions need it; the version counts all its events. Of an event of
  /// an unknown type nobody can say that decisions don't need it.
  /// - Throws: `OrderError.unreadable`, naming the event.
  package func load<A: Aggregate>(
    _: A.Type, from stream: String, of department: DepartmentCode
  ) throws -> (state: A, version: Int) {
    let (events, version) = try LogReader.stream(
      stream, of: department.rawValue, except: A.needless, in: session)
    return (try folded(events), version)
  }

  /// The state after events of one stream. Those that nobody can read, and that an administrator set
  /// aside, are passed over.
  /// - Throws: `OrderError.unreadable`, naming the event.
  func folded<A: Aggregate>(_ events: [RecordedEvent]) throws -> A {
    do { return try A(folding: events) } catch let error as OrderError {
      guard case .unreadable = error, let department = events.first?.department else { throw error }
      let aside = try LogReader.setAside(of: department, in: session)
      return try A(folding: events, passingOver: aside)
    }
  }
}

extension Aggregate {
  /// Types of events that no decision needs.
  static var needless: Set<String> { Event.types.subtracting(decisionTypes) }

  /// - Parameter aside: positions of events that are left out where they can't be read.
  /// - Throws: `OrderError.unreadable`, naming the event.
  init(folding events: [RecordedEvent], passingOver aside: Set<Int> = []) throws {
    self.init()
    for event in events {
      do { evolve(try event.decoded()) } catch {
        if !aside.contains(event.position) { throw error }
      }
    }
  }
}

extension NewEvent {
  init(_ event: some StoredEvent, stream: String, occurredAt: Instant) {
    self.init(
      stream: stream, type: event.type, schemaVersion: event.schemaVersion,
      occurredAt: occurredAt, payload: event.payload)
  }
}
