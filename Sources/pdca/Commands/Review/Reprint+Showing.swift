import Bilingual
import Domain
import EventLog
import Office
import Orders
import Presentation
import Wording

extension Reprint {
  /// What was done in the review, for people; nil when nothing was.
  func section(_ desk: Desk) -> DocumentSection? {
    let lines = pinned.acts.map { line($0, desk) } + [closing(desk)].compactMap(\.self)
    guard !lines.isEmpty else { return nil }
    return DocumentSection(
      title: desk.answer.say("In the review", "レビューでの記録"), blocks: [.list(lines)])
  }

  private func line(_ event: RecordedEvent, _ desk: Desk) -> String {
    let language = desk.answer.language
    let summary = (try? event.decoded(as: DomainEvent.self))?.summary(language) ?? event.type
    return stated(subject(of: event).map { "\($0): \(summary)" } ?? summary, event, desk)
  }

  /// The KPI of an acknowledgement; the review's own acts say what they are about.
  private func subject(of event: RecordedEvent) -> String? {
    guard case .kpi(let code)? = Stream(name: event.stream) else { return nil }
    return "\(event.department)/\(code)"
  }

  private func closing(_ desk: Desk) -> String? {
    guard let closing = pinned.closing else { return nil }
    let note = closing.note.map { ": \($0)" } ?? ""
    return stated(desk.answer.say("Closed\(note)", "終了\(note)"), closing.event, desk)
  }

  private func stated(_ text: String, _ event: RecordedEvent, _ desk: Desk) -> String {
    desk.answer.say(
      "\(text) (\(desk.names(event.actor)), \(desk.moment(event.recordedAt)))",
      "\(text)（\(desk.names(event.actor))、\(desk.moment(event.recordedAt))）")
  }
}
