package import CivilTime
package import Domain
package import ReadModels
import Statistics

/// What trainings brought: of one, of a value area, or of all.
package struct ReturnReport: Sendable {
  package enum Scope: Sendable, Equatable {
    case design(ItemID)
    case area(String)
    case all
  }

  package let scope: Scope
  package let organization: String
  package let today: LocalDate
  /// In which all amounts are.
  package let currency: String
  package let designs: [DesignReturn]
  package let areas: [AreaReturn]
  package let indicators: [IndicatorLine]
  package let reuse: ReuseRate?
  package let reuseDays: [Int]
  package let pace: [DecisionPace]

  /// Of all its trainings together.
  package var figures: ReturnFigures {
    var whole = ReturnFigures()
    whole.cost = designs.map(\.figures.cost).reduce(0, +)
    whole.subsidy = designs.map(\.figures.subsidy).reduce(0, +)
    whole.benefit = .sum(designs.map(\.figures.benefit))
    whole.yearly = .sum(designs.map(\.figures.yearly))
    whole.isValued = designs.allSatisfy(\.figures.isValued)
    return whole
  }

  package var gaps: [ReturnGap] { designs.flatMap(\.gaps).distinct }
}

/// What one value area got back of what trainings cost.
package struct AreaReturn: Sendable {
  package let name: String
  /// As chosen.
  package let investment: Money?
  package let kpis: [(gain: CreditedGain, share: Double)]
  package let figures: ReturnFigures
}

/// An indicator that is compared between organizations, with the KPI that measures it.
package struct IndicatorLine: Sendable {
  package let indicator: WorthIndicator
  package let kpi: KPIRow
  package let gain: CreditedGain?
  /// The latest level; nil without observations.
  package let latest: Double?
}

extension ReturnReport {
  package init(_ scope: Scope, of material: ReturnMaterial) throws {
    let currency = Self.currency(of: material)
    let all = material.designs.map { DesignReckoning($0, material, currency: currency) }
    let starts = all.map(\.beginnings)
    let made = try all.enumerated().map { place, one in
      try one.made(until: Self.ends(of: place, starts))
    }
    self.scope = scope
    organization = material.organization
    today = material.today
    self.currency = currency
    designs = made.filter { if case .design(let id) = scope { $0.id == id } else { true } }
    let areas = Self.areas(material, made)
    self.areas = areas.filter { if case .area(let name) = scope { $0.name == name } else { true } }
    indicators = Self.indicators(material, designs)
    reuse = material.reuse
    reuseDays = material.reuseDays
    pace = material.pace
  }

  /// That worth is stated in; before anything is, that of the first cost.
  private static func currency(of material: ReturnMaterial) -> String {
    material.book.currency ?? material.designs.flatMap(\.costs).first?.currency ?? "JPY"
  }

  /// A KPI's gain is the latest training's that was to move it: the earlier one's ends there.
  private static func ends(
    of place: Int, _ starts: [[KPIReference: LocalDate]]
  ) -> [KPIReference: LocalDate] {
    var ends: [KPIReference: LocalDate] = [:]
    for (kpi, day) in starts[place] {
      for other in starts.indices where other != place {
        guard let start = starts[other][kpi], start > day || (start == day && other > place) else {
          continue
        }
        ends[kpi] = min(ends[kpi] ?? start, start)
      }
    }
    return ends
  }

  /// A training's costs are spread evenly over the KPIs that it was to move, and from there by shares.
  private static func areas(
    _ material: ReturnMaterial, _ designs: [DesignReturn]
  ) -> [AreaReturn] {
    var names: [String] = []
    for area in material.areas where !names.contains(area.name) { names.append(area.name) }
    return names.map { name in
      var (figures, kpis) = (ReturnFigures(), [(gain: CreditedGain, share: Double)]())
      for design in designs {
        let part = 1 / Double(max(1, design.gains.count))
        for gain in design.gains {
          let share = material.book.share(of: gain.kpi, in: name)
          guard share > 0 else { continue }
          figures.cost += design.figures.cost * part * share
          figures.subsidy += design.figures.subsidy * part * share
          if let money = gain.money {
            figures.benefit = .sum([figures.benefit, money.total.times(share)])
            figures.yearly = .sum([figures.yearly, money.yearly.times(share)])
          } else if gain.gain.counts {
            figures.isValued = false
          }
          kpis.append((gain, share))
        }
      }
      let row = material.areas.last { $0.name == name }
      let investment = row.flatMap { row in
        row.investment.flatMap { amount in
          row.currency.map { Money(minorUnits: amount, currency: $0) }
        }
      }
      return AreaReturn(name: name, investment: investment, kpis: kpis, figures: figures)
    }
  }

  private static func indicators(
    _ material: ReturnMaterial, _ designs: [DesignReturn]
  ) -> [IndicatorLine] {
    WorthIndicator.allCases.flatMap { indicator in
      material.book.indicators.filter { $0.value.value == indicator }.keys.sorted()
        .compactMap { kpi in
          material.charts[kpi].map { chart in
            IndicatorLine(
              indicator: indicator, kpi: chart.kpi,
              gain: designs.flatMap(\.gains).last { $0.kpi == kpi },
              latest: chart.chart.points.last?.value)
          }
        }
    }
  }
}
