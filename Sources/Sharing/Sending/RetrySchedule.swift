package import CivilTime

/// When what didn't arrive is tried again: after a random time up to a bound that grows fourfold, so that
/// many that failed together don't come together again; for about three days in all.
package struct RetrySchedule: Sendable, Equatable {
  /// Bounds in seconds: the first one, and the longest.
  package var first = 5.0
  package var longest = 6.0 * 3_600
  /// Seconds after the first attempt from which on nothing is tried any more.
  package var total = 72.0 * 3_600

  package init() {}

  /// The same at another pace, for trials: 0.001 makes an hour of four seconds.
  package init(pace: Double) {
    first *= pace
    longest *= pace
    total *= pace
  }

  /// - Parameters:
  ///   - attempts: made so far, from 1.
  ///   - asked: seconds that the receiver asks to wait for at least; no more than a day is taken.
  /// - Returns: nil when it was tried for long enough.
  package func next(
    attempts: Int, since start: Instant, at now: Instant, asked: Int? = nil,
    using generator: inout some RandomNumberGenerator
  ) -> Instant? {
    guard now.seconds(since: start) < total else { return nil }
    var bound = first
    for _ in 1..<max(1, min(attempts, 40)) { bound = min(bound * 4, longest) }
    let pause = Double.random(in: 0...bound, using: &generator)
    let least = Double(min(max(asked ?? 0, 0), 86_400))
    return now.adding(microseconds: Int64(max(pause, least) * 1_000_000))
  }
}
