package import CivilTime
package import Domain

/// A hypothesis for the cause of a signal.
package struct HypothesisRow: ReadRow {
  package static let table = "hypothesis"

  package var department = DepartmentCode.blank
  package var kpi = KPICode.blank
  /// Counts the KPI's hypotheses from 1.
  package var number = 0
  /// The signal's rule and the period that completes it.
  package var rule = ""
  package var period = LocalDate.blank
  package var hypothesis = ""
  package var byMachine = false
  /// Event references such as `SALES@120`.
  package var evidence: [String] = []
  /// The kind of event that it names as a cause; nil where none was named.
  package var cause: CauseKind?
  package var proposedAt = Instant.blank
  package var proposedBy = Account.blank
  /// Nil until tested.
  package var accepted: Bool?
  package var testNote: String?
  package var testedAt: Instant?
  package var testedBy: Account?
  package var position = 0

  package init() {}

  package mutating func visit(_ columns: inout some ColumnVisitor) throws {
    try columns.key("department", &department)
    try columns.key("kpi", &kpi)
    try columns.key("number", &number)
    try columns.column("rule", &rule)
    try columns.column("period", &period)
    try columns.column("hypothesis", &hypothesis)
    try columns.column("by_machine", &byMachine)
    try columns.column("evidence", &evidence)
    try columns.column("cause", &cause)
    try columns.column("proposed_at", &proposedAt)
    try columns.column("proposed_by", &proposedBy)
    try columns.column("accepted", &accepted)
    try columns.column("test_note", &testNote)
    try columns.column("tested_at", &testedAt)
    try columns.column("tested_by", &testedBy)
    try columns.column("position", &position)
  }
}

extension HypothesisRow {
  /// Without a test that came at the instant or later.
  func standing(before end: Instant) -> Self {
    guard let testedAt, testedAt >= end else { return self }
    var row = self
    (row.accepted, row.testNote, row.testedAt, row.testedBy) = (nil, nil, nil, nil)
    return row
  }
}

extension HypothesisRow: ProjectedRow {
  package static func touches(of entry: LoggedEvent) -> [Touch] {
    guard case .kpi(let code, let event) = entry.happening else { return [] }
    switch event {
    case .hypothesisProposed(let number, _, _, _, _, _), .hypothesisTested(let number, _, _):
      return [.row(RowKey(entry, code, number))]
    case .defined, .targetSet, .retired, .baselineFixed, .observationRecorded,
      .observationCorrected, .pointExcluded, .limitsRebased, .signalAcknowledged,
      .proposalDeclined:
      return []
    }
  }

  package static func apply(_ entry: LoggedEvent, to row: Self?, at key: RowKey) -> Self? {
    guard case .kpi(let code, let event) = entry.happening else { return row }
    switch event {
    case .hypothesisProposed(
      let number, let signal, let hypothesis, let byMachine, let evidence, let cause):
      var row = Self(entry)
      row.kpi = code
      row.number = number
      row.rule = signal.rule
      row.period = signal.period
      row.hypothesis = hypothesis
      row.byMachine = byMachine
      row.evidence = evidence
      row.cause = cause
      row.proposedAt = entry.occurredAt
      row.proposedBy = entry.actor
      return row
    case .hypothesisTested(_, let accepted, let note):
      return row?.changed(by: entry) { row in
        row.accepted = accepted
        row.testNote = note
        row.testedAt = entry.occurredAt
        row.testedBy = entry.actor
      }
    case .defined, .targetSet, .retired, .baselineFixed, .observationRecorded,
      .observationCorrected, .pointExcluded, .limitsRebased, .signalAcknowledged,
      .proposalDeclined:
      return row
    }
  }
}

/// A signal on a KPI's chart that somebody took note of.
package struct SignalAcknowledgementRow: ReadRow, Hashable {
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
  package static func touches(of entry: LoggedEvent) -> [Touch] {
    guard case .kpi(let code, .signalAcknowledged(let signal, _)) = entry.happening else {
      return []
    }
    return [.row(RowKey(entry, code, signal.rule, signal.period))]
  }

  package static func apply(_ entry: LoggedEvent, to row: Self?, at key: RowKey) -> Self? {
    guard case .kpi(let code, .signalAcknowledged(let signal, let note)) = entry.happening else {
      return row
    }
    var row = Self(entry)
    row.kpi = code
    row.rule = signal.rule
    row.period = signal.period
    row.note = note
    row.acknowledgedAt = entry.occurredAt
    row.acknowledgedBy = entry.actor
    return row
  }
}
