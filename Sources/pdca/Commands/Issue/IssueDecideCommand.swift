import ArgumentParser
import Bilingual
import Domain
import Tracker

extension IssueCommand {
  struct DecideCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "decide", "Decide an issue, as the layer addressed or as an executive.",
        "課題を決定します（提起先の階層または経営層が行います）。",
        examples: ["pdca issue decide SALES-I4 'Use the masked copy' --why 'Law before speed'"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @OptionGroup var department: DepartmentOption

    @Argument(help: help("The issue (SALES-I4, or 4).", "課題の ID（SALES-I4、または 4）。"))
    var issue: String

    @Argument(help: help("What is decided.", "決定事項。")) var decision: String?

    @Option(help: help("Why.", "決定の理由。")) var why: String?

    func run(at desk: Desk) throws {
      let id = try desk.known(issue, .issue, in: department)
      let decision =
        try decision ?? desk.ask(.text, "<decision>", desk.answer.say("What is decided", "決定事項"))
      let outcome = try desk.tracker.decide(
        decision, why: why, on: id, desk.order(in: id.department, writing))
      desk.answer.recorded(
        outcome, id: "\(id)", Phrase(en: "\(id) is decided.", ja: "\(id) を決定しました。"))
    }
  }
}
