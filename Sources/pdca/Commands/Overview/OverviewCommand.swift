import ArgumentParser
import Bilingual
import Domain
import Office
import Presentation
import ReadModels
import Reviews
import Terminal
import Wording

struct OverviewCommand: ReadingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "overview",
      "The organization at a glance: what is getting worse, what waits for a decision, how long.",
      "組織全体の状況（悪化している指標、判断待ちの事項、意思決定にかかる日数）を一覧で表示します。",
      examples: ["pdca overview", "pdca overview --as-of 2026-10-31"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var time: TimeOptions

  func run(at desk: Desk) throws {
    try desk.noteUnseen()
    let overview = try desk.office.overview()
    desk.answer.give(json: overview.json) { OverviewText(overview, desk).lines }
  }
}

/// The overview for a terminal.
private struct OverviewText {
  let overview: Overview
  let desk: Desk
  private var answer: Answer { desk.answer }

  init(_ overview: Overview, _ desk: Desk) {
    self.overview = overview
    self.desk = desk
  }

  var lines: [String] {
    let vision = overview.vision.map { answer.layout.paragraph($0.statement) } ?? []
    return answer.layout.heading(overview.organization) + vision + [""]
      + standings.lines(answer.layout) + asked + pace
  }

  private var standings: Table {
    var table = Table([
      .init("KPI", minimumWidth: 12, priority: 2),
      .init(answer.say("Variation", "ばらつき"), minimumWidth: 10, priority: 2),
      .init(answer.say("Target", "目標"), minimumWidth: 10, priority: 1),
      .init(answer.say("Latest", "最新"), align: .right, minimumWidth: 8, priority: 2),
      .init(answer.say("Name", "名称"), minimumWidth: 10, overflow: .wrap),
    ])
    for standing in overview.rows.flatMap(\.standings).sorted(by: KPIStanding.isWorse) {
      table.add([
        Cell("\(standing.kpi.reference)", .id),
        Cell(
          standing.variation.words(answer.language),
          standing.variation == .concern ? .warn : nil),
        Cell(standing.assurance.words(answer.language)),
        Cell(standing.value(answer.language) ?? "–"), Cell(standing.kpi.name),
      ])
    }
    return table
  }

  private var asked: [String] {
    guard !overview.asked.isEmpty else { return [] }
    return [""] + answer.layout.heading(answer.say("Waiting for a decision", "判断待ち"))
      + overview.asked.flatMap { asked in
        answer.layout.bullets([Cell(text(asked))]) + ["    " + asked.command(answer.language)]
      }
  }

  private func text(_ asked: Overview.Asked) -> String {
    answer.say(
      "\(asked.kindWords.en) \(asked.id): \(asked.text) (\(asked.days) days)",
      "\(asked.kindWords.ja) \(asked.id): \(asked.text)（\(asked.days)日）")
  }

  private var pace: [String] {
    guard let latest = overview.leadTimes.last else { return [] }
    let days = NumberText(language: answer.language).computed(latest.medianDays)
    let month = DateText.month(latest.month, answer.language)
    return [""]
      + answer.layout.paragraph(
        answer.say(
          "Decisions on issues took a median of \(days) days in \(month) (n=\(latest.decided)).",
          "課題の決定までの日数の中央値は\(month)に\(days)日（n=\(latest.decided)）。"))
  }
}
