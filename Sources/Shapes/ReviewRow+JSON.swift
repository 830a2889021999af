package import CanonicalJSON
import CivilTime
import Domain
package import ReadModels

extension ReviewRow {
  /// A review that was opened, whichever command shows it.
  package var json: JSON {
    .thing([
      "id": .string("\(id)"), "department": .string("\(department)"),
      "kind": .string(kind.rawValue), "period": .string("\(id.period)"),
      "from": .string("\(firstDay)"), "to": .string("\(lastDay)"),
      "openedAt": .string("\(openedAt)"), "openedBy": .string("\(openedBy)"),
      "positions": JSON(
        snapshotPositions.reduce(into: JSONObject()) { $0["\($1.key)"] = JSON($1.value) }),
      "profile": JSON(profile), "profileVersion": JSON(profileVersion),
      "snapshotHash": JSON(snapshotHash), "closedAt": JSON(text: closedAt),
      "closedBy": JSON(text: closedBy), "closingHash": JSON(closingHash),
      "closingNote": JSON(closingNote),
    ])
  }
}

extension ReviewDetail {
  /// The review with what was done in it.
  package var json: JSON {
    review.json.with([
      "decisions": .array(decisions.map { $0.json(standings[$0.id]) }),
      "carried": .array(carried.map(\.json)), "addenda": .array(addenda.map(\.json)),
    ])
  }
}

extension ReviewCarryRow {
  /// That a review carried a decision over.
  package var json: JSON {
    [
      "decision": .string("\(decision)"), "due": .string("\(due)"), "reason": .string(reason),
      "carriedAt": .string("\(carriedAt)"), "carriedBy": .string("\(carriedBy)"),
    ]
  }
}

extension ReviewAddendumRow {
  package var json: JSON {
    [
      "addendum": .string(addendum), "madeAt": .string("\(madeAt)"),
      "madeBy": .string("\(madeBy)"),
    ]
  }
}
