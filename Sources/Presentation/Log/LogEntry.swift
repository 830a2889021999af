package import Bilingual
package import CanonicalJSON
import CivilTime
import Domain
package import EventLog
import Orders
import Wording

/// An event of the log as people and programs read it.
package struct LogEntry {
  package let event: RecordedEvent
  /// Nil for an event that this program can't read.
  package let summary: Phrase?

  package init(_ event: RecordedEvent) {
    self.event = event
    summary = (try? event.decoded(as: DomainEvent.self))?.summary
  }

  package func text(_ language: Language) -> String {
    summary?(language)
      ?? language.choose("(this version can't read it)", "（この版では読み取れません）")
  }

  package func json(_ language: Language) -> JSON {
    [
      "reference": .string(event.reference), "department": .string(event.department),
      "position": JSON(event.position), "stream": .string(event.stream),
      "streamVersion": JSON(event.streamVersion), "type": .string(event.type),
      "schemaVersion": JSON(event.schemaVersion), "commandId": .string(event.commandID),
      "ordinal": JSON(event.ordinal), "causation": JSON(event.causation),
      "correlation": JSON(event.correlation), "actor": .string(event.actor),
      "door": JSON(event.door),
      "occurredAt": .string("\(event.occurredAt)"), "recordedAt": .string("\(event.recordedAt)"),
      "summary": JSON(summary?(language)),
      "payload": (try? JSON(parsing: event.payload)) ?? .string(event.payload),
    ]
  }
}
