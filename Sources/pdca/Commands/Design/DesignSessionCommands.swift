import ArgumentParser
import Bilingual
import Domain
import Office
import Orders

struct DesignScheduleCommand: WritingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "schedule", "Schedule a session of an approved design.", "承認済みの研修設計にセッションを登録します。",
      examples: [
        "pdca design schedule HQ-D2 'Joint session' --on 2026-12-01 --for executive --for promoter",
        "pdca design schedule HQ-D2 'Field day' --on 2026-12-08 --for field --item 1 --item 2",
      ])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var repetition: RepeatOptions

  @Argument(help: help("The design.", "研修設計の ID。"), completion: .ids(.designs)) var design: String
  @Argument(help: help("The session's title.", "セッションの題名。")) var title: String?
  @Option(help: help("The session's day.", "実施日。")) var on: String
  @Option(
    name: .customLong("for"), help: help("Layer it is for; may be repeated.", "対象の階層 (複数指定可)。"))
  var layers: [Layer] = []
  @Option(help: help("Number of an item it teaches; may be repeated.", "扱う項目の番号 (複数指定可)。"))
  var item: [Int] = []
  @Option(help: help("Why the field comes before its leaders.", "現場を先に行う理由。"))
  var override: String?

  func run(at desk: Desk) throws {
    let id = try desk.design(design)
    let title = try title ?? desk.ask(.title, "<title>", desk.answer.say("Title", "題名"))
    let day = try desk.due(on, "--on")
    let names = try DesignNames(id, desk)
    let outcome = try desk.office.record(
      .schedule(
        SessionPlan(
          date: day, layers: layers, title: title, items: item, overrideReason: override)),
      on: id, desk.order(in: id.department, repetition))
    let session = outcome.scheduled.map { names.session($0, title: title) } ?? names.design.phrase
    desk.answer.recorded(
      outcome, id: "\(id)", name: names.design.phrase,
      Phrase(
        en: "\(session.en) of \(names.design.en) is scheduled for \(day).",
        ja: "\(names.design.ja)の\(session.ja)を \(day) に登録しました。"))
  }
}

extension Outcome<DesignEvent> {
  /// The number of the session that it scheduled.
  fileprivate var scheduled: Int? {
    guard case .sessionScheduled(let session) = events.first else { return nil }
    return session.number
  }
}

struct DesignChangeCommand: WritingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "change", "Move or cancel a session.", "セッションの日程変更または中止を記録します。",
      examples: [
        "pdca design change HQ-D2 1 --on 2026-12-03 --reason 'Hall not free'",
        "pdca design change HQ-D2 1 --cancel --reason 'Too few'",
      ])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var repetition: RepeatOptions

  @Argument(help: help("The design.", "研修設計の ID。"), completion: .ids(.designs)) var design: String
  @Argument(help: help("The session's number.", "セッションの番号。")) var session: Int
  @Option(help: help("The new day.", "新しい実施日。")) var on: String?
  @Flag(help: help("Cancel it.", "中止します。")) var cancel = false
  @Option(help: help("Why.", "理由。")) var reason: String?

  func run(at desk: Desk) throws {
    let id = try desk.design(design)
    let reason = try reason ?? desk.ask(.reason, "--reason", desk.answer.say("Why", "理由"))
    let names = try DesignNames(id, desk)
    let outcome = try desk.office.record(
      .changeSession(
        session: session, date: on.map { try desk.due($0, "--on") }, cancelled: cancel,
        reason: reason), on: id, desk.order(in: id.department, repetition))
    desk.answer.recorded(
      outcome, id: "\(id)", name: names.design.phrase,
      cancel
        ? Phrase(
          en: "\(names.session(session).en) of \(names.design.en) is cancelled.",
          ja: "\(names.design.ja)の\(names.session(session).ja)を中止しました。")
        : Phrase(
          en: "\(names.session(session).en) of \(names.design.en) is changed.",
          ja: "\(names.design.ja)の\(names.session(session).ja)を変更しました。"))
  }
}

