package import CivilTime
import Domain
import ReadModels

/// Something that was promised, or asked, and isn't done; in the order of days.
package struct Promise: Sendable {
  /// When it was due, or when it was asked.
  package let since: LocalDate
  /// Whether its day has passed.
  package let isDue: Bool
  /// Whether it isn't due, and was put off so often that the sponsor is to decide on it.
  package let isPutOff: Bool
  package let point: ImprovementPoint
}

extension ReviewReport {
  /// Rules that find what was promised, or asked, and isn't done.
  package static let promising: Set<String> = [
    LateDecisionRule.name, PutOffDecisionRule.name, OverdueCycleRule.name,
    CycleWithoutEvidenceRule.name,
    CheckedNotActedRule.name, UndecidedIssueRule.name,
  ]

  /// The oldest first.
  package func promises(of points: [ImprovementPoint]) -> [Promise] {
    points.filter { Self.promising.contains($0.rule) }.map { point in
      Promise(
        since: since(point),
        isDue: ![UndecidedIssueRule.name, PutOffDecisionRule.name].contains(point.rule),
        isPutOff: point.rule == PutOffDecisionRule.name, point: point)
    }.enumerated().sorted {
      ($0.element.since, $0.offset) < ($1.element.since, $1.offset)
    }.map(\.element)
  }

  private func since(_ point: ImprovementPoint) -> LocalDate {
    let about = point.step.about
    if let issue = undecidedIssues.first(where: { "\($0.id)" == about }) {
      return material.span.zone.date(at: issue.raisedAt)
    }
    if let decision = openDecisions.first(where: { "\($0.id)" == about }) {
      return decision.firstDue
    }
    let cycles = material.overdue + material.open
    return cycles.first { "\($0.id)" == about }?.due ?? days.last
  }

  /// The rule that finds promoters whom executives leave alone.
  package static let alone = IsolatedPromotersRule.name

  /// The rule that finds what gives concern.
  package static let concern = ConcernSignalRule.name
}
