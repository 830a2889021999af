package import CivilTime
package import Domain

/// A day on which an event of a kind happened that may change KPIs.
package struct CauseOccasion: Sendable, Hashable {
  package var kind: CauseKind
  /// The KPI that it named; nil for kinds that name none.
  package var kpi: KPIReference?
  /// The department that it touched; nil for kinds that name KPIs.
  package var department: DepartmentCode?
  package var day: LocalDate

  package init(
    kind: CauseKind, kpi: KPIReference?, department: DepartmentCode?, day: LocalDate
  ) {
    self.kind = kind
    self.kpi = kpi
    self.department = department
    self.day = day
  }
}
