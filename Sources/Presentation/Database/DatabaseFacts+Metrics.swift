import EventLog
package import Office
import Postgres
import ReadModels

extension DatabaseFacts {
  /// In the text exposition format of Prometheus, version 0.0.4.
  package var metrics: String {
    var text = MetricsText()
    text.add("up", "Whether the database answered.", [([], schema == nil ? 0 : 1)])
    text.add("schema_current", "Whether the schema is this program's.", [([], isCurrent ? 1 : 0)])
    if let bytes { text.add("database_bytes", "Size of the database.", [([], Double(bytes))]) }
    if let departments {
      text.add("departments", "Departments with a log.", [([], Double(departments))])
    }
    if let events { text.add("events", "Events of all logs.", [([], Double(events))]) }
    text.add(
      "clock_lead_seconds", "How far a log's last event lies in the server's future.",
      clockLeads.map { ([("department", $0.department)], Double($0.minutes * 60)) })
    health?.add(to: &text)
    return text.text
  }

  private var isCurrent: Bool {
    if case .current? = schema { true } else { false }
  }
}

extension DatabaseHealth {
  fileprivate func add(to text: inout MetricsText) {
    text.add(
      "projection_lag_events", "Events that a projection hasn't taken in.",
      projections.map { ([("projection", $0.name)], Double($0.lagEvents)) })
    text.add(
      "projection_lag_seconds", "Seconds since the oldest of them was recorded.",
      projections.map { ([("projection", $0.name)], $0.lagSeconds) })
    text.add(
      "projection_stopped", "Departments of whose log a projection has stopped.",
      projections.map { ([("projection", $0.name)], Double($0.stopped.count)) })
    text.add("events_set_aside", "Events that are passed over.", [([], Double(excluded.count))])
    text.add(
      "unsealed_events", "Events that no kept checkpoint covers.",
      seals.map { ([("department", $0.department)], Double($0.unsealed)) })
    text.add(
      "seal_age_seconds", "Seconds since a log's newest checkpoint is kept.",
      seals.compactMap { seal in seal.age.map { ([("department", seal.department)], $0) } })
    text.add("seals_usable", "Whether the kept checkpoints can be used.", [([], sealsAreUsable)])
    text.add("connections", "Sessions of the database.", [([], Double(connections))])
    text.add(
      "connections_limit", "Sessions that the server takes.", [([], Double(connectionLimit))])
    text.add(
      "oldest_transaction_seconds", "How long the oldest transaction is open.",
      [([], oldestTransaction ?? 0)])
    text.add("standby", "Whether it is a standby.", [([], standby == nil ? 0 : 1)])
    if let seconds = standby?.seconds {
      text.add("standby_lag_seconds", "Seconds since the last change replayed.", [([], seconds)])
    }
  }

  private var sealsAreUsable: Double { sealTrouble == nil ? 1 : 0 }
}

/// Gauges, each with its help and type before its samples.
struct MetricsText {
  private(set) var text = ""

  /// - Parameter samples: labels with their values, and the sample's value; without any, nothing is
  ///   written.
  mutating func add(
    _ name: String, _ help: String, _ samples: [(labels: [(String, String)], value: Double)]
  ) {
    guard !samples.isEmpty else { return }
    text += "# HELP pdca_\(name) \(help)\n# TYPE pdca_\(name) gauge\n"
    for sample in samples {
      let labels = sample.labels.map { "\($0.0)=\"\(Self.escaped($0.1))\"" }
        .joined(separator: ",")
      text += "pdca_\(name)\(labels.isEmpty ? "" : "{\(labels)}") \(Self.number(sample.value))\n"
    }
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
  }

  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { escaped, character in
      switch character {
      case "\\": escaped += "\\\\"
      case "\"": escaped += "\\\""
      case "\n": escaped += "\\n"
      default: escaped.append(character)
      }
    }
  }
}
