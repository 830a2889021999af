import ArgumentParser
import Office
import Presentation

struct AuditWhyCommand: RetrospectiveCommand {
  static var configuration: CommandConfiguration {
    .of(
      "why", "Why something was decided: by whom, knowing what, after what, and what followed.",
      "決定の経緯を示します。誰が、何を知った上で、何を受けて決め、その後どうなったか。",
      examples: [
        "pdca audit why SALES-12", "pdca audit why SALES-2026-W47.1", "pdca audit why SALES@120",
      ])
  }

  @OptionGroup var global: GlobalOptions

  @Argument(
    help: help(
      "An item (its last decision), a decision, or an event.", "対象 (最後の決定)、決定事項、またはイベント。"))
  var id: String

  @Option(
    parsing: .unconditional,
    help: help(
      "The last decision, and what followed, as recorded up to then: a date (its end), an instant with offset, a position (SALES@120), or a review (SALES-2026-W47).",
      "その時点までの記録による最後の決定と、その後の経過。日付(その日の終わり)、オフセット付きの時刻、位置 (SALES@120)、レビュー (SALES-2026-W47)。"))
  var asOf: String?

  func run(at desk: Desk) throws {
    let seen = try asOf.map { try desk.office.recorded($0) }
    let why = try desk.office.why(desk.subject(id), upTo: seen)
    let answer = seen.map { desk.answer(stating: $0) } ?? desk.answer
    answer.give(json: why.json(answer.language)) { WhySheet(why).lines(desk) }
  }
}
