package import CivilTime
package import Domain
package import ReadModels

/// Lessons on their way from cycle to training to effect, and what waits on it.
package struct LessonFlow: Sendable {
  /// A station of the way, with the lessons that rest there: they have come so far, and no farther.
  package struct Station: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
      /// Drafted, and validated by nobody.
      case drafted
      /// Validated, and neither adopted elsewhere nor in a design.
      case validated
      /// In a training design that no session has taught.
      case designed
      /// Taught, or adopted by another department.
      case spread
      /// With a measured effect.
      case measured
    }

    package let kind: Kind
    package let lessons: [LessonRow]
  }

  /// A department that was offered a lesson and has not answered.
  package struct Offer: Sendable {
    package let lesson: ItemID
    package let title: String
    package let department: DepartmentCode
    package let since: LocalDate
    package let days: Int
  }

  /// Cycles that were decided on, which lessons come from.
  package let actedCycles: Int
  package let stations: [Station]
  /// Validated lessons for training that no design answers.
  package let waiting: [LessonRow]
  /// The longest wait first.
  package let offers: [Offer]
  package let reuse: ReuseRate
  /// Days from offer to adoption.
  package let adoptionDays: [Double]

  /// - Parameters:
  ///   - details: of all lessons that are not retired.
  ///   - taught: lessons that a session taught which was not cancelled and is over.
  package init(
    actedCycles: Int, details: [LessonDetail], taught: Set<ItemID>, waiting: [LessonRow],
    rollOuts: [(row: LessonRollOutRow, since: LocalDate)], reuse: ReuseRate,
    adoptionDays: [Double], on today: LocalDate
  ) {
    self.actedCycles = actedCycles
    self.waiting = waiting
    self.reuse = reuse
    self.adoptionDays = adoptionDays
    let placed = Dictionary(grouping: details) { Self.station(of: $0, taught) }
    stations = Station.Kind.allCases.map { kind in
      Station(kind: kind, lessons: (placed[kind] ?? []).map(\.lesson))
    }
    let titles = Dictionary(
      details.map { ($0.lesson.id, $0.lesson.title) }, uniquingKeysWith: { first, _ in first })
    offers = rollOuts.map { row, since in
      let id = ItemID(row.department, .lesson, row.lesson)
      return Offer(
        lesson: id, title: titles[id] ?? "", department: row.proposedTo, since: since,
        days: max(0, since.days(until: today)))
    }.sorted { ($1.days, "\($0.lesson)") < ($0.days, "\($1.lesson)") }
  }

  private static func station(of detail: LessonDetail, _ taught: Set<ItemID>) -> Station.Kind {
    if !detail.reuses.isEmpty { return .measured }
    if taught.contains(detail.lesson.id) || detail.adoptions.contains(where: \.adopted) {
      return .spread
    }
    if detail.designs.contains(where: { $0.item != nil }) { return .designed }
    return detail.lesson.validatedAt == nil ? .drafted : .validated
  }
}
