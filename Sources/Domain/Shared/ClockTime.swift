/// A time of day as a clock shows it, to the minute: `09:40`. `24:00` is the end of a day.
package struct ClockTime: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Minutes since midnight, 0…1440.
  package let minutes: Int

  package init?(minutes: Int) {
    guard (0...1440).contains(minutes) else { return nil }
    self.minutes = minutes
  }

  /// Reads `9:40` and `09:40`.
  package init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy(Token.isDigit) }),
      let hour = Int(parts[0]), let minute = Int(parts[1]), minute < 60
    else { return nil }
    self.init(minutes: hour * 60 + minute)
  }

  package var description: String { "\(Self.two(minutes / 60)):\(Self.two(minutes % 60))" }

  package static func < (a: Self, b: Self) -> Bool { a.minutes < b.minutes }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension ClockTime: Identifier {}

/// From one time of a day to a later one.
package struct ClockSpan: Hashable, Sendable, CustomStringConvertible {
  package var from: ClockTime
  package var to: ClockTime

  package init(from: ClockTime, to: ClockTime) { (self.from, self.to) = (from, to) }

  /// Reads `9:40-17:00`.
  package init?(_ text: String) {
    let parts = text.split(whereSeparator: { "-–〜~".contains($0) })
    guard parts.count == 2, let from = ClockTime(String(parts[0])),
      let to = ClockTime(String(parts[1])), from < to
    else { return nil }
    self.init(from: from, to: to)
  }

  package var description: String { "\(from)-\(to)" }
  package var minutes: Int { max(0, to.minutes - from.minutes) }

  package func overlaps(_ other: ClockSpan) -> Bool { from < other.to && other.from < to }

  /// What of it is left over beside parts of it.
  package func rest(without parts: [ClockSpan]) -> [ClockSpan] {
    var (rest, from): ([ClockSpan], ClockTime) = ([], from)
    for part in parts.sorted(by: { $0.from < $1.from }) where part.overlaps(self) {
      if from < part.from { rest.append(ClockSpan(from: from, to: part.from)) }
      from = max(from, part.to)
    }
    if from < to { rest.append(ClockSpan(from: from, to: to)) }
    return rest
  }

  static let form = Field<ClockSpan>.record(
    ClockSpan.init(from:to:), (\.from, .value("from")), (\.to, .value("to")))
}
