package import CanonicalJSON
package import Domain
package import ReadModels

/// Lists as commands answer them: an object with one member, the things.
extension [CycleRow] {
  package var listJSON: JSON { .list("cycles", map(\.json)) }
}

extension [IssueRow] {
  package var listJSON: JSON { .list("issues", map(\.json)) }
}

extension [HypothesisRow] {
  package var listJSON: JSON { .list("hypotheses", map(\.json)) }
}

extension [LessonMatch] {
  package var listJSON: JSON { .list("lessons", map(\.json)) }
}

extension [DesignRow] {
  package var listJSON: JSON { .list("designs", map(\.json)) }
}

extension [ReviewRow] {
  package var listJSON: JSON { .list("reviews", map(\.json)) }
}

extension [DepartmentRow] {
  /// - Parameter current: the code that commands go by without `-d`.
  package func listJSON(current: String?, head: DepartmentCode) -> JSON {
    .list("departments", map { $0.json(current: current, head: head) })
  }
}

extension [ValueAreaRow] {
  package var listJSON: JSON { .list("valueAreas", map(\.json)) }
}

extension [ValueAreaRow] {
  /// - Parameter visions: with the KPIs that each is measured by.
  package func listJSON(under visions: [(row: VisionRow, kpis: [KPIReference])]) -> JSON {
    listJSON.with(["visions": .array(visions.map { $0.row.json(kpis: $0.kpis) })])
  }
}

extension [PolicyRow] {
  package var listJSON: JSON { .list("policies", map(\.json)) }
}

extension [WorthEntryRow] {
  package var listJSON: JSON { .list("values", map(\.json)) }
}
