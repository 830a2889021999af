package import CivilTime
package import Domain
package import ReadModels

/// The organization at a glance, for those who decide: where it stands, what is getting worse, what
/// is asked of them, how long they take.
package struct Overview: Sendable {
  /// A department with its KPIs, what is getting worse first.
  package struct Row: Sendable {
    package let department: DepartmentRow
    package let standings: [KPIStanding]
    /// Cycles that are planned or under way.
    package let openCycles: Int

    package init(department: DepartmentRow, standings: [KPIStanding], openCycles: Int) {
      self.department = department
      self.standings = standings
      self.openCycles = openCycles
    }
  }

  /// Something that waits for a decision.
  package struct Asked: Sendable {
    package enum Kind: String, Sendable, CaseIterable { case issue, design, decision }

    package let kind: Kind
    package let id: String
    package let department: DepartmentCode
    package let text: String
    /// The day since which it waits.
    package let since: LocalDate
    package let days: Int

    package init(
      _ kind: Kind, _ id: String, _ department: DepartmentCode, _ text: String,
      since day: LocalDate,
      on today: LocalDate
    ) {
      self.kind = kind
      self.id = id
      self.department = department
      self.text = text
      since = day
      days = max(0, day.days(until: today))
    }
  }

  package let organization: String
  package let today: LocalDate
  /// The vision in force; nil where none was declared.
  package let vision: VisionRow?
  /// Departments with what is getting worse first; those without a KPI last.
  package let rows: [Row]
  /// What waits for a decision, the longest first.
  package let asked: [Asked]
  /// How long decisions took, by the month in which they were made.
  package let leadTimes: [DecisionPace]
  /// Where the organization wants to make value, and what it invests there.
  package let areas: [ValueAreaRow]
  /// What trainings cost so far, by currency.
  package let costs: [Money]

  package init(
    organization: String, today: LocalDate, vision: VisionRow?, rows: [Row], asked: [Asked],
    leadTimes: [DecisionPace], areas: [ValueAreaRow], costs: [Money]
  ) {
    self.organization = organization
    self.today = today
    self.vision = vision
    self.rows = rows.sorted(by: Self.isWorse)
    self.asked = asked.sorted { ($1.days, $0.id) < ($0.days, $1.id) }
    self.leadTimes = leadTimes
    self.areas = areas
    self.costs = costs
  }

  /// What is getting worse, over all departments, the largest change first.
  package var worsening: [KPIStanding] {
    rows.flatMap(\.standings).filter { $0.variation == .concern }.sorted(by: KPIStanding.isWorse)
  }

  package var improving: [KPIStanding] {
    rows.flatMap(\.standings).filter { $0.variation == .improvement }
      .sorted { ($1.size, $0.kpi.reference) < ($0.size, $1.kpi.reference) }
  }

  private static func isWorse(_ one: Row, _ other: Row) -> Bool {
    switch (one.standings.first, other.standings.first) {
    case (let a?, let b?): KPIStanding.isWorse(a, b)
    case (nil, nil): one.department.code < other.department.code
    case (_?, nil): true
    case (nil, _?): false
    }
  }
}

/// How long decisions on issues took that were made in one month.
package struct DecisionPace: Sendable, Equatable {
  package let month: YearMonth
  package let decided: Int
  /// From the day an issue was raised to the day it was decided.
  package let medianDays: Double

  /// By month, those without a decision left out.
  package static func all(_ issues: [IssueRow], in zone: TimeZoneRules) -> [DecisionPace] {
    let decided = issues.compactMap { issue in
      issue.decidedAt.map {
        (zone.date(at: $0), Double($0.seconds(since: issue.raisedAt)) / 86_400)
      }
    }
    return Dictionary(grouping: decided) { YearMonth(containing: $0.0) }
      .sorted { $0.key.first < $1.key.first }
      .map { month, all in
        DecisionPace(
          month: month, decided: all.count, medianDays: median(all.map(\.1).sorted()))
      }
  }

  private static func median(_ sorted: [Double]) -> Double {
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
