import Bilingual
import CanonicalJSON
import Domain
import EventLog
import Office
import Terminal

extension ItemChange {
  private func facts(_ language: Language) -> [FactChange] {
    FactChange.between(before, after, language)
  }

  private var label: String { change.name.label }

  func json(_ language: Language) -> JSON {
    [
      "department": JSON(change.name.department), "item": JSON(label),
      "stream": JSON(change.name.stream), "isNew": JSON(before == nil),
      "events": JSON(change.events), "first": JSON(change.first), "last": JSON(change.last),
      "facts": .array(
        facts(language).map { fact in
          [
            "fact": JSON(fact.key.name), "before": JSON(fact.before) ?? .null,
            "after": JSON(fact.after) ?? .null,
          ]
        }),
    ]
  }

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

/// What became of one fact of an item between two moments.
struct FactChange {
  let key: ItemState.Key
  let before: String?
  let after: String?

  /// Facts that read otherwise, in the order of the later state.
  static func between(
    _ before: ItemState?, _ after: ItemState?, _ language: Language
  ) -> [FactChange] {
    let old = Dictionary(
      (before?.facts ?? []).map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let new = Set((after?.facts ?? []).map(\.key))
    let gone = (before?.facts ?? []).filter { !new.contains($0.key) }
      .map { FactChange(key: $0.key, before: $0.text(language), after: nil) }
    let present = (after?.facts ?? []).map {
      FactChange(key: $0.key, before: old[$0.key]?.text(language), after: $0.text(language))
    }
    return (present + gone).filter { $0.before != $0.after }
  }
}

extension StreamName {
  /// How its item is called, be it there or not.
  var label: String {
    guard let code = DepartmentCode(department) else { return stream }
    return Stream(name: stream)?.id(in: code) ?? stream
  }
}
