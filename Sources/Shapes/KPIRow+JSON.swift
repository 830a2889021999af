package import CanonicalJSON
import CivilTime
import Domain
package import ReadModels

extension KPIRow {
  /// A KPI, whichever command shows it. Elsewhere it is named by its id.
  package var json: JSON {
    .thing([
      "id": .string("\(reference)"), "department": .string("\(department)"),
      "code": .string("\(code)"), "name": .string(name), "unit": .string(unit),
      "direction": .string(direction.rawValue), "cadence": .string(cadence.rawValue),
      "kind": .string(kind.rawValue), "measure": .string(measure.rawValue),
      "target": JSON(target), "targetBy": JSON(text: targetBy),
      "baselineFirst": JSON(text: baselineFirst), "baselineLast": JSON(text: baselineLast),
      "definedAt": .string("\(definedAt)"), "definedBy": .string("\(definedBy)"),
      "retiredAt": JSON(text: retiredAt), "retiredReason": JSON(retiredReason),
    ])
  }
}

extension ObservationRow {
  /// An observation, whichever command shows it.
  package var json: JSON {
    .thing([
      "period": .string("\(period)"), "value": JSON(value), "denominator": JSON(denominator),
      "recordedAt": .string("\(recordedAt)"), "recordedBy": .string("\(recordedBy)"),
      "corrections": JSON(corrections), "correctionReason": JSON(correctionReason),
    ])
  }
}

extension KPIMarkRow {
  /// A point left out, a rebase or a baseline.
  package var json: JSON {
    .thing([
      "kind": .string(kind.rawValue), "first": .string("\(first)"), "last": JSON(text: last),
      "reason": .string(reason), "evidence": JSON(evidence), "at": .string("\(occurredAt)"),
      "by": .string("\(markedBy)"),
    ])
  }
}

extension HypothesisRow {
  /// What somebody holds to be the cause of a signal.
  package var json: JSON {
    .thing([
      "kpi": .string("\(department)/\(kpi)"), "number": JSON(number), "rule": .string(rule),
      "period": .string("\(period)"), "hypothesis": .string(hypothesis),
      "byMachine": JSON(byMachine), "evidence": JSON(evidence), "cause": JSON(cause?.rawValue),
      "proposedAt": .string("\(proposedAt)"), "proposedBy": .string("\(proposedBy)"),
      "accepted": JSON(accepted), "testNote": JSON(testNote), "testedAt": JSON(text: testedAt),
      "testedBy": JSON(text: testedBy),
    ])
  }
}
