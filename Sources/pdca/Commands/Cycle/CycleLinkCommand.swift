import ArgumentParser
import Bilingual
import Domain
import Tracker

extension CycleGroup {
  struct LinkCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "link", "Say in which cycle a checked one goes on.",
        "評価したミニPDCAに、続きのミニPDCAを関連付けます。",
        examples: ["pdca cycle link SALES-12 SALES-15"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @OptionGroup var department: DepartmentOption

    @Argument(help: help("The checked cycle.", "評価済みのミニPDCA。")) var cycle: String
    @Argument(help: help("The next one.", "次のミニPDCA。")) var next: String

    func run(at desk: Desk) throws {
      let id = try desk.known(cycle, .cycle, in: department)
      let next = try desk.known(next, .cycle, in: department)
      let outcome = try desk.tracker.cycle(
        .link(next: next), on: id, desk.order(in: id.department, writing))
      desk.answer.recorded(
        outcome, id: "\(id)",
        Phrase(en: "\(id) goes on in \(next).", ja: "\(id) の続きを \(next) に関連付けました。"))
    }
  }
}
