package import CanonicalJSON
import CivilTime
package import Domain
package import ReadModels

extension DesignRow {
  /// A training design, whichever command shows it.
  package var json: JSON {
    .thing([
      "id": .string("\(id)"), "title": .string(title), "audience": JSON(audience.map(\.rawValue)),
      "draftedAt": .string("\(draftedAt)"), "draftedBy": .string("\(draftedBy)"),
      "approvedAt": JSON(text: approvedAt), "approvedBy": JSON(text: approvedBy),
      "approvalNote": JSON(approvalNote),
    ])
  }
}

extension SessionRow {
  /// A training session, whichever command shows it.
  package var json: JSON {
    .thing([
      "design": .string("\(ItemID(department, .design, design))"), "number": JSON(number),
      "date": .string("\(date)"), "title": .string(title),
      "layers": JSON(layers.map(\.rawValue)), "items": .array(items.map { JSON($0) }),
      "overrideReason": JSON(overrideReason), "cancelled": JSON(isCancelled),
    ])
  }
}

extension EvaluationRow {
  /// What a session brought on one level.
  package var json: JSON {
    .thing([
      "level": JSON(level), "score": JSON(score), "note": JSON(note),
      "by": .string("\(evaluatedBy)"), "points": points.isEmpty ? .null : JSON(points),
    ])
  }
}

extension DesignLessonRow {
  /// A design's answer to a lesson: the item that takes it up, or why none does.
  package var json: JSON {
    .thing([
      "design": .string("\(ItemID(department, .design, design))"), "lesson": .string("\(lesson)"),
      "item": JSON(item), "declinedReason": JSON(declinedReason),
      "at": .string("\(answeredAt)"), "by": .string("\(answeredBy)"),
    ])
  }
}

extension Money {
  /// In the currency's smallest unit.
  package var json: JSON {
    ["minorUnits": JSON(minorUnits), "currency": .string(currency)]
  }
}

extension DesignDetail {
  /// The design with its items, answers to lessons, sessions and costs.
  package var json: JSON {
    design.json.with([
      "items": .array(items.map(\.json)), "lessons": .array(lessons.map(\.json)),
      "sessions": .array(sessions.map(session)), "costs": .array(costs.map(\.json)),
    ])
  }

  private func session(_ row: SessionRow) -> JSON {
    let attendees = JSON.texts(attendance.filter { $0.session == row.number }.map(\.account))
    return row.json.with([
      "attendees": attendees, "attended": attendees,
      "evaluations": .array(evaluations.filter { $0.session == row.number }.map(\.json)),
    ])
  }
}

extension DesignItemRow {
  fileprivate var json: JSON {
    .thing([
      "number": JSON(number), "title": .string(title), "reasons": JSON(reasons),
      "removedReason": JSON(removedReason),
    ]).with(["byMachine": byMachine ? true : nil])
  }
}

extension CostRow {
  fileprivate var json: JSON {
    .thing([
      "session": JSON(session), "what": .string(what), "kind": JSON(kind?.rawValue),
      "minorUnits": JSON(amount), "currency": .string(currency),
    ])
  }
}
