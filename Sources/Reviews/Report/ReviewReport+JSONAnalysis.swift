import CanonicalJSON
import Domain
import ReadModels
import Statistics

extension ReviewReport {
  func json(_ analysis: MonthlyAnalysis) -> JSON {
    [
      "trends": list(trends.map(trend)), "departments": list(departments.map(record)),
      "medianHours": [
        "issueRaisedToDecided": median(issueHours), "decisionMadeToDone": median(decisionHours),
        "cyclePlannedToActed": median(analysis.leadTimes.compactMap(\.planToAct)),
        "cycleCheckedToActed": median(analysis.leadTimes.compactMap(\.checkToAct)),
      ],
      "medianAdoptionDays": JSON(Descriptive.median(analysis.adoptionDays)) ?? .null,
      "reuse": [
        "lessons": JSON(analysis.reuse.lessons), "reused": JSON(analysis.reuse.reused),
        "rate": JSON(analysis.reuse.rate) ?? .null,
      ],
      "coverage": list(
        analysis.coverage.map { row in
          [
            "department": JSON("\(row.department)"), "layer": JSON(row.layer.rawValue),
            "people": JSON(row.people), "trained": JSON(row.trained),
            "firstDay": JSON(text: row.firstDay) ?? .null,
          ]
        }),
    ]
  }

  private func median(_ hours: [Double]) -> JSON { JSON(Descriptive.median(hours)) ?? .null }

  private func trend(_ trend: KPITrend) -> JSON {
    [
      "kpi": JSON("\(trend.entry.kpi.reference)"), "mean": JSON(trend.now.mean),
      "count": JSON(trend.now.count), "previousMean": JSON(trend.before?.mean) ?? .null,
      "previousCount": JSON(trend.before?.count ?? 0), "toTarget": JSON(trend.toTarget) ?? .null,
    ]
  }

  func record(_ row: DepartmentRecord) -> JSON {
    [
      "department": JSON("\(row.department)"), "actions": JSON(row.actions),
      "people": JSON(row.people), "opened": JSON(row.opened), "checked": JSON(row.checked),
      "met": JSON(row.met), "overdue": JSON(row.overdue),
    ]
  }
}
