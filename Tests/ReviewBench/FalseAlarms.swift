import Domain
import Foundation
import SimulatedYear
import Statistics

/// Alarms of charts alone, over more series than reviews are written of: every KPI that made-up
/// companies measure, unchanged, judged by limits in force and by limits that are as good as known.
///
/// Counted are patterns that a person would see apart, in the 52 points after the limits became
/// full: those of one side that share a point are one.
enum FalseAlarms {
  private static let points = 52
  /// So many points of the unchanged process make its limits known.
  private static let known = 400

  static func tell(seeds: UInt64) {
    var (inForce, ideal, series) = (0, 0, 0)
    for seed in 1...max(1, seeds) {
      for quiet in QuietSeries.drawn(known + points, seed: seed) {
        let options = options(quiet)
        let cadence = Statistics.Cadence(named: quiet.cadence)
        let full = LimitGrowth(cadence).full
        inForce += alarms(quiet.values.suffix(full + points), options, cadence, from: full)
        var frozen = options
        frozen.baseline = 0...known - 1
        ideal += alarms(quiet.values[...], frozen, cadence, from: known)
        series += 1
      }
    }
    print(
      String(
        format:
          "false alarms of unchanged KPIs in 52 points: %.2f; with known limits %.2f (%d series)",
        Double(inForce) / Double(series), Double(ideal) / Double(series), series))
  }

  private static func options(_ quiet: QuietSeries) -> ChartOptions {
    let kind: ChartKind =
      switch quiet.measure {
      case .value: .xmr
      case .count: .c
      case .proportion: .p
      }
    var options = ChartOptions(kind: kind)
    options.plotsRatio = kind == .p
    options.limits = .inForce
    return options
  }

  private static func alarms(
    _ values: ArraySlice<QuietSeries.Value>, _ options: ChartOptions, _ cadence: Statistics.Cadence,
    from first: Int
  ) -> Int {
    let observations = values.enumerated().map { place, value in
      Statistics.Observation(
        period: place, value: value.value, denominator: value.denominator)
    }
    let input = ChartInput(observations, cadence: .irregular)
    var options = options
    options.growth = LimitGrowth(cadence)
    guard let chart = try? Chart(input, options: options) else { return 0 }
    return distinct(chart, from: first)
  }

  private static func distinct(_ chart: Chart, from first: Int) -> Int {
    var count = 0
    for side in [Side.high, .low, nil] {
      var reached = -1
      let causes = chart.specialCauses.filter {
        $0.side == side && !$0.provisional && ($0.completions.last ?? 0) >= first
      }
      for cause in causes.sorted(by: { $0.members[0] < $1.members[0] }) {
        if cause.members[0] > reached { count += 1 }
        reached = max(reached, cause.members.last ?? 0)
      }
    }
    return count
  }
}

extension Statistics.Cadence {
  fileprivate init(named cadence: Domain.Cadence) {
    switch cadence {
    case .daily: self = .daily
    case .weekly: self = .weekly
    case .monthly: self = .monthly
    }
  }
}
