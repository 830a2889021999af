import CivilTime
package import Domain
import ReadModels
import Statistics

/// A KPI's mean in the period and in the one before.
package struct KPITrend: Sendable {
  package struct Level: Sendable, Equatable {
    package var mean: Double
    package var count: Int
  }

  package let entry: ReviewKPI
  package let before: Level?
  package let now: Level

  package var change: Double? { before.map { now.mean - $0.mean } }
  package var toTarget: Double? { entry.kpi.target.map { now.mean - $0 } }
}

/// What one department did in the period.
package struct DepartmentRecord: Sendable, Equatable {
  package var department: DepartmentCode
  package var actions = 0
  package var people = 0
  package var opened = 0
  package var checked = 0
  package var met = 0
  package var overdue = 0
}

extension ReviewReport {
  /// KPIs with observations in the period.
  package var trends: [KPITrend] {
    let before = previousDays
    return kpis.compactMap { entry in
      guard let now = entry.level(within: days) else { return nil }
      return KPITrend(entry: entry, before: entry.level(within: before), now: now)
    }
  }

  private var previousDays: DateSpan {
    let last = days.first.adding(days: -1)
    switch review.period {
    case .week: return ISOWeek(containing: last).span
    case .month: return YearMonth(containing: last).span
    }
  }

  /// Departments with anything to tell, by code.
  package var departments: [DepartmentRecord] {
    var records: [DepartmentCode: DepartmentRecord] = [:]
    func change(_ code: DepartmentCode, _ change: (inout DepartmentRecord) -> Void) {
      change(&records[code, default: DepartmentRecord(department: code)])
    }
    for tally in material.actions {
      change(tally.department) { ($0.actions, $0.people) = (tally.actions, tally.people) }
    }
    for cycle in material.opened { change(cycle.department) { $0.opened += 1 } }
    for cycle in material.overdue { change(cycle.department) { $0.overdue += 1 } }
    for cycle in material.checked {
      change(cycle.department) {
        $0.checked += 1
        $0.met += cycle.verdict == .met ? 1 : 0
      }
    }
    return records.values.sorted { $0.department < $1.department }
  }

  /// Hours from raising to deciding, of the issues decided in the period.
  package var issueHours: [Double] {
    decidedIssues.compactMap { issue in
      issue.decidedAt.map { $0.seconds(since: issue.raisedAt) / 3600 }
    }
  }

  /// Hours from making to finishing, of the decisions done in the period.
  package var decisionHours: [Double] {
    doneDecisions.compactMap { decision in
      decision.doneAt.map { $0.seconds(since: decision.madeAt) / 3600 }
    }
  }
}

extension ReviewKPI {
  /// The mean over points that count and whose period belongs to the days, a week by its Thursday.
  func level(within days: DateSpan) -> KPITrend.Level? {
    let values = chart.chart.points.filter {
      !$0.excluded
        && days.contains(kpi.cadence.day(ofPeriodFrom: LocalDate(dayNumber: $0.period)))
    }.map(\.value)
    return Descriptive.mean(values).map { KPITrend.Level(mean: $0, count: values.count) }
  }
}
