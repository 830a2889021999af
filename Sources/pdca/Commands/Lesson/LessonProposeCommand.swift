import ArgumentParser
import Bilingual
import Domain
import Tracker

extension LessonGroup {
  struct ProposeCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "propose", "Propose a validated lesson to other departments.",
        "検証済みの教訓の横展開を、ほかの部門に提案します。",
        examples: ["pdca lesson propose SALES-L3 --to DEV --to WEST 'Same template, same rework'"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @OptionGroup var department: DepartmentOption

    @Argument(help: help("The lesson.", "教訓の ID。")) var lesson: String
    @Argument(help: help("Why it would help there.", "提案の理由。")) var why: String?
    @Option(help: help("A department; may be repeated.", "提案先の部門。繰り返し可。"))
    var to: [String] = []

    func run(at desk: Desk) throws {
      let id = try desk.known(lesson, .lesson, in: department)
      let departments = try to.map { try desk.department(named: $0) }
      let why = try why ?? desk.ask(.reason, "<why>", desk.answer.say("Why", "提案の理由"))
      let outcome = try desk.tracker.lesson(
        .proposeRollOut(to: departments, why: why), on: id,
        desk.order(in: id.department, writing))
      let names = Phrase.list(departments, desk.answer)
      desk.answer.recorded(
        outcome, id: "\(id)",
        Phrase(
          en: "\(id) is proposed to \(names).", ja: "教訓 \(id) の横展開を \(names) に提案しました。"),
        next: departments.prefix(1).map { Phrase(both: "pdca lesson adopt \(id) -d \($0)") })
    }
  }
}
