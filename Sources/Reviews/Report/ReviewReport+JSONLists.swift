import CanonicalJSON
import CivilTime
import Domain
import ReadModels

extension ReviewReport {
  var cycles: JSON {
    [
      "opened": list(material.opened.map(cycle)), "moved": list(moved.map(cycle)),
      "overdue": list(material.overdue.map(cycle)), "checked": list(material.checked.map(cycle)),
      "closed": list(material.closed.map(cycle)),
      "obstacles": list(
        material.obstacles.map { row in
          [
            "cycle": JSON("\(row.department)-\(row.cycle)"), "obstacle": JSON(row.obstacle),
            "by": JSON("\(row.reportedBy)"),
          ]
        }),
      "revisedChecks": list(material.revisedChecks.map(revision)),
    ]
  }

  private func revision(_ check: CheckRevision) -> JSON {
    [
      "cycle": JSON("\(check.cycle)"), "verdict": JSON(check.verdict?.rawValue) ?? .null,
      "actual": JSON(check.actual) ?? .null,
      "computedVerdict": JSON(check.computed?.rawValue) ?? .null,
      "changes": list(
        check.changes.map { change in
          [
            "period": JSON("\(change.period)"), "value": JSON(change.value),
            "denominator": JSON(change.denominator) ?? .null,
            "kind": JSON(change.isCorrection ? "corrected" : "recordedLater"),
            "reason": JSON(change.correctionReason) ?? .null,
          ]
        }),
    ]
  }

  private func cycle(_ row: CycleRow) -> JSON {
    [
      "id": JSON("\(row.id)"), "title": JSON(row.title), "status": JSON(row.status.rawValue),
      "owner": JSON(text: row.owner) ?? .null, "due": JSON(text: row.due) ?? .null,
      "kpi": JSON(text: row.kpi) ?? .null, "predicted": JSON(row.predicted) ?? .null,
      "actual": JSON(row.actual) ?? .null, "verdict": JSON(row.verdict?.rawValue) ?? .null,
      "choice": JSON(row.choice?.rawValue) ?? .null,
    ]
  }

  var decisions: JSON {
    [
      "made": list(madeDecisions.map(decision)), "done": list(doneDecisions.map(decision)),
      "withdrawn": list(withdrawnDecisions.map(decision)),
      "late": list(lateDecisions.map(pending)), "open": list(openDecisions.map(pending)),
    ]
  }

  private func decision(_ row: ReviewDecisionRow) -> JSON {
    [
      "id": JSON("\(row.id)"), "decision": JSON(row.decision), "owner": JSON("\(row.owner)"),
      "due": JSON("\(row.due)"), "about": JSON(row.about) ?? .null,
      "madeAt": JSON("\(row.madeAt)"), "doneAt": JSON(text: row.doneAt) ?? .null,
      "withdrawnAt": JSON(text: row.withdrawnAt) ?? .null,
      "withdrawnReason": JSON(row.withdrawnReason) ?? .null,
    ]
  }

  private func pending(_ decision: PendingDecision) -> JSON {
    [
      "id": JSON("\(decision.id)"), "decision": JSON(decision.decision),
      "owner": JSON("\(decision.owner)"), "due": JSON("\(decision.due)"),
      "firstDue": JSON("\(decision.firstDue)"), "carried": JSON(decision.carried),
      "putOff": JSON(decision.putOff), "ownerLeft": JSON(text: left(decision.owner)) ?? .null,
      "about": JSON(decision.about) ?? .null,
    ]
  }

  var lessons: JSON {
    [
      "drafted": list(draftedLessons.map(lesson)), "validated": list(validatedLessons.map(lesson)),
      "retired": list(retiredLessons.map(lesson)),
      "waitingForValidation": list(draftsLeft.map(lesson)),
      "waitingForDesign": list(waitingLessons.map(lesson)),
      "adoptions": list(material.adoptions.map(adoption)),
      "reuses": list(material.reuses.map(reuse)),
      "undecidedRollOuts": list(
        rollOutsLeft.map { row in
          [
            "lesson": JSON("\(ItemID(row.department, .lesson, row.lesson))"),
            "proposedTo": JSON("\(row.proposedTo)"), "why": JSON(row.why),
          ]
        }),
    ]
  }

  private func lesson(_ row: LessonRow) -> JSON {
    [
      "id": JSON("\(row.id)"), "title": JSON(row.title), "kind": JSON(row.kind.rawValue),
      "status": JSON(row.status.rawValue), "forTraining": JSON(row.forTraining),
      "author": JSON("\(row.author)"),
    ]
  }

  private func adoption(_ row: AdoptionRow) -> JSON {
    [
      "lesson": JSON("\(row.lesson)"), "department": JSON("\(row.department)"),
      "adopted": JSON(row.adopted), "text": JSON(row.text) ?? .null,
    ]
  }

  private func reuse(_ row: ReuseRow) -> JSON {
    [
      "lesson": JSON("\(row.lesson)"), "department": JSON("\(row.department)"),
      "kpi": JSON("\(row.kpi)"), "before": JSON(row.before), "after": JSON(row.after),
      "leadTimeDays": JSON(row.leadTimeDays) ?? .null,
    ]
  }

  var issues: JSON {
    [
      "raised": list(raisedIssues.map(issue)), "decided": list(decidedIssues.map(issue)),
      "undecided": list(undecidedIssues.map(issue)),
    ]
  }

  private func issue(_ row: IssueRow) -> JSON {
    [
      "id": JSON("\(row.id)"), "issue": JSON(row.issue), "to": JSON(row.raisedTo.rawValue),
      "raisedAt": JSON("\(row.raisedAt)"), "decision": JSON(row.decision) ?? .null,
      "decidedAt": JSON(text: row.decidedAt) ?? .null,
    ]
  }

  func hypothesis(_ row: HypothesisRow) -> JSON {
    [
      "kpi": JSON("\(row.department)/\(row.kpi)"), "number": JSON(row.number),
      "hypothesis": JSON(row.hypothesis), "byMachine": JSON(row.byMachine),
      "accepted": JSON(row.accepted) ?? .null,
    ]
  }

  func session(_ row: SessionRow) -> JSON {
    [
      "design": JSON("\(ItemID(row.department, .design, row.design))"),
      "session": JSON(row.number), "date": JSON("\(row.date)"), "title": JSON(row.title),
      "layers": JSON(row.layers.map(\.rawValue)), "cancelled": JSON(row.isCancelled),
    ]
  }

  func entry(_ entry: LateEntry) -> JSON {
    [
      "kind": JSON(entry.kind), "subject": JSON(entry.subject), "text": JSON(entry.text),
      "by": JSON("\(entry.actor)"), "event": JSON("\(entry.department)@\(entry.position)"),
      "occurredAt": JSON("\(entry.occurredAt)"), "recordedAt": JSON("\(entry.recordedAt)"),
    ]
  }
}
