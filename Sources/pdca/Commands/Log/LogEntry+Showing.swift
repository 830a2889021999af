import CivilTime
import Domain
import EventLog
import Presentation
import Terminal

extension LogEntry {
  /// One line of the envelope, and what happened under it.
  func lines(_ desk: Desk) -> [String] {
    let style = desk.answer.layout.style
    let envelope = [
      style.apply(.id, to: safe(event.reference)), desk.moment(event.recordedAt),
      safe(desk.names(event.actor)), safe(event.stream), safe(event.type),
    ]
    return [envelope.joined(separator: "  ") + occurred(desk)]
      + desk.answer.layout.paragraph(safe(text(desk.answer.language)), indent: 2)
  }

  /// When it was true, where that is more than a minute from when it was recorded.
  private func occurred(_ desk: Desk) -> String {
    guard abs(event.recordedAt - event.occurredAt) > 60_000_000 else { return "" }
    let moment = desk.moment(event.occurredAt)
    return desk.answer.say("  (occurred \(moment))", "  (発生 \(moment))")
  }
}
