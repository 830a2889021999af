package import CivilTime
package import Domain

/// A signal on a KPI's chart that somebody took note of.
package struct SignalAcknowledgementRow: ReadRow {
  package static let table = "signal_acknowledgement"

  package var department = DepartmentCode.blank
  package var kpi = KPICode.blank
  /// A rule's name as charts give it.
  package var rule = ""
  /// The period that completes the signal.
  package var period = LocalDate.blank
  package var note = ""
  package var acknowledgedAt = Instant.blank
  package var acknowledgedBy = Account.blank
  package var position = 0

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("kpi", &kpi)
    try columns.key("rule", &rule)
    try columns.key("period", &period)
    try columns.column("note", &note)
    try columns.column("acknowledged_at", &acknowledgedAt)
    try columns.column("acknowledged_by", &acknowledgedBy)
    try columns.column("position", &position)
  }
}

extension SignalAcknowledgementRow {
  package var signal: SignalReference { SignalReference(rule: rule, period: period) }
}

extension SignalAcknowledgementRow: ProjectedRow {
  package static func touches(of fact: Fact) -> [Touch] {
    guard case .kpi(let code, .signalAcknowledged(let signal, _)) = fact.happening else {
      return []
    }
    return [.row(RowKey(fact, code, signal.rule, signal.period))]
  }

  package static func apply(_ fact: Fact, to row: Self?, at key: RowKey) -> Self? {
    guard case .kpi(let code, .signalAcknowledged(let signal, let note)) = fact.happening else {
      return row
    }
    var row = Self(fact)
    row.kpi = code
    row.rule = signal.rule
    row.period = signal.period
    row.note = note
    row.acknowledgedAt = fact.occurredAt
    row.acknowledgedBy = fact.actor
    return row
  }
}
