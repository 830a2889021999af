import CivilTime
import Domain
import Postgres
import ReadModels
import Reviews
import Statistics

/// Makes the star schema's gains of the return of all trainings, as `pdca roi` computes it.
enum StarGains {
  static func computed(_ reader: ReturnReader, in view: View) throws -> [StarGain] {
    let material = try reader.material(in: view)
    return try ReturnReport(.all, of: material).starGains(material.book)
  }

  static func basis(_ positions: [DepartmentCode: Int], on day: LocalDate) -> StarGainBasis {
    StarGainBasis(
      events: positions.values.reduce(0, +), day: day, profile: StarSignals.profile.id,
      profileVersion: StarSignals.profile.version)
  }
}

extension ReturnReport {
  /// One an area that the KPI belongs to; of a KPI of none, one.
  func starGains(_ book: WorthBook) -> [StarGain] {
    designs.flatMap { design in
      design.gains.flatMap { one in
        let shares = book.shares[one.kpi]?.value ?? []
        let parts = shares.isEmpty ? [(nil, 1)] : shares.map { (String?.some($0.area), $0.share) }
        return parts.compactMap { one.starGain(of: design.id, in: $0.0, share: $0.1, currency) }
      }
    }.sorted { ($0.kpi, $0.design, $0.area ?? "") < ($1.kpi, $1.design, $1.area ?? "") }
  }
}

extension CreditedGain {
  /// Nil without a gain or a loss.
  fileprivate func starGain(
    of design: ItemID, in area: String?, share: Double, _ currency: String
  ) -> StarGain? {
    guard let effect = gain.effect else { return nil }
    let total = effect.total.times(share)
    return StarGain(
      kpi: kpi, design: design, area: area, share: share, first: effect.counted.lowerBound,
      last: gain.kpi.cadence.lastDay(ofPeriodFrom: effect.counted.upperBound),
      quantity: StarGain.Interval(
        total.value, total.interval.lowerBound, total.interval.upperBound),
      amount: money.map { amount($0.total.times(share), currency) }, method: effect.method.name)
  }

  private func amount(_ total: Estimate, _ currency: String) -> StarGain.Amount {
    let ends = [total.value, total.interval.lowerBound, total.interval.upperBound]
      .map { Int($0.rounded()) }
    return StarGain.Amount(ends[0], ends[1], ends[2], currency)
  }
}
