package import Domain
package import ReadModels

/// How near an event was to the KPI, the nearest first.
package enum CauseScope: String, Sendable, CaseIterable {
  /// It was to move that very KPI.
  case sameKPI
  /// It touched the KPI's department.
  case department
  /// It touched all departments.
  case organization
  /// It touched another department.
  case elsewhere

  package init(of event: Antecedent, to kpi: KPIReference) {
    if event.kpi == kpi {
      self = .sameKPI
    } else if event.concerns == kpi.department {
      self = .department
    } else {
      self = event.concerns == nil ? .organization : .elsewhere
    }
  }
}
