import CivilTime
import Synchronization

/// Slows down who guesses: after a few refusals of an account, or from an address, the next attempt has to
/// wait, twice as long each time.
final class SignInLimit: Sendable {
  private static let free = 5
  /// Seconds.
  private static let longest = 900.0
  /// Names that are kept at most; when there are more, those that wait no longer are forgotten.
  private static let most = 10_000

  private struct Record {
    var refusals: Int
    var until: Instant
  }

  private let records = Mutex<[String: Record]>([:])

  /// Seconds until the next attempt may be made; nil for now.
  func wait(for names: [String], at now: Instant) -> Int? {
    records.withLock { records in
      let waits = names.compactMap { records[$0] }.filter { $0.refusals >= Self.free }
        .map { $0.until.seconds(since: now) }.filter { $0 > 0 }
      return waits.max().map { Int($0.rounded(.up)) }
    }
  }

  func refuse(_ names: [String], at now: Instant) {
    records.withLock { records in
      if records.count > Self.most { records = records.filter { $0.value.until > now } }
      for name in names {
        let refusals = (records[name]?.refusals ?? 0) + 1
        let doublings = min(max(0, refusals - Self.free), 20)
        let seconds = min(Self.longest, Double(1 << doublings))
        records[name] = Record(refusals: refusals, until: now.adding(seconds: Int(seconds)))
      }
    }
  }

  func accept(_ name: String) { records.withLock { $0[name] = nil } }
}
