import Bilingual
import CanonicalJSON
import CivilTime
import Domain
import EventLog
import Terminal
import Tracker
import Wording

/// An event of the log as people and programs read it.
struct LogEntry {
  let event: RecordedEvent
  /// Nil for an event that this program can't read.
  let summary: Phrase?

  init(_ event: RecordedEvent) {
    self.event = event
    summary = (try? event.decoded(as: DomainEvent.self))?.summary
  }

  /// One line of the envelope, and what happened under it.
  func lines(_ desk: Desk) -> [String] {
    let style = desk.answer.layout.style
    let envelope = [
      style.apply(.id, to: safe(event.reference)), desk.moment(event.recordedAt),
      safe(event.actor), safe(event.stream), safe(event.type),
    ]
    return [envelope.joined(separator: "  ") + occurred(desk)]
      + desk.answer.layout.paragraph(safe(text(desk)), indent: 2)
  }

  func text(_ desk: Desk) -> String {
    summary?(desk.answer.language)
      ?? desk.answer.say("(this version can't read it)", "（この版では読み取れません）")
  }

  /// When it was true, where that is more than a minute from when it was recorded.
  private func occurred(_ desk: Desk) -> String {
    guard abs(event.recordedAt - event.occurredAt) > 60_000_000 else { return "" }
    let moment = desk.moment(event.occurredAt)
    return desk.answer.say("  (occurred \(moment))", "  (発生 \(moment))")
  }

  func json(_ desk: Desk) -> JSON {
    [
      "reference": .string(event.reference), "department": .string(event.department),
      "position": JSON(event.position), "stream": .string(event.stream),
      "streamVersion": JSON(event.streamVersion), "type": .string(event.type),
      "schemaVersion": JSON(event.schemaVersion), "commandId": .string(event.commandID),
      "ordinal": JSON(event.ordinal), "causation": JSON(event.causation),
      "correlation": JSON(event.correlation), "actor": .string(event.actor),
      "occurredAt": .string("\(event.occurredAt)"), "recordedAt": .string("\(event.recordedAt)"),
      "summary": JSON(summary?(desk.answer.language)),
      "payload": (try? JSON(parsing: event.payload)) ?? .string(event.payload),
    ]
  }
}
