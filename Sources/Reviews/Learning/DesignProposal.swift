import Domain
package import ReadModels
package import Statistics

/// An item that the records suggest for a training design. A person takes it up, or doesn't.
package enum DesignProposal: Sendable {
  /// Validated, and no design has answered it.
  case lesson(LessonRow)
  /// A KPI whose latest open signal gives concern.
  case signal(SpecialCause, KPIChart)
  /// Nobody decided on it.
  case issue(IssueRow)
}

extension DesignProposal {
  /// Names are stable, for programs.
  package enum Source: String, Sendable, CaseIterable { case lesson, signal, issue }

  /// From validated lessons that wait, KPIs whose latest signals give concern, and undecided
  /// issues, in that order.
  package static func all(
    lessons: [LessonRow], charts: [KPIChart], issues: [IssueRow]
  ) -> [DesignProposal] {
    lessons.map(Self.lesson) + charts.compactMap(concern) + issues.map(Self.issue)
  }

  /// Nil where no unexplained concern stands.
  private static func concern(_ chart: KPIChart) -> DesignProposal? {
    chart.openCauses.last { $0.reading == .concern }.map { .signal($0, chart) }
  }

  package var source: Source {
    switch self {
    case .lesson: .lesson
    case .signal: .signal
    case .issue: .issue
    }
  }

  /// Id of the lesson or issue, or the KPI.
  package var reason: String {
    switch self {
    case .lesson(let lesson): "\(lesson.id)"
    case .signal(_, let chart): "\(chart.kpi.reference)"
    case .issue(let issue): "\(issue.id)"
    }
  }

  package var title: String {
    switch self {
    case .lesson(let lesson): lesson.title
    case .signal(_, let chart): chart.kpi.name
    case .issue(let issue): issue.issue
    }
  }
}
