import CivilTime
package import Domain
package import Orders
package import ReadModels
package import Reviews
import Tracker

/// A lesson with all that belongs to it.
package struct LessonStory: Sendable {
  package let detail: LessonDetail
  package let reuse: LessonReuse?
  /// Of the stream, to expect it when something is recorded next.
  package let version: Int
}

/// How far lessons went, and how fast.
package struct LessonReach: Sendable {
  package let rate: ReuseRate
  package let lessons: [ItemID: LessonReuse]
  /// Days from offer to adoption.
  package let adoptionDays: [Double]
}

/// What a measurement of a lesson's reuse rests on.
package struct LessonEffect: Sendable {
  package let before: TrainingEffect.Level
  package let after: TrainingEffect.Level
  /// Days from the offer to the improvement; nil where the chart shows none.
  package let leadTimeDays: Int?
  package let adoption: AdoptionEffect
}

/// What a lesson's reuse was recorded to have brought.
package struct RecordedReuse: Sendable {
  package let outcome: Outcome<AdoptionEvent>
  package let before: Double
  package let after: Double
  /// What the chart allows to be said; nil where the levels were given.
  package let effect: LessonEffect?
}

extension Office {
  /// Records what an adopted lesson did to a KPI of the department that is ordered for.
  /// - Parameters:
  ///   - given: the levels before and after; nil for those of the KPI's chart.
  ///   - leadTimeDays: nil for those that the chart shows.
  package func measureReuse(
    of lesson: ItemID, on kpi: KPIReference, given: (before: Double, after: Double)?,
    leadTimeDays: Int?, note: String?, _ order: Order
  ) throws -> RecordedReuse {
    let found = try given == nil ? effect(of: lesson, on: kpi, in: order.department) : nil
    // What was not adopted has no levels, and is refused by the domain.
    let (before, after) = given ?? (found?.before.mean ?? 0, found?.after.mean ?? 0)
    let outcome = try record(
      .measureReuse(
        lesson: lesson, kpi: kpi, before: before, after: after,
        leadTimeDays: leadTimeDays ?? found?.leadTimeDays, note: note), order)
    return RecordedReuse(outcome: outcome, before: before, after: after, effect: found)
  }
  /// Nil for a lesson that isn't there.
  package func lesson(_ id: ItemID) throws -> LessonRow? {
    try tracker.read { view in try LessonQueries.lesson(id, in: view) }
  }

  /// Nil for a lesson that isn't there.
  package func lessonStory(of id: ItemID) throws -> LessonStory? {
    try tracker.read { view in
      guard let detail = try LessonQueries.detail(of: id, in: view) else { return nil }
      return LessonStory(
        detail: detail, reuse: try ReuseQueries.lessons(in: view).first { $0.lesson == id },
        version: try tracker.version(of: id))
    }
  }

  package func lessons(
    _ filter: LessonFilter
  ) throws -> (rows: [LessonRow], reach: LessonReach) {
    try tracker.read { view in
      let reuse = try ReuseQueries.lessons(in: view)
      return (
        try LessonQueries.list(filter, in: view),
        LessonReach(
          rate: try ReuseQueries.rate(in: view),
          lessons: Dictionary(uniqueKeysWithValues: reuse.map { ($0.lesson, $0) }),
          adoptionDays: try ReuseQueries.adoptionDays(before: setting.now, in: view))
      )
    }
  }

  /// The most alike first.
  package func lessons(matching text: String, limit: Int) throws -> [LessonMatch] {
    try tracker.read { view in try LessonSearch.similar(to: text, limit: limit, in: view) }
  }

  /// Validated lessons for training that no design answers yet.
  package func lessonsWaiting() throws -> [LessonRow] {
    try tracker.read { view in try LessonQueries.waiting(in: view) }
  }

  /// The KPI's levels before and after the department adopted the lesson, from its chart; nil when
  /// it did not adopt it.
  package func effect(
    of lesson: ItemID, on kpi: KPIReference, in home: DepartmentCode
  ) throws -> LessonEffect? {
    try tracker.read { view in
      let own = try LessonQueries.adoptions(by: home, in: view)
      guard let adoption = own.first(where: { $0.lesson == lesson && $0.adopted }) else {
        return nil
      }
      let adopted = setting.zone.date(at: adoption.decidedAt)
      let effect = AdoptionEffect(of: try KPIChart.load(kpi, in: view)!, adoptedOn: adopted)
      guard let before = effect.before, let after = effect.after else {
        throw OfficeError.unmeasured(kpi: kpi, adopted: adopted, isBefore: effect.before == nil)
      }
      let offered = try LessonQueries.rollOuts(of: lesson, in: view)
        .first { $0.proposedTo == home }.map { setting.zone.date(at: $0.proposedAt) }
      return LessonEffect(
        before: before, after: after,
        leadTimeDays: effect.improvedOn.map { max(0, (offered ?? adopted).days(until: $0)) },
        adoption: effect)
    }
  }
}

extension LessonDetail {
  /// Whole days from the offer to a department's answer; nil where it was offered none.
  package func daysFromOffer(to answer: AdoptionRow) -> Int? {
    rollOuts.first { $0.proposedTo == answer.department }.map {
      Int(answer.decidedAt.seconds(since: $0.proposedAt) / 86_400)
    }
  }
}

extension LessonReuse {
  /// Departments that it was offered to, or that decided without.
  package var asked: Int { max(proposed, adopted + declined) }
}
