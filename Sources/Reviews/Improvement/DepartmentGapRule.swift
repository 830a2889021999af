import Bilingual
import Domain
import ReadModels
import Statistics
import Wording

/// Departments that do much less than the busiest one.
enum DepartmentGapRule: ImprovementRule {
  static let name = "departmentGap"
  static let condition = Phrase(
    en: "Of departments with members, the busiest logged "
      + "\(Int(ImprovementThresholds.gapLevel)) entries a person or more in "
      + "\(ReviewBackground.recentDays) days, and at least "
      + "\(Int(ImprovementThresholds.gapFactor)) times as many as this one, which isn't quiet "
      + "(reviews of the whole organization).",
    ja: "メンバーのいる部門のうち最も活発な部門の1人当たり記録件数（\(ReviewBackground.recentDays)日間）が"
      + "\(Int(ImprovementThresholds.gapLevel))件以上で、この部門の\(Int(ImprovementThresholds.gapFactor))倍以上です"
      + "（全部門のレビュー）。")

  static func points(in report: ReviewReport) -> [ImprovementPoint] {
    guard report.isWhole else { return [] }
    let rates = report.background.departments.filter {
      !$0.members.isEmpty && $0.code != report.background.head
    }.map { ($0, rate($0, report)) }
    guard let best = rates.max(by: { $0.1 < $1.1 }), best.1 >= ImprovementThresholds.gapLevel
    else { return [] }
    return rates.filter { staff, rate in
      best.1 >= ImprovementThresholds.gapFactor * rate
        && !QuietDepartmentRule.isQuiet(staff, report)
    }.map { staff, rate in
      point(
        told((report.name(of: staff.code), rate), (report.name(of: best.0.code), best.1)),
        evidence: ["\(staff.code)"],
        .narrowGap(staff.code, report.name(of: staff.code), in: report.review))
    }
  }

  /// Entries in the department's log a member, in the recent days.
  private static func rate(_ staff: DepartmentStaff, _ report: ReviewReport) -> Double {
    let entries = report.activity(in: staff.code).map(\.recent).reduce(0, +)
    return Double(entries) / Double(staff.members.count)
  }

  private static func told(
    _ low: (name: String, rate: Double), _ high: (name: String, rate: Double)
  ) -> Phrase {
    func number(_ value: Double, _ language: Language) -> String {
      NumberText(language: language).computed((value * 10).rounded() / 10)
    }
    let days = ReviewBackground.recentDays
    return Phrase(
      en: "\(low.name) logged \(number(low.rate, .english)) entries a person in \(days) days, "
        + "\(high.name) \(number(high.rate, .english)).",
      ja: "直近\(days)日間の1人当たりの記録は、\(low.name)が\(number(low.rate, .japanese))件、\(high.name)が"
        + "\(number(high.rate, .japanese))件です。部門間に温度差があります。")
  }
}
