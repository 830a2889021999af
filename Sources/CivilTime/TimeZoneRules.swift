/// The offsets from UTC that clocks in a time zone show, past and future.
package struct TimeZoneRules: Sendable, Equatable {
  /// Such as `Asia/Tokyo`.
  package let identifier: String
  /// In force before the first change; seconds east of UTC, as all offsets here.
  private let firstOffset: Int
  /// Seconds since 1970 at which an offset comes into force, ascending.
  private let changes: [OffsetChange]
  /// In force from the last change on; nil: the last offset stays.
  private let future: PosixZone?

  init(identifier: String, firstOffset: Int, changes: [OffsetChange], future: PosixZone?) {
    self.identifier = identifier
    self.firstOffset = firstOffset
    self.changes = changes
    self.future = future
  }

  /// Needs no file.
  package static let utc = TimeZoneRules(
    identifier: "UTC", firstOffset: 0, changes: [], future: nil)

  /// Seconds that clocks are ahead of UTC at the instant, negative west of Greenwich.
  package func offset(at instant: Instant) -> Int {
    offset(atSecond: Int(instant.secondsSince1970))
  }

  package func localDateTime(at instant: Instant) -> LocalDateTime {
    LocalDateTime(instant, offset: offset(at: instant))
  }

  package func date(at instant: Instant) -> LocalDate { localDateTime(at: instant).date }
}

/// From `second` (since 1970) on, clocks are `offset` seconds ahead of UTC.
struct OffsetChange: Sendable, Equatable {
  var second: Int
  var offset: Int
}

extension TimeZoneRules {
  /// The instant at which clocks show the time. If they show it twice, the earlier; if they skip
  /// it, the first instant after the gap.
  package func instant(
    of date: LocalDate, hour: Int = 0, minute: Int = 0, second: Int = 0, microsecond: Int = 0
  ) -> Instant {
    let wall = ((date.dayNumber * 24 + hour) * 60 + minute) * 60 + second
    let start = startOfSecond(showing: wall)
    let skipped = start + offset(atSecond: start) != wall
    return Instant(secondsSince1970: Int64(start))
      .adding(microseconds: skipped ? 0 : Int64(microsecond))
  }

  /// The first instant of the day; that of the next day if the zone skipped this one.
  package func start(of date: LocalDate) -> Instant { instant(of: date) }

  /// The last microsecond before the next day starts. It comes before `start(of:)` for a day that
  /// the zone skipped, such as 2011-12-30 in Apia.
  package func end(of date: LocalDate) -> Instant {
    start(of: date.adding(days: 1)).adding(microseconds: -1)
  }

  /// Walks the offsets around the time in order: the first whose reign ends, on its own clock,
  /// after the time has either shown it or begun past it.
  private func startOfSecond(showing wall: Int) -> Int {
    var reign = OffsetChange(second: .min, offset: offset(atSecond: wall - Self.farthestOffset))
    for change in changes(around: wall) {
      if wall < change.second + reign.offset { break }
      reign = change
    }
    return max(wall - reign.offset, reign.second)
  }

  /// More seconds than any offset has: RFC 9636 §3.2 keeps them under 26 hours.
  private static let farthestOffset = 26 * 3_600

  private func changes(around wall: Int) -> [OffsetChange] {
    let (low, high) = (wall - Self.farthestOffset, wall + Self.farthestOffset)
    let known = changes[firstChange(after: low)..<firstChange(after: high)]
    let lastKnown = max(low, changes.last?.second ?? low)
    let coming = future?.changes(around: wall) ?? []
    return known + coming.filter { lastKnown < $0.second && $0.second <= high }
  }

  private func offset(atSecond second: Int) -> Int {
    guard let last = changes.last, second < last.second else {
      return future?.offset(at: second) ?? changes.last?.offset ?? firstOffset
    }
    let index = firstChange(after: second)
    return index == 0 ? firstOffset : changes[index - 1].offset
  }

  /// By halving; `changes.count` if none comes after.
  private func firstChange(after second: Int) -> Int {
    var (low, high) = (0, changes.count)
    while low < high {
      let middle = (low + high) / 2
      if changes[middle].second <= second { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
