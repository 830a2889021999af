package import CivilTime
package import Domain

/// An event that may have led to a change of a KPI.
package struct Antecedent: Sendable, Equatable {
  package var kind: CauseKind
  /// The event: a department's log and the position in it.
  package var department: DepartmentCode
  package var position: Int
  /// The department it touched; nil for all of them.
  package var concerns: DepartmentCode?
  /// The KPI that it was to move; nil where it names none.
  package var kpi: KPIReference?
  /// An id, a KPI or a member's account; nil for a policy that no review revised.
  package var about: String?
  /// A choice (`adopt`), `joined`, `left` or `merged`, or how many attended; nil elsewhere.
  package var detail: String?
  package var text: String
  package var occurredAt: Instant

  package init(
    kind: CauseKind, department: DepartmentCode, position: Int, concerns: DepartmentCode?,
    kpi: KPIReference?, about: String?, detail: String? = nil, text: String, occurredAt: Instant
  ) {
    self.kind = kind
    self.department = department
    self.position = position
    self.concerns = concerns
    self.kpi = kpi
    self.about = about
    self.detail = detail
    self.text = text
    self.occurredAt = occurredAt
  }

  /// `SALES@120`
  package var reference: String { "\(department)@\(position)" }
}

/// How people judged the hypotheses that named one kind of event as a cause.
package struct CauseOutcome: Sendable, Equatable {
  package var accepted: Int
  package var rejected: Int

  package init(accepted: Int, rejected: Int) {
    self.accepted = accepted
    self.rejected = rejected
  }
}
