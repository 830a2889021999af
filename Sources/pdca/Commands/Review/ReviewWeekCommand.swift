import ArgumentParser
import Domain

struct ReviewWeekCommand: ReadingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "week", "The weekly review, written from the records.", "週次レビューを記録から作成します。",
      examples: [
        "pdca review week", "pdca review week 2026-W47 -d SALES",
        "pdca review week yesterday --all --format markdown",
      ])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var report: ReportOptions

  func run(at desk: Desk) throws { try report.write(.weekly, at: desk) }
}

struct ReviewMonthCommand: ReadingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "month", "The monthly analysis: trends, comparison, reuse, lead times, training.",
      "月次分析: 傾向、部門比較、再利用、リードタイム、研修受講。",
      examples: ["pdca review month", "pdca review month 2026-11 --all --format markdown"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var report: ReportOptions

  func run(at desk: Desk) throws { try report.write(.monthly, at: desk) }
}
