import CanonicalJSON
import CivilTime
import Domain
import ReadModels
import Shapes

extension ReviewReport {
  var cycles: JSON {
    [
      "opened": list(material.opened.map(cycle)), "moved": list(moved.map(cycle)),
      "overdue": list(material.overdue.map(cycle)), "checked": list(material.checked.map(cycle)),
      "closed": list(material.closed.map(cycle)),
      "obstacles": list(
        material.obstacles.map(\.json)),
      "revisedChecks": list(material.revisedChecks.map(\.json)),
    ]
  }

  /// A cycle, beside members that stood here flat.
  private func cycle(_ row: CycleRow) -> JSON {
    row.core.with(thing: [
      "actual": JSON(row.actual), "verdict": JSON(row.verdict?.rawValue),
      "choice": JSON(row.choice?.rawValue),
    ])
  }

  var decisions: JSON {
    [
      "made": list(madeDecisions.map(decision)), "done": list(doneDecisions.map(decision)),
      "withdrawn": list(withdrawnDecisions.map(decision)),
      "late": list(lateDecisions.map(pending)), "open": list(openDecisions.map(pending)),
    ]
  }

  private func decision(_ row: ReviewDecisionRow) -> JSON {
    row.json(material.standings[row.id])
  }

  private func pending(_ decision: PendingDecision) -> JSON {
    decision.json.with(["ownerLeft": JSON(text: left(decision.owner)) ?? .null])
  }

  var lessons: JSON {
    [
      "drafted": list(draftedLessons.map(\.json)), "validated": list(validatedLessons.map(\.json)),
      "retired": list(retiredLessons.map(\.json)),
      "waitingForValidation": list(draftsLeft.map(\.json)),
      "waitingForDesign": list(waitingLessons.map(\.json)),
      "adoptions": list(material.adoptions.map(adoption)),
      "reuses": list(material.reuses.map(\.json)),
      "undecidedRollOuts": list(
        rollOutsLeft.map { $0.json.with(["proposedTo": JSON("\($0.proposedTo)")]) }),
    ]
  }

  private func adoption(_ row: AdoptionRow) -> JSON {
    row.json.with(["text": JSON(row.text) ?? .null])
  }

  var issues: JSON {
    [
      "raised": list(raisedIssues.map(\.json)), "decided": list(decidedIssues.map(\.json)),
      "undecided": list(undecidedIssues.map(\.json)),
    ]
  }

  func session(_ row: SessionRow) -> JSON { row.json.with(["session": JSON(row.number)]) }

  func entry(_ entry: LateEntry) -> JSON {
    [
      "kind": JSON(entry.kind), "subject": JSON(entry.subject), "text": JSON(entry.text),
      "by": JSON("\(entry.actor)"), "event": JSON("\(entry.department)@\(entry.position)"),
      "occurredAt": JSON("\(entry.occurredAt)"), "recordedAt": JSON("\(entry.recordedAt)"),
    ]
  }
}
