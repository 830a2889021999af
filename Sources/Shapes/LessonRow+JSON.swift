package import CanonicalJSON
import CivilTime
import Domain
package import ReadModels

extension LessonRow {
  /// A lesson, whichever command shows it.
  package var json: JSON {
    .thing([
      "id": .string("\(id)"), "department": .string("\(department)"),
      "status": .string(status.rawValue), "kind": .string(kind.rawValue),
      "title": .string(title), "conditions": .string(conditions),
      "suggestion": .string(suggestion), "rationale": .string(rationale),
      "forTraining": JSON(forTraining), "draftedAt": .string("\(draftedAt)"),
      "author": .string("\(author)"), "validatedAt": JSON(text: validatedAt),
      "validator": JSON(text: validator), "validatedAlone": JSON(validatedAlone),
      "validationNote": JSON(validationNote), "retiredAt": JSON(text: retiredAt),
      "retiredReason": JSON(retiredReason),
    ])
  }
}

extension LessonDetail {
  /// The lesson with what became of it.
  package var json: JSON {
    lesson.json.with([
      "cycles": .texts(cycles), "rollOuts": .array(rollOuts.map(\.json)),
      "adoptions": .array(adoptions.map(\.json)), "reuses": .array(reuses.map(\.json)),
      "designs": .array(designs.map(\.json)), "consultedBy": .texts(consultedBy),
    ])
  }
}

extension LessonMatch {
  /// A lesson like what was looked for, and how like.
  package var json: JSON { lesson.json.with(["score": JSON(score)]) }
}

extension LessonReuse {
  /// How far one lesson went.
  package var json: JSON {
    .thing([
      "proposed": JSON(proposed), "adopted": JSON(adopted), "declined": JSON(declined),
      "measured": JSON(measured), "rate": JSON(rate),
    ])
  }
}

extension LessonRollOutRow {
  package var json: JSON {
    [
      "lesson": .string("\(ItemID(department, .lesson, lesson))"),
      "department": .string("\(proposedTo)"), "why": .string(why),
      "at": .string("\(proposedAt)"), "by": .string("\(proposedBy)"),
    ]
  }
}

extension AdoptionRow {
  /// A department's answer to a lesson: a note where it adopts it, a reason where it declines it.
  package var json: JSON {
    .thing([
      "lesson": .string("\(lesson)"), "department": .string("\(department)"),
      "adopted": JSON(adopted), "cycle": JSON(text: cycle), "note": adopted ? JSON(text) : nil,
      "reason": adopted ? nil : JSON(text), "considered": JSON(considered),
      "at": .string("\(decidedAt)"), "by": .string("\(decidedBy)"),
    ])
  }
}

extension ReuseRow {
  /// What a lesson brought in a department that adopted it.
  package var json: JSON {
    .thing([
      "lesson": .string("\(lesson)"), "department": .string("\(department)"),
      "kpi": .string("\(kpi)"), "before": JSON(before), "after": JSON(after),
      "leadTimeDays": JSON(leadTimeDays), "note": JSON(note), "at": .string("\(measuredAt)"),
      "by": .string("\(measuredBy)"),
    ])
  }
}
