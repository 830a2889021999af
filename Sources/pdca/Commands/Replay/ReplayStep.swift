import Office
import Presentation
import Terminal

extension ReplayStep {
  /// The event, then each thing that it changed: before → after.
  func lines(_ desk: Desk) -> [String] {
    LogEntry(event).lines(desk)
      + changes.flatMap {
        RowDifference($0, desk.answer.language) { desk.moment($0) }.lines(desk.answer)
      }
  }
}

extension RowDifference {
  /// Nothing for rows that only repeat their event.
  func lines(_ answer: Answer) -> [String] {
    guard let title = title(answer.language) else { return [] }
    var block = KeyValueBlock()
    for field in told(answer.language) { block.add(field.label, Cell(field.text)) }
    let fields = block.lines(Layout(width: answer.layout.width - 4, style: answer.layout.style))
    if fields.isEmpty, !isGone { return [] }
    return ["  " + safe(title)] + (isGone ? [] : fields.map { "    " + $0 })
  }
}
