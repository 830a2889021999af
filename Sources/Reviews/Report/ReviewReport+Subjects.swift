import Domain
import ReadModels

extension ReviewReport {
  /// Ids and KPIs of what it looks at: what a decision can be about.
  package var subjects: Set<String> {
    let designs =
      training.sessions.map { ItemID($0.session.department, .design, $0.session.design) }
      + training.coming.map { ItemID($0.department, .design, $0.design) }
      + training.drafts.map(\.id)
    return Set(
      kpis.map { "\($0.kpi.reference)" } + reviewedCycles.map { "\($0.id)" }
        + reviewedLessons.map { "\($0)" } + designs.map { "\($0)" }
        + (material.issues + material.openIssues).map { "\($0.id)" }
        + material.decisions.map { "\($0.id)" } + material.openDecisions.map { "\($0.id)" })
  }

  /// The subject that a person means, whatever the case of its letters; a KPI of the department
  /// needs its code alone. Nil for none.
  package func subject(_ text: String) -> String? {
    let wanted = [text, "\(review.department)/\(text)"].map { $0.lowercased() }
    return subjects.filter { wanted.contains($0.lowercased()) }.min()
  }

  private var reviewedCycles: [CycleRow] {
    material.opened + material.checked + material.closed + material.open
  }

  private var reviewedLessons: [ItemID] {
    (material.lessons + material.waitingLessons + drafts).map(\.id)
      + rollOuts.map { ItemID($0.department, .lesson, $0.lesson) }
      + material.adoptions.map(\.lesson)
  }
}
