import CanonicalJSON
import CivilTime

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
