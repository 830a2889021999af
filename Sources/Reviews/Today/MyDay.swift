package import CivilTime
import Domain
package import ReadModels

/// What is one person's on a day, across departments: what they promised, what waits for them, and
/// what they may go on with.
package struct MyDay: Sendable {
  package let member: MemberRow
  package let today: LocalDate
  /// Past their day, the oldest first.
  package let late: [DayItem]
  /// Due today or within the week, by day; then what waits without a day.
  package let coming: [DayItem]
  /// Open cycles of the person on which nothing is due within the week.
  package let open: [DayItem]

  package var isEmpty: Bool { late.isEmpty && coming.isEmpty && open.isEmpty }

  /// Days within which something is coming.
  package static let horizon = 7

  package init(_ member: MemberRow, _ items: [DayItem], on today: LocalDate) {
    self.member = member
    self.today = today
    let end = today.adding(days: Self.horizon)
    let dated = items.filter { $0.due != nil }.sorted { $0.isBefore($1) }
    late = dated.filter { $0.due! < today }
    coming =
      dated.filter { $0.due! >= today && $0.due! <= end }
      + items.filter { $0.due == nil && $0.kind != .cycle }
    open = items.filter { $0.kind == .cycle && ($0.due.map { $0 > end } ?? true) }
  }
}

/// One thing that is somebody's, with the command that settles it.
package struct DayItem: Sendable, Equatable {
  /// Names are stable, for programs.
  package enum Kind: String, Sendable, CaseIterable {
    case cycle, decision, observation, review, issue, lesson, rollOut
  }

  package let kind: Kind
  /// An id, or a KPI's reference.
  package let about: String
  package let step: ReviewStep
  /// The day by which it is to be done; nil where none is set.
  package let due: LocalDate?
  /// Since when it waits, where no day is set.
  package var since: LocalDate?
  /// Periods that wait, of an observation; reviews not held, of a review.
  package var count = 1

  func isBefore(_ other: DayItem) -> Bool {
    guard let due, let later = other.due, due != later else { return about < other.about }
    return due < later
  }
}
