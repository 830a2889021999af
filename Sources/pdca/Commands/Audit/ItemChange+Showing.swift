import Bilingual
import EventLog
import Office
import Presentation
import Terminal

extension ItemChange {
  func lines(_ desk: Desk) -> [String] {
    let layout = desk.answer.layout
    var block = KeyValueBlock()
    for fact in facts(desk.answer.language) {
      let after = fact.after ?? "–"
      let text = before == nil ? after : "\(fact.before ?? "–") → \(after)"
      block.add("  \(fact.key.words(desk.answer.language))", Cell(text))
    }
    return [head(desk)] + block.lines(layout)
  }

  private func head(_ desk: Desk) -> String {
    let range =
      change.first == change.last ? "\(change.first)" : "\(change.first)–\(change.last)"
    let title = (after ?? before)?.title ?? ""
    let news = before == nil ? desk.answer.say("new", "新規") : nil
    let count = desk.answer.say(
      "\(change.events) event\(change.events == 1 ? "" : "s"), \(change.name.department)@\(range)",
      "イベント\(change.events)件、\(change.name.department)@\(range)")
    let notes = [news, count].compactMap(\.self).joined(separator: desk.answer.say(", ", "、"))
    let name = desk.answer.layout.style.apply(.id, to: safe(label))
    return [name, safe(title), "(\(notes))"].filter { !$0.isEmpty }.joined(separator: "  ")
  }
}
