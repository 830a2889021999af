import Bilingual
import Domain
import Presentation
import ReadModels
import Reviews
import Statistics
import Tables

/// The return as sheets: the same figures as the JSON has, as numbers.
struct ReturnSheets {
  private let report: ReturnReport
  private let language: Language

  init(_ report: ReturnReport, _ language: Language) {
    (self.report, self.language) = (report, language)
  }

  var sheets: [SheetTable] { [summary, trainings, returns, costs, gains, areas, gaps, events] }

  private func say(_ en: String, _ ja: String) -> String { language.choose(en, ja) }

  /// An amount in the currency's major unit, of minor units to the nearest.
  private func money(_ minor: Double) -> SheetTable.Value {
    let places = Currency.decimals(of: report.currency) ?? 2
    let divisor = (0..<places).reduce(1.0) { number, _ in number * 10 }
    let format = places == 0 ? "#,##0" : "#,##0." + String(repeating: "0", count: places)
    return .number(minor.rounded() / divisor, format: format)
  }

  private func number(_ value: Double?, _ format: String? = nil) -> SheetTable.Value {
    value.map { .number($0, format: format) } ?? .empty
  }

  private func count(_ value: Int?) -> SheetTable.Value { number(value.map(Double.init), "0") }

  private var costColumns: [String] {
    [say("Cost", "費用"), say("Subsidy", "助成金"), say("Net cost", "助成金控除後の費用")]
  }

  private var returnColumns: [String] {
    [
      say("Gained so far", "これまでの効果額"), say("from (95 %)", "95%区間の下限"),
      say("to (95 %)", "95%区間の上限"), say("in a year", "年間効果額"),
      say("ROI %", "ROI（%）"), say("ROI % net of subsidy", "ROI（%、助成金控除後）"),
      say("Benefit ÷ cost", "費用便益比"), say("Payback in months", "回収期間（月）"),
    ]
  }

  private var figureColumns: [String] { costColumns + returnColumns }

  private func cells(_ figures: ReturnFigures) -> [SheetTable.Value] {
    costs(figures) + returns(figures)
  }

  private func costs(_ figures: ReturnFigures) -> [SheetTable.Value] {
    [money(figures.cost), money(figures.subsidy), money(figures.net)]
  }

  private func returns(_ figures: ReturnFigures) -> [SheetTable.Value] {
    let (benefit, interval) = (figures.benefit.value, figures.benefit.interval)
    return [
      money(benefit), money(interval.lowerBound), money(interval.upperBound),
      money(figures.yearly.value),
      number(figures.percent(of: figures.cost), "0.0"),
      number(figures.percent(of: figures.net), "0.0"),
      number(figures.ratio(to: figures.cost), "0.00"),
      number(figures.paybackMonths(of: figures.cost), "0.0"),
    ]
  }

  private var summary: SheetTable {
    let words = ReturnWords(report, language)
    let figures: [[SheetTable.Value]] = zip(figureColumns, cells(words.figures)).map {
      [.text($0), $1]
    }
    return SheetTable(
      name: say("Return", "投資対効果"),
      columns: [words.document.title, "\(report.currency)"],
      rows: [[.text(words.document.subtitle), .day(report.today)]] + figures)
  }

  private var trainings: SheetTable {
    SheetTable(
      name: say("Trainings", "研修"),
      columns: [
        "ID", say("Training", "研修"), say("Sessions", "回数"), say("People", "参加人数"),
        say("Hours", "延べ時間"), say("Tried in 14 days", "14日以内に試行"),
        say("Use cases", "活用構想"),
      ] + costColumns,
      rows: report.designs.map { inputs($0) + costs($0.figures) })
  }

  private var returns: SheetTable {
    SheetTable(
      name: say("Return by training", "研修別の効果"), columns: ["ID"] + returnColumns,
      rows: report.designs.map { [SheetTable.Value.text("\($0.id)")] + returns($0.figures) })
  }

