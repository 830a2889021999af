import CivilTime
import Domain
import ReadModels
import Statistics
import Synchronization

/// Charts, and what changed in them, by all that they are made of: a page that is looked at again judges
/// only what is new. It answers nobody who doesn't bring the very points, marks and notes, so that it tells
/// nobody anything. The ones not asked for longest go first.
final class ChartMemo: Sendable {
  /// Of this process.
  static let shared = ChartMemo(capacity: 200_000)

  struct Charted: Hashable {
    let input: ChartInput
    let options: ChartOptions
  }

  /// What changes are found in.
  struct Searched: Hashable {
    let charted: Charted
    let kpi: KPIReference
    let cadence: Domain.Cadence
    let definedOn: LocalDate
    let acknowledgements: [SignalAcknowledgementRow]
  }

  private struct Store<Key: Hashable, Value> {
    private var young: [Key: Value] = [:]
    private var old: [Key: Value] = [:]
    private var points = 0

    /// What was not asked for since half of the capacity came in is gone.
    mutating func keep(_ value: Value, _ key: Key, of count: Int, _ capacity: Int) {
      if points + count > capacity / 2 { (old, young, points) = (young, [:], 0) }
      young[key] = value
      points += count
    }

    mutating func find(_ key: Key, of count: Int, _ capacity: Int) -> Value? {
      if let value = young[key] { return value }
      guard let value = old.removeValue(forKey: key) else { return nil }
      keep(value, key, of: count, capacity)
      return value
    }
  }

  private let charts = Mutex(Store<Charted, Chart>())
  private let found = Mutex(Store<Searched, [Change]>())
  /// In points of charts.
  private let capacity: Int

  init(capacity: Int) { self.capacity = capacity }

  func chart(_ key: Charted) throws -> Chart {
    let count = key.input.observations.count + 1
    if let known = charts.withLock({ $0.find(key, of: count, capacity) }) { return known }
    let chart = try Chart(showing: key.input, options: key.options)
    charts.withLock { $0.keep(chart, key, of: count, capacity) }
    return chart
  }

  func changes(_ key: Searched, _ find: () -> [Change]) -> [Change] {
    let count = key.charted.input.observations.count + 1
    if let known = found.withLock({ $0.find(key, of: count, capacity) }) { return known }
    let changes = find()
    found.withLock { $0.keep(changes, key, of: count, capacity) }
    return changes
  }
}
