package import Domain
package import ReadModels

/// The way of one lesson: from its cycles, by each design's answer, to sessions, those who attended
/// and the KPIs since.
package struct LessonPath: Sendable {
  package let lesson: LessonRow
  package let cycles: [CycleRow]
  package let answers: [LessonAnswer]

  /// - Parameters:
  ///   - traces: those of the lesson.
  ///   - charts: of the cycles' KPIs.
  package init(
    _ lesson: LessonRow, cycles: [CycleRow], traces: [LessonTrace], charts: [KPIChart]
  ) {
    self.lesson = lesson
    self.cycles = cycles
    var designs: [ItemID] = []
    for design in traces.compactMap(\.design) where !designs.contains(design) {
      designs.append(design)
    }
    answers = designs.map { design in
      LessonAnswer(design, traces.filter { $0.design == design }, charts)
    }
  }
}

/// What one design did with a lesson.
package struct LessonAnswer: Sendable {
  package let design: ItemID
  package let item: Int?
  package let itemTitle: String?
  /// Nil when taken up.
  package let declinedReason: String?
  package let sessions: [LessonSession]

  init(_ design: ItemID, _ traces: [LessonTrace], _ charts: [KPIChart]) {
    self.design = design
    item = traces.first?.item
    itemTitle = traces.first?.itemTitle
    declinedReason = traces.first?.declinedReason
    let numbers = Set(traces.compactMap(\.session)).sorted()
    sessions = numbers.compactMap { number in
      LessonSession(number, traces.filter { $0.session == number }, charts)
    }
  }
}

/// A session that taught the lesson.
package struct LessonSession: Sendable {
  package let trace: LessonTrace
  package let attendees: [Account]
  package let effects: [KPIEffect]

  fileprivate init?(_ number: Int, _ traces: [LessonTrace], _ charts: [KPIChart]) {
    guard let trace = traces.first, let date = trace.sessionDate else { return nil }
    self.trace = trace
    attendees = Set(traces.compactMap(\.attendee)).sorted()
    effects = charts.map { KPIEffect(chart: $0, effect: TrainingEffect(of: $0, around: date)) }
  }
}

package struct KPIEffect: Sendable {
  package let chart: KPIChart
  package let effect: TrainingEffect
}
