package import CivilTime
package import Domain
package import ReadModels
import Statistics

/// What a cost went into: what was recorded, and what is computed of people's time.
package enum ReturnCostKind: Sendable, Hashable {
  case recorded(CostKind?)
  /// Wages of those who took part, for the hours that they did.
  case wages
  /// Time logged on the cycles that came of it.
  case cycles

  package static let all: [ReturnCostKind] =
    CostKind.allCases.map { .recorded($0) } + [.recorded(nil), .wages, .cycles]

  /// The name that programs get.
  package var name: String {
    switch self {
    case .recorded(let kind): kind?.rawValue ?? "unclassified"
    case .wages: "wages"
    case .cycles: "cycles"
    }
  }
}

package struct CostSum: Sendable, Equatable {
  package var kind: ReturnCostKind
  /// Minor units.
  package var amount: Double
  /// Minutes behind it, of people's time.
  package var minutes: Int?
  /// The events that say so, such as `HQ@12`.
  package var sources: [String]
}

/// What nobody has said, so that a figure is not whole.
package enum ReturnGap: Sendable, Hashable {
  case sessionLength(SessionID)
  case wage(Layer)
  case layer(Account)
  /// A KPI changed, and no value per unit is stated.
  case value(KPIReference)
  /// Periods of a gain lie before the first value.
  case earlierValue(KPIReference, periods: Int)
  case noCost(ItemID)
  /// A cost in another currency (ISO 4217), which is in no sum.
  case otherCurrency(String, place: String)
  /// No evaluation at this level, 1…4.
  case evaluation(ItemID, level: Int)
  /// A KPI that moved and belongs to no value area.
  case area(KPIReference)
  /// No change counts yet, and charts can't have told of one that lasts: from when on they can.
  case early(ItemID, held: LocalDate, from: LocalDate)
}

/// What ties a KPI to a training.
package struct GainLink: Sendable, Equatable {
  package enum Tie: Sendable, Equatable {
    /// An item of the design that is there for it.
    case item(Int)
    case cycle(ItemID)
    case concept(ItemID)
  }

  package var tie: Tie
  /// From which day on a change may come of it.
  package var since: LocalDate
}

/// A KPI that a training was to move, with what it did.
package struct CreditedGain: Sendable {
  package let gain: KPIGain
  package let links: [GainLink]
  /// What else happened to the department or the KPI before the change, latest first.
  package let others: [Antecedent]
  package let estimates: [WorthBook.Stated<EffectEstimate>]

  package var kpi: KPIReference { gain.kpi.reference }
  package var money: MoneyGain? { gain.effect?.money }

  /// The mean of share × confidence of people's estimates, 0…1; nil without any.
  package var estimatedPart: Double? {
    guard !estimates.isEmpty else { return nil }
    return estimates.map { $0.value.share * $0.value.confidence }.reduce(0, +)
      / Double(estimates.count)
  }
}

/// A mean of scores at one level of evaluation.
package struct LevelScore: Sendable, Equatable {
  package var level: Int
  /// Percent of the best possible; nil where only notes are there.
  package var score: Double?
  package var evaluations: [EvaluationRow]
}

/// How what was taught was put to use.
package struct Application: Sendable, Equatable {
  /// Who attended, and of them who logged an action or planned a cycle within 14 days.
  package var attended = 0
  package var tried = 0
  package var cycles: [ItemID] = []
  package var checked = 0
  package var met = 0
  package var acted = 0
  /// Adopted or adapted.
  package var adopted = 0
  package var concepts = 0
  package var conceptsChosen = 0
  package var conceptsStarted = 0
}

/// Costs and benefits of a training in minor units of one currency, and what came back.
package struct ReturnFigures: Sendable {
  package var cost = 0.0
  package var subsidy = 0.0
  /// Of the periods that count; 0 where nothing moved.
  package var benefit = Estimate(0, standardError: 0, freedom: 1)
  package var yearly = Estimate(0, standardError: 0, freedom: 1)
  /// Whether every gain and loss has a value.
  package var isValued = true

  package var net: Double { max(0, cost - subsidy) }

  /// Whether anything can be set against the cost: where KPIs moved and none has a value, nothing can.
  package var isKnown: Bool { isValued || benefit.value != 0 }

  /// What came back of a cost; nil without a cost, or where nothing is known of the benefit.
  package func ratio(to cost: Double) -> Double? {
    isKnown ? Return.ratio(benefit: benefit.value, cost: cost) : nil
  }

  package func percent(of cost: Double) -> Double? {
    isKnown ? Return.percent(benefit: benefit.value, cost: cost) : nil
  }

  /// The ends of the interval of 95 %.
  package func percents(of cost: Double) -> (low: Double, high: Double)? {
    guard isKnown, let low = Return.percent(benefit: benefit.interval.lowerBound, cost: cost),
      let high = Return.percent(benefit: benefit.interval.upperBound, cost: cost)
    else { return nil }
    return (low, high)
  }

  package func paybackMonths(of cost: Double) -> Double? {
    Return.paybackMonths(yearly: yearly.value, cost: cost)
  }
}

/// One training with its levels 0 to 5.
package struct DesignReturn: Sendable {
  package let id: ItemID
  package let title: String
  package let sessions: [SessionRow]
  package let attendees: Int
  /// Person-minutes; nil where the length of a session isn't known.
  package let minutes: Int?
  package let costs: [CostSum]
  package let subsidies: [WorthBook.Stated<Money>]
  package let scores: [LevelScore]
  package let application: Application
  package let gains: [CreditedGain]
  package let figures: ReturnFigures
  package internal(set) var gaps: [ReturnGap]
  /// Events that levels 0 to 3 rest on.
  package let sources: [String]
}

extension DesignReturn {
  /// Points in a row on one side that tell of a change that lasts.
  private static let run = 8

  /// When its first session was held, and from when on charts can tell of a lasting change: as many
  /// periods of the quickest KPI that it was to move as tell of one, weeks where none is known.
  package var toldFrom: (held: LocalDate, from: LocalDate)? {
    guard let held = sessions.map(\.date).min() else { return nil }
    let days = gains.map { $0.gain.kpi.cadence.days }.min() ?? Domain.Cadence.weekly.days
    return (held, held.adding(days: Self.run * days))
  }

  package var early: ReturnGap? {
    gaps.first { if case .early = $0 { true } else { false } }
  }
}

extension Domain.Cadence {
  fileprivate var days: Int {
    switch self {
    case .daily: 1
    case .weekly: 7
    case .monthly: 30
    }
  }
}
