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
  /// A proposal from history to improve the KPI was turned down: `cycle` is the leading case that it
  /// cited, `rule` the rule that made it.
  case proposalDeclined(cycle: ItemID, rule: String, reason: String)
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

extension KPIEvent: StoredEvent {
  package static let cases: [EventCase<KPIEvent>] = [
    EventCase("KPIDefined", KPIEvent.defined, KPIDefinition.form) {
      if case .defined(let definition) = $0 { definition } else { nil }
    },
    EventCase(
      "TargetSet", KPIEvent.targetSet, .value("target"), .value("by"), .text("reason", .reason)
    ) {
      if case .targetSet(let target, let day, let reason) = $0 {
        (target, day, reason)
      } else {
        nil
      }
    },
    EventCase("ObservationRecorded", KPIEvent.observationRecorded, Observation.form) {
      if case .observationRecorded(let observation) = $0 { observation } else { nil }
    },
    EventCase(
      "ObservationCorrected", KPIEvent.observationCorrected, Observation.form,
      .text("reason", .reason)
    ) {
      if case .observationCorrected(let observation, let reason) = $0 {
        (observation, reason)
      } else {
        nil
      }
    },
    EventCase("KPIRetired", KPIEvent.retired, .text("reason", .reason)) {
      if case .retired(let reason) = $0 { reason } else { nil }
    },
    EventCase(
      "BaselineFixed", KPIEvent.baselineFixed, .value("from"), .value("to"),
      .text("reason", .reason)
    ) {
      if case .baselineFixed(let from, let to, let reason) = $0 { (from, to, reason) } else { nil }
    },
    EventCase(
      "PointExcluded", KPIEvent.pointExcluded, .value("period"), .text("reason", .reason)
    ) {
      if case .pointExcluded(let period, let reason) = $0 { (period, reason) } else { nil }
    },
    EventCase(
      "LimitsRebased", KPIEvent.limitsRebased, .value("at"), .text("cause", .cause),
      .text("evidence", .evidence)
    ) {
      if case .limitsRebased(let day, let cause, let evidence) = $0 {
        (day, cause, evidence)
      } else {
        nil
      }
    },
    EventCase(
      "SignalAcknowledged", KPIEvent.signalAcknowledged, .object("signal", SignalReference.form),
      .text("note", .note)
    ) {
      if case .signalAcknowledged(let signal, let note) = $0 { (signal, note) } else { nil }
    },
    EventCase(
      "HypothesisProposed", KPIEvent.hypothesisProposed, .value("number"),
      .object("signal", SignalReference.form), .text("hypothesis", .hypothesis),
      .value("byMachine"), .text("evidence", .evidence), .value("cause")
    ) {
      if case .hypothesisProposed(
        let number, let signal, let hypothesis, let byMachine, let evidence, let cause) = $0
      {
        (number, signal, hypothesis, byMachine, evidence, cause)
      } else {
        nil
      }
    },
    EventCase(
      "HypothesisTested", KPIEvent.hypothesisTested, .value("number"), .value("accepted"),
      .text("note", .note)
    ) {
      if case .hypothesisTested(let number, let accepted, let note) = $0 {
        (number, accepted, note)
      } else {
        nil
      }
    },
    EventCase(
      "ProposalDeclined", KPIEvent.proposalDeclined, .value("cycle"), .word("rule"),
      .text("reason", .reason)
    ) {
      if case .proposalDeclined(let cycle, let rule, let reason) = $0 {
        (cycle, rule, reason)
      } else {
        nil
      }
    },
  ]
}

extension KPIDefinition {
  static let form = Field<KPIDefinition>.record(
    KPIDefinition.init, (\.name, .text("name", .name)), (\.unit, .text("unit", .unit)),
    (\.direction, .value("direction")), (\.cadence, .value("cadence")), (\.kind, .value("kind")),
    (\.measure, .value("measure")))
}

extension Observation {
  static let form = Field<Observation>.record(
    Observation.init, (\.period, .value("period")), (\.value, .value("value")),
    (\.denominator, .value("denominator")))
}

extension SignalReference {
  static let form = Field<SignalReference>.record(
    SignalReference.init, (\.rule, .word("rule")), (\.period, .value("period")))
}

