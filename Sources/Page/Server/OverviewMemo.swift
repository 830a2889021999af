import Reviews
import Synchronization

/// What the executives' page showed somebody, for the same person's next look while nothing was recorded:
/// it is by far the largest, and the one that is left open. Kept by the page's tag, which names the
/// session, so that nothing passes from one person to another.
final class OverviewMemo: Sendable {
  /// KPIs that are kept in all, as of a hundred sessions that see two hundred each. Their charts are those
  /// of `ChartMemo`, one for all sessions.
  private static let capacity = 20_000

  private struct Kept {
    let overview: Overview
    let size: Int
    var lastAsked: Int
  }

  private struct Store {
    var kept: [String: Kept] = [:]
    var size = 0
    var asked = 0
  }

  private let store = Mutex(Store())

  func overview(_ tag: String, _ read: () throws -> Overview) rethrows -> Overview {
    let known = store.withLock { store -> Overview? in
      store.asked += 1
      store.kept[tag]?.lastAsked = store.asked
      return store.kept[tag]?.overview
    }
    if let known { return known }
    let overview = try read()
    let size = overview.rows.reduce(1) { $0 + $1.standings.count }
    store.withLock { store in
      guard store.kept[tag] == nil, size <= Self.capacity else { return }
      store.kept[tag] = Kept(overview: overview, size: size, lastAsked: store.asked)
      store.size += size
      while store.size > Self.capacity,
        let oldest = store.kept.min(by: { $0.value.lastAsked < $1.value.lastAsked })
      {
        store.size -= oldest.value.size
        store.kept[oldest.key] = nil
      }
    }
    return overview
  }
}
