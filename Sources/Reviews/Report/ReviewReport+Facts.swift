package import Bilingual
import CivilTime
package import Domain
package import ReadModels
import Statistics
package import Wording

/// What the sections list, from the material.
extension ReviewReport {
  /// Cycles on which something happened, other than what has a list of its own.
  package var moved: [CycleRow] {
    let told = Set((material.opened + material.checked + material.closed).map(\.id))
    let stepped = Set(material.steps.map { ItemID($0.department, .cycle, $0.cycle) })
    let other = material.open.filter { stepped.contains($0.id) || happened($0.lastActivity) }
    var seen = told
    return (material.workedOn + other).filter { seen.insert($0.id).inserted }.sorted {
      $0.id < $1.id
    }
  }

  package var madeDecisions: [ReviewDecisionRow] {
    material.decisions.filter { happened($0.madeAt) }
  }
  package var doneDecisions: [ReviewDecisionRow] {
    material.decisions.filter { happened($0.doneAt) }
  }
  /// Made by the period's end and not done.
  package var openDecisions: [PendingDecision] {
    material.openDecisions.filter { $0.madeAt < material.span.end }
  }
  package var lateDecisions: [PendingDecision] { openDecisions.filter { $0.due <= lateBy } }
  package var withdrawnDecisions: [ReviewDecisionRow] {
    material.decisions.filter { happened($0.withdrawnAt) }
  }
  /// Put off so often that the sponsor is to decide on them, due or not.
  package var sponsorDecisions: [PendingDecision] {
    openDecisions.filter { $0.putOff > ImprovementThresholds.mostPutOff }
  }

  package var draftedLessons: [LessonRow] { material.lessons.filter { happened($0.draftedAt) } }
  package var validatedLessons: [LessonRow] { material.lessons.filter { happened($0.validatedAt) } }
  package var retiredLessons: [LessonRow] { material.lessons.filter { happened($0.retiredAt) } }
  /// Validated lessons for training that no approved design has answered.
  package var waitingLessons: [LessonRow] {
    material.waitingLessons.filter { lesson in
      (isWhole || lesson.department == review.department)
        && (lesson.validatedAt.map { $0 < material.span.end } ?? false)
    }
  }
  /// Drafted by the period's end and neither chosen nor declined.
  package var waitingConcepts: [ConceptRow] {
    material.waitingConcepts.filter { $0.draftedAt < material.span.end }
  }
  package var draftsLeft: [LessonRow] { drafts.filter { $0.draftedAt < material.span.end } }
  package var rollOutsLeft: [LessonRollOutRow] {
    rollOuts.filter { $0.proposedAt < material.span.end }
  }

  package var raisedIssues: [IssueRow] { material.issues.filter { happened($0.raisedAt) } }
  package var decidedIssues: [IssueRow] { material.issues.filter { happened($0.decidedAt) } }
  package var undecidedIssues: [IssueRow] {
    material.openIssues.filter { $0.raisedAt < material.span.end }
  }

  /// Signals that the period's observations completed.
  package var signals: [ReviewSignal] { kpis.flatMap { $0.signals(standingIn: days) } }
  /// Signals on full limits, up to the period's end, that nobody acknowledged.
  package var openSignals: [OpenSignal] { pendingSignals.map(\.open) }
  package var pendingSignals: [ReviewSignal] { kpis.flatMap { $0.pending(upTo: days.last) } }

  /// How numbers of a KPI are written; without unit where the report doesn't look at it.
  package func numbers(of kpi: KPIReference?, _ language: Language) -> NumberText {
    kpi.flatMap(entry)?.chart.numbers(language)
      ?? NumberText(language: language)
  }

  func happened(_ instant: Instant?) -> Bool {
    guard let instant else { return false }
    return instant >= material.span.start && instant < material.span.end
  }
}

extension KPIChart {
  /// How its numbers are written.
  package func numbers(_ language: Language) -> NumberText {
    NumberText(unit: kpi.unit, of: chart.options, language)
  }
}
