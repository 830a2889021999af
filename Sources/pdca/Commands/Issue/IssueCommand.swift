import ArgumentParser
import Bilingual
import Domain
import Office
import Orders
import Wording

struct IssueCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .of(
      "issue", "Issues and opinions, raised to the layer that decides them.",
      "現場などからの課題と、その決定。",
      subcommands: [RaiseCommand.self, DecideCommand.self, ListCommand.self, ShowCommand.self])
  }
}

extension IssueCommand {
  struct RaiseCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "raise", "Raise an issue to a layer: executive, promoter or field.",
        "階層（executive、promoter、field）に課題や意見を提起します。",
        examples: [
          "pdca issue raise 'We may not use customer data in prompts' --to executive",
          "pdca issue raise '議事録の形式がばらばら' --to promoter --cycle SALES-12",
        ])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @OptionGroup var department: DepartmentOption

    @Argument(help: help("The issue.", "提起する内容。")) var issue: String?

    @Option(help: help("The layer that is to decide.", "決定を求める階層。")) var to: Layer = .promoter

    @Option(help: help("The cycle it came up in.", "きっかけとなったミニPDCA。")) var cycle: String?

    func run(at desk: Desk) throws {
      let cycle = try cycle.map { try desk.known($0, .cycle, in: department) }
      let home = try desk.home(of: cycle.map { [$0] } ?? [], department)
      let issue =
        try issue ?? desk.ask(.text, "<issue>", desk.answer.say("What is the issue", "提起する内容"))
      let (id, outcome) = try desk.office.raise(
        issue, to: to, cycle: cycle, desk.order(in: home, writing, commutes: true))
      let name = ItemName(id, title: issue)
      desk.answer.recorded(
        outcome, id: "\(id)", name: name.phrase,
        Phrase(
          en: "\(name.en) is raised to the layer \(to.words.en).",
          ja: "\(name.ja)を\(to.words.ja)に提起しました。"))
    }
  }
}

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

    @Argument(
      help: help("The issue (SALES-I4, or 4).", "課題の ID（SALES-I4、または 4）。"),
      completion: .ids(.issues))
    var issue: String

    @Argument(help: help("What is decided.", "決定事項。")) var decision: String?

    @Option(help: help("Why.", "決定の理由。")) var why: String?

    func run(at desk: Desk) throws {
      let id = try desk.known(issue, .issue, in: department)
      let decision =
        try decision ?? desk.ask(.text, "<decision>", desk.answer.say("What is decided", "決定事項"))
      let name = try desk.name(of: id)
      let outcome = try desk.office.decide(
        decision, why: why, on: id, desk.order(in: id.department, writing))
      desk.answer.recorded(
        outcome, id: "\(id)", name: name.phrase,
        Phrase(en: "\(name.en) is decided.", ja: "\(name.ja)を決定しました。"))
    }
  }
}
