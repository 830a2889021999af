package import CanonicalJSON
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

extension KPIEvent: StoredEvent {
  enum TypeName: String, CaseIterable {
    case defined = "KPIDefined"
    case targetSet = "TargetSet"
    case observationRecorded = "ObservationRecorded"
    case observationCorrected = "ObservationCorrected"
    case retired = "KPIRetired"
    case baselineFixed = "BaselineFixed"
    case pointExcluded = "PointExcluded"
    case limitsRebased = "LimitsRebased"
    case signalAcknowledged = "SignalAcknowledged"
    case hypothesisProposed = "HypothesisProposed"
    case hypothesisTested = "HypothesisTested"
  }

  package static let types = Set(TypeName.allCases.map(\.rawValue))

  private var typeName: TypeName {
    switch self {
    case .defined: .defined
    case .targetSet: .targetSet
    case .observationRecorded: .observationRecorded
    case .observationCorrected: .observationCorrected
    case .retired: .retired
    case .baselineFixed: .baselineFixed
    case .pointExcluded: .pointExcluded
    case .limitsRebased: .limitsRebased
    case .signalAcknowledged: .signalAcknowledged
    case .hypothesisProposed: .hypothesisProposed
    case .hypothesisTested: .hypothesisTested
    }
  }

  package var type: String { typeName.rawValue }

  package var payload: JSON {
    switch self {
    case .defined(let definition):
      return .object(definition.members)
    case .targetSet(let target, let day, let reason):
      return ["target": JSON(stated: target), "by": JSON(text: day), "reason": JSON(reason)]
    case .observationRecorded(let observation):
      return .object(observation.members)
    case .observationCorrected(let observation, let reason):
      var members = observation.members
      members["reason"] = JSON(reason)
      return .object(members)
    case .retired(let reason):
      return ["reason": JSON(reason)]
    case .baselineFixed(let from, let to, let reason):
      return ["from": JSON(text: from), "to": JSON(text: to), "reason": JSON(reason)]
    case .pointExcluded(let period, let reason):
      return ["period": JSON(text: period), "reason": JSON(reason)]
    case .limitsRebased(let day, let cause, let evidence):
      return ["at": JSON(text: day), "cause": JSON(cause), "evidence": JSON(evidence)]
    case .signalAcknowledged(let signal, let note):
      return ["signal": signal.json, "note": JSON(note)]
    case .hypothesisProposed(
      let number, let signal, let hypothesis, let byMachine, let evidence, let cause):
      return [
        "number": JSON(number), "signal": signal.json, "hypothesis": JSON(hypothesis),
        "byMachine": JSON(byMachine), "evidence": JSON(evidence), "cause": JSON(cause?.rawValue),
      ]
    case .hypothesisTested(let number, let accepted, let note):
      return ["number": JSON(number), "accepted": JSON(accepted), "note": JSON(note)]
    }
  }
}

extension KPIEvent {
  package init(type: String, payload: Fields) throws(PayloadError) {
    switch try Self.known(type, as: TypeName.self) {
    case .defined:
      self = .defined(try KPIDefinition(payload))
    case .targetSet:
      self = .targetSet(
        target: try payload.double("target"),
        by: try payload.optionalValue("by", via: LocalDate.init(iso:)),
        reason: try payload.optionalString("reason"))
    case .observationRecorded:
      self = .observationRecorded(try Observation(payload))
    case .observationCorrected:
      self = .observationCorrected(
        try Observation(payload), reason: try payload.string("reason"))
    case .retired:
      self = .retired(reason: try payload.string("reason"))
    case .baselineFixed:
      self = .baselineFixed(
        from: try payload.day("from"), to: try payload.day("to"),
        reason: try payload.string("reason"))
    case .pointExcluded:
      self = .pointExcluded(
        period: try payload.day("period"), reason: try payload.string("reason"))
    case .limitsRebased:
      self = .limitsRebased(
        at: try payload.day("at"), cause: try payload.string("cause"),
        evidence: try payload.string("evidence"))
    case .signalAcknowledged:
      self = .signalAcknowledged(
        try SignalReference(payload.object("signal")), note: try payload.string("note"))
    case .hypothesisProposed:
      self = .hypothesisProposed(
        number: try payload.int("number"), signal: try SignalReference(payload.object("signal")),
        hypothesis: try payload.string("hypothesis"), byMachine: try payload.bool("byMachine"),
        evidence: try payload.strings("evidence"),
        cause: try payload.optionalValue("cause", via: CauseKind.init(rawValue:)))
    case .hypothesisTested:
      self = .hypothesisTested(
        number: try payload.int("number"), accepted: try payload.bool("accepted"),
        note: try payload.string("note"))
    }
  }
}

extension Fields {
  fileprivate func day(_ name: String) throws(PayloadError) -> LocalDate {
    try value(name, via: LocalDate.init(iso:))
  }
}

extension KPIDefinition {
  var members: JSONObject {
    [
      "name": JSON(name), "unit": JSON(unit), "direction": JSON(direction.rawValue),
      "cadence": JSON(cadence.rawValue), "kind": JSON(kind.rawValue),
      "measure": JSON(measure.rawValue),
    ]
  }

  init(_ payload: Fields) throws(PayloadError) {
    self.init(
      name: try payload.string("name"), unit: try payload.string("unit"),
      direction: try payload.value("direction", via: Direction.init(rawValue:)),
      cadence: try payload.value("cadence", via: Cadence.init(rawValue:)),
      kind: try payload.value("kind", via: KPIKind.init(rawValue:)),
      measure: try payload.value("measure", via: Measure.init(rawValue:)))
  }
}

extension Observation {
  var members: JSONObject {
    [
      "period": JSON(text: period), "value": JSON(stated: value),
      "denominator": JSON(stated: denominator),
    ]
  }

  init(_ payload: Fields) throws(PayloadError) {
    self.init(
      period: try payload.value("period", via: LocalDate.init(iso:)),
      value: try payload.double("value"),
      denominator: try payload.optionalDouble("denominator"))
  }
}

extension SignalReference {
  var json: JSON { ["rule": JSON(rule), "period": JSON(text: period)] }

  init(_ payload: Fields) throws(PayloadError) {
    self.init(
      rule: try payload.string("rule"),
      period: try payload.value("period", via: LocalDate.init(iso:)))
  }
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
    }
  }
}
