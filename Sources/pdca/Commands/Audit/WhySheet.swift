import Bilingual
import Domain
import EventLog
import Office
import Presentation
import ReadModels
import Reviews
import Terminal
import Wording

/// The answer to why something was decided.
struct WhySheet {
  private let why: Why
  private var decided: DecidedEvent { why.decided }
  private var moment: Moment { why.moment }
  private var known: KnownThen? { why.known }
  private var links: EventLinks { why.links }

  init(_ why: Why) { self.why = why }

  func lines(_ desk: Desk) -> [String] {
    let say = desk.answer.say
    return desk.answer.layout.heading(
      "\(decided.id)  \(LogEntry(decided.event).text(desk.answer.language))")
      + facts(desk).lines(desk.answer.layout) + revised(desk)
      + section(
        say(
          "Known before it (up to \(decided.event.department)@\(decided.before))",
          "決定前に分かっていたこと (\(decided.event.department)@\(decided.before) まで)"),
        knownLines(desk), desk)
      + section(say("What led to it", "決定に至る経緯"), links.led.flatMap { lines($0, desk) }, desk)
      + section(say("What followed", "その後"), links.followed.flatMap { lines($0, desk) }, desk)
  }

  /// That its check rests on figures which changed since.
  private func revised(_ desk: Desk) -> [String] {
    guard let revision = why.revision else { return [] }
    let numbers = NumberText(of: why.kpi, desk.answer.language)
    let text = revision.words(numbers)(desk.answer.language)
    return desk.answer.layout.paragraph(
      desk.answer.say("Since its check: \(text)", "評価後の変更: \(text)"))
  }

  private func facts(_ desk: Desk) -> KeyValueBlock {
    let (say, event) = (desk.answer.say, decided.event)
    var block = KeyValueBlock()
    block.add(say("By", "決定者"), Cell(desk.names(event.actor)))
    if let door = event.door { block.add(say("Through", "入口"), Cell(door)) }
    block.add(say("On", "決定日時"), Cell(desk.moment(event.occurredAt)))
    block.add(say("Recorded", "記録日時"), Cell(desk.moment(event.recordedAt)))
    block.add(say("Event", "イベント"), Cell("\(event.reference)  \(event.type)"))
    block.add(say("Command", "コマンド"), Cell(event.commandID))
    return block
  }

  private func knownLines(_ desk: Desk) -> [String] {
    guard let known else {
      return desk.answer.layout.paragraph(Why.knownElsewhere(desk.answer.language))
    }
    let kpis = known.charts.map {
      Cell("\($0.kpi.reference) \($0.kpi.name): \($0.figures(desk.answer.language))")
    }
    let lessons = known.lessons.map {
      Cell("\($0.id) \($0.title) (\($0.status.words(desk.answer.language)))")
    }
    return desk.answer.layout.bullets(kpis + lessons)
  }

  private func lines(_ related: RelatedEvent, _ desk: Desk) -> [String] {
    let event = related.event
    let style = desk.answer.layout.style
    let head = [
      style.apply(.id, to: safe(event.reference)), desk.moment(event.recordedAt),
      safe(desk.names(event.actor)), "[\(related.relation.words(desk.answer.language))]",
    ].joined(separator: "  ")
    return [head]
      + desk.answer.layout.paragraph(safe(LogEntry(event).text(desk.answer.language)), indent: 2)
  }

  private func section(_ title: String, _ lines: [String], _ desk: Desk) -> [String] {
    ["", desk.answer.layout.style.apply(.strong, to: title)]
      + (lines.isEmpty ? [desk.answer.say("Nothing in the log.", "記録はありません。")] : lines)
  }
}
