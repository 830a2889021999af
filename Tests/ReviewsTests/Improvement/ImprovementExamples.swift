import CivilTime

@testable import Domain
@testable import ReadModels
@testable import Reviews

/// Reports of a quiet week to which each test adds what one rule looks at.
enum ImprovementExamples {
  static let sales = DepartmentCode("SALES")!
  static let dev = DepartmentCode("DEV")!
  static let head = DepartmentCode("HQ")!
  /// The week ends with 2026-11-22.
  static func daysAgo(_ days: Int) -> Instant {
    ReviewExamples.zone.start(of: ReviewExamples.day("2026-11-23").adding(days: -days))
  }

  static func report(
    _ change: (inout ReviewMaterial) -> Void = { _ in }, kpis: [ReviewKPI] = [],
    drafts: [LessonRow] = [], rollOuts: [LessonRollOutRow] = [], isWhole: Bool = false,
    background: (inout ReviewBackground) -> Void = { _ in }
  ) -> ReviewReport {
    var material = ReviewExamples.material()
    change(&material)
    var known = ReviewBackground()
    background(&known)
    return ReviewReport(
      review: ReviewExamples.week, name: "Sales", isWhole: isWhole, material: material, kpis: kpis,
      drafts: drafts, rollOuts: rollOuts, background: known)
  }

  static func cycle(_ status: CycleStatus, _ change: (inout CycleRow) -> Void = { _ in })
    -> CycleRow
  {
    var row = ReviewExamples.cycle(12, "Templates")
    row.status = status
    row.kpi = KPIReference("SALES/hours")
    row.plannedPosition = 30
    row.windowFirst = ReviewExamples.day("2026-11-02")
    row.windowLast = ReviewExamples.day("2026-11-20")
    if status == .checked { row.checkedPosition = 31 }
    change(&row)
    return row
  }

  static func lesson(_ status: LessonStatus, _ change: (inout LessonRow) -> Void) -> LessonRow {
    var row = LessonRow()
    row.department = sales
    row.number = 3
    row.status = status
    row.title = "Attach the checklist"
    row.position = 40
    row.draftedAt = daysAgo(60)
    change(&row)
    return row
  }

  static func hypothesis(_ days: Int) -> HypothesisRow {
    var row = HypothesisRow()
    row.department = sales
    row.kpi = KPICode("hours")!
    row.number = 1
    row.hypothesis = "Season"
    row.position = 50
    row.proposedAt = daysAgo(days)
    return row
  }

  static func rollOut(_ days: Int) -> LessonRollOutRow {
    var row = LessonRollOutRow()
    row.department = sales
    row.lesson = 3
    row.proposedTo = dev
    row.position = 41
    row.proposedAt = daysAgo(days)
    return row
  }

  static func staff(
    _ code: DepartmentCode, _ members: [(String, Layer)], sponsor: String? = nil,
    registered: Int = 100
  ) -> DepartmentStaff {
    var row = DepartmentRow()
    row.code = code
    row.name = "\(code)"
    row.sponsor = sponsor.flatMap(Account.init)
    row.registeredAt = daysAgo(registered)
    return DepartmentStaff(
      row,
      members: members.map { account, layer in
        var member = MemberRow()
        member.account = Account(account)!
        member.home = code
        member.layer = layer
        return member
      })
  }

  static func activity(
    _ department: DepartmentCode, _ account: String, _ entries: Int, daysAgo days: Int = 1
  ) -> PersonActivity {
    PersonActivity(
      department: department, account: account, inPeriod: days <= 7 ? entries : 0,
      recent: entries, last: daysAgo(days))
  }

  static func trial(tried: Int) -> TrainingTrial {
    TrainingTrial(
      design: ItemID(head, .design, 1), session: 1, title: "Prompts",
      date: ReviewExamples.day("2026-11-05"), deadline: ReviewExamples.day("2026-11-19"),
      department: sales, attended: 3, tried: tried, position: 60)
  }
}

extension ReviewReport {
  /// What is to be done, the most pressing first.
  var steps: [ReviewStep] { improvements.map(\.step) + routineSteps }
}
