import CivilTime
import Domain
import ReadModels
import Reviews
import Statistics

/// Makes the star schema's signals of charts as reviews draw them.
enum StarSignals {
  static let profile = RuleProfile.nhsMDC

  /// Of all KPIs, retired ones included.
  /// - Parameter department: nil for all.
  static func computed(
    of department: DepartmentCode? = nil, in view: View
  ) throws -> [StarSignal] {
    let kpis = try KPIQueries.list(of: department, includingRetired: true, in: view)
    return try KPIChart.load(kpis, in: view, profile: profile, annotated: false)
      .flatMap(\.starSignals)
  }

  static func basis(at position: Int) -> StarBasis {
    StarBasis(position: position, profile: profile.id, profileVersion: profile.version)
  }
}

extension KPIChart {
  /// Every signal but those of excluded points, by period; a change that only limits of its own show has
  /// the one that told of it first.
  var starSignals: [StarSignal] {
    let changes = changes
    let own = chart.specialCauses.filter { !$0.excluded }.map { signal($0, changes) }
    let known = Set(own.map { SignalReference(rule: $0.rule, period: $0.period) })
    let further = changes.filter { !known.contains($0.signal) }.map(signal)
    var counts: [SignalReference: Int] = [:]
    return (own + further).map { signal in
      var signal = signal
      let reference = SignalReference(rule: signal.rule, period: signal.period)
      counts[reference, default: 0] += 1
      signal.number = counts[reference] ?? 1
      return signal
    }.sorted { ($0.period, $0.rule, $0.number) < ($1.period, $1.rule, $1.number) }
  }

  private func signal(_ cause: SpecialCause, _ changes: [Change]) -> StarSignal {
    let reference = reference(cause)
    let change =
      changes.first { $0.signal == reference }
      ?? changes.first {
        $0.names.contains(reference)
      }
    return StarSignal(
      kpi: kpi.reference, rule: reference.rule, period: reference.period,
      firstPeriod: day(cause.members.first ?? cause.completesAt),
      lastPeriod: day(cause.members.last ?? cause.completesAt), points: cause.members.count,
      side: cause.side?.rawValue, reading: cause.reading.rawValue,
      isProvisional: cause.provisional,
      change: change.map { $0.star(isFirst: $0.signal == reference) })
  }

  private func signal(_ change: Change) -> StarSignal {
    StarSignal(
      kpi: kpi.reference, rule: change.signal.rule, period: change.signal.period,
      firstPeriod: change.members.first.map(day) ?? change.onset,
      lastPeriod: change.members.last.map(day) ?? change.last, points: change.members.count,
      side: change.side?.rawValue, reading: change.reading.rawValue, isProvisional: false,
      change: change.star(isFirst: true))
  }

  private func day(_ index: Int) -> LocalDate { LocalDate(dayNumber: chart.points[index].period) }
}

extension Change {
  fileprivate func star(isFirst: Bool) -> StarSignal.Change {
    StarSignal.Change(
      isFirst: isFirst, isOpen: isOpen, onset: onset, levelBefore: levelBefore, level: level)
  }
}
