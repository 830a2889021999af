import CivilTime
import Domain
package import ReadModels
package import Reviews

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
      coming: try TrainingQueries.coming(after: days.last, limit: Self.mostComing, in: view),
      drafts: designs,
      costs: try TrainingQueries.costs(in: material.span, of: material.department, in: view))
  }

  /// The report as its audience gets it.
  package func cut(
    _ report: ReviewReport, for audience: Audience?, in view: View
  ) throws -> ReviewReport {
    guard let audience else { return report }
    return report.cut(
      for: audience,
      related: audience == .field ? try related(to: report.material.open, in: view) : [])
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
