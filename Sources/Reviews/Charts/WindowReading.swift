package import CivilTime
package import Domain
package import ReadModels
package import Statistics

/// What a KPI's chart says of the window that a check looks at, beside the mean of its observations.
/// A mean takes all of the window as one; a chart tells from when on it ran at another level.
package enum WindowReading: Sendable, Equatable {
  /// Too few points for limits that hold.
  case tooFew(points: Int)
  /// No change that held at the window's end; the level of its points.
  case steady(level: Double)
  case changed(LevelChange)

  /// A change that held at the window's end.
  package struct LevelChange: Sendable, Equatable {
    /// First day of the period in which it began; it may lie before the window.
    package let since: LocalDate
    package let before: Double?
    /// Of the points since then, up to the window's end.
    package let level: Double
    /// Whether it got better; neutral where people made new limits there.
    package let reading: Reading
    /// What the level would say of the prediction.
    package let verdict: Verdict?
  }

  /// The last day whose observations make up the chart that is read.
  static func lastDay(of window: DateSpan, _ cadence: Domain.Cadence) -> LocalDate {
    // A week that begins in the window counts, though its Thursday may lie behind it.
    cadence == .weekly ? window.last.adding(days: 3) : window.last
  }
}

extension WindowReading {
  /// Nil for a cycle without a plan, or without an observation in its window.
  package static func load(of cycle: CycleRow, in view: View) throws -> WindowReading? {
    guard let window = cycle.window, let reference = cycle.kpi,
      let kpi = try KPIQueries.kpi(reference, in: view),
      let chart = try KPIChart.load(
        [kpi], upTo: lastDay(of: window, kpi.cadence), in: view, annotated: false
      ).first
    else { return nil }
    return chart.reading(of: window, cycle.prediction(of: kpi.direction))
  }
}

extension KPIChart {
  /// - Parameter window: ends where the chart does.
  func reading(of window: DateSpan, _ prediction: Prediction?) -> WindowReading? {
    guard let level = level(window.first...window.last) else { return nil }
    guard let last = chart.segments.last, last.state == .full else {
      return .tooFew(points: observations.count)
    }
    let start = period(at: last.from)
    let present = changes.last { $0.lasts && $0.isSustained && $0.onset <= window.last }
    if let present {
      return changed(
        since: present.onset, before: present.levelBefore, present.reading, window, prediction)
    }
    guard chart.segments.count > 1, start > window.first else { return .steady(level: level) }
    let before = chart.segments[chart.segments.count - 2].center
    return changed(since: start, before: before, .neutral, window, prediction)
  }

  private func changed(
    since onset: LocalDate, before: Double?, _ reading: Reading, _ window: DateSpan,
    _ prediction: Prediction?
  ) -> WindowReading? {
    level(onset...max(onset, window.last)).map {
      .changed(
        .init(
          since: onset, before: before, level: $0, reading: reading,
          verdict: prediction?.verdict(on: $0)))
    }
  }

  private func level(_ days: ClosedRange<LocalDate>) -> Double? {
    observations.filter { days.contains($0.period) }
      .map { Domain.Observation(period: $0.period, value: $0.value, denominator: $0.denominator) }
      .level
  }
}
