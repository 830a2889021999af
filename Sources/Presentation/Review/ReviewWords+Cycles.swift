import Bilingual
import CivilTime
import Domain
import ReadModels
import Reviews
import Wording

extension ReviewWords {
  var cycles: DocumentSection {
    let material = report.material
    let checked = Set(material.checked.map(\.id))
    let lines =
      material.opened.map { told($0, say("opened", "開始")) }
      + (extent.isBrief ? [] : report.moved.map { told($0, say("moved", "進行")) })
      + material.checked.map { told($0, verdict($0, within: material.closed)) }
      + material.closed.filter { !checked.contains($0.id) }.map { told($0, end($0)) }
    let overdue = material.overdue.map { cycle in
      let due = cycle.due.map(day) ?? ""
      return named(cycle) + say(", due \(due), not finished", "（期限\(due)、未完了）")
    }
    return section(
      say("Cycles", "ミニPDCA"),
      [
        extent.isBrief ? .paragraph("") : tally, .list(lines),
        heading(say("Due and not finished", "期限切れ・未完了"), extent.isBrief ? [] : overdue),
        .list(extent.isBrief ? [] : overdue),
        extent.isWeek
          ? .paragraph(
            revised.isEmpty ? "" : labeled(revisedTitle, revised.joined(separator: say("; ", "。"))))
          : heading(revisedTitle, revised),
        .list(extent.isWeek ? [] : revised),
      ]
        + (extent.isBrief ? [] : obstacles),
      nothing: say("No cycle was opened, moved or due.", "動きのあったミニPDCAはありません。"))
  }

  private var revisedTitle: String {
    say("Checks whose figures have changed since", "評価後に実績値が変わったもの")
  }

  private var revised: [String] {
    report.material.revisedChecks.map { check in
      let kpi = report.entry(of: check.kpi)?.kpi
      let verdict = check.verdict.map { say(" (\($0.words.en))", "（\($0.words.ja)）") } ?? ""
      return labeled(
        "\(check.cycle)\(verdict)", check.words(NumberText(of: kpi, language))(language))
    }
  }

  private var tally: DocumentBlock {
    let material = report.material
    let counts = [
      (say("opened", "開始"), material.opened.count), (say("moved", "進行"), report.moved.count),
      (say("due and not finished", "期限切れ・未完了"), material.overdue.count),
      (say("checked", "評価"), material.checked.count), (say("closed", "完了"), material.closed.count),
    ]
    guard counts.contains(where: { $0.1 > 0 }) else { return .paragraph("") }
    return .paragraph(list(counts.map { "\($0.0) \(NumberText.whole($0.1))" }))
  }

  package func heading(_ text: String, _ items: [String]) -> DocumentBlock {
    .paragraph(items.isEmpty ? "" : text + say(":", ":"))
  }

  private func named(_ cycle: CycleRow) -> String {
    let owner = cycle.owner.map { say(" (\(person($0)))", "（\(person($0))）") } ?? ""
    return "\(cycle.id) \(cycle.title)\(owner)"
  }

  private func told(_ cycle: CycleRow, _ what: String) -> String { "\(what): \(named(cycle))" }

  /// - Parameter closed: what was closed in the period, too, is told once.
  private func verdict(_ cycle: CycleRow, within closed: [CycleRow]) -> String {
    let word = cycle.verdict.map { $0.words(language) } ?? ""
    let end = closed.contains { $0.id == cycle.id } ? [end(cycle)] : []
    return list([say("checked (\(word))", "評価（\(word)）")] + end)
  }

  private func end(_ cycle: CycleRow) -> String {
    guard let choice = cycle.choice else { return say("cancelled", "取りやめ") }
    return choice.made(language)
  }

  private var obstacles: [DocumentBlock] {
    let lines = report.material.obstacles.map { "\($0.department)-\($0.cycle): \($0.obstacle)" }
    return [heading(say("Obstacles reported", "報告された障害"), lines), .list(lines)]
  }

  var actions: DocumentSection {
    section(
      say("Actions", "実施"),
      [
        .table(
          columns: [
            say("Department", "部門"), say("Actions", "実施件数"), say("Minutes", "時間（分）"),
            say("People", "人数"),
          ],
          numeric: [1, 2, 3],
          rows: report.material.actions.map { tally in
            ["\(tally.department)"]
              + [tally.actions, tally.minutes, tally.people].map(NumberText.whole)
          })
      ],
      nothing: say("No action was logged.", "実施の記録はありません。"))
  }

  var late: DocumentSection {
    let lines = report.material.late.map { entry in
      labeled(entry.subject, list([kind(entry.kind), entry.text]))
    }
    return section(
      say("Recorded late", "後から記録されたもの"), [.list(lines)],
      nothing: say("Nothing was recorded after the period.", "期間後に記録されたものはありません。"))
  }

  private func kind(_ kind: String) -> String {
    switch kind {
    case "action": say("action", "実施")
    case "observation": say("observation", "実績値")
    default: CycleStepKind(rawValue: kind).map(step) ?? kind
    }
  }

  private func step(_ kind: CycleStepKind) -> String {
    switch kind {
    case .journalOpened: say("journal opened", "記録開始")
    case .planned: say("plan", "計画")
    case .amended: say("amendment", "計画変更")
    case .checked: say("check", "評価")
    case .acted: say("act", "改善")
    case .cancelled: say("cancellation", "取りやめ")
    case .obstacle: say("obstacle", "障害")
    case .linked: say("next cycle", "次のミニPDCA")
    case .practice: say("standard practice", "標準化")
    }
  }
}
