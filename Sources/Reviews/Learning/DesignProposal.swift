import CivilTime
package import Domain
package import ReadModels
import Statistics

/// An item that the records suggest for a training design. A person takes it up, or doesn't.
package enum DesignProposal: Sendable {
  /// Validated, and no design has answered it.
  case lesson(LessonRow)
  /// What a KPI is doing now, and it gives concern.
  case change(Change, KPIChart)
  /// Nobody decided on it.
  case issue(IssueRow)
}

extension DesignProposal {
  /// Names are stable, for programs.
  package enum Source: String, Sendable, CaseIterable { case lesson, signal, issue }

  /// From validated lessons that wait, KPIs that run worse now, and undecided issues, in that order:
  /// only what is open, of departments that are, and not taught by an approved design already.
  package static func all(
    lessons: [LessonRow], charts: [KPIChart], issues: [IssueRow], taught: [TaughtReason],
    departments: Set<DepartmentCode>
  ) -> [DesignProposal] {
    let open = charts.compactMap(concern).filter { !$0.isTaught(taught) }
    return lessons.map(Self.lesson) + open.filter { departments.contains($0.department) }
      + issues.map(Self.issue).filter {
        !$0.isTaught(taught) && departments.contains($0.department)
      }
  }

  /// A change for the worse that holds now, noted or not; else one that the latest period told of and
  /// nobody noted. What has passed since, or lies before the KPI's definition, is no matter of now.
  private static func concern(_ chart: KPIChart) -> DesignProposal? {
    let latest = chart.chart.points.last { !$0.excluded }?.period
    let present = chart.changes.last { change in
      change.reading == .concern && !change.isHistory
        && (change.lasts
          || change.isOpen && change.completions.last?.dayNumber == latest)
    }
    guard let present, chart.present.map({ $0.reading == .concern }) ?? true else { return nil }
    return .change(present, chart)
  }

  /// An approved design has an item for it; of a change, one that was approved since it began.
  private func isTaught(_ taught: [TaughtReason]) -> Bool {
    taught.contains { known in
      guard known.reason == reason else { return false }
      if case .change(let change, _) = self { return known.approvedOn >= change.onset }
      return true
    }
  }

  private var department: DepartmentCode {
    switch self {
    case .lesson(let lesson): lesson.department
    case .change(_, let chart): chart.kpi.department
    case .issue(let issue): issue.department
    }
  }

  package var source: Source {
    switch self {
    case .lesson: .lesson
    case .change: .signal
    case .issue: .issue
    }
  }

  /// Id of the lesson or issue, or the KPI.
  package var reason: String {
    switch self {
    case .lesson(let lesson): "\(lesson.id)"
    case .change(_, let chart): "\(chart.kpi.reference)"
    case .issue(let issue): "\(issue.id)"
    }
  }

  /// The lesson that an item for it takes up.
  package var lesson: ItemID? {
    if case .lesson(let lesson) = self { lesson.id } else { nil }
  }
}
