import ArgumentParser
import Bilingual
import Domain
import Office
import Orders

struct CycleGroup: ParsableCommand {
  static var configuration: CommandConfiguration {
    .of(
      "cycle", "Cycles: list, show, link to the next, make a standard of.",
      "ミニPDCAの一覧、詳細、次への関連付け、標準化。",
      subcommands: [
        ListCommand.self, ShowCommand.self, LinkCommand.self, StandardiseCommand.self,
        CalibrationCommand.self,
      ])
  }
}

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

    @Argument(help: help("The adopted cycle.", "採用したミニPDCA。"), completion: .ids(.cycles)) var cycle:
      String
    @Argument(help: help("The practice.", "標準とする手順。")) var practice: String?
    @Option(help: help("Where it is written down.", "手順書の場所。")) var link: String?

    func run(at desk: Desk) throws {
      let id = try desk.known(cycle, .cycle, in: department)
      let practice =
        try practice ?? desk.ask(.text, "<practice>", desk.answer.say("The practice", "標準とする手順"))
      let name = try desk.name(of: id)
      let outcome = try desk.office.record(
        .standardise(practice: practice, link: link), on: id,
        desk.order(in: id.department, writing))
      desk.answer.recorded(
        outcome, id: "\(id)", name: name.phrase,
        Phrase(en: "\(name.en): the practice is a standard now.", ja: "\(name.ja)の手順を標準化しました。"),
        next: [
          Phrase(
            en: "pdca lesson draft \"<title>\" --cycle \(id)",
            ja: "pdca lesson draft \"<題名>\" --cycle \(id)")
        ])
    }
  }
}

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

    @Argument(help: help("The checked cycle.", "評価済みのミニPDCA。"), completion: .ids(.cycles))
    var cycle: String
    @Argument(help: help("The next one.", "次のミニPDCA。"), completion: .ids(.cycles)) var next: String

    func run(at desk: Desk) throws {
      let id = try desk.known(cycle, .cycle, in: department)
      let next = try desk.known(next, .cycle, in: department)
      let outcome = try desk.office.record(
        .link(next: next), on: id, desk.order(in: id.department, writing))
      let (name, other) = (try desk.name(of: id), try desk.name(of: next))
      desk.answer.recorded(
        outcome, id: "\(id)", name: name.phrase,
        Phrase(
          en: "\(name.en) goes on in \(other.en).",
          ja: "\(name.ja)の続きを \(other.ja) に関連付けました。"))
    }
  }
}

struct ObstacleCommand: WritingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "obstacle", "Report what stands in a cycle's way.", "ミニPDCAの障害を報告します。",
      examples: ["pdca obstacle SALES-12 'Two of five have no licence yet'"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var department: DepartmentOption

  @Argument(help: help("The cycle.", "ミニPDCAの ID。"), completion: .ids(.cycles)) var cycle: String

  @Argument(help: help("What stands in the way.", "障害の内容。")) var text: String?

  func run(at desk: Desk) throws {
    let id = try desk.known(cycle, .cycle, in: department)
    let text =
      try text ?? desk.ask(.text, "<text>", desk.answer.say("What stands in the way", "障害の内容"))
    let name = try desk.name(of: id)
    let outcome = try desk.office.record(
      .report(obstacle: text), on: id, desk.order(in: id.department, writing, commutes: true))
    desk.answer.recorded(
      outcome, id: "\(id)", name: name.phrase,
      Phrase(en: "\(name.en): obstacle reported.", ja: "\(name.ja) に障害を記録しました。"),
      next: [
        Phrase(
          en: "pdca issue raise \"<issue>\" --to promoter --cycle \(id)",
          ja: "pdca issue raise \"<内容>\" --to promoter --cycle \(id)")
      ])
  }
}

struct WithdrawCommand: WritingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "withdraw", "Take back an action logged by mistake; it stays in the log.",
      "誤って記録した実施内容を取り消します。記録そのものは残ります。",
      examples: ["pdca withdraw SALES-12 3 --reason 'Belongs to SALES-13'"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var department: DepartmentOption

  @Argument(help: help("The cycle.", "ミニPDCAの ID。"), completion: .ids(.cycles)) var cycle: String

  @Argument(
    help: help("The action's entry number, as cycle show gives it.", "実施内容の記録番号 (cycle show で確認)。"))
  var action: String

  @Option(help: help("Why it is taken back.", "取り消しの理由。")) var reason: String?

  func run(at desk: Desk) throws {
    let id = try desk.known(cycle, .cycle, in: department)
    guard let action = Int(action.halfWidth), action > 0 else {
      throw InputFault.unreadable(argument: "ACTION", text: action, wanted: .wholeNumber)
    }
    let reason =
      try reason
      ?? desk.ask(.reason, "--reason", desk.answer.say("Why it is taken back", "取り消しの理由"))
    let name = try desk.name(of: id)
    let outcome = try desk.office.record(
      .withdraw(action: action, reason: reason), on: id, desk.order(in: id.department, writing))
    desk.answer.recorded(
      outcome, id: "\(id)", name: name.phrase,
      Phrase(
        en: "\(name.en): the action with entry number \(action) is withdrawn.",
        ja: "\(name.ja)の実施内容（記録番号\(action)）を取り消しました。"))
  }
}

struct CancelCommand: WritingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "cancel", "Give a cycle up before it is decided on.", "ミニPDCAを取りやめます。",
      examples: ["pdca cancel SALES-12 --reason 'The customer left'"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var department: DepartmentOption

  @Argument(help: help("The cycle.", "ミニPDCAの ID。"), completion: .ids(.cycles)) var cycle: String

  @Option(help: help("Why it is given up.", "取りやめる理由。")) var reason: String?

  func run(at desk: Desk) throws {
    let id = try desk.known(cycle, .cycle, in: department)
    let reason =
      try reason ?? desk.ask(.reason, "--reason", desk.answer.say("Why it is given up", "取りやめる理由"))
    let name = try desk.name(of: id)
    let outcome = try desk.office.record(
      .cancel(reason: reason), on: id, desk.order(in: id.department, writing))
    desk.answer.recorded(
      outcome, id: "\(id)", name: name.phrase,
      Phrase(en: "\(name.en) is cancelled.", ja: "\(name.ja)を取りやめました。"))
  }
}
