package import Domain
package import ReadModels

/// What is left behind where somebody leaves, a KPI is retired or a department is closed: the open work,
/// what the vision rests on, and what reviews will miss.
package struct HandOver: Sendable {
  package enum Occasion: Sendable, Equatable {
    case member(Account)
    case kpi(KPIReference)
    case department(DepartmentCode, successor: DepartmentCode?)
  }

  package let occasion: Occasion
  /// Open ones: of the person, aimed at the KPI, or in the department.
  package var cycles: [CycleRow] = []
  /// That are not done: of the person, about the KPI, or of the department's reviews.
  package var decisions: [PendingDecision] = []
  /// Undecided ones of the department.
  package var issues: [IssueRow] = []
  /// Drafts of the department that wait for their validation.
  package var lessons: [LessonRow] = []
  /// Offered to the department and not decided on.
  package var rollOuts: [LessonRollOutRow] = []
  /// KPIs that the vision in force names and that end, or whose recorder leaves.
  package var vision: [KPIRow] = []
  /// KPIs that nobody else recorded last.
  package var unrecorded: [KPIRow] = []
  /// KPIs that the department's reviews show: the successor's show them from now on.
  package var kpis: [KPIRow] = []
  /// Departments whose sponsor the person is.
  package var sponsored: [DepartmentCode] = []
  package var roles: [Role] = []
  /// Departments that have no promoter any longer.
  package var withoutPromoter: [DepartmentCode] = []
  /// Departments whose reviews have no KPI any longer.
  package var withoutKPI: [DepartmentCode] = []
  /// Members who still belong to the department.
  package var members: [MemberRow] = []

  package init(_ occasion: Occasion) { self.occasion = occasion }

  package var isEmpty: Bool { !hasOpenWork && vision.isEmpty && !isMissed }

  package var hasOpenWork: Bool {
    !cycles.isEmpty || !decisions.isEmpty || !issues.isEmpty || !lessons.isEmpty
      || !rollOuts.isEmpty || !members.isEmpty
  }

  package var isMissed: Bool {
    !unrecorded.isEmpty || !kpis.isEmpty || !sponsored.isEmpty || !roles.isEmpty
      || !withoutPromoter.isEmpty || !withoutKPI.isEmpty
  }
}
