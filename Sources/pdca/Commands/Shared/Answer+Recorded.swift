import Bilingual
import Domain
import Orders
import Presentation
import Reviews
import Terminal

extension Answer {
  /// What a writing command says: what was recorded, that it was so already, or that it had been
  /// recorded before; then a remark and what to do next.
  /// - Parameters:
  ///   - name: what `id` is called where people read it, if otherwise.
  ///   - left: what is left behind, where something ends by it.
  ///   - names: what people are called in it.
  ///   - cycle: that begins by it.
  func recorded<Event>(
    _ outcome: Outcome<Event>, id: String, name: Phrase? = nil, _ done: Phrase,
    remark: Phrase? = nil, next: [Phrase] = [], leaving left: HandOver? = nil,
    calling names: PeopleNames = PeopleNames(), beginning cycle: ItemID? = nil
  ) {
    give(json: outcome.json(id: id, leaving: left, beginning: cycle)) {
      lines(outcome, name ?? Phrase(both: id), done, remark, next).map(DisplayText.block)
        + (left?.lines(language, layout, calling: names) ?? [])
    }
  }

  /// What would be left behind, where nothing is recorded.
  func wouldLeave(_ left: HandOver, calling names: PeopleNames) {
    give(json: left.dryRunJSON) {
      let lines = left.lines(language, layout, calling: names)
      return lines.isEmpty
        ? [say("Nothing is left behind.", "引き継ぐ項目はありません。")] : Array(lines.dropFirst())
    }
  }

  /// The same of several that were recorded together; of one alone it is that one's.
  func recorded<Event>(_ all: [(outcome: Outcome<Event>, id: String, done: Phrase)]) {
    if all.count == 1 { return recorded(all[0].outcome, id: all[0].id, all[0].done) }
    give(json: Outcome.json(of: all.map { ($0.outcome, $0.id) })) {
      let lines = all.flatMap { self.lines($0.outcome, Phrase(both: $0.id), $0.done, nil, []) }
      return (lines.isEmpty ? [say("Nothing waits for it.", "対象はありません。")] : lines)
        .map(DisplayText.block)
    }
  }

  private func lines<Event>(
    _ outcome: Outcome<Event>, _ name: Phrase, _ done: Phrase, _ remark: Phrase?,
    _ next: [Phrase]
  ) -> [String] {
    if outcome.events.isEmpty {
      return [
        say(
          "\(name.en): it was so already; nothing was added.",
          "\(name.ja): すでにその内容のため、追加はありません。")
      ]
    }
    if outcome.repeated {
      return [
        say(
          "\(done.en) (It had been recorded before; nothing was added.)",
          "\(done.ja)（すでに記録済みのため、追加はありません。）")
      ]
    }
    return [done(language)] + [remark?(language)].compactMap(\.self)
      + next.map { say("Next:  \($0.en)", "次の手順:  \($0.ja)") }
  }
}