  private func inputs(_ design: DesignReturn) -> [SheetTable.Value] {
    [
      .text("\(design.id)"), .text(design.title), count(design.sessions.count),
      count(design.attendees), number(design.minutes.map { Double($0) / 60 }, "0.0"),
      count(design.application.tried), count(design.application.concepts),
    ]
  }

  private var costs: SheetTable {
    SheetTable(
      name: say("Costs", "費用"),
      columns: [
        "ID", say("Kind", "区分"), report.currency, say("Minutes", "分"), say("Events", "イベント数"),
      ],
      rows: report.designs.flatMap { design in design.costs.map { cells($0, of: design) } })
  }

  private func cells(_ cost: CostSum, of design: DesignReturn) -> [SheetTable.Value] {
    [
      .text("\(design.id)"), .text(cost.kind.words(language)), money(cost.amount),
      count(cost.minutes), count(cost.sources.count),
    ]
  }

  /// Where the figures stand in the logs, so many a row that they fit on paper.
  private var events: SheetTable {
    let named = report.designs.flatMap { design in
      design.costs.map { ("\(design.id)", $0.kind.words(language), $0.sources) }
        + design.gains.compactMap { one in
          one.gain.effect.map { effect in
            (
              "\(design.id)", "\(one.kpi)",
              effect.positions.map { "\(one.kpi.department)@\($0)" }
                + (one.money?.values.map(\.entry.place) ?? [])
            )
          }
        }
    }
    return SheetTable(
      name: say("Events", "記録位置"),
      columns: ["ID", say("Figure", "項目"), "pdca audit why …"],
      rows: named.flatMap { id, name, sources in
        stride(from: 0, to: sources.count, by: 5).map { first in
          [
            SheetTable.Value.text(id), .text(name),
            .text(sources[first..<min(first + 5, sources.count)].joined(separator: " ")),
          ]
        }
      })
  }

  private var gains: SheetTable {
    SheetTable(
      name: "KPI",
      columns: [
        "ID", "KPI", say("Name", "名称"), say("Unit", "単位"), say("Finding", "判定"),
        say("Since", "開始"), say("Before", "以前"), say("Now", "現在"), say("Change", "変化"),
        say("from (95 %)", "95%区間の下限"), say("to (95 %)", "95%区間の上限"),
        say("Periods", "期間数"), say("Gained", "効果額"), say("in a year", "年間効果額"),
        say("Target", "目標値"), say("To target", "目標までの差"),
      ],
      rows: report.designs.flatMap { design in
        design.gains.map { [SheetTable.Value.text("\(design.id)")] + cells($0) }
      })
  }

  private func cells(_ one: CreditedGain) -> [SheetTable.Value] {
    let (kpi, effect) = (one.gain.kpi, one.gain.effect)
    let interval = effect?.change.interval()
    let format = kpi.measure == .proportion ? "0.00%" : "#,##0.00"
    func level(_ value: Double?) -> SheetTable.Value { number(value, format) }
    return [
      .text("\(one.kpi)"), .text(kpi.name), .text(kpi.unit),
      .text(one.gain.finding.words(language)), effect.map { .day($0.onset) } ?? .empty,
      level(effect?.before.mean), level(effect?.now.mean), level(effect?.change.value),
      level(interval?.lowerBound), level(interval?.upperBound), count(effect?.periods),
      one.money.map { money($0.total.value) } ?? .empty,
      one.money.map { money($0.yearly.value) } ?? .empty, level(kpi.target),
      level(effect.flatMap { effect in kpi.target.map { effect.now.mean - $0 } }),
    ]
  }

  private var areas: SheetTable {
    SheetTable(
      name: say("Value areas", "価値領域"), columns: [say("Area", "領域")] + figureColumns,
      rows: report.areas.map { [SheetTable.Value.text($0.name)] + cells($0.figures) })
  }

  private var gaps: SheetTable {
    SheetTable(
      name: say("Not known", "不明な点"), columns: [say("What", "内容"), say("Command", "コマンド")],
      rows: report.gaps.map { gap in
        let (words, command) = gap.words(language)
        return [SheetTable.Value.text(words), .text(command)]
      })
  }
}
