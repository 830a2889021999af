import ArgumentParser
import Bilingual
import Domain
import Office
import Orders

extension LessonGroup {
  struct ValidateCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "validate", "Confirm that a lesson holds; its author can't.",
        "教訓が妥当であることを検証します。起案者本人はできません。",
        examples: ["pdca lesson validate SALES-L3 --note 'Same in the west team'"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @OptionGroup var department: DepartmentOption

    @Argument(help: help("The lesson.", "教訓の ID。"), completion: .ids(.lessons)) var lesson: String
    @Option(help: help("A note.", "メモ。")) var note: String?

    func run(at desk: Desk) throws {
      let id = try desk.known(lesson, .lesson, in: department)
      let name = try desk.name(of: id)
      let outcome = try desk.office.record(
        .validate(note: note), on: id, desk.order(in: id.department, writing))
      desk.answer.recorded(
        outcome, id: "\(id)", name: name.phrase, done(name, outcome),
        next: [
          Phrase(
            en: "pdca lesson propose \(id) --to <department> \"<why>\"",
            ja: "pdca lesson propose \(id) --to <部門> \"<理由>\"")
        ])
    }

    /// A validation by the author, in an organization of one, is marked so.
    private func done(_ name: ItemName, _ outcome: Outcome<LessonEvent>) -> Phrase {
      if case .validated(_, alone: true)? = outcome.events.first {
        return Phrase(
          en: "\(name.en) is validated, marked as by its author alone.",
          ja: "教訓 \(name.ja)を検証しました（起案者本人のみによる検証）。")
      }
      return Phrase(en: "\(name.en) is validated.", ja: "教訓 \(name.ja)を検証しました。")
    }
  }
}

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

    @Argument(help: help("The lesson.", "教訓の ID。"), completion: .ids(.lessons)) var lesson: String
    @Argument(help: help("Why it would help there.", "提案の理由。")) var why: String?
    @Option(
      help: help("A department; may be repeated.", "提案先の部門。繰り返し可。"), completion: .ids(.departments))
    var to: [String] = []

    func run(at desk: Desk) throws {
      let id = try desk.known(lesson, .lesson, in: department)
      let departments = try to.map { try desk.department(named: $0) }
      let why = try why ?? desk.ask(.reason, "<why>", desk.answer.say("Why", "提案の理由"))
      let name = try desk.name(of: id)
      let outcome = try desk.office.record(
        .proposeRollOut(to: departments, why: why), on: id,
        desk.order(in: id.department, writing))
      let names = Phrase.list(departments, desk.answer)
      desk.answer.recorded(
        outcome, id: "\(id)", name: name.phrase,
        Phrase(
          en: "\(name.en) is proposed to \(names).",
          ja: "教訓 \(name.ja)の横展開を \(names) に提案しました。"),
        next: departments.prefix(1).map { Phrase(both: "pdca lesson adopt \(id) -d \($0)") })
    }
  }
}

extension LessonGroup {
  struct DeclineCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "decline", "Say why your department does not take a lesson up.",
        "ほかの部門の教訓を採用しない理由を記録します。",
        examples: ["pdca lesson decline SALES-L3 --reason 'We have no templates'"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @OptionGroup var department: DepartmentOption

    @Argument(help: help("The lesson.", "教訓の ID。"), completion: .ids(.lessons)) var lesson: String
    @Option(help: help("Why not.", "採用しない理由。")) var reason: String?

    func run(at desk: Desk) throws {
      let home = try desk.department(department)
      let id = try desk.known(lesson, .lesson, in: department)
      let reason =
        try reason ?? desk.ask(.reason, "--reason", desk.answer.say("Why not", "採用しない理由"))
      let name = try desk.name(of: id)
      let outcome = try desk.office.record(
        .decline(lesson: id, reason: reason), desk.order(in: home, writing))
      desk.answer.recorded(
        outcome, id: "\(id)", name: name.phrase,
        Phrase(en: "\(home) declines \(name.en).", ja: "\(home) では教訓 \(name.ja)を見送りました。"))
    }
  }
}

extension LessonGroup {
  struct RetireCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "retire", "Take a lesson out of use because it no longer holds.",
        "成り立たなくなった教訓を廃止します。",
        examples: ["pdca lesson retire SALES-L3 --reason 'The new tool does it by itself'"])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @OptionGroup var department: DepartmentOption

    @Argument(help: help("The lesson.", "教訓の ID。"), completion: .ids(.lessons)) var lesson: String
    @Option(help: help("Why.", "廃止の理由。")) var reason: String?

    func run(at desk: Desk) throws {
      let id = try desk.known(lesson, .lesson, in: department)
      let reason = try reason ?? desk.ask(.reason, "--reason", desk.answer.say("Why", "廃止の理由"))
      let name = try desk.name(of: id)
      let outcome = try desk.office.record(
        .retire(reason: reason), on: id, desk.order(in: id.department, writing))
      desk.answer.recorded(
        outcome, id: "\(id)", name: name.phrase,
        Phrase(en: "\(name.en) is retired.", ja: "教訓 \(name.ja)を廃止しました。"))
    }
  }
}
