import ArgumentParser
import Bilingual
import Domain
import Office
import Orders
import Reviews

struct ReviewDecideCommand: RecordingCommand {
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

  @Argument(help: help("The review.", "レビューの ID、または期間。"), completion: .ids(.reviews)) var review:
    String
  @Argument(help: help("What is decided.", "決定内容。")) var decision: String?
  @Option(help: help("Who sees to it.", "責任者のアカウント。"), completion: .ids(.members)) var owner: String
  @Option(parsing: .unconditional, help: help("Until when.", "期限。")) var due: String
  @Option(help: help("What it is about: an id or a KPI.", "対象の ID または KPI。")) var about: String?

  func run(at desk: Desk) throws {
    let id = try desk.review(review, in: department)
    let text = try decision ?? desk.ask(.text, "<decision>", desk.answer.say("Decision", "決定内容"))
    let report = try about.map { _ in try desk.office.report(ReportRequest(id)).report }
    let subject = about.map { report?.subject($0) ?? $0 }
    let (made, outcome) = try desk.office.decide(
      text, by: Read.account(owner), due: desk.due(due, "--due"), about: subject, of: report,
      in: id, desk.order(in: id.department, writing))
    let decided = made.map { "\($0)" } ?? "\(id)"
    desk.answer.recorded(
      outcome, id: decided,
      Phrase(en: "\(decided) is decided.", ja: "\(decided) を記録しました。"),
      next: [Phrase(both: "pdca review done \(decided)")])
  }
}
