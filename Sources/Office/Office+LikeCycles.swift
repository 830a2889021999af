import Domain
package import ReadModels
import Tracker

/// A cycle with how alike it is to what was looked for.
package struct CycleMatch: Sendable {
  package let cycle: CycleRow
  /// The share of the text's terms that the cycle has, rarer ones weighing more: above 0, up to 1.
  package let score: Double
}

extension Office {
  /// Planned cycles like a text by what they share with it, the most alike first.
  package func cycles(like text: String, limit: Int) throws -> [CycleMatch] {
    try tracker.read { view in
      let rows = try CycleQueries.list(CycleFilter(), in: view).filter { $0.plannedAt != nil }
      let likeness = TermLikeness(rows.map(\.texts))
      let asked = SearchTerms.of([text])
      return zip(rows, rows.indices).map { CycleMatch(cycle: $0, score: likeness.score(asked, $1)) }
        .filter { $0.score >= LessonSearch.likeness }
        .sorted { ($1.score, $0.cycle.id) < ($0.score, $1.cycle.id) }
        .prefix(limit).map(\.self)
    }
  }
}

extension CycleRow {
  var texts: [String] { [title, problem, change].compactMap(\.self) }
}
