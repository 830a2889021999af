import ArgumentParser
import Bilingual
import Domain
import Office
import Orders
import Presentation
import ReadModels
import Reviews
import Terminal

struct ProposeGroup: ParsableCommand {
  static var configuration: CommandConfiguration {
    .of(
      "propose", "Propose changes from what was tried for like problems; decline one.",
      "似た困りごとに対する過去の取り組みから、打ち手を提案します。見送りも記録できます。",
      subcommands: [ListCommand.self, DeclineCommand.self], defaultSubcommand: ListCommand.self)
  }
}

extension ProposeGroup {
  struct ListCommand: ReadingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "list", "Propose changes for a KPI, or for the outcome KPIs of a department.",
        "KPI、または部門の成果KPIに対する打ち手を提案します。",
        examples: ["pdca propose", "pdca propose --kpi proposal-hours --problem '提案書に時間がかかる'"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var time: TimeOptions
    @OptionGroup var department: DepartmentOption

    @Option(
      help: help("The KPI (close-rate, or SALES/close-rate).", "KPIコード。"), completion: .ids(.kpis))
    var kpi: String?

    @Option(help: help("What is wrong, in words.", "困りごと。")) var problem: String?

    @Flag(help: help("Those that were declined, too.", "見送ったものも表示します。")) var all = false

    func run(at desk: Desk) throws {
      try desk.noteUnseen()
      let reference = try kpi.map { try desk.definedKPI($0, in: department).reference }
      let home = reference == nil ? try desk.department(department) : nil
      let found = try desk.office.proposals(
        for: reference, of: home, problem: problem, includingDeclined: all)
      let answer = desk.answer
      answer.give(json: found.listJSON) {
        if found.isEmpty {
          return [
            answer.say(
              "Nothing like it was tried with success yet. See what was learned:  pdca lesson search '<problem>'",
              "似た取り組みの成果はまだ記録されていません。教訓を探す:  pdca lesson search '<困りごと>'")
          ]
        }
        return found.enumerated().flatMap { place, proposal -> [String] in
          let lines = proposal.lines(answer.language)
          return (place == 0 ? [] : [""]) + answer.layout.heading(safe(lines[0]))
            + lines.dropFirst().flatMap { answer.layout.paragraph(safe($0), indent: 2) }
        }
      }
    }
  }

  struct DeclineCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "decline", "Turn a proposal down, with the reason; later proposals count it.",
        "提案を見送り、理由を記録します。以後の提案に反映されます。",
        examples: ["pdca propose decline SALES-3 --kpi proposal-hours --reason 'Other customers'"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @OptionGroup var department: DepartmentOption

    @Argument(help: help("The case that leads it.", "提案の先頭の事例。"), completion: .ids(.cycles))
    var cycle: String

    @Option(
      help: help("The KPI that it was proposed for.", "提案先のKPI。"), completion: .ids(.kpis))
    var kpi: String

    @Option(help: help("Why.", "理由。")) var reason: String?

    func run(at desk: Desk) throws {
      let row = try desk.definedKPI(kpi, in: department)
      let id = try desk.known(cycle, .cycle, in: department)
      let reason = try reason ?? desk.ask(.reason, "--reason", desk.answer.say("Why", "理由"))
      let outcome = try desk.office.decline(
        id, for: row.reference, because: reason, desk.order(in: row.department, writing))
      desk.answer.recorded(
        outcome, id: "\(row.reference)",
        Phrase(
          en: "\(row.reference): the proposal after \(id) is declined.",
          ja: "\(row.reference): \(id) に基づく改善提案を見送りました。"))
    }
  }
}
