import ArgumentParser
import Bilingual
import Domain
import Tracker

extension LessonGroup {
  struct AdoptCommand: DeskCommand {
    static var configuration: CommandConfiguration {
      .of(
        "adopt", "Take another department's lesson up in your own.",
        "ほかの部門の教訓を、自部門で採用します。",
        examples: ["pdca lesson adopt SALES-L3 --cycle DEV-4"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @OptionGroup var department: DepartmentOption

    @Argument(help: help("The lesson.", "教訓の ID。")) var lesson: String
    @Option(help: help("Your cycle in which it is tried.", "試行する自部門のミニPDCA。"))
    var cycle: String?
    @Option(help: help("A note.", "メモ。")) var note: String?

    func run(at desk: Desk) throws {
      let home = try desk.department(department)
      let id = try desk.known(lesson, .lesson, in: department)
      let cycle = try cycle.map { try desk.item($0, .cycle, in: department) }
      let outcome = try desk.tracker.adoption(
        .adopt(lesson: id, cycle: cycle, note: note), desk.order(in: home, writing))
      desk.answer.recorded(
        outcome, id: "\(id)",
        Phrase(en: "\(home) adopts \(id).", ja: "\(home) で教訓 \(id) を採用しました。"),
        next: [
          Phrase(
            en: "pdca lesson measure \(id) <kpi> --before <number> --after <number>",
            ja: "pdca lesson measure \(id) <KPI> --before <数値> --after <数値>")
        ])
    }
  }
}
