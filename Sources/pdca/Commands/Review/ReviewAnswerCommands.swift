import ArgumentParser
import Bilingual
import Domain
import Office
import ReadModels
import Wording

/// What becomes of decisions, several at once: all or none.
struct ReviewDoneCommand: RecordingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "done", "Say that decisions are done.", "決定事項の完了を記録します。",
      examples: [
        "pdca review done SALES-2026-W47.1 --note 'Held on Tuesday'",
        "pdca review done SALES-2026-W47.1 SALES-2026-W46.2",
      ])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var writing: WritingOptions

  @Argument(help: help("The decisions (SALES-2026-W47.1).", "決定事項の ID（複数可）。")) var decisions:
    [String]
  @Option(help: help("A note.", "メモ。")) var note: String?

  func run(at desk: Desk) throws {
    try desk.settle(decisions, .done(note: note), writing) {
      Phrase(en: "\($0.en) is done.", ja: "\($0.ja)を完了にしました。")
    }
  }
}

struct ReviewCarryCommand: RecordingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "carry", "Carry unfinished decisions over to a later day.",
      "未完了の決定事項を持ち越します。",
      examples: [
        "pdca review carry SALES-2026-W47 SALES-2026-W46.1 --due +1w --reason 'Waits for the data'",
        "pdca review carry 2026-W47 SALES-2026-W46.1 SALES-2026-W46.2 --due +1w --reason '繁忙期のため'",
      ])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var department: DepartmentOption

  @Argument(help: help("The open review.", "開催中のレビューの ID、または期間。")) var review: String
  @Argument(help: help("The decisions.", "決定事項の ID（複数可）。")) var decisions: [String]
  @Option(parsing: .unconditional, help: help("The new day.", "新しい期限。")) var due: String
  @Option(help: help("Why.", "理由。")) var reason: String?

  func run(at desk: Desk) throws {
    let id = try desk.review(review, in: department)
    let reason = try reason ?? desk.ask(.reason, "--reason", desk.answer.say("Why", "理由"))
    let day = try desk.due(due, "--due")
    try desk.settle(decisions, .carry(in: id, due: day, reason: reason), writing) {
      Phrase(
        en: "\($0.en) is carried over to \(day).", ja: "\($0.ja)を \(day) まで持ち越しました。")
    }
  }
}

struct ReviewAmendCommand: RecordingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "amend", "Give decisions another owner, another day, or both.",
      "決定事項の担当や期限を変更します。",
      examples: [
        "pdca review amend SALES-2026-W47.1 --owner sato --reason 'Suzuki has left'",
        "pdca review amend SALES-2026-W47.1 --due +2w --reason '機材の納入待ち'",
      ])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var writing: WritingOptions

  @Argument(help: help("The decisions (SALES-2026-W47.1).", "決定事項の ID（複数可）。")) var decisions:
    [String]
  @Option(help: help("Who sees to it from now on.", "新しい責任者のアカウント。")) var owner: String?
  @Option(parsing: .unconditional, help: help("The new day.", "新しい期限。")) var due: String?
  @Option(help: help("Why.", "理由。")) var reason: String?

  func run(at desk: Desk) throws {
    let reason = try reason ?? desk.ask(.reason, "--reason", desk.answer.say("Why", "理由"))
    let (owner, day) = (try owner.map(Read.account), try due.map { try desk.due($0, "--due") })
    let changed = Phrase(
      en: [owner.map { "\(desk.names($0)) sees to it" }, day.map { "due \($0)" }].compactMap(\.self)
        .joined(separator: ", "),
      ja: [owner.map { "担当 \(desk.names($0))" }, day.map { "期限 \($0)" }].compactMap(\.self)
        .joined(separator: "、"))
    try desk.settle(decisions, .amend(owner: owner, due: day, reason: reason), writing) {
      Phrase(
        en: "\($0.en) is changed: \(changed.en).", ja: "\($0.ja)を変更しました（\(changed.ja)）。")
    }
  }
}

struct ReviewWithdrawCommand: RecordingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "withdraw", "Withdraw decisions: they are not to be done any longer.",
      "決定事項を取り下げます。",
      examples: ["pdca review withdraw SALES-2026-W47.1 --reason 'The supplier has changed'"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var writing: WritingOptions

  @Argument(help: help("The decisions (SALES-2026-W47.1).", "決定事項の ID（複数可）。")) var decisions:
    [String]
  @Option(help: help("Why.", "理由。")) var reason: String?

  func run(at desk: Desk) throws {
    let reason = try reason ?? desk.ask(.reason, "--reason", desk.answer.say("Why", "理由"))
    try desk.settle(decisions, .withdraw(reason: reason), writing) {
      Phrase(en: "\($0.en) is withdrawn.", ja: "\($0.ja)を取り下げました。")
    }
  }
}

extension Desk {
  fileprivate func settle(
    _ texts: [String], _ settling: DecisionAnswer, _ options: WritingOptions,
    _ said: (ItemName) -> Phrase
  ) throws {
    let ids = try office.decisions(named: texts)
    let order = try order(in: ids[0].review.department, options)
    let titles = try office.decisions(ids)
    let outcomes = try office.answer(ids, settling, order)
    answer.recorded(
      zip(ids, outcomes).map { ($1, "\($0)", said(ItemName($0, title: titles[$0]))) })
  }
}

struct ReviewAcknowledgeCommand: RecordingCommand {
  static var configuration: CommandConfiguration {
    .of(
      "acknowledge", "Take note of what changed: one note for several KPIs.",
      "指標の変化を確認し、複数のKPIにまとめて見解を残します。",
      examples: [
        "pdca review acknowledge 2026-W47 proposal-hours overtime --note 'Templates took hold'",
        "pdca review acknowledge HQ-2026-11 --all --note '10月の組織変更によるもの'",
      ])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var department: DepartmentOption

  @Argument(help: help("The review.", "レビューの ID、または期間。")) var review: String
  @Argument(help: help("The KPIs (close-rate, or SALES/close-rate).", "KPIコード（複数可）。"))
  var kpis: [String] = []
  @Flag(help: help("Every change that the review asks about.", "レビューが確認を求めるすべての変化を対象にします。"))
  var all = false
  @Option(help: help("What you make of it.", "見解。")) var note: String?

  func run(at desk: Desk) throws {
    let id = try desk.review(review, in: department)
    guard all != !kpis.isEmpty else { throw DeskError.missing(.kpi, argument: "<kpis>|--all") }
    let home = HomeDepartment(given: id.department.rawValue, usual: nil)
    let named = try kpis.map {
      try desk.office.definedKPI(desk.office.kpi($0, in: home)).reference
    }
    let signals = try desk.office.openSignals(of: id, on: all ? nil : Set(named))
    let note = try note ?? desk.ask(.text, "--note", desk.answer.say("What you make of it", "見解"))
    let order = try desk.order(in: id.department, writing)
    let outcomes = try desk.office.acknowledge(signals, note: note, order)
    desk.answer.recorded(zip(signals, outcomes).map { ($1, "\($0.kpi)", $0.noted) })
  }
}

extension OpenSignal {
  fileprivate var noted: Phrase {
    Phrase(
      en: "\(kpi): the signal of \(signal.period), \(signal.ruleWords.en), is acknowledged.",
      ja: "\(kpi): \(signal.period) のシグナル（\(signal.ruleWords.ja)）を確認済みにしました。")
  }
}
