import CivilTime
import ReadModels

extension ReviewReport {
  /// Whole days from the instant to the period's end, or to today; an hour may be missing where clocks were put
  /// forward.
  func age(of instant: Instant) -> Int {
    let end = readOn.map { material.span.zone.start(of: $0) } ?? material.span.end
    return max(0, Int((end.seconds(since: instant) + 3_600) / 86_400))
  }

  /// Older first seen than so many days.
  func isOld(_ instant: Instant, _ days: Int) -> Bool { age(of: instant) >= days }
}
