import Bilingual
import CivilTime
import Domain
import Office
import ReadModels
import Shapes
import Wording

extension PageReader {
  func design(_ id: ItemID) throws -> PageContent {
    let detail = try office.design(id)
    return PageContent(
      "\(id) \(detail.design.title)", command: "pdca design show \(id)\(asOfOption)",
      json: { detail.json }, body: { DesignPage(detail: detail, look: look).body })
  }
}

/// A training design: what it takes up, who was taught, what it brought.
private struct DesignPage {
  let detail: DesignDetail
  let look: Look

  private var row: DesignRow { detail.design }
  private func say(_ en: String, _ ja: String) -> String { look.language.choose(en, ja) }
  private func list(_ layers: [Layer]) -> String {
    layers.map { $0.words(look.language) }.joined(separator: say(", ", "、"))
  }

  var body: HTML { facts + items + lessons + sessions + costs + further }

  private var facts: HTML {
    let approved = row.approvedAt.flatMap { at in row.approvedBy.map { look.made(at, by: $0) } }
    return .facts([
      (say("For", "対象"), .text("\(list(row.audience))")),
      (say("Drafted", "起案"), look.made(row.draftedAt, by: row.draftedBy)),
      (say("Approved", "承認"), approved ?? .text(say("draft", "起案中"))),
      (say("Note", "メモ"), .text(row.approvalNote)),
    ])
  }

  private var items: HTML {
    .section(
      "items", say("Items", "項目"),
      .list(
        detail.items.map { item in
          let removed = item.removedReason.map { say(" – removed: \($0)", " – 除外: \($0)") } ?? ""
          let reasons = item.reasons.map { look.link(named: $0) }.joined(", ")
          return "\(item.number) \(item.title) <small>\(reasons)</small>\(removed)"
        }))
  }

  private var lessons: HTML {
    .section(
      "lessons", say("Lessons", "教訓"),
      .list(
        detail.lessons.map { row in
          let answer =
            row.item.map { say("in item \($0)", "項目\($0)に反映") }
            ?? say("declined: \(row.declinedReason ?? "")", "見送り: \(row.declinedReason ?? "")")
          return "\(look.link(row.lesson)) \(answer)"
        }))
  }

  private var sessions: HTML {
    let title = say("Sessions", "セッション")
    let rows = detail.sessions.map { session -> [HTML] in
      let attended = detail.attendance.filter { $0.session == session.number }
      let cancelled = session.isCancelled ? say(" (cancelled)", "（中止）") : ""
      return [
        "\(session.number) \(session.title)\(cancelled)", look.day(session.date),
        "\(list(session.layers))", "\(attended.count)", "\(evaluations(session.number))",
      ]
    }
    let columns = [
      say("Session", "セッション"), say("Day", "日付"), say("For", "対象"), say("Attended", "出席"),
      say("Evaluation", "評価"),
    ]
    return .section("sessions", title, .table(title, columns, numeric: [3], rows))
  }

  private func evaluations(_ session: Int) -> String {
    detail.evaluations.filter { $0.session == session }.map { row in
      let score = row.score.map { " \($0.words)%" } ?? ""
      let note = row.note.map { " \($0)" } ?? ""
      return say("level \(row.level):\(score)\(note)", "レベル\(row.level):\(score)\(note)")
    }.joined(separator: say("; ", "、"))
  }

  private var costs: HTML {
    .section(
      "costs", say("Costs", "費用"),
      .list(
        detail.costs.map { row in
          let money = MoneyText.text(
            Money(minorUnits: row.amount, currency: row.currency), look.language)
          return "\(row.what): \(money)"
        }))
  }

  private var further: HTML {
    let id = "\(row.id)"
    var items = [
      look.link(.why(id), say("What was known when it was decided", "決定の経緯")),
      look.link(.replay(id), say("Event by event", "記録を一件ずつたどる")),
    ]
    if !look.isPast, !row.isApproved {
      items.append(.command(say("Approve it:", "承認する:"), "pdca design approve \(id)"))
    }
    return .section("further", say("Further", "関連"), .list(items))
  }
}
