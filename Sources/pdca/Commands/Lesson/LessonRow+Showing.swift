import Bilingual
import CanonicalJSON
import Domain
import ReadModels

extension LessonStatus {
  var words: Phrase {
    switch self {
    case .draft: Phrase(en: "draft", ja: "起案")
    case .validated: Phrase(en: "validated", ja: "検証済み")
    case .retired: Phrase(en: "retired", ja: "廃止")
    }
  }
}

extension LessonRow {
  var json: JSON {
    [
      "id": .string("\(id)"), "department": .string("\(department)"),
      "status": .string(status.rawValue), "kind": .string(kind.rawValue),
      "title": .string(title), "conditions": .string(conditions),
      "suggestion": .string(suggestion), "rationale": .string(rationale),
      "forTraining": JSON(forTraining), "draftedAt": .string("\(draftedAt)"),
      "author": .string("\(author)"), "validatedAt": JSON(text: validatedAt),
      "validator": JSON(text: validator), "validatedAlone": JSON(validatedAlone),
      "validationNote": JSON(validationNote), "retiredAt": JSON(text: retiredAt),
      "retiredReason": JSON(retiredReason),
    ]
  }
}

extension LessonDetail {
  var json: JSON {
    lesson.json.with([
      "cycles": JSON(cycles.map { "\($0)" }), "rollOuts": .array(rollOuts.map(\.json)),
      "adoptions": .array(adoptions.map(\.json)), "reuses": .array(reuses.map(\.json)),
      "designs": .array(designs.map(\.json)), "consultedBy": JSON(consultedBy.map { "\($0)" }),
    ])
  }
}

extension LessonRollOutRow {
  fileprivate var json: JSON {
    [
      "department": .string("\(proposedTo)"), "why": .string(why),
      "at": .string("\(proposedAt)"), "by": .string("\(proposedBy)"),
    ]
  }
}

extension AdoptionRow {
  fileprivate var json: JSON {
    [
      "department": .string("\(department)"), "adopted": JSON(adopted),
      "cycle": JSON(text: cycle), "note": adopted ? JSON(text) : nil,
      "reason": adopted ? nil : JSON(text), "considered": JSON(considered),
      "at": .string("\(decidedAt)"), "by": .string("\(decidedBy)"),
    ]
  }
}

extension ReuseRow {
  fileprivate var json: JSON {
    [
      "department": .string("\(department)"), "kpi": .string("\(kpi)"), "before": JSON(before),
      "after": JSON(after), "leadTimeDays": JSON(leadTimeDays), "note": JSON(note),
      "at": .string("\(measuredAt)"), "by": .string("\(measuredBy)"),
    ]
  }
}

extension DesignLessonRow {
  fileprivate var json: JSON {
    [
      "design": .string("\(ItemID(department, .design, design))"), "item": JSON(item),
      "declinedReason": JSON(declinedReason), "at": .string("\(answeredAt)"),
      "by": .string("\(answeredBy)"),
    ]
  }
}
