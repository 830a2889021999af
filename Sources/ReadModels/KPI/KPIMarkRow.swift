package import CivilTime
package import Domain

/// What a person did to the limits of a KPI's chart.
package struct KPIMarkRow: ReadRow {
  package static let table = "kpi_mark"

  package var department = DepartmentCode.blank
  package var kpi = KPICode.blank
  package var position = 0
  package var kind = KPIMarkKind.blank
  /// The period excluded, the first day of new limits, or the first day of the baseline.
  package var first = LocalDate.blank
  /// The last day of the baseline.
  package var last: LocalDate?
  /// Of a rebase, its cause.
  package var reason = ""
  /// Of a rebase.
  package var evidence: String?
  package var occurredAt = Instant.blank
  package var markedBy = Account.blank

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("kpi", &kpi)
    try columns.key("position", &position)
    try columns.column("kind", &kind)
    try columns.column("first", &first)
    try columns.column("last", &last)
    try columns.column("reason", &reason)
    try columns.column("evidence", &evidence)
    try columns.column("occurred_at", &occurredAt)
    try columns.column("marked_by", &markedBy)
  }
}

package enum KPIMarkKind: String, Sendable, CaseIterable { case exclusion, rebase, baseline }

extension KPIMarkKind: NamedColumnValue {}

extension KPIMarkRow: ProjectedRow {
  package static func touches(of fact: Fact) -> [Touch] {
    guard case .kpi(let code, let event) = fact.happening else { return [] }
    switch event {
    case .pointExcluded, .limitsRebased, .baselineFixed:
      return [.newRow(RowKey(fact, code, fact.position))]
    case .defined, .targetSet, .retired, .observationRecorded, .observationCorrected,
      .signalAcknowledged, .hypothesisProposed, .hypothesisTested:
      return []
    }
  }

  package static func apply(_ fact: Fact, to row: Self?, at key: RowKey) -> Self? {
    guard case .kpi(let code, let event) = fact.happening else { return row }
    switch event {
    case .pointExcluded(let period, let reason):
      return mark(fact, code, .exclusion, period, reason)
    case .limitsRebased(let day, let cause, let evidence):
      return mark(fact, code, .rebase, day, cause, evidence: evidence)
    case .baselineFixed(let from, let to, let reason):
      return mark(fact, code, .baseline, from, reason, last: to)
    case .defined, .targetSet, .retired, .observationRecorded, .observationCorrected,
      .signalAcknowledged, .hypothesisProposed, .hypothesisTested:
      return row
    }
  }

  private static func mark(
    _ fact: Fact, _ code: KPICode, _ kind: KPIMarkKind, _ first: LocalDate, _ reason: String,
    last: LocalDate? = nil, evidence: String? = nil
  ) -> Self {
    var row = Self(fact)
    row.kpi = code
    row.kind = kind
    row.first = first
    row.last = last
    row.reason = reason
    row.evidence = evidence
    row.occurredAt = fact.occurredAt
    row.markedBy = fact.actor
    return row
  }
}
