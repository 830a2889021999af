/// A point in time, in microseconds since 1970-01-01T00:00:00Z without leap seconds.
package struct Instant: Hashable, Sendable {
  package let microseconds: Int64

  package init(microseconds: Int64) { self.microseconds = microseconds }

  package init(secondsSince1970 seconds: Int64) {
    self.init(microseconds: seconds * 1_000_000)
  }

  /// Whole seconds since 1970, rounded down.
  package var secondsSince1970: Int64 {
    Int64(Int(microseconds).floorDivided(by: 1_000_000))
  }
}

extension Instant: Comparable {
  package static func < (left: Instant, right: Instant) -> Bool {
    left.microseconds < right.microseconds
  }
}

extension Instant {
  package func adding(seconds: Int) -> Instant { adding(microseconds: Int64(seconds) * 1_000_000) }

  package func adding(microseconds: Int64) -> Instant {
    Instant(microseconds: self.microseconds + microseconds)
  }

  /// Microseconds from the other instant to this one, negative if this one is earlier.
  package static func - (left: Instant, right: Instant) -> Int64 {
    left.microseconds - right.microseconds
  }

  /// Seconds from the other instant to this one, with fractions.
  package func seconds(since other: Instant) -> Double { Double(self - other) / 1_000_000 }
}
