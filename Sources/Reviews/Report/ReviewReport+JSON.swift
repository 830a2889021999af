import Bilingual
package import CanonicalJSON
import CivilTime
import Domain
import ReadModels
import Shapes
import Statistics

/// The report for programs, and what a review's hash pins: facts without any language's words.
/// Names are stable; another shape gets another `version`.
extension ReviewReport {
  package var json: JSON {
    guard let audience else { return .object(everything) }
    return .object(cutJSON(for: audience, everything))
  }

  private var everything: JSONObject {
    let (points, steps) = (improvements, routineSteps)
    var members: JSONObject = [
      "version": JSON(ReviewForm.current), "id": JSON("\(review)"), "review": JSON("\(review)"),
      "kind": JSON(review.period.kind.rawValue),
      "period": JSON("\(review.period)"), "from": JSON("\(days.first)"), "to": JSON("\(days.last)"),
      "department": JSON("\(review.department)"), "name": JSON(name),
      "wholeOrganization": JSON(isWhole), "summary": summary(points.count, steps.count),
      "kpis": list(kpis.map(kpi)),
      "cycles": cycles, "actions": list(material.actions.map(tally)), "decisions": decisions,
      "lessons": lessons, "issues": issues, "hypotheses": list(material.hypotheses.map(\.json)),
      "sessions": list(material.sessions.map(session)), "training": trainingJSON,
      "late": list(material.late.map(entry)), "analysis": analysis.map(json) ?? .null,
      "probableCauses": list(explained.map { explanation($0.signal, $0.causes) }),
      "improvementPoints": list(points.map(point)), "nextSteps": list(steps.map(step)),
      "first": firstStep(points, steps).map(step) ?? .null, "changes": list(matters.map(change)),
      "said": list(ReviewQuotes(self, most: 12).actions.map(quote)),
    ]
    if !waitingConcepts.isEmpty || !material.barrenSessions.isEmpty {
      members["concepts"] = [
        "waiting": list(waitingConcepts.map(\.json)),
        "sessionsWithout": list(material.barrenSessions.map(\.json)),
      ]
    }
    return members
  }

  func list(_ values: [JSON]) -> JSON { .array(values) }

  private func summary(_ points: Int, _ steps: Int) -> JSON {
    let readings = Dictionary(grouping: signals) { $0.cause.reading }
    return [
      "signals": JSON(signals.count), "improvements": JSON(readings[.improvement]?.count ?? 0),
      "concerns": JSON(readings[.concern]?.count ?? 0),
      "unacknowledgedSignals": JSON(pendingSignals.count),
      "overdueCycles": JSON(material.overdue.count), "lateDecisions": JSON(lateDecisions.count),
      "actions": JSON(material.actions.map(\.actions).reduce(0, +)),
      "checked": JSON(material.checked.count), "lessonsDrafted": JSON(draftedLessons.count),
      "improvementPoints": JSON(points), "nextSteps": JSON(steps),
    ]
  }

  private func kpi(_ entry: ReviewKPI) -> JSON {
    let row = entry.kpi
    let latest = entry.latest(by: days.last)
    let standing = entry.signals(standingIn: days)
    let known = Set(standing.map(\.open))
    let earlier = entry.pending(upTo: days.last).filter { !known.contains($0.open) }
    return row.json.with([
      "kpi": JSON("\(row.reference)"), "latestPoint": latest.map(point) ?? .null,
      "latest": latest.map(point) ?? .null,
      "profile": JSON(entry.chart.chart.options.profile.id),
      "profileVersion": JSON(entry.chart.chart.options.profile.version),
      "assurance": JSON(entry.chart.chart.assurance.rawValue),
      "observations": list(entry.progress.observations.map(\.json)),
      "predictions": list(entry.progress.predictions.map(prediction)),
      "signals": list(standing.map(signal)),
      "omitted": list(entry.chart.chart.omissions.map(\.json)),
      "earlierSignals": list(earlier.map(signal)),
    ])
  }

  private func point(_ point: ChartPoint) -> JSON {
    [
      "period": JSON("\(LocalDate(dayNumber: point.period))"), "value": JSON(point.value),
      "center": JSON(point.center) ?? .null, "lower": JSON(point.lower) ?? .null,
      "upper": JSON(point.upper) ?? .null, "excluded": JSON(point.excluded),
    ]
  }