struct DesignAttendCommand: WritingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "attend", "Record who attended a session.", "セッションの出席者を記録します。",
      examples: ["pdca design attend HQ-D2 1 suzuki tanaka"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var writing: WritingOptions

  @Argument(help: help("The design.", "研修設計の ID。"), completion: .ids(.designs)) var design: String
  @Argument(help: help("The session's number.", "セッションの番号。")) var session: Int
  @Argument(help: help("Accounts of those who attended.", "出席者のアカウント。")) var accounts: [String] = []

  func run(at desk: Desk) throws {
    let id = try desk.design(design)
    let people = try accounts.map(Read.account)
    let names = try DesignNames(id, desk)
    let outcome = try desk.office.record(
      .recordAttendance(session: session, accounts: people), on: id,
      desk.order(in: id.department, writing, commutes: true))
    desk.answer.recorded(
      outcome, id: "\(id)", name: names.design.phrase,
      Phrase(
        en: "\(names.session(session).en) of \(names.design.en): attendance recorded.",
        ja: "\(names.design.ja)の\(names.session(session).ja)の出席を記録しました。"))
  }
}

struct DesignEvaluateCommand: WritingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "evaluate", "Record what a session was found to have brought (level 0 to 5).",
      "セッションの評価 (レベル0〜5) を記録します。",
      examples: ["pdca design evaluate HQ-D2 1 --level 2 --score 80 --note 'Test after a week'"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var writing: WritingOptions

  @Argument(help: help("The design.", "研修設計の ID。"), completion: .ids(.designs)) var design: String
  @Argument(help: help("The session's number.", "セッションの番号。")) var session: Int
  @Option(
    help: help(
      "0 held or not, 1 reaction, 2 learning, 3 behavior, 4 results, 5 return.",
      "0 実施、1 反応、2 学習、3 行動、4 成果、5 投資対効果。"))
  var level: Int
  @Option(help: help("Percent of the best possible.", "評点 (満点に対する %)。")) var score: String?
  @Option(help: help("A note.", "メモ。")) var note: String?
  @Option(
    help: help(
      "A point of the talent profile that it speaks of; may be repeated.",
      "評価の対象とした人材像の項目。複数指定できます。"))
  var point: [String] = []

  func run(at desk: Desk) throws {
    let id = try desk.design(design)
    let score = try score.map { try Read.number($0, "--score") }
    let names = try DesignNames(id, desk)
    let outcome = try desk.office.record(
      .recordEvaluation(
        session: session, level: level, score: score, note: note, points: point), on: id,
      desk.order(in: id.department, writing, commutes: true))
    desk.answer.recorded(
      outcome, id: "\(id)", name: names.design.phrase,
      Phrase(
        en: "\(names.session(session).en) of \(names.design.en): evaluation recorded.",
        ja: "\(names.design.ja)の\(names.session(session).ja)の評価を記録しました。"))
  }
}

struct DesignCostCommand: WritingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "cost", "Record what a design or a session cost.", "研修設計またはセッションの費用を記録します。",
      examples: ["pdca design cost HQ-D2 'Lecturer' 120000 JPY --session 1"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var writing: WritingOptions

  @Argument(help: help("The design.", "研修設計の ID。"), completion: .ids(.designs)) var design: String
  @Argument(help: help("What it was for.", "内容。")) var what: String
  @Argument(help: help("Amount and currency (120000 JPY).", "金額と通貨 (120000 JPY)。"))
  var amount: [String]
  @Option(help: help("The session's number.", "セッションの番号。")) var session: Int?
  @Option(
    help: help(
      "What it went into: design, delivery, materials, coordination, evaluation or tools.",
      "費用の区分（design 設計、delivery 実施、materials 教材、coordination 運営、evaluation 評価、tools ツール）。"))
  var kind: CostKind?

  func run(at desk: Desk) throws {
    let id = try desk.design(design)
    let money = try Read.money(amount.joined(separator: " "), "AMOUNT")
    let names = try DesignNames(id, desk)
    let outcome = try desk.office.record(
      .recordCost(session: session, what: what, amount: money, kind: kind), on: id,
      desk.order(in: id.department, writing, commutes: true))
    desk.answer.recorded(
      outcome, id: "\(id)", name: names.design.phrase,
      Phrase(
        en: "\(names.design.en): cost recorded (\(what)).",
        ja: "\(names.design.ja)の費用「\(what)」を記録しました。"))
  }
}
