import ArgumentParser
import Bilingual
import Domain
import Tracker

struct CancelCommand: WritingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "cancel", "Give a cycle up before it is decided on.", "ミニPDCAを取りやめます。",
      examples: ["pdca cancel SALES-12 --reason 'The customer left'"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var department: DepartmentOption

  @Argument(help: help("The cycle.", "ミニPDCAの ID。")) var cycle: String

  @Option(help: help("Why it is given up.", "取りやめる理由。")) var reason: String?

  func run(at desk: Desk) throws {
    let id = try desk.known(cycle, .cycle, in: department)
    let reason =
      try reason ?? desk.ask(.reason, "--reason", desk.answer.say("Why it is given up", "取りやめる理由"))
    let outcome = try desk.tracker.cycle(
      .cancel(reason: reason), on: id, desk.order(in: id.department, writing))
    desk.answer.recorded(
      outcome, id: "\(id)", Phrase(en: "\(id) is cancelled.", ja: "\(id) を取りやめました。"))
  }
}