  /// A cycle that predicts the KPI, beside the names that it had here.
  private func prediction(_ cycle: CycleRow) -> JSON {
    cycle.core.with(thing: [
      "cycle": JSON("\(cycle.id)"), "windowFirst": JSON(text: cycle.windowFirst),
      "windowLast": JSON(text: cycle.windowLast),
    ])
  }

  private func signal(_ signal: ReviewSignal) -> JSON {
    signal.json.with([
      "acknowledged": JSON(signal.note != nil), "note": JSON(signal.note) ?? .null,
    ])
  }

  private func tally(_ tally: ActionTally) -> JSON {
    [
      "department": JSON("\(tally.department)"), "actions": JSON(tally.actions),
      "minutes": JSON(tally.minutes), "people": JSON(tally.people),
    ]
  }

  private func explanation(_ signal: ReviewSignal, _ causes: [ProbableCause]) -> JSON {
    let days = onset(of: signal)?.days
    return signal.json.with(thing: [
      "onsetFrom": JSON(text: days?.first), "onsetTo": JSON(text: days?.last),
      "onset": JSON(text: days?.first), "causes": list(causes.map(\.json)),
    ])
  }

  private func point(_ point: ImprovementPoint) -> JSON {
    [
      "rule": JSON(point.rule), "kind": JSON(point.step.kind.rawValue),
      "about": JSON(point.step.about),
      "evidence": JSON(point.evidence), "command": JSON(point.step.command.en),
    ]
  }

  private func step(_ step: ReviewStep) -> JSON {
    ["kind": JSON(step.kind.rawValue), "about": JSON(step.about), "command": JSON(step.command.en)]
  }

  /// A change as a review tells it.
  private func change(_ matter: ReviewMatter) -> JSON {
    [
      "kpi": JSON("\(matter.kpi.reference)"), "reading": JSON(matter.reading.rawValue),
      "onset": JSON("\(matter.onset)"), "periods": JSON(matter.periods),
      "before": JSON(matter.before) ?? .null, "now": JSON(matter.now),
      "lasts": JSON(matter.isOngoing), "isNew": JSON(matter.isNew),
      "decidedOn": JSON(answer(to: matter) != nil),
      "waiting": JSON(matter.pending.count),
      "rules": JSON(matter.change.rules.map(\.rawValue)),
      "since": JSON(text: matter.change.since) ?? .null,
      "issues": JSON(issues(on: matter).map { "\($0.id)" }),
      "firstCause": JSON(cause(of: matter)?.events[0].about) ?? .null,
    ]
  }

  private func quote(_ action: WrittenAction) -> JSON {
    [
      "cycle": JSON("\(action.cycle)"), "text": JSON(action.text), "by": JSON(action.by),
      "minutes": JSON(action.minutes) ?? .null, "isOfNewKind": JSON(action.isOfNewKind),
    ]
  }
}

extension ReviewPart {
  /// Members of the whole report's JSON that it shows.
  var keys: [String] {
    switch self {
    case .kpis: ["kpis"]
    case .cycles: ["cycles"]
    case .actions: ["actions"]
    case .decisions: ["decisions"]
    case .lessons: ["lessons"]
    case .issues: ["issues", "hypotheses"]
    case .training: ["sessions", "training", "concepts"]
    case .late: ["late"]
    case .causes: ["probableCauses"]
    case .improvements: ["improvementPoints"]
    case .worse, .better: ["changes"]
    case .said: ["said"]
    case .promised: ["improvementPoints"]
    case .asked: ["concepts"]
    case .stuck, .related, .investment, .comparison, .trends, .leadTimes, .reuse, .coverage,
      .next, .charts:
      []
    }
  }
}

extension ReviewReport {
  /// What a review asks for before all else: a decision on what is getting worse, then the oldest
  /// promise.
  func firstStep(_ points: [ImprovementPoint], _ routine: [ReviewStep]) -> ReviewStep? {
    if let matter = worsening.first {
      return .decide(on: matter, in: review, owner: sponsor(of: matter.kpi.department))
    }
    return promises(of: points).first?.point.step ?? points.first?.step ?? routine.first
  }
}
