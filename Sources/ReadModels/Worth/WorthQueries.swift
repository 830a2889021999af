package import CivilTime
package import Domain
import Postgres

package enum WorthQueries {
  /// All statements of worth of the organization, in the order of their logs.
  package static func entries(in view: View) throws -> [WorthEntryRow] {
    try view.rows(
      "SELECT \(WorthEntryRow.self) FROM worth_entry ORDER BY recorded_at, department, \"position\""
    )
  }

  /// The currency that worth is stated in; nil before anything is.
  package static func currency(in view: View) throws -> String? {
    for entry in try entries(in: view) {
      if let currency = entry.event?.amount?.currency { return currency }
    }
    return nil
  }
}

extension WorthEvent {
  fileprivate var amount: Money? {
    switch self {
    case .unitValueSet(let value, _): value.amount
    case .wageRateSet(let rate, _): rate.perHour
    case .subsidyReceived(_, let amount, _, _): amount
    case .indicatorNamed, .areasShared, .sessionLengthStated, .effectEstimated: nil
    }
  }
}

/// Statements of worth, folded: what is in force, with where each stands in the logs.
package struct WorthBook: Sendable, Equatable {
  /// Something stated, and its entry.
  package struct Stated<Value: Sendable & Equatable>: Sendable, Equatable {
    package let value: Value
    package let entry: WorthEntryRow
  }

  /// By KPI, ascending by the day from which each is in force; of one day the latest.
  package private(set) var values: [KPIReference: [Stated<UnitValue>]] = [:]
  package private(set) var wages: [Layer: [Stated<WageRate>]] = [:]
  package private(set) var shares: [KPIReference: Stated<[AreaShare]>] = [:]
  package private(set) var indicators: [KPIReference: Stated<WorthIndicator>] = [:]
  /// Minutes.
  package private(set) var lengths: [SessionID: Stated<Int>] = [:]
  package private(set) var subsidies: [ItemID: [Stated<Money>]] = [:]
  package private(set) var estimates: [Stated<EffectEstimate>] = []

  package init(_ entries: [WorthEntryRow]) {
    for entry in entries {
      if let event = entry.event { take(event, entry) }
    }
  }

  package static func load(in view: View) throws -> WorthBook {
    WorthBook(try WorthQueries.entries(in: view))
  }

  private mutating func take(_ event: WorthEvent, _ entry: WorthEntryRow) {
    switch event {
    case .unitValueSet(let value, _):
      values[value.kpi, default: []].put(Stated(value: value, entry: entry)) { $0.from }
    case .wageRateSet(let rate, _):
      wages[rate.layer, default: []].put(Stated(value: rate, entry: entry)) { $0.from }
    case .indicatorNamed(let kpi, let indicator):
      indicators[kpi] = Stated(value: indicator, entry: entry)
    case .areasShared(let kpi, let shares):
      self.shares[kpi] = Stated(value: shares, entry: entry)
    case .sessionLengthStated(let session, let minutes):
      lengths[session] = Stated(value: minutes, entry: entry)
    case .subsidyReceived(let design, let amount, _, _):
      subsidies[design, default: []].append(Stated(value: amount, entry: entry))
    case .effectEstimated(let estimate):
      estimates.removeAll {
        ($0.value.design, $0.value.kpi, $0.value.account)
          == (estimate.design, estimate.kpi, estimate.account)
      }
      estimates.append(Stated(value: estimate, entry: entry))
    }
  }
}

extension WorthBook {
  /// The value in force on a day; nil before the first.
  package func value(of kpi: KPIReference, on day: LocalDate) -> Stated<UnitValue>? {
    values[kpi]?.last { $0.value.from <= day }
  }

  /// The latest one stated, from whatever day it holds.
  package func value(of kpi: KPIReference) -> Stated<UnitValue>? { values[kpi]?.last }

  package func wage(of layer: Layer, on day: LocalDate) -> Stated<WageRate>? {
    wages[layer]?.last { $0.value.from <= day }
  }

  /// What the KPI's gain counts in an area, 0…1.
  package func share(of kpi: KPIReference, in area: String) -> Double {
    shares[kpi]?.value.first { $0.area == area }?.share ?? 0
  }

  /// Nil before any amount is stated.
  package var currency: String? {
    values.values.first?.first?.value.amount.currency
      ?? wages.values.first?.first?.value.perHour.currency
      ?? subsidies.values.first?.first?.value.currency
  }
}

extension Array {
  /// In the place of one of the same day, or in the order of days.
  fileprivate mutating func put<Value>(
    _ stated: WorthBook.Stated<Value>, day: (Value) -> LocalDate
  ) where Element == WorthBook.Stated<Value> {
    removeAll { day($0.value) == day(stated.value) }
    insert(stated, at: firstIndex { day($0.value) > day(stated.value) } ?? count)
  }
}
