import Synchronization

/// Counts for those who keep the server running, in Prometheus' text format. They name no person and no
/// department.
final class PageMetrics: Sendable {
  /// Upper ends of the times' classes, in milliseconds.
  private static let bounds = [5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000]

  private struct State {
    var requests: [String: Int] = [:]
    var buckets = [Int](repeating: 0, count: PageMetrics.bounds.count + 1)
    var total = 0
    var seconds = 0.0
    var refusedSignIns = 0
    var entries: [String: Int] = [:]
  }

  private let state = Mutex(State())

  /// - Parameter kind: which page it was, `overview`.
  func count(_ kind: String, status: Int, taking milliseconds: Double) {
    state.withLock { state in
      state.requests["kind=\"\(kind)\",status=\"\(status)\"", default: 0] += 1
      let place = Self.bounds.firstIndex { milliseconds <= Double($0) } ?? Self.bounds.count
      state.buckets[place] += 1
      state.total += 1
      state.seconds += milliseconds / 1_000
    }
  }

  func countRefusedSignIn() { state.withLock { $0.refusedSignIns += 1 } }

  func count(entry: String) { state.withLock { $0.entries[entry, default: 0] += 1 } }

  /// - Parameters:
  ///   - streams: pages that are being told of changes.
  ///   - connections: to the database.
  func text(streams: Int, sessions: Int, connections: (idle: Int, inUse: Int)) -> String {
    let now = state.withLock { $0 }
    var lines = ["# TYPE pdca_requests_total counter"]
    lines += now.requests.sorted { $0.key < $1.key }.map {
      "pdca_requests_total{\($0.key)} \($0.value)"
    }
    lines.append("# TYPE pdca_request_duration_seconds histogram")
    var sum = 0
    for (place, count) in now.buckets.enumerated() {
      sum += count
      let end = place < Self.bounds.count ? "\(Double(Self.bounds[place]) / 1_000)" : "+Inf"
      lines.append("pdca_request_duration_seconds_bucket{le=\"\(end)\"} \(sum)")
    }
    lines.append("pdca_request_duration_seconds_sum \(now.seconds)")
    lines.append("pdca_request_duration_seconds_count \(now.total)")
    lines += counter("pdca_refused_sign_ins_total", now.refusedSignIns)
    lines.append("# TYPE pdca_entries_total counter")
    lines += now.entries.sorted { $0.key < $1.key }.map {
      "pdca_entries_total{entry=\"\($0.key)\"} \($0.value)"
    }
    lines += gauge("pdca_open_streams", streams) + gauge("pdca_sessions", sessions)
    lines += gauge("pdca_database_connections_idle", connections.idle)
    lines += gauge("pdca_database_connections_in_use", connections.inUse)
    return lines.joined(separator: "\n") + "\n"
  }

  private func counter(_ name: String, _ value: Int) -> [String] {
    ["# TYPE \(name) counter", "\(name) \(value)"]
  }

  private func gauge(_ name: String, _ value: Int) -> [String] {
    ["# TYPE \(name) gauge", "\(name) \(value)"]
  }
}
