package import CanonicalJSON

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
