import CanonicalJSON
import ReadModels

extension CycleSheet {
  var json: JSON {
    detail.cycle.json.with([
      "version": JSON(version), "check": detail.cycle.checkJSON(background),
      "kpiName": JSON(kpi?.name), "unit": JSON(kpi?.unit),
      "actionEntries": .array(detail.actions.map(\.json)),
      "planAmendments": .array(detail.amendments.map(\.json)),
      "obstacleEntries": .array(detail.obstacles.map(\.json)),
      "practices": .array(detail.practices.map(\.json)),
      "steps": .array(detail.steps.map(\.json)),
      "lessonsConsulted": JSON(detail.lessonsConsulted.map { "\($0)" }),
      "lessons": JSON(detail.lessons.map { "\($0)" }),
    ])
  }
}

extension ActionRow {
  var json: JSON {
    [
      "number": JSON(version), "text": .string(text), "minutes": JSON(minutes),
      "link": JSON(link), "by": .string(actedBy), "actor": .string("\(actor)"),
      "occurredAt": .string("\(occurredAt)"), "recordedAt": .string("\(recordedAt)"),
      "withdrawnAt": JSON(text: withdrawnAt), "withdrawnReason": JSON(withdrawnReason),
    ]
  }
}

extension CycleAmendmentRow {
  var json: JSON {
    [
      "at": .string("\(amendedAt)"), "by": .string("\(amendedBy)"), "title": JSON(title),
      "change": JSON(change), "predicted": JSON(predicted), "windowStart": JSON(text: windowFirst),
      "windowEnd": JSON(text: windowLast), "due": JSON(text: due), "owner": JSON(text: owner),
      "reason": .string(reason),
    ]
  }
}

extension ObstacleRow {
  var json: JSON {
    [
      "at": .string("\(reportedAt)"), "by": .string("\(reportedBy)"),
      "obstacle": .string(obstacle),
    ]
  }
}

extension PracticeRow {
  var json: JSON {
    [
      "at": .string("\(standardisedAt)"), "by": .string("\(standardisedBy)"),
      "practice": .string(practice), "link": JSON(link),
    ]
  }
}

extension CycleStepRow {
  var json: JSON {
    [
      "version": JSON(version), "kind": .string(kind.rawValue), "actor": .string("\(actor)"),
      "occurredAt": .string("\(occurredAt)"), "recordedAt": .string("\(recordedAt)"),
    ]
  }
}
