import Bilingual
import CanonicalJSON
import CivilTime
import Domain
import EventLog
import Terminal

/// What became of one item between two moments.
struct ItemChange {
  let change: StreamChange
  let before: ItemState?
  let after: ItemState?
  let facts: [FactChange]

  init(_ change: StreamChange, _ before: ItemState?, _ after: ItemState?) {
    self.change = change
    self.before = before
    self.after = after
    facts = FactChange.between(before, after)
  }

  private var label: String { Desk.label(of: change.name) }

  var json: JSON {
    [
      "department": JSON(change.name.department), "item": JSON(label),
      "stream": JSON(change.name.stream), "isNew": JSON(before == nil),
      "events": JSON(change.events), "first": JSON(change.first), "last": JSON(change.last),
      "facts": .array(
        facts.map { fact in
          [
            "fact": JSON(fact.key), "before": JSON(fact.before) ?? .null,
            "after": JSON(fact.after) ?? .null,
          ]
        }),
    ]
  }

  func lines(_ desk: Desk) -> [String] {
    let layout = desk.answer.layout
    var block = KeyValueBlock()
    for fact in facts {
      let after = fact.after ?? "–"
      let text = before == nil ? after : "\(fact.before ?? "–") → \(after)"
      block.add("  \(fact.name(desk.answer.language))", Cell(text))
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
