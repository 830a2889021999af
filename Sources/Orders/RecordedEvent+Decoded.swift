import CanonicalJSON
package import Domain
package import EventLog

extension RecordedEvent {
  /// The event as its aggregate knows it.
  /// - Throws: `OrderError.unreadable`, naming the event.
  package func decoded<Event: StoredEvent>(as _: Event.Type = Event.self) throws -> Event {
    do {
      let fields = try Fields(of: try JSON(parsing: payload))
      return try Event(type: type, schemaVersion: schemaVersion, payload: fields)
    } catch {
      throw OrderError.unreadable(reference: reference, type: type, why: UnreadableReason(error))
    }
  }
}
