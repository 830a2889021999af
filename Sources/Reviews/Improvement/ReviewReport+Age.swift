import CivilTime
import ReadModels

extension ReviewReport {
  /// Whole days from the instant to the period's end; an hour may be missing where clocks were put
  /// forward.
  func age(of instant: Instant) -> Int {
    Int((material.span.end.seconds(since: instant) + 3_600) / 86_400)
  }

  /// Older first seen than so many days.
  func isOld(_ instant: Instant, _ days: Int) -> Bool { age(of: instant) >= days }
}
