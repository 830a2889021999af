package import CivilTime
package import Domain

/// Which cycles to list; nil and empty leave a part open.
package struct CycleFilter: Sendable, Equatable {
  package var department: DepartmentCode?
  package var statuses: [CycleStatus]
  package var owner: Account?
  package var kpi: KPIReference?
  /// Open cycles that were due before this day.
  package var overdueAt: LocalDate?
  /// Stands in the title, the problem or the change, whatever the case of its letters.
  package var text: String?
  package var limit: Int

  package init(
    department: DepartmentCode? = nil, statuses: [CycleStatus] = [], owner: Account? = nil,
    kpi: KPIReference? = nil, overdueAt: LocalDate? = nil, text: String? = nil,
    limit: Int = 10_000
  ) {
    self.department = department
    self.statuses = statuses
    self.owner = owner
    self.kpi = kpi
    self.overdueAt = overdueAt
    self.text = text
    self.limit = limit
  }
}
