package import CivilTime
package import Domain

/// One observed period of a KPI, as in force.
package struct ObservationRow: ReadRow {
  package static let table = "observation"

  package var department = DepartmentCode.blank
  package var kpi = KPICode.blank
  /// First day.
  package var period = LocalDate.blank
  /// In the KPI's unit.
  package var value = 0.0
  /// Opportunities, greater than 0.
  package var denominator: Double?
  /// As first recorded.
  package var firstValue = 0.0
  package var firstDenominator: Double?
  /// When it was first observed.
  package var occurredAt = Instant.blank
  /// When the log first learned it.
  package var recordedAt = Instant.blank
  package var recordedBy = Account.blank
  package var corrections = 0
  /// Nil when never corrected.
  package var correctedAt: Instant?
  /// Of the last correction.
  package var correctionReason: String?
  /// When the log learned the last correction.
  package var correctionRecordedAt: Instant?
  package var position = 0

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("kpi", &kpi)
    try columns.key("period", &period)
    try columns.column("value", &value)
    try columns.column("denominator", &denominator)
    try columns.column("first_value", &firstValue)
    try columns.column("first_denominator", &firstDenominator)
    try columns.column("occurred_at", &occurredAt)
    try columns.column("recorded_at", &recordedAt)
    try columns.column("recorded_by", &recordedBy)
    try columns.column("corrections", &corrections)
    try columns.column("corrected_at", &correctedAt)
    try columns.column("correction_reason", &correctionReason)
    try columns.column("correction_recorded_at", &correctionRecordedAt)
    try columns.column("position", &position)
  }
}

extension ObservationRow {
  package var observation: Observation {
    Observation(period: period, value: value, denominator: denominator)
  }
}

extension ObservationRow: ProjectedRow {
  package static func touches(of entry: LoggedEvent) -> [Touch] {
    guard case .kpi(let code, let event) = entry.happening else { return [] }
    switch event {
    case .observationRecorded(let observation), .observationCorrected(let observation, _):
      return [.row(RowKey(entry, code, observation.period))]
    case .defined, .targetSet, .retired, .baselineFixed, .pointExcluded, .limitsRebased,
      .signalAcknowledged, .hypothesisProposed, .hypothesisTested, .proposalDeclined:
      return []
    }
  }

  package static func apply(_ entry: LoggedEvent, to row: Self?, at key: RowKey) -> Self? {
    guard case .kpi(let code, let event) = entry.happening else { return row }
    switch event {
    case .observationRecorded(let observation):
      return row == nil ? recorded(entry, code, observation) : row
    case .observationCorrected(let observation, let reason):
      return row?.changed(by: entry) { row in
        row.value = observation.value
        row.denominator = observation.denominator
        row.corrections += 1
        row.correctedAt = entry.occurredAt
        row.correctionReason = reason
        row.correctionRecordedAt = entry.recordedAt
      }
    case .defined, .targetSet, .retired, .baselineFixed, .pointExcluded, .limitsRebased,
      .signalAcknowledged, .hypothesisProposed, .hypothesisTested, .proposalDeclined:
      return row
    }
  }

  private static func recorded(
    _ entry: LoggedEvent, _ code: KPICode, _ observation: Observation
  ) -> Self {
    var row = Self(entry)
    row.kpi = code
    row.period = observation.period
    row.value = observation.value
    row.denominator = observation.denominator
    row.firstValue = observation.value
    row.firstDenominator = observation.denominator
    row.occurredAt = entry.occurredAt
    row.recordedAt = entry.recordedAt
    row.recordedBy = entry.actor
    return row
  }
}

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
  package static func touches(of entry: LoggedEvent) -> [Touch] {
    guard case .kpi(let code, let event) = entry.happening else { return [] }
    switch event {
    case .pointExcluded, .limitsRebased, .baselineFixed:
      return [.newRow(RowKey(entry, code, entry.position))]
    case .defined, .targetSet, .retired, .observationRecorded, .observationCorrected,
      .signalAcknowledged, .hypothesisProposed, .hypothesisTested, .proposalDeclined:
      return []
    }
  }

  package static func apply(_ entry: LoggedEvent, to row: Self?, at key: RowKey) -> Self? {
    guard case .kpi(let code, let event) = entry.happening else { return row }
    switch event {
    case .pointExcluded(let period, let reason):
      return mark(entry, code, .exclusion, period, reason)
    case .limitsRebased(let day, let cause, let evidence):
      return mark(entry, code, .rebase, day, cause, evidence: evidence)
    case .baselineFixed(let from, let to, let reason):
      return mark(entry, code, .baseline, from, reason, last: to)
    case .defined, .targetSet, .retired, .observationRecorded, .observationCorrected,
      .signalAcknowledged, .hypothesisProposed, .hypothesisTested, .proposalDeclined:
      return row
    }
  }

  private static func mark(
    _ entry: LoggedEvent, _ code: KPICode, _ kind: KPIMarkKind, _ first: LocalDate,
    _ reason: String,
    last: LocalDate? = nil, evidence: String? = nil
  ) -> Self {
    var row = Self(entry)
    row.kpi = code
    row.kind = kind
    row.first = first
    row.last = last
    row.reason = reason
    row.evidence = evidence
    row.occurredAt = entry.occurredAt
    row.markedBy = entry.actor
    return row
  }
}
