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
    try columns.column("position", &position)
  }
}

extension ObservationRow {
  package var observation: Observation {
    Observation(period: period, value: value, denominator: denominator)
  }
}

extension ObservationRow: ProjectedRow {
  package static func touches(of fact: Fact) -> [Touch] {
    guard case .kpi(let code, let event) = fact.happening else { return [] }
    switch event {
    case .observationRecorded(let observation), .observationCorrected(let observation, _):
      return [.row(RowKey(fact, code, observation.period))]
    case .defined, .targetSet, .retired, .baselineFixed, .pointExcluded, .limitsRebased,
      .signalAcknowledged, .hypothesisProposed, .hypothesisTested:
      return []
    }
  }

  package static func apply(_ fact: Fact, to row: Self?, at key: RowKey) -> Self? {
    guard case .kpi(let code, let event) = fact.happening else { return row }
    switch event {
    case .observationRecorded(let observation):
      return row == nil ? recorded(fact, code, observation) : row
    case .observationCorrected(let observation, let reason):
      return row?.changed(by: fact) { row in
        row.value = observation.value
        row.denominator = observation.denominator
        row.corrections += 1
        row.correctedAt = fact.occurredAt
        row.correctionReason = reason
      }
    case .defined, .targetSet, .retired, .baselineFixed, .pointExcluded, .limitsRebased,
      .signalAcknowledged, .hypothesisProposed, .hypothesisTested:
      return row
    }
  }

  private static func recorded(
    _ fact: Fact, _ code: KPICode, _ observation: Observation
  ) -> Self {
    var row = Self(fact)
    row.kpi = code
    row.period = observation.period
    row.value = observation.value
    row.denominator = observation.denominator
    row.firstValue = observation.value
    row.firstDenominator = observation.denominator
    row.occurredAt = fact.occurredAt
    row.recordedAt = fact.recordedAt
    row.recordedBy = fact.actor
    return row
  }
}
