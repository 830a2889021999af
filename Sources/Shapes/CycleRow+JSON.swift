package import CanonicalJSON
import CivilTime
import Domain
package import ReadModels

extension CycleRow {
  /// A cycle, whichever command shows it, with what goes on being counted.
  package var json: JSON {
    core.with([
      "actions": JSON(actions), "obstacles": JSON(obstacles),
      "lastActivity": .string("\(lastActivity)"),
    ])
  }

  /// A cycle as reviews show it: what is logged after a period changes nothing in its review.
  package var core: JSON {
    plan.with(thing: [
      "id": .string("\(id)"), "department": .string("\(department)"),
      "status": .string(status.rawValue), "isOpen": JSON(status.isOpen),
      "openedAt": .string("\(openedAt)"), "openedBy": .string("\(openedBy)"),
      "amendments": JSON(amendments), "check": check, "decision": act,
      "cancelledAt": JSON(text: cancelledAt), "cancelledReason": JSON(cancelledReason),
      "next": .texts(next),
    ])
  }

  /// What was planned, as amended since.
  package var plan: JSON {
    .thing([
      "title": .string(title), "problem": JSON(problem), "change": JSON(change),
      "kpi": JSON(text: kpi), "predicted": JSON(predicted),
      "originalPrediction": JSON(originalPrediction), "baseline": JSON(baseline),
      "windowStart": JSON(text: windowFirst), "windowEnd": JSON(text: windowLast),
      "due": JSON(text: due), "originalDue": JSON(text: originalDue),
      "owner": JSON(text: owner), "plannedAt": JSON(text: plannedAt),
    ]).with([
      "predictedLow": JSON(predictedLow), "predictedHigh": JSON(predictedHigh),
      "precedents": precedents.isEmpty ? nil : .texts(precedents),
    ])
  }

  /// Nil before it is checked.
  package var check: JSON? {
    guard let checkedAt else { return nil }
    return .thing([
      "at": JSON(text: checkedAt), "by": JSON(text: checkedBy), "actual": JSON(actual),
      "observations": JSON(observations), "computedVerdict": JSON(computedVerdict?.rawValue),
      "verdict": JSON(verdict?.rawValue), "overrideReason": JSON(overrideReason),
      "notMeasuredReason": JSON(notMeasuredReason), "evidence": JSON(evidence),
      "note": JSON(checkNote), "restsOn": JSON(ground?.rawValue),
    ])
  }

  /// Nil before it is acted on.
  package var act: JSON? {
    guard let actedAt else { return nil }
    return .thing([
      "at": JSON(text: actedAt), "by": JSON(text: actedBy), "choice": JSON(choice?.rawValue),
      "why": JSON(why),
      "overriding": isAdoptedAgainstVerdict ? JSON(Verdict.missed.rawValue) : nil,
    ])
  }
}

/// What a verdict rests on.
package enum VerdictGround: String {
  /// The mean of the window's observations.
  case mean
  /// A person's judgment against it.
  case judgment
}

extension CycleRow {
  /// Nil where nothing was measured.
  package var ground: VerdictGround? {
    guard actual != nil, let verdict else { return nil }
    return verdict == computedVerdict ? .mean : .judgment
  }
}

extension CheckRevision {
  /// What a check would come to with the observations as they are by now.
  package var json: JSON {
    .thing([
      "cycle": .string("\(cycle)"), "verdict": JSON(verdict?.rawValue), "actual": JSON(actual),
      "computedVerdict": JSON(computed?.rawValue), "changes": .array(changes.map(\.json)),
    ])
  }
}

extension EvidenceChange {
  fileprivate var json: JSON {
    .thing([
      "period": .string("\(period)"), "value": JSON(value), "denominator": JSON(denominator),
      "kind": .string(isCorrection ? "corrected" : "recordedLater"),
      "reason": JSON(correctionReason), "recordedAt": .string("\(recordedAt)"),
    ])
  }
}

extension CheckFileRow {
  /// A file that speaks for a check.
  package var fileJSON: JSON { ["name": .string(name), "sha256": .string(sha256)] }
}
