package import CivilTime
package import Domain

extension ProjectionModule {
  static let kpi = ProjectionModule(
    name: "kpi", version: 4,
    description: "KPIs, their targets and observations, and what people did upon their charts",
    subjects: [.kpi],
    tables: [
      KPIRow.self, KPITargetRow.self, ObservationRow.self, KPIMarkRow.self,
      SignalAcknowledgementRow.self, HypothesisRow.self, DeclinedProposalRow.self,
    ])
}

/// A KPI as defined, with its target in force.
package struct KPIRow: ReadRow {
  package static let table = "kpi"

  package var department = DepartmentCode.blank
  package var code = KPICode.blank
  package var name = ""
  package var unit = ""
  package var direction = Direction.blank
  package var cadence = Cadence.blank
  package var kind = KPIKind.blank
  package var measure = Measure.blank
  /// In the KPI's unit.
  package var target: Double?
  package var targetBy: LocalDate?
  package var definedAt = Instant.blank
  package var definedBy = Account.blank
  /// Nil while in use.
  package var retiredAt: Instant?
  package var retiredReason: String?
  /// First day of the first period of a fixed baseline; nil when none is fixed.
  package var baselineFirst: LocalDate?
  package var baselineLast: LocalDate?
  package var baselineReason: String?
  package var position = 0

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("code", &code)
    try columns.column("name", &name)
    try columns.column("unit", &unit)
    try columns.column("direction", &direction)
    try columns.column("cadence", &cadence)
    try columns.column("kind", &kind)
    try columns.column("measure", &measure)
    try columns.column("target", &target)
    try columns.column("target_by", &targetBy)
    try columns.column("defined_at", &definedAt)
    try columns.column("defined_by", &definedBy)
    try columns.column("retired_at", &retiredAt)
    try columns.column("retired_reason", &retiredReason)
    try columns.column("baseline_first", &baselineFirst)
    try columns.column("baseline_last", &baselineLast)
    try columns.column("baseline_reason", &baselineReason)
    try columns.column("position", &position)
  }
}

extension KPIRow {
  package var reference: KPIReference { KPIReference(department, code) }

  package var definition: KPIDefinition {
    KPIDefinition(
      name: name, unit: unit, direction: direction, cadence: cadence, kind: kind,
      measure: measure)
  }
}

extension KPIRow: ProjectedRow {
  package static func touches(of entry: LoggedEvent) -> [Touch] {
    guard case .kpi(let code, let event) = entry.happening else { return [] }
    switch event {
    case .defined, .targetSet, .retired, .baselineFixed: return [.row(RowKey(entry, code))]
    case .observationRecorded, .observationCorrected, .pointExcluded, .limitsRebased,
      .signalAcknowledged, .hypothesisProposed, .hypothesisTested, .proposalDeclined:
      return []
    }
  }

  package static func apply(_ entry: LoggedEvent, to row: Self?, at key: RowKey) -> Self? {
    guard case .kpi(let code, let event) = entry.happening else { return row }
    switch event {
    case .defined(let definition): return defined(entry, code, definition, row)
    case .targetSet(let target, let day, _):
      return row?.changed(by: entry) { row in
        row.target = target
        row.targetBy = day
      }
    case .retired(let reason):
      return row?.changed(by: entry) { row in
        row.retiredAt = entry.occurredAt
        row.retiredReason = reason
      }
    case .baselineFixed(let from, let to, let reason):
      return row?.changed(by: entry) { row in
        row.baselineFirst = from
        row.baselineLast = to
        row.baselineReason = reason
      }
    case .observationRecorded, .observationCorrected, .pointExcluded, .limitsRebased,
      .signalAcknowledged, .hypothesisProposed, .hypothesisTested, .proposalDeclined:
      return row
    }
  }

  private static func defined(
    _ entry: LoggedEvent, _ code: KPICode, _ definition: KPIDefinition, _ former: Self?
  ) -> Self {
    var row = former?.changed(by: entry) { _ in } ?? Self(entry)
    row.code = code
    row.name = definition.name
    row.unit = definition.unit
    row.direction = definition.direction
    row.cadence = definition.cadence
    row.kind = definition.kind
    row.measure = definition.measure
    row.definedAt = entry.occurredAt
    row.definedBy = entry.actor
    return row
  }
}

/// A target as set; the latest is in force.
package struct KPITargetRow: ReadRow {
  package static let table = "kpi_target"

  package var department = DepartmentCode.blank
  package var kpi = KPICode.blank
  package var position = 0
  /// In the KPI's unit.
  package var target = 0.0
  package var targetBy: LocalDate?
  package var reason: String?
  package var setAt = Instant.blank
  package var setBy = Account.blank

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("kpi", &kpi)
    try columns.key("position", &position)
    try columns.column("target", &target)
    try columns.column("target_by", &targetBy)
    try columns.column("reason", &reason)
    try columns.column("set_at", &setAt)
    try columns.column("set_by", &setBy)
  }
}

extension KPITargetRow: ProjectedRow {
  package static func touches(of entry: LoggedEvent) -> [Touch] {
    guard case .kpi(let code, .targetSet) = entry.happening else { return [] }
    return [.newRow(RowKey(entry, code, entry.position))]
  }

  package static func apply(_ entry: LoggedEvent, to row: Self?, at key: RowKey) -> Self? {
    guard case .kpi(let code, .targetSet(let target, let day, let reason)) = entry.happening else {
      return row
    }
    var row = Self(entry)
    row.kpi = code
    row.target = target
    row.targetBy = day
    row.reason = reason
    row.setAt = entry.occurredAt
    row.setBy = entry.actor
    return row
  }
}
