package import CanonicalJSON
import CivilTime
import Domain
package import ReadModels

extension CycleDetail {
  /// The cycle with all that was recorded of it.
  package var json: JSON {
    cycle.json.with([
      "actionEntries": .array(actions.map(\.json)),
      "planAmendments": .array(amendments.map(\.json)),
      "obstacleEntries": .array(obstacles.map(\.json)),
      "practices": .array(practices.map(\.json)), "steps": .array(steps.map(\.json)),
      "lessonsConsulted": .texts(lessonsConsulted), "lessons": .texts(lessons),
    ])
  }
}

extension ActionRow {
  package var json: JSON {
    .thing([
      "cycle": .string("\(ItemID(department, .cycle, cycle))"), "number": JSON(version),
      "text": .string(text), "minutes": JSON(minutes), "link": JSON(link), "by": .string(actedBy),
      "actor": .string("\(actor)"), "occurredAt": .string("\(occurredAt)"),
      "recordedAt": .string("\(recordedAt)"), "withdrawnAt": JSON(text: withdrawnAt),
      "withdrawnReason": JSON(withdrawnReason),
    ]).with(["byMachine": byMachine ? true : nil])
  }
}

extension CycleAmendmentRow {
  package var json: JSON {
    .thing([
      "at": .string("\(amendedAt)"), "by": .string("\(amendedBy)"), "title": JSON(title),
      "change": JSON(change), "predicted": JSON(predicted), "windowStart": JSON(text: windowFirst),
      "windowEnd": JSON(text: windowLast), "due": JSON(text: due), "owner": JSON(text: owner),
      "reason": .string(reason),
    ]).with(["predictedLow": JSON(predictedLow), "predictedHigh": JSON(predictedHigh)])
  }
}

extension ObstacleRow {
  package var json: JSON {
    [
      "cycle": .string("\(ItemID(department, .cycle, cycle))"), "at": .string("\(reportedAt)"),
      "by": .string("\(reportedBy)"), "obstacle": .string(obstacle),
      "byMachine": byMachine ? true : nil,
    ]
  }
}

extension PracticeRow {
  package var json: JSON {
    .thing([
      "cycle": .string("\(ItemID(department, .cycle, cycle))"), "at": .string("\(standardisedAt)"),
      "by": .string("\(standardisedBy)"), "practice": .string(practice), "link": JSON(link),
    ])
  }
}

extension CycleStepRow {
  package var json: JSON {
    [
      "version": JSON(version), "kind": .string(kind.rawValue), "actor": .string("\(actor)"),
      "occurredAt": .string("\(occurredAt)"), "recordedAt": .string("\(recordedAt)"),
    ]
  }
}