/// What kind of event a hypothesis sees as a cause; the names are stored.
package enum CauseKind: String, Sendable, CaseIterable {
  /// Something done in a cycle.
  case action
  /// A checked change adopted, adapted or abandoned.
  case cycleAct
  /// A practice made standard.
  case practice
  case obstacle
  case lessonAdoption
  /// A training that members of the department attended.
  case training
  case reviewDecision
  case issueDecision
  case targetChange
  /// The training policy, set or revised.
  case policyChange
  /// Members who came, moved or left, or a department taken over.
  case staffing
}

extension CauseKind {
  /// Whether such an event can name the KPI that it was to move.
  package var namesKPI: Bool {
    switch self {
    case .training, .policyChange, .staffing: false
    case .action, .cycleAct, .practice, .obstacle, .lessonAdoption, .reviewDecision,
      .issueDecision, .targetChange:
      true
    }
  }
}

/// A KPI and what people decided upon its chart. Its observations are not part of
/// the state: what decisions need of them comes in `KPIFacts`.
package enum KPI: Sendable, Equatable {
  case undefined
  case active(Chart)
  case retired(Chart, reason: String)

  package struct Chart: Sendable, Equatable {
    package struct Target: Sendable, Equatable {
      package let target: Double
      package let by: LocalDate?
    }

    package struct Baseline: Sendable, Equatable {
      package let from: LocalDate
      package let to: LocalDate
      package let reason: String
    }

    package struct Rebase: Sendable, Equatable {
      package let cause: String
      package let evidence: String
    }

    package struct Hypothesis: Sendable, Equatable {
      package let signal: SignalReference
      package let hypothesis: String
      package let byMachine: Bool
      /// Nil until a person has tested it.
      package fileprivate(set) var test: Test?
    }

    package struct Test: Sendable, Equatable {
      package let accepted: Bool
      package let note: String
    }

    package fileprivate(set) var definition: KPIDefinition
    package fileprivate(set) var target: Target?
    package fileprivate(set) var baseline: Baseline?
    /// Why each excluded period is excluded.
    package fileprivate(set) var exclusions: [LocalDate: String] = [:]
    package fileprivate(set) var rebases: [LocalDate: Rebase] = [:]
    /// The latest note on each acknowledged signal.
    package fileprivate(set) var acknowledged: [SignalReference: String] = [:]
    /// By number, from 1.
    package fileprivate(set) var hypotheses: [Int: Hypothesis] = [:]
    /// The latest reason for which the proposal that a cycle led was turned down.
    package fileprivate(set) var declined: [ItemID: String] = [:]
  }

  package init() { self = .undefined }
}

extension KPI {
  package mutating func evolve(_ event: KPIEvent) {
    switch (event, chart) {
    case (.defined(let definition), _):
      self = .active(Chart(definition: definition))
    case (.retired(let reason), let chart?):
      self = .retired(chart, reason: reason)
    case (_, var chart?):
      chart.evolve(event)
      replace(chart)
    case (_, nil):
      break
    }
  }

  package var chart: Chart? {
    switch self {
    case .undefined: nil
    case .active(let chart), .retired(let chart, _): chart
    }
  }

  private mutating func replace(_ chart: Chart) {
    switch self {
    case .undefined: break
    case .active: self = .active(chart)
    case .retired(_, let reason): self = .retired(chart, reason: reason)
    }
  }
}

extension KPI.Chart {
  fileprivate mutating func evolve(_ event: KPIEvent) {
    switch event {
    case .defined, .retired, .observationRecorded, .observationCorrected:
      break
    case .targetSet(let target, let day, _):
      self.target = Target(target: target, by: day)
    case .baselineFixed(let from, let to, let reason):
      baseline = Baseline(from: from, to: to, reason: reason)
    case .pointExcluded(let period, let reason):
      exclusions[period] = reason
    case .limitsRebased(let day, let cause, let evidence):
      rebases[day] = Rebase(cause: cause, evidence: evidence)
    case .signalAcknowledged(let signal, let note):
      acknowledged[signal] = note
    case .hypothesisProposed(let number, let signal, let hypothesis, let byMachine, _, _):
      hypotheses[number] = Hypothesis(
        signal: signal, hypothesis: hypothesis, byMachine: byMachine)
    case .hypothesisTested(let number, let accepted, let note):
      hypotheses[number]?.test = Test(accepted: accepted, note: note)
    case .proposalDeclined(let cycle, _, let reason):
      declined[cycle] = reason
    }
  }
}
