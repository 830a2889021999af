package import CivilTime
package import Domain
package import ReadModels

/// A review whose day has come and that is not closed.
package struct DueReview: Sendable, Equatable {
  package enum State: String, Sendable { case notOpened, open }

  package let id: ReviewID
  package let state: State
  /// The day from which on it was due.
  package let since: LocalDate
  /// Periods right before it of which nobody opened a review either.
  package let missedBefore: Int
}

/// What should have been done by a day.
package struct DueList: Sendable {
  package let today: LocalDate
  /// By department, weekly before monthly, the latest first.
  package let reviews: [DueReview]
  /// Past their day and not done, the oldest first.
  package let decisions: [PendingDecision]

  package var isEmpty: Bool { reviews.isEmpty && decisions.isEmpty }

  /// - Parameters:
  ///   - reviews: all that were opened.
  ///   - grace: days that a review may be late.
  package init(
    _ schedule: ReviewSchedule, reviews: [ReviewRow], decisions: [PendingDecision],
    on today: LocalDate, grace: Int = 0
  ) {
    self.today = today
    let search = DueSearch(
      schedule: schedule, known: Dictionary(uniqueKeysWithValues: reviews.map { ($0.id, $0) }),
      day: today.adding(days: -grace))
    self.reviews = schedule.holders.flatMap(search.reviews)
    self.decisions = decisions.filter { $0.due < today }
  }
}

private struct DueSearch {
  let schedule: ReviewSchedule
  let known: [ReviewID: ReviewRow]
  /// Reviews that were to be held by this day are due.
  let day: LocalDate

  func reviews(of holder: ReviewSchedule.Holder) -> [DueReview] {
    schedule.kinds(of: holder).flatMap { kind in
      let latest = latest(kind, holder)
      return [latest].compactMap(\.self) + left(kind, holder).filter { $0.id != latest?.id }
    }
  }

  /// That of the latest period whose review's day has come.
  private func latest(_ kind: ReviewKind, _ holder: ReviewSchedule.Holder) -> DueReview? {
    var period = kind.period(of: day)
    while ReviewSchedule.day(for: period) > day { period = period.previous }
    guard schedule.isExpected(period, of: holder) else { return nil }
    let id = ReviewID(holder.department, period)
    guard let row = known[id] else {
      return due(id, .notOpened, missedBefore: missed(before: period, holder))
    }
    return row.closedAt == nil ? due(id, .open) : nil
  }

  private func missed(before period: ReviewPeriod, _ holder: ReviewSchedule.Holder) -> Int {
    var count = 0
    var period = period.previous
    while schedule.isExpected(period, of: holder), known[ReviewID(holder.department, period)] == nil
    {
      count += 1
      period = period.previous
    }
    return count
  }

  /// Earlier ones that were opened and never closed.
  private func left(_ kind: ReviewKind, _ holder: ReviewSchedule.Holder) -> [DueReview] {
    known.values.filter {
      $0.id.department == holder.department && $0.kind == kind && $0.closedAt == nil
        && ReviewSchedule.day(for: $0.id.period) <= day
    }.sorted { $0.firstDay > $1.firstDay }.map { due($0.id, .open) }
  }

  private func due(
    _ id: ReviewID, _ state: DueReview.State, missedBefore: Int = 0
  ) -> DueReview {
    DueReview(
      id: id, state: state, since: ReviewSchedule.day(for: id.period), missedBefore: missedBefore)
  }
}
