import Bilingual
import Domain
import ReadModels

/// Departments that logged nothing for long.
enum QuietDepartmentRule: ImprovementRule {
  static let name = "quietDepartment"
  static let condition = Phrase(
    en: "A department other than the head, registered \(ImprovementThresholds.quietDays) days ago "
      + "or earlier, logged nothing in the last \(ImprovementThresholds.quietDays) days.",
    ja: "本部以外で、登録から\(ImprovementThresholds.quietDays)日以上たつ部門に、"
      + "直近\(ImprovementThresholds.quietDays)日間の記録がありません。")

  static func points(in report: ReviewReport) -> [ImprovementPoint] {
    report.background.departments.filter { isQuiet($0, report) }.map { staff in
      let days = ImprovementThresholds.quietDays
      return point(
        Phrase(
          en: "\(staff.department.name) logged nothing in the last \(days) days.",
          ja: "\(staff.department.name)には直近\(days)日間、記録がありません。"),
        evidence: ["\(staff.code)"],
        .wake(staff.code, staff.department.name, asWhole: report.isWhole))
    }
  }

  static func isQuiet(_ staff: DepartmentStaff, _ report: ReviewReport) -> Bool {
    let days = ImprovementThresholds.quietDays
    guard staff.code != report.background.head,
      report.isOld(staff.department.registeredAt, days)
    else { return false }
    return !report.activity(in: staff.code).contains { !report.isOld($0.last, days) }
  }
}
