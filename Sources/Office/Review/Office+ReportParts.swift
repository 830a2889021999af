import CivilTime
import Domain
import EventLog
import Postgres
package import ReadModels
package import Reviews
import Tracker

/// What a report takes besides its material.
extension Office {
  /// Sessions to come that a report names.
  private static let mostComing = 10

  func training(_ material: ReviewMaterial, in view: View) throws -> ReviewTraining {
    let days = material.span.days
    let designs = try DesignQueries.list(in: view).filter {
      !$0.isApproved && $0.draftedAt < material.span.end
        && (material.department == nil || $0.department == material.department)
    }
    return ReviewTraining(
      sessions: try TrainingQueries.outcomes(within: days, in: view),
      coming: try TrainingQueries.coming(
        after: days.last, scheduledBefore: material.span.end, limit: Self.mostComing, in: view),
      drafts: designs,
      costs: try TrainingQueries.costs(in: material.span, of: material.department, in: view))
  }

  /// The report as its audience gets it.
  /// - Parameter returning: whether executives are told what trainings brought.
  package func cut(
    _ report: ReviewReport, for audience: Audience?, returning: Bool = true, in view: View
  ) throws -> ReviewReport {
    guard let audience else { return report }
    var cut = report.cut(
      for: audience,
      related: audience == .field ? try related(to: report.material.open, in: view) : [])
    if returning, audience == .executive, report.isWhole,
      try !isRestated(since: report.review, in: view)
    {
      cut.returns = try returns(in: view)
    }
    return cut
  }

  /// What trainings had brought by the closing of a review: what is stated later changes nothing in it.
  /// Nil for one that isn't closed, and at another time than now.
  func returnsAsClosed(_ review: ReviewID) throws -> ReturnReport?? {
    guard asOf == nil, let closing = try pinned(review, upTo: heads())?.closing else {
      return nil
    }
    if try standby() != nil { return .some(nil) }
    let then = Moment(
      recorded: .init(at: closing.event.recordedAt, name: .instant),
      positions: closing.considered)
    return .some(
      try looking(at: then) { past in try past.tracker.read { try past.returns(in: $0) } })
  }

  /// Whether the review is closed, and anything was said of worth since.
  private func isRestated(since review: ReviewID, in view: View) throws -> Bool {
    guard asOf == nil, let closing = try pinned(review, upTo: heads())?.closing else {
      return false
    }
    return try WorthQueries.entries(in: view).contains {
      $0.position > closing.considered[$0.department] ?? 0
    }
  }

  /// Nil where nobody has said what anything is worth.
  private func returns(in view: View) throws -> ReturnReport? {
    if try WorthQueries.currency(in: view) == nil { return nil }
    return try ReturnReport(.all, of: returnMaterial(in: view))
  }

  /// Validated lessons of other departments like the cycles; each lesson once.
  private func related(to cycles: [CycleRow], in view: View) throws -> [RelatedLesson] {
    var known: Set<ItemID> = []
    return try cycles.flatMap { cycle in
      let text = [cycle.title, cycle.problem, cycle.change].compactMap(\.self)
        .joined(separator: "\n")
      let matches = try LessonSearch.similar(to: text, limit: 5, in: view)
      return matches.filter { match in
        match.score >= LessonSearch.likeness && match.lesson.status == .validated
          && match.lesson.department != cycle.department && known.insert(match.lesson.id).inserted
      }.map { RelatedLesson($0.lesson, like: cycle.id) }
    }
  }
}
