import Bilingual
import Domain
import ReadModels

/// Promoters who work without their executives.
enum IsolatedPromotersRule: ImprovementRule {
  static let name = "isolatedPromoters"
  static let condition = Phrase(
    en: "Promoters logged \(ImprovementThresholds.promoterEntries) entries or more in the period, "
      + "and neither an executive of their department nor its sponsor did anything.",
    ja: "期間内に推進役の記録が\(ImprovementThresholds.promoterEntries)件以上ある部門で、"
      + "経営層・スポンサーの活動がありません。")

  static func points(in report: ReviewReport) -> [ImprovementPoint] {
    report.background.departments.compactMap { point(of: $0, report) }
  }

  private static func point(
    of staff: DepartmentStaff, _ report: ReviewReport
  ) -> ImprovementPoint? {
    let promoters = staff.accounts(of: .promoter)
    let active = report.activity(in: staff.code).filter {
      $0.inPeriod > 0 && promoters.contains($0.account)
    }
    let entries = active.map(\.inPeriod).reduce(0, +)
    guard entries >= ImprovementThresholds.promoterEntries else { return nil }
    let executives = staff.accounts(of: .executive)
      .union(staff.department.sponsor.map { [$0.rawValue] } ?? [])
    guard executives.isDisjoint(with: report.places.active) else { return nil }
    let first = staff.department.sponsor?.rawValue ?? executives.sorted().first ?? ""
    return point(
      told(
        report.name(of: staff.code), (active.count, entries),
        executives.sorted().map { report.names($0) }),
      evidence: active.map(\.account),
      executives.isEmpty
        ? .assignSponsor(staff.code, report.name(of: staff.code))
        : .involve(
          (first, report.names(first)), of: (staff.code, report.name(of: staff.code)),
          in: report.review))
  }

  private static func told(
    _ name: String, _ active: (people: Int, entries: Int), _ executives: [String]
  ) -> Phrase {
    let who = active.people == 1 ? "1 promoter" : "\(active.people) promoters"
    let names = executives.joined(separator: ", ")
    let none = executives.isEmpty
    return Phrase(
      en: "In \(name), \(who) logged \(active.entries) entries, "
        + (none
          ? "and the department has neither an executive nor a sponsor."
          : "and nothing was done by an executive or the sponsor (\(names))."),
      ja: "\(name)では推進役\(active.people)名が\(active.entries)件を記録しましたが、"
        + (none ? "経営層もスポンサーもいません。" : "経営層・スポンサー（\(names)）の活動がありません。")
        + "推進役が孤立している可能性があります。")
  }
}

extension DepartmentStaff {
  fileprivate func accounts(of layer: Layer) -> Set<String> {
    Set(members.filter { $0.layer == layer }.map(\.account.rawValue))
  }
}
