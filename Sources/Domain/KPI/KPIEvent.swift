package import CivilTime

/// A KPI's definition, observations and the acts of people upon its chart
/// (stream `kpi-CODE` of its department).
package enum KPIEvent: Sendable, Equatable {
  case defined(KPIDefinition)
  case targetSet(target: Double, by: LocalDate?, reason: String?)
  case observationRecorded(Observation)
  case observationCorrected(Observation, reason: String)
  case retired(reason: String)
  /// Limits come from the periods `from`…`to`; later points are judged by them.
  case baselineFixed(from: LocalDate, to: LocalDate, reason: String)
  case pointExcluded(period: LocalDate, reason: String)
  case limitsRebased(at: LocalDate, cause: String, evidence: String)
  case signalAcknowledged(SignalReference, note: String)
  /// `number` counts the KPI's hypotheses from 1; `evidence` holds event
  /// references such as `SALES@120`; `cause` is nil where no kind was named.
  case hypothesisProposed(
    number: Int, signal: SignalReference, hypothesis: String, byMachine: Bool, evidence: [String],
    cause: CauseKind? = nil)
  case hypothesisTested(number: Int, accepted: Bool, note: String)
}

package struct KPIDefinition: Sendable, Equatable {
  package var name: String
  package var unit: String
  package var direction: Direction
  package var cadence: Cadence
  package var kind: KPIKind
  package var measure: Measure

  package init(
    name: String, unit: String, direction: Direction, cadence: Cadence, kind: KPIKind,
    measure: Measure
  ) {
    self.name = name
    self.unit = unit
    self.direction = direction
    self.cadence = cadence
    self.kind = kind
    self.measure = measure
  }
}

/// One observed period; `period` is its first day.
package struct Observation: Sendable, Equatable {
  package var period: LocalDate
  package var value: Double
  /// Opportunities, greater than 0, in a unit of the KPI's own; nil when the
  /// value stands for itself.
  package var denominator: Double?

  package init(period: LocalDate, value: Double, denominator: Double? = nil) {
    self.period = period
    self.value = value
    self.denominator = denominator
  }
}

/// A signal on a KPI's chart, named by the rule and the period that completes it.
package struct SignalReference: Hashable, Sendable {
  /// A rule's name as charts give it, such as `shift`.
  package var rule: String
  package var period: LocalDate

  package init(rule: String, period: LocalDate) {
    self.rule = rule
    self.period = period
  }
}
