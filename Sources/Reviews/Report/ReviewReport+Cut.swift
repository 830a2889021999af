import CivilTime
package import Domain
package import ReadModels
import Wording

/// A lesson that another department learned, like a cycle at hand.
package struct RelatedLesson: Sendable, Equatable {
  package let cycle: ItemID
  package let lesson: LessonRow

  package init(_ lesson: LessonRow, like cycle: ItemID) {
    self.lesson = lesson
    self.cycle = cycle
  }
}

extension ReviewReport {
  /// The report as its audience gets it: executives see outcomes and what has a target, and issues
  /// that were raised to them.
  package func cut(for audience: Audience, related: [RelatedLesson] = []) -> ReviewReport {
    var cut = self
    cut.audience = audience
    cut.related = related
    guard audience == .executive else { return cut }
    let seen = kpis.filter { $0.kpi.kind == .outcome || $0.kpi.target != nil }
    cut.kpis = seen.filter(isAlarming) + seen.filter { !isAlarming($0) }
    cut.material.issues = material.issues.filter { $0.raisedTo == .executive }
    cut.material.openIssues = material.openIssues.filter { $0.raisedTo == .executive }
    return cut
  }

  /// Whether it has a signal of the period, or an earlier one that waits.
  package func isAlarming(_ entry: ReviewKPI) -> Bool {
    !entry.signals(standingIn: days).isEmpty || !entry.pending(upTo: days.last).isEmpty
  }

  /// What it holds, in order.
  package var parts: [ReviewPart] { AudienceCut.parts(for: audience, monthly: analysis != nil) }
}
