import CivilTime

/// Decisions on observations.
extension KPI.Chart {
  func record(
    _ observation: Observation, _ facts: KPIFacts, _ circumstances: Circumstances
  ) throws(KPIRefusal) -> [KPIEvent] {
    try requireFirstDay(observation.period, facts)
    if observation.period > circumstances.today {
      throw .futurePeriod(
        facts.kpi, period: observation.period, today: circumstances.today)
    }
    if let recorded = facts.recorded {
      throw .alreadyRecorded(facts.kpi, recorded: recorded, asked: observation)
    }
    try definition.measure.require(observation, of: facts.kpi)
    return [.observationRecorded(observation)]
  }

  func correct(
    _ observation: Observation, reason: String, _ facts: KPIFacts
  ) throws(KPIRefusal) -> [KPIEvent] {
    try KPIRefusal.check((reason, .reason))
    try requireFirstDay(observation.period, facts)
    guard let recorded = facts.recorded else {
      throw .nothingRecorded(facts.kpi, period: observation.period)
    }
    if observation == recorded { return [] }
    try definition.measure.require(observation, of: facts.kpi)
    return [.observationCorrected(observation, reason: reason)]
  }

  func requireFirstDay(_ period: LocalDate, _ facts: KPIFacts) throws(KPIRefusal) {
    let first = definition.cadence.firstDay(of: period)
    guard period == first else {
      throw .periodStartsOn(
        facts.kpi, asked: period, first: first, cadence: definition.cadence)
    }
  }
}

extension Measure {
  /// Refuses what the measure's chart can't hold.
  fileprivate func require(
    _ observation: Observation, of kpi: KPIReference
  ) throws(KPIRefusal) {
    guard observation.value.isFinite else { throw .valueNotFinite(kpi) }
    if let denominator = observation.denominator {
      if self == .value { throw .denominatorUnexpected(kpi) }
      guard denominator.isFinite, denominator > 0 else {
        throw .denominatorNotPositive(kpi, denominator: denominator)
      }
    }
    switch self {
    case .value: break
    case .count: try requireCount(observation.value, of: kpi)
    case .proportion: try requireHits(observation, of: kpi)
    }
  }

  private func requireCount(_ value: Double, of kpi: KPIReference) throws(KPIRefusal) {
    if value < 0 { throw .valueNegative(kpi, value: value) }
    if value != value.rounded() { throw .valueNotWhole(kpi, value: value) }
  }

  private func requireHits(
    _ observation: Observation, of kpi: KPIReference
  ) throws(KPIRefusal) {
    guard let denominator = observation.denominator else { throw .denominatorMissing(kpi) }
    try requireCount(observation.value, of: kpi)
    if observation.value > denominator {
      throw .valueAboveDenominator(kpi, value: observation.value, denominator: denominator)
    }
  }
}
