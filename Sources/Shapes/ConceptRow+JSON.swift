package import CanonicalJSON
import CivilTime
import Domain
package import ReadModels

extension ConceptRow {
  /// A use-case concept, whichever command shows it.
  package var json: JSON {
    .thing([
      "id": .string("\(id)"), "department": .string("\(department)"),
      "status": .string(status.rawValue), "title": .string(title), "task": .string(task),
      "byAI": .string(byAI), "byPeople": .string(byPeople), "kpi": .string("\(kpi)"),
      "predicted": JSON(predicted), "due": JSON(text: due), "valueArea": JSON(valueArea),
      "effort": JSON(effort), "risk": JSON(risk), "data": JSON(data),
      "firstStep": .string(firstStep), "firstStepBy": .string("\(firstStepBy)"),
      "session": JSON(text: session), "draftedAt": .string("\(draftedAt)"),
      "draftedBy": .string("\(draftedBy)"), "decisionReason": JSON(decisionReason),
      "decidedAt": JSON(text: decidedAt), "decidedBy": JSON(text: decidedBy),
      "cycle": JSON(text: cycle), "startedAt": JSON(text: startedAt),
    ])
  }
}

extension BarrenSession {
  package var json: JSON {
    .thing([
      "session": .string("\(session)"), "title": .string(title), "date": .string("\(date)"),
      "attendance": JSON(attendees),
    ])
  }
}
