import Reviews
import Synchronization

/// What the executives' page showed somebody, for the same person's next look while nothing was recorded:
/// it is by far the largest, and the one that is left open. Kept by the page's tag, which names the
/// session, so that nothing passes from one person to another.
final class OverviewMemo: Sendable {
  /// Points of charts that are kept in all: some 50 MB.
  private static let capacity = 250_000

  private struct Kept {
    let overview: Overview
    let points: Int
    var lastAsked: Int
  }

  private struct Store {
    var kept: [String: Kept] = [:]
    var points = 0
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
    let points = overview.rows.reduce(1) { sum, row in
      row.standings.reduce(sum) { $0 + $1.chart.observations.count }
    }
    store.withLock { store in
      guard store.kept[tag] == nil, points <= Self.capacity else { return }
      store.kept[tag] = Kept(overview: overview, points: points, lastAsked: store.asked)
      store.points += points
      while store.points > Self.capacity,
        let oldest = store.kept.min(by: { $0.value.lastAsked < $1.value.lastAsked })
      {
        store.points -= oldest.value.points
        store.kept[oldest.key] = nil
      }
    }
    return overview
  }
}
