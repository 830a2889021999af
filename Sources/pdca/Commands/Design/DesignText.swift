import Bilingual
import Domain
import ReadModels
import Reviews
import Terminal
import Wording

/// A design with what belongs to it, for people.
struct DesignText {
  let detail: DesignDetail
  let desk: Desk
  private var answer: Answer { desk.answer }

  init(_ detail: DesignDetail, _ desk: Desk) {
    self.detail = detail
    self.desk = desk
  }

  var lines: [String] {
    let row = detail.design
    return answer.layout.heading("\(row.id) \(row.title)") + facts.lines(answer.layout)
      + part(answer.say("Items", "項目"), detail.items.map(line))
      + part(answer.say("Lessons", "教訓"), detail.lessons.map(line))
      + part(answer.say("Sessions", "セッション"), detail.sessions.map(line))
      + part(answer.say("Costs", "費用"), detail.costs.map(line))
  }

  private var facts: KeyValueBlock {
    let row = detail.design
    var block = KeyValueBlock()
    block.add(answer.say("For", "対象"), Cell(row.audience.listed(answer)))
    block.add(answer.say("Drafted", "起案"), Cell(desk.made(row.draftedAt, by: row.draftedBy)))
    if let at = row.approvedAt, let by = row.approvedBy {
      block.add(answer.say("Approved", "承認"), Cell(desk.made(at, by: by)))
    } else {
      block.add(answer.say("State", "状態"), Cell(answer.say("draft", "起案中"), .warn))
    }
    if let note = row.approvalNote { block.add(answer.say("Note", "メモ"), Cell(note)) }
    return block
  }

  private func part(_ title: String, _ items: [String]) -> [String] {
    guard !items.isEmpty else { return [] }
    return [""] + answer.layout.heading(title) + answer.layout.bullets(items.map { Cell($0) })
  }

  private func line(_ row: DesignItemRow) -> String {
    let reasons = row.reasons.isEmpty ? "" : " (\(row.reasons.joined(separator: ", ")))"
    let removed = row.removedReason.map { answer.say(" – removed: \($0)", " – 除外: \($0)") } ?? ""
    return "\(row.number) \(row.title)\(reasons)\(removed)"
  }

  private func line(_ row: DesignLessonRow) -> String {
    if let item = row.item {
      return answer.say("\(row.lesson) in item \(item)", "\(row.lesson) → 項目\(item)")
    }
    let reason = row.declinedReason ?? ""
    return answer.say("\(row.lesson) declined: \(reason)", "\(row.lesson) 見送り: \(reason)")
  }

  private func line(_ row: SessionRow) -> String {
    let attended = detail.attendance.filter { $0.session == row.number }.map {
      desk.names($0.account)
    }
    let who = attended.joined(separator: answer.say(", ", "、"))
    let people = attended.isEmpty ? "" : answer.say("; attended: \(who)", "、出席: \(who)")
    let cancelled = row.isCancelled ? answer.say(" (cancelled)", "（中止）") : ""
    let head = "\(row.number) \(row.date.words(answer.language)) \(row.title)"
    let layers = answer.say(" (\(row.layers.listed(answer)))", "（\(row.layers.listed(answer))）")
    return head + layers + cancelled + people + evaluations(row.number)
  }

  private func evaluations(_ session: Int) -> String {
    detail.evaluations.filter { $0.session == session }.map { row in
      let score = row.score.map { " \($0.words)%" } ?? ""
      let note = row.note.map { " \($0)" } ?? ""
      return answer.say("; level \(row.level):\(score)\(note)", "、レベル\(row.level):\(score)\(note)")
    }.joined()
  }

  private func line(_ row: CostRow) -> String {
    let money = MoneyText.text(
      Money(minorUnits: row.amount, currency: row.currency), answer.language)
    return row.session.map {
      answer.say("\(row.what): \(money) (session \($0))", "\(row.what): \(money)（セッション\($0)）")
    } ?? "\(row.what): \(money)"
  }
}
