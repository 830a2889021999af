package import CanonicalJSON
import CivilTime

extension KPIEvent {
  package init(
    type: String, schemaVersion: Int, payload: Fields
  ) throws(PayloadError) {
    switch try Self.known(type, version: schemaVersion, as: TypeName.self) {
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
