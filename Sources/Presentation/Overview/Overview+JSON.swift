package import CanonicalJSON
import CivilTime
import Domain
import ReadModels
package import Reviews
import Shapes
import Statistics

extension Overview {
  /// The organization at a glance, whichever door shows it.
  package var json: JSON {
    .thing([
      "on": .string("\(today)"), "organization": .string(organization),
      "vision": JSON(vision?.statement), "worsening": .texts(worsening.map(\.kpi.reference)),
      "departments": .array(rows.map(\.json)), "asked": .array(asked.map(\.json)),
      "leadTimes": .array(leadTimes.map(\.json)), "valueAreas": .array(areas.map(\.json)),
      "trainingCosts": .array(
        costs.map { ["minorUnits": JSON($0.minorUnits), "currency": .string($0.currency)] }),
    ])
  }
}

extension Overview.Row {
  fileprivate var json: JSON {
    .thing([
      "code": .string("\(department.code)"), "name": .string(department.name),
      "openCycles": JSON(openCycles), "kpis": .array(standings.map(\.json)),
    ])
  }
}

extension KPIStanding {
  package var json: JSON {
    .thing([
      "id": .string("\(kpi.reference)"), "name": .string(kpi.name), "unit": .string(kpi.unit),
      "variation": .string(variation.rawValue), "higher": JSON(isHigher),
      "since": JSON(text: since), "assurance": .string(assurance.rawValue),
      "latest": JSON(latest?.value),
      "period": JSON(text: latest.map { LocalDate(dayNumber: $0.period) }),
      "center": JSON(chart.segments.last?.center),
      "lower": JSON(chart.segments.last?.lower),
      "upper": JSON(chart.segments.last?.upper), "target": JSON(kpi.target),
    ])
  }
}

extension Overview.Asked {
  fileprivate var json: JSON {
    [
      "kind": .string(kind.rawValue), "id": .string(id), "department": .string("\(department)"),
      "text": .string(text), "since": .string("\(since)"), "days": JSON(days),
    ]
  }
}

extension DecisionPace {
  fileprivate var json: JSON {
    [
      "month": .string("\(month)"), "decided": JSON(decided), "medianDays": JSON(medianDays),
    ]
  }
}
