import Bilingual
import CivilTime
import ReadModels
import Statistics
import Wording

/// Issues that nobody decided for long.
enum UndecidedIssueRule: ImprovementRule {
  static let name = "undecidedIssue"
  static let condition = Phrase(
    en: "An issue was raised \(ImprovementThresholds.issueDays) days ago or earlier and is not "
      + "decided.",
    ja: "課題が提起から\(ImprovementThresholds.issueDays)日以上、未判断です。")

  static func points(in report: ReviewReport) -> [ImprovementPoint] {
    report.undecidedIssues.filter { isDue($0, report) }.map { issue in
      let days = report.age(of: issue.raisedAt)
      let layer = issue.raisedTo.words
      let raised = report.material.span.zone.date(at: issue.raisedAt)
      let day = DateText.bound(raised, .daily, .japanese, in: report.days.last)
      return point(
        Phrase(
          en: "The issue \(issue.id) (\(issue.issue)) has waited \(days) days for the "
            + "\(layer.en) layer to decide.",
          ja: "\(layer.ja)のご判断をお願いします:「\(issue.issue)」（\(issue.id)、\(day)提起）"),
        evidence: ["\(issue.department)@\(issue.position)"], .decide(issue))
    }
  }

  static func isDue(_ issue: IssueRow, _ report: ReviewReport) -> Bool {
    report.isOld(issue.raisedAt, ImprovementThresholds.issueDays)
  }
}
