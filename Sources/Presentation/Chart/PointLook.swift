import Statistics

/// How a point is drawn: one shape for each meaning, so that none depends on color.
///
/// Too few crossings are a property of all points together and mark none of them.
enum PointLook: CaseIterable {
  /// No signal.
  case plain
  case improvement, concern
  /// A signal on a KPI without a direction, or of a pattern without a side.
  case change
  /// Signals that point both ways.
  case conflict
  case excluded

  init(_ point: ChartPoint) {
    if point.excluded {
      self = .excluded
      return
    }
    if point.signals.isEmpty {
      self = .plain
      return
    }
    let signals = point.signals.filter { $0.rule != .fewCrossings }
    let readings = Set(signals.map(\.reading))
    if point.conflict {
      self = .conflict
    } else {
      self = readings.max { Self.rank($0) < Self.rank($1) }.map(PointLook.init) ?? .plain
    }
  }

  init(_ reading: Reading) {
    switch reading {
    case .improvement: self = .improvement
    case .concern: self = .concern
    case .neutral: self = .change
    }
  }

  /// A reading with a sign says more than one without.
  private static func rank(_ reading: Reading) -> Int { reading == .neutral ? 0 : 1 }
}
