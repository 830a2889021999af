import ArgumentParser
import Bilingual
import Domain
import Office
import Presentation
import Reviews
import Tracker

struct ReviewDecideCommand: DeskCommand {
  static var configuration: CommandConfiguration {
    .of(
      "decide", "Record a decision of an open review.", "レビューでの決定事項を記録します。",
      examples: [
        "pdca review decide SALES-2026-W47 'Train the east team' --owner suzuki --due +2w",
        "pdca review decide 2026-W47 '東部チームの研修を行う' --owner suzuki --due 2026-12-04 --about SALES-12",
      ])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var department: DepartmentOption

  @Argument(help: help("The review.", "レビューの ID、または期間。")) var review: String
  @Argument(help: help("What is decided.", "決定内容。")) var decision: String?
  @Option(help: help("Who sees to it.", "責任者のアカウント。")) var owner: String
  @Option(parsing: .unconditional, help: help("Until when.", "期日。")) var due: String
  @Option(help: help("What it is about: an id or a KPI.", "対象の ID または KPI。")) var about: String?

  func run(at desk: Desk) throws {
    let id = try desk.review(review, in: department)
    let text = try decision ?? desk.ask(.text, "<decision>", desk.answer.say("Decision", "決定内容"))
    let report = try about.map { _ in try desk.office.report(ReportRequest(id)).report }
    let subject = about.map { report?.subject($0) ?? $0 }
    let outcome = try desk.tracker.review(
      .decide(
        decision: text, owner: Read.account(owner), due: desk.due(due, "--due"), about: subject),
      on: id, desk.order(in: id.department, writing)
    ) { _ in ReviewBasis(snapshot: .notTaken, subjects: report?.subjects ?? []) }
    let decided = outcome.decided(in: id) ?? "\(id)"
    desk.answer.recorded(
      outcome, id: decided,
      Phrase(en: "\(decided) is decided.", ja: "\(decided) を記録しました。"),
      next: [Phrase(both: "pdca review done \(decided)")])
  }
}

extension Outcome<ReviewEvent> {
  /// The id of the decision that it made.
  fileprivate func decided(in review: ReviewID) -> String? {
    guard case .decisionMade(let number, _, _, _, _) = events.first else { return nil }
    return "\(DecisionID(review, number))"
  }
}

struct ReviewDoneCommand: DeskCommand {
  static var configuration: CommandConfiguration {
    .of(
      "done", "Say that a decision is done.", "決定事項の完了を記録します。",
      examples: ["pdca review done SALES-2026-W47.1 --note 'Held on Tuesday'"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var writing: WritingOptions

  @Argument(help: help("The decision (SALES-2026-W47.1).", "決定事項の ID。")) var decision: String
  @Option(help: help("A note.", "メモ。")) var note: String?

  func run(at desk: Desk) throws {
    let id = try desk.decision(decision)
    let outcome = try desk.tracker.review(
      .done(number: id.number, note: note), on: id.review,
      desk.order(in: id.review.department, writing)
    ) { try desk.office.closingBasis(id.review, in: $0) }
    desk.answer.recorded(
      outcome, id: "\(id)", Phrase(en: "\(id) is done.", ja: "\(id) を完了にしました。"))
  }
}

struct ReviewCarryCommand: DeskCommand {
  static var configuration: CommandConfiguration {
    .of(
      "carry", "Carry an unfinished decision over to a later day.",
      "未完了の決定事項を持ち越します。",
      examples: [
        "pdca review carry SALES-2026-W47 SALES-2026-W46.1 --due +1w --reason 'Waits for the data'"
      ])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var department: DepartmentOption

  @Argument(help: help("The open review.", "開催中のレビューの ID、または期間。")) var review: String
  @Argument(help: help("The decision.", "決定事項の ID。")) var decision: String
  @Option(parsing: .unconditional, help: help("The new day.", "新しい期日。")) var due: String
  @Option(help: help("Why.", "理由。")) var reason: String?

  func run(at desk: Desk) throws {
    let id = try desk.review(review, in: department)
    let item = try desk.decision(decision)
    let reason = try reason ?? desk.ask(.reason, "--reason", desk.answer.say("Why", "理由"))
    let day = try desk.due(due, "--due")
    let outcome = try desk.tracker.review(
      .carryOver(decision: item, due: day, reason: reason), on: id,
      desk.order(in: id.department, writing)
    ) { try desk.office.closingBasis(id, in: $0) }
    desk.answer.recorded(
      outcome, id: "\(item)",
      Phrase(en: "\(item) is carried over to \(day).", ja: "\(item) を \(day) まで持ち越しました。"))
  }
}
