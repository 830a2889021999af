import ArgumentParser
import Bilingual
import Domain
import Tracker

extension CycleGroup {
  struct StandardiseCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "standardise", "Record the practice that an adopted change became.",
        "採用した打ち手を標準の手順として記録します。",
        examples: [
          "pdca cycle standardise SALES-12 'First drafts by the assistant' --link wiki/42"
        ],
        aliases: ["standardize"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @OptionGroup var department: DepartmentOption

    @Argument(help: help("The adopted cycle.", "採用したミニPDCA。")) var cycle: String
    @Argument(help: help("The practice.", "標準とする手順。")) var practice: String?
    @Option(help: help("Where it is written down.", "手順書の場所。")) var link: String?

    func run(at desk: Desk) throws {
      let id = try desk.known(cycle, .cycle, in: department)
      let practice =
        try practice ?? desk.ask(.text, "<practice>", desk.answer.say("The practice", "標準とする手順"))
      let outcome = try desk.tracker.cycle(
        .standardise(practice: practice, link: link), on: id,
        desk.order(in: id.department, writing))
      desk.answer.recorded(
        outcome, id: "\(id)",
        Phrase(en: "\(id): the practice is a standard now.", ja: "\(id) の手順を標準化しました。"),
        next: [
          Phrase(
            en: "pdca lesson draft \"<title>\" --cycle \(id)",
            ja: "pdca lesson draft \"<題名>\" --cycle \(id)")
        ])
    }
  }
}
