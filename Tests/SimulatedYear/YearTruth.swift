package import CanonicalJSON
package import CivilTime

/// What is true of an organization's year, however its log came about: what reviews are held
/// against.
package struct YearTruth: Sendable, Equatable {
  /// A level that a KPI had from a day on; the first has had it always.
  package struct Level: Sendable, Equatable {
    package var from: LocalDate?
    package var level: Double
    /// Cycles that were aimed at it, any of which may be told first; empty for none.
    package var cycles: [String]
    /// The issue that warns of it.
    package var issue: String?
    /// The day on which somebody decided on it; nil for nobody.
    package var decided: LocalDate?

    package init(
      from: LocalDate? = nil, level: Double, cycles: [String] = [], issue: String? = nil,
      decided: LocalDate? = nil
    ) {
      self.from = from
      self.level = level
      self.cycles = cycles
      self.issue = issue
      self.decided = decided
    }
  }

  package struct KPI: Sendable, Equatable {
    /// Such as `SALES/win-rate`.
    package var reference: String
    /// `up`, `down` or `neutral`.
    package var direction: String
    package var levels: [Level]
    /// Whether its level moves all the time, so that no single change is true.
    package var drifts = false
    package var retired: LocalDate?
    /// The spread of its values about the level; nil where it is unknown, or follows from a
    /// denominator or a count.
    package var spread: Double?
  }

  package var founded: LocalDate
  /// The last day with entries.
  package var end: LocalDate
  package var kpis: [KPI]
}

/// A change of level that is true.
package struct TrueChange: Sendable, Equatable {
  package let kpi: YearTruth.KPI
  package let before: Double
  package let after: YearTruth.Level
  /// When another level came, or the KPI was retired.
  package let ended: LocalDate?
  /// When it ended, or was decided on.
  package var until: LocalDate? { [ended, after.decided].compactMap(\.self).min() }

  package var onset: LocalDate { after.from ?? .earliest }
  package var department: String { String(kpi.reference.prefix { $0 != "/" }) }
  package var isHigher: Bool { after.level > before }
  /// Nil for a KPI without direction.
  package var isImprovement: Bool? {
    switch kpi.direction {
    case "up": isHigher
    case "down": !isHigher
    default: nil
    }
  }
}

extension YearTruth {
  package var changes: [TrueChange] {
    kpis.flatMap { kpi in
      zip(kpi.levels, kpi.levels.dropFirst()).enumerated().map { place, pair in
        let next = kpi.levels.dropFirst(place + 2).first?.from
        return TrueChange(
          kpi: kpi, before: pair.0.level, after: pair.1,
          ended: [next, kpi.retired].compactMap(\.self).min())
      }
    }
  }
}

extension YearTruth {
  package var json: JSON {
    ["founded": JSON("\(founded)"), "end": JSON("\(end)"), "kpis": .array(kpis.map(\.json))]
  }

  /// Nil for a text that isn't one.
  package init?(json: JSON) {
    guard let object = json.object, case .array(let list)? = object["kpis"],
      let founded = object.date("founded"), let end = object.date("end")
    else { return nil }
    let kpis = list.compactMap { $0.object.flatMap(KPI.init) }
    guard kpis.count == list.count else { return nil }
    self.init(founded: founded, end: end, kpis: kpis)
  }
}

extension YearTruth.KPI {
  fileprivate var json: JSON {
    [
      "kpi": JSON(reference), "direction": JSON(direction), "levels": .array(levels.map(\.json)),
      "drifts": JSON(drifts), "retired": JSON(retired?.description) ?? .null,
      "spread": JSON(spread) ?? .null,
    ]
  }

  fileprivate init?(_ object: JSONObject) {
    guard let reference = object["kpi"]?.string, let direction = object["direction"]?.string,
      case .array(let list)? = object["levels"]
    else { return nil }
    self.init(
      reference: reference, direction: direction,
      levels: list.compactMap { $0.object.flatMap(YearTruth.Level.init) },
      drifts: object["drifts"] == .bool(true), retired: object.date("retired"),
      spread: object.number("spread"))
    guard levels.count == list.count, !levels.isEmpty else { return nil }
  }
}

extension YearTruth.Level {
  fileprivate var json: JSON {
    [
      "from": JSON(from?.description) ?? .null, "level": JSON(level),
      "cycles": JSON(cycles), "issue": JSON(issue) ?? .null,
      "decided": JSON(decided?.description) ?? .null,
    ]
  }

  fileprivate init?(_ object: JSONObject) {
    guard let level = object.number("level") else { return nil }
    self.init(
      from: object.date("from"), level: level, cycles: object.texts("cycles"),
      issue: object["issue"]?.string, decided: object.date("decided"))
  }
}

extension JSONObject {
  fileprivate func texts(_ name: String) -> [String] {
    guard case .array(let elements)? = self[name] else { return [] }
    return elements.compactMap(\.string)
  }

  fileprivate func date(_ name: String) -> LocalDate? {
    self[name]?.string.flatMap { LocalDate(iso: $0) }
  }

  fileprivate func number(_ name: String) -> Double? {
    guard case .number(let number)? = self[name] else { return nil }
    return number
  }
}
