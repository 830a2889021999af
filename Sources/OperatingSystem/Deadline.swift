import Glibc

/// A point on the monotonic clock, before which something must happen.
package struct Deadline {
  private let nanoseconds: Int64

  package init(after duration: Duration) {
    let (seconds, attoseconds) = duration.components
    let span = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    let length = span.overflow ? Int64.max / 4 : span.partialValue + attoseconds / 1_000_000_000
    nanoseconds = Self.now() + min(max(length, 0), Int64.max / 4)
  }

  /// What is left, rounded up to whole milliseconds, 0 when past: as poll(2) takes it.
  package var remainingMilliseconds: Int32 {
    let left = nanoseconds - Self.now()
    return left <= 0 ? 0 : Int32(clamping: (left + 999_999) / 1_000_000)
  }

  private static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
