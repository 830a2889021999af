import CivilTime
package import Domain
import Orders
package import ReadModels
import Tracker

/// What holds a text, of all departments that the person may see.
package struct Findings: Sendable {
  package let text: String
  /// In number and department's order.
  package let cycles: [CycleRow]
  /// The most alike first.
  package let lessons: [LessonMatch]
  /// The latest first.
  package let actions: [ActionRow]
  /// The latest first.
  package let issues: [IssueRow]

  package var isEmpty: Bool {
    cycles.isEmpty && lessons.isEmpty && actions.isEmpty && issues.isEmpty
  }
}

extension Office {
  /// Cycles, lessons, actions and issues that a text is found in.
  /// - Parameter limit: of each kind at most so many.
  package func search(_ text: String, limit: Int) throws -> Findings {
    try tracker.read { view in
      Findings(
        text: text, cycles: try CycleQueries.list(CycleFilter(text: text, limit: limit), in: view),
        lessons: try LessonSearch.similar(to: text, limit: limit, in: view),
        actions: try CycleQueries.actions(saying: text, limit: limit, in: view),
        issues: try IssueQueries.list(saying: text, limit: limit, in: view))
    }
  }

  /// The person's actions within a period, the latest first.
  package func actions(by account: Account, in period: ReviewPeriod) throws -> [ActionRow] {
    let span = Span(DateSpan(period.firstDay...period.lastDay), in: setting.zone)
    return try tracker.read { view in
      try CycleQueries.actions(by: account, within: span, in: view)
    }
  }
}
