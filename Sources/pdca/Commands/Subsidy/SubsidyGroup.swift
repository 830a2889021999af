import ArgumentParser
import Bilingual
import Domain
import Office
import Orders

struct SubsidyGroup: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .of(
      "subsidy",
      "The employer's own papers for a training's subsidy, from the records; no legal advice.",
      "助成金（人材開発支援助成金）の書類を、事業主が自社の記録から作成します（法的助言ではありません）。",
      subcommands: [
        CheckCommand.self, DueCommand.self, PlanCommand.self, ChangeCommand.self,
        ClaimCommand.self, ProviderCommand.self, CurriculumCommand.self, HoursCommand.self,
        TimesCommand.self, AttendCommand.self, ExpenseCommand.self, StateCommand.self,
        FiledCommand.self,
      ])
  }
}

extension DayPartKind: TypedWord {}
extension SubjectNature: TypedWord {}
extension TrainingDelivery: TypedWord {}
extension TrainingExpenseKind: TypedWord {}
extension SubsidyCondition: TypedWord {}
extension SubsidyFiling: TypedWord {}

extension SubsidyGroup {
  struct ProviderCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "provider", "Record who holds the training, and the contract.", "訓練機関と契約を記録します。",
        examples: [
          "pdca subsidy provider HQ-D1 '株式会社研修' --contracted 2026-03-02 --delivery classroom"
        ])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @Argument(help: help("The design.", "研修設計の ID。"), completion: .ids(.designs)) var design: String
    @Argument(help: help("The provider's name.", "訓練機関の名称。")) var name: String
    @Option(parsing: .unconditional, help: help("The contract's day.", "契約日。"))
    var contracted: String?
    @Option(help: help("The contract's or estimate's number.", "契約書・見積書の番号。"))
    var reference: String?
    @Option(
      help: help(
        "classroom, liveOnline, eLearning, correspondence or subscription.",
        "訓練の形態（classroom 対面、liveOnline 同時双方向、eLearning、correspondence 通信制、subscription 定額制）。"))
    var delivery: TrainingDelivery = .classroom
    @Flag(help: help("The establishment holds it itself.", "事業内訓練（自社で実施）です。")) var inHouse = false
    @Option(
      help: help(
        "How the contract came about, and any offer that lowers the cost.",
        "契約に至った経緯、費用を減額する提案の有無。"))
    var story: String?

    func run(at desk: Desk) throws {
      let id = try desk.design(design)
      let provider = TrainingProvider(
        name: name, contractedOn: try contracted.map { try desk.date($0, "--contracted") },
        reference: reference, delivery: delivery, isInHouse: inHouse, story: story)
      try desk.record(
        .contract(provider), on: id, writing,
        Phrase(en: "\(id): the provider is recorded.", ja: "\(id) の訓練機関を記録しました。"))
    }
  }

  struct CurriculumCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "curriculum", "Set the curriculum: subjects with their hours.", "カリキュラム（科目と時間）を設定します。",
        examples: [
          "pdca subsidy curriculum HQ-D1 --subject '生成AIの基礎=6h' --subject '業務設計演習=6h30m'",
          "pdca subsidy curriculum HQ-D1 --subject '生成AI=8h' --other 'general:マナー=1h'",
        ])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @Argument(help: help("The design.", "研修設計の ID。"), completion: .ids(.designs)) var design: String
    @Option(
      help: help(
        "A subject for the duties with its time: 'TITLE=3h'; may be repeated.",
        "職務に関連する科目と時間（'科目=3h'、複数指定可）。"))
    var subject: [String] = []
    @Option(
      help: help(
        "A subject that is no training for the duties: 'general:TITLE=1h' (general, hobby, ordinaryWork, "
          + "conference).",
        "対象外の科目（'general:科目=1h'。general 共通知識、hobby 趣味、ordinaryWork 通常業務、conference 会議等）。"))
    var other: [String] = []

    func run(at desk: Desk) throws {
      let id = try desk.design(design)
      let subjects =
        try subject.map { try Self.subject($0, .duties) } + other.map { try Self.other($0) }
      try desk.record(
        .setCurriculum(subjects), on: id, writing,
        Phrase(en: "\(id): the curriculum is set.", ja: "\(id) のカリキュラムを設定しました。"))
    }

    private static func subject(
      _ text: String, _ nature: SubjectNature
    ) throws -> CurriculumSubject {
      guard let sign = text.lastIndex(where: { "=＝".contains($0) }) else {
        throw InputFault.unreadable(argument: "--subject", text: text, wanted: .minutes)
      }
      return CurriculumSubject(
        title: String(text[..<sign]),
        minutes: try Read.minutes(
          String(text[text.index(after: sign)...]).halfWidth, "--subject"),
        nature: nature)
    }

    private static func other(_ text: String) throws -> CurriculumSubject {
      guard let sign = text.firstIndex(of: ":"),
        let nature = SubjectNature(rawValue: String(text[..<sign]))
      else { throw InputFault.unreadable(argument: "--other", text: text, wanted: .text) }
      return try subject(String(text[text.index(after: sign)...]), nature)
    }
  }

  struct HoursCommand: WritingCommand {
    static var configuration: CommandConfiguration {
      .of(
        "hours", "State scheduled working hours, of all or of some people.",
        "所定労働時間を記録します（全員、または一部の人）。",
        examples: [
          "pdca subsidy hours HQ-D1 9:00-17:00 --break 12:00-13:00 --off 6 --off 7",
          "pdca subsidy hours HQ-D1 10:00-16:00 --break 12:00-13:00 --account suzuki",
        ])
    }

    @OptionGroup var global: GlobalOptions
    @OptionGroup var writing: WritingOptions
    @Argument(help: help("The design.", "研修設計の ID。"), completion: .ids(.designs)) var design: String
    @Argument(help: help("From and to: 9:00-17:00.", "始業と終業（9:00-17:00）。")) var hours: String
    @Option(name: .customLong("break"), help: help("A break; may be repeated.", "休憩（複数指定可）。"))
    var breaks: [String] = []
    @Option(
      help: help(
        "A weekday off, 1 Monday to 7 Sunday; may be repeated.", "休日の曜日（1 月曜〜7 日曜、複数指定可）。"))
    var off: [Int] = []
    @Option(
      parsing: .unconditionalSingleValue,
      help: help("A holiday; may be repeated.", "祝日などの休日（複数指定可）。"))
    var holiday: [String] = []
    @Option(
      help: help("Whose they are; may be repeated.", "対象者のアカウント（複数指定可）。"),
      completion: .ids(.members))
    var account: [String] = []

    func run(at desk: Desk) throws {
      let id = try desk.design(design)
      let hours = WorkingHours(
        span: try Read.span(hours, "HOURS"),
        breaks: try breaks.map { try Read.span($0, "--break") }, daysOff: off,
        holidays: try holiday.map { try desk.date($0, "--holiday") },
        accounts: try account.map(Read.account))
      try desk.record(
        .stateHours(hours), on: id, writing,
        Phrase(en: "\(id): scheduled working hours are stated.", ja: "\(id) の所定労働時間を記録しました。"))
    }
  }
}

extension Desk {
  func record(
    _ command: SubsidyCommand, on id: ItemID, _ writing: WritingOptions, _ done: Phrase
  ) throws {
    let outcome = try office.record(
      command, on: id, order(in: id.department, writing, commutes: true))
    answer.recorded(
      outcome, id: "\(id)", done, next: [Phrase(both: "pdca subsidy check \(id)")])
  }
}
