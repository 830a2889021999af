import CanonicalJSON

/// A check's payload: `verdict` tells a measured check from one that could not be
/// measured (`notMeasured`), which has `notMeasuredReason` and no numbers.
extension CycleCheck {
  var members: JSONObject {
    var members: JSONObject = [
      "verdict": JSON(verdict.rawValue), "overrideReason": JSON(overrideReason),
      "note": JSON(note),
    ]
    switch measurement {
    case .measured(let actual, let count, let computed, let evidence):
      members["actual"] = JSON(stated: actual)
      members["count"] = JSON(count)
      members["computed"] = JSON(computed.rawValue)
      members["evidence"] = JSON(evidence)
    case .notMeasured(let reason):
      members["notMeasuredReason"] = JSON(reason)
    }
    return members
  }

  init(_ payload: Fields) throws(PayloadError) {
    let verdict = try payload.value("verdict", via: Verdict.init(rawValue:))
    self.init(
      measurement: try Measurement(payload, verdict: verdict), verdict: verdict,
      overrideReason: try payload.optionalString("overrideReason"),
      note: try payload.optionalString("note"))
  }
}

extension CycleCheck.Measurement {
  fileprivate init(_ payload: Fields, verdict: Verdict) throws(PayloadError) {
    switch verdict {
    case .notMeasured:
      self = .notMeasured(reason: try payload.string("notMeasuredReason"))
    case .met, .partly, .missed:
      self = .measured(
        actual: try payload.double("actual"), count: try payload.int("count"),
        computed: try payload.value("computed", via: Verdict.init(rawValue:)),
        evidence: try payload.optionalString("evidence"))
    }
  }
}
