import CivilTime
import Domain
import ReadModels
package import Reviews

/// What a report takes besides its material; inside `tracker.read` alone.
extension Office {
  /// Sessions to come that a report names.
  private static let mostComing = 10

  func training(_ material: ReviewMaterial) throws -> ReviewTraining {
    let days = material.span.days
    let designs = try DesignQueries.list(in: session).filter {
      !$0.isApproved && $0.draftedAt < material.span.end
        && (material.department == nil || $0.department == material.department)
    }
    return ReviewTraining(
      sessions: try TrainingQueries.outcomes(within: days, in: session),
      coming: try TrainingQueries.coming(after: days.last, limit: Self.mostComing, in: session),
      drafts: designs,
      costs: try TrainingQueries.costs(in: material.span, of: material.department, in: session))
  }

  /// The report as its audience gets it.
  package func cut(_ report: ReviewReport, for audience: Audience?) throws -> ReviewReport {
    guard let audience else { return report }
    return report.cut(
      for: audience, related: audience == .field ? try related(to: report.material.open) : [])
  }

  /// Validated lessons of other departments like the cycles; each lesson once.
  private func related(to cycles: [CycleRow]) throws -> [RelatedLesson] {
    var known: Set<ItemID> = []
    return try cycles.flatMap { cycle in
      let text = [cycle.title, cycle.problem, cycle.change].compactMap(\.self)
        .joined(separator: "\n")
      let matches = try LessonSearch.similar(to: text, limit: 5, in: session)
      return matches.filter { match in
        match.score >= LessonSearch.likeness && match.lesson.status == .validated
          && match.lesson.department != cycle.department && known.insert(match.lesson.id).inserted
      }.map { RelatedLesson($0.lesson, like: cycle.id) }
    }
  }
}
