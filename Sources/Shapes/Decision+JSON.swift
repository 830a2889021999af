package import CanonicalJSON
import CivilTime
import Domain
package import ReadModels

extension ReviewDecisionRow {
  /// A decision, whichever command shows it: `due` is the day by now, `firstDue` that decided first.
  /// - Parameter standing: after carry-overs; nil where none is known of.
  package func json(_ standing: DecisionStanding?) -> JSON {
    .thing([
      "id": .string("\(id)"), "department": .string("\(department)"),
      "review": .string("\(id.review)"), "decision": .string(decision),
      "owner": .string("\(owner)"), "due": .string("\(standing?.due ?? dueNow)"),
      "firstDue": .string("\(due)"), "carried": JSON(standing?.carried ?? 0),
      "putOff": JSON(standing?.putOff ?? putOff), "about": JSON(about),
      "madeAt": .string("\(madeAt)"), "madeBy": .string("\(madeBy)"),
      "doneAt": JSON(text: doneAt), "doneNote": JSON(doneNote),
      "withdrawnAt": JSON(text: withdrawnAt), "withdrawnReason": JSON(withdrawnReason),
    ])
  }
}

extension PendingDecision {
  /// As a decision that is done, with nothing of its end.
  package var json: JSON {
    .thing([
      "id": .string("\(id)"), "department": .string("\(id.review.department)"),
      "review": .string("\(id.review)"), "decision": .string(decision),
      "owner": .string("\(owner)"), "due": .string("\(due)"), "firstDue": .string("\(firstDue)"),
      "carried": JSON(carried), "putOff": JSON(putOff), "about": JSON(about),
      "madeAt": .string("\(madeAt)"),
      "madeBy": .string("\(madeBy)"), "doneAt": nil, "doneNote": nil, "withdrawnAt": nil,
      "withdrawnReason": nil,
    ])
  }
}
