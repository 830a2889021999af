import Bilingual

/// What numbers are counted in, as a column's name or a KPI says: a unit, and how many of it one is.
package struct HeaderUnit: Hashable, Sendable {
  package enum Base: CaseIterable, Sendable {
    case hour, minute, second, day, personDay, yen, dollar, percent, person, item, piece, time,
      point
  }

  package let base: Base
  package let scale: Int

  /// Nil for a text that is no unit known by name: `（速報）`, `（JST）`.
  package init?(_ text: String) {
    var name = text.halfWidth.lowercased().filter { !$0.isWhitespace }
    for mark in ["単位:", "単位は", "単位", "in", "unit:"] where name.hasPrefix(mark) {
      name.removeFirst(mark.count)
      break
    }
    if let base = Self.base(name) {
      (self.base, scale) = (base, 1)
      return
    }
    for (mark, scale) in Self.scales where name.hasPrefix(mark) {
      guard let base = Self.base(String(name.dropFirst(mark.count))) else { continue }
      (self.base, self.scale) = (base, scale)
      return
    }
    return nil
  }

  /// Whether numbers counted in it can stand for a KPI's without being reckoned anew. Of a unit per
  /// something, the first counts; one that isn't known by name can only be things that are counted.
  package func fits(_ unit: String) -> Bool {
    let parts = unit.halfWidth.lowercased().replacing(" per ", with: "/").split(separator: "/")
    guard let first = parts.first else { return true }
    guard let known = HeaderUnit(unit) ?? HeaderUnit(String(first)) else {
      return isCount && scale == 1
    }
    return known == self
  }

  private var isCount: Bool {
    switch base {
    case .person, .item, .piece, .time, .point: true
    case .hour, .minute, .second, .day, .personDay, .yen, .dollar, .percent: false
    }
  }

  private static let scales = [
    ("百万", 1_000_000), ("十億", 1_000_000_000), ("億", 100_000_000), ("千", 1_000), ("万", 10_000),
    ("百", 100), ("thousandsof", 1_000), ("thousand", 1_000), ("millionsof", 1_000_000),
    ("million", 1_000_000), ("k", 1_000), ("m", 1_000_000),
  ]

  private static func base(_ name: String) -> Base? {
    Base.allCases.first { $0.names.contains(name) }
  }
}

extension HeaderUnit.Base {
  fileprivate var names: [String] {
    switch self {
    case .hour: ["h", "hr", "hrs", "hour", "hours", "時間", "人時"]
    case .minute: ["min", "mins", "minute", "minutes", "分", "分間"]
    case .second: ["s", "sec", "secs", "second", "seconds", "秒", "秒間"]
    case .day: ["d", "day", "days", "日", "日間", "日数"]
    case .personDay: ["人日", "人月", "mandays", "person-days"]
    case .yen: ["円", "yen", "jpy", "¥"]
    case .dollar: ["ドル", "dollar", "dollars", "usd", "$", "米ドル"]
    case .percent: ["%", "percent", "パーセント", "pct"]
    case .person: ["人", "名", "people", "persons"]
    case .item: ["件", "件数", "cases", "items"]
    case .piece: ["個", "pieces", "pcs"]
    case .time: ["回", "回数", "times"]
    case .point: ["点", "points", "pt", "pts", "ポイント"]
    }
  }
}
