package import CanonicalJSON
import CivilTime
import Domain
import ReadModels
package import Reviews
import Shapes
import Statistics

/// Amounts are minor units of the report's currency.
extension ReturnReport {
  package var json: JSON {
    .thing([
      "scope": scope.json, "organization": .string(organization), "today": .string("\(today)"),
      "currency": .string(currency), "figures": figures.json,
      "designs": .array(designs.map(\.json)), "areas": .array(areas.map(\.json)),
      "indicators": .array(indicators.map(\.json)), "computed": computed,
      "gaps": .array(gaps.map(\.json)),
    ])
  }

  /// Indicators that the log itself knows.
  private var computed: JSON {
    let applied = designs.map(\.application)
    let acted = applied.map(\.acted).reduce(0, +)
    let adopted = applied.map(\.adopted).reduce(0, +)
    return .thing([
      "proposalsAdopted": acted == 0 ? nil : JSON(Double(adopted) / Double(acted)),
      "useCases": JSON(applied.map(\.concepts).reduce(0, +)),
      "decisionDays": pace.last.map { JSON($0.medianDays) },
      "reuseRate": (reuse?.rate).map { JSON($0) },
      "likeWorkDays": Descriptive.median(reuseDays.map(Double.init)).map { JSON($0) },
    ])
  }
}

extension ReturnReport.Scope {
  fileprivate var json: JSON {
    switch self {
    case .design(let id): .thing(["kind": "design", "id": .string("\(id)")])
    case .area(let name): .thing(["kind": "valueArea", "id": .string(name)])
    case .all: .thing(["kind": "all", "id": nil])
    }
  }
}

/// Minor units, to the nearest.
private func amount(_ value: Double) -> JSON { JSON(Int(value.rounded())) }

extension Estimate {
  fileprivate func json(amounts: Bool) -> JSON {
    let numbers = [value, interval.lowerBound, interval.upperBound]
    let shown = numbers.map { amounts ? amount($0) : JSON($0) }
    return .thing(["value": shown[0], "low": shown[1], "high": shown[2]])
  }
}

extension ReturnFigures {
  package var json: JSON {
    .thing([
      "cost": amount(cost), "subsidy": amount(subsidy), "netCost": amount(net),
      "benefit": benefit.json(amounts: true), "yearlyBenefit": yearly.json(amounts: true),
      "isValued": .bool(isValued), "gross": back(of: cost), "net": back(of: net),
    ])
  }

  /// What came back of a cost: of the periods that counted, and in how many months at this level.
  private func back(of cost: Double) -> JSON {
    .thing([
      "ratio": ratio(to: cost).map { JSON($0) }, "percent": percent(of: cost).map { JSON($0) },
      "percentLow": (percents(of: cost)?.low).map { JSON($0) },
      "percentHigh": (percents(of: cost)?.high).map { JSON($0) },
      "paybackMonths": paybackMonths(of: cost).map { JSON($0) },
    ])
  }
}

extension DesignReturn {
  package var json: JSON {
    .thing([
      "id": .string("\(id)"), "title": .string(title),
      "inputs": .thing([
        "sessions": JSON(sessions.count), "people": JSON(attendees), "minutes": JSON(minutes),
        "costs": .array(costs.map(\.json)),
        "subsidies": .array(
          subsidies.map {
            .thing([
              "minorUnits": JSON($0.value.minorUnits), "currency": .string($0.value.currency),
              "source": .string($0.entry.place),
            ])
          }),
      ]),
      "levels": .array(scores.map(\.json)), "application": application.json,
      "gains": .array(gains.map(\.json)), "figures": figures.json,
      "gaps": .array(gaps.map(\.json)), "sources": JSON(sources),
    ])
  }
}

extension CostSum {
  fileprivate var json: JSON {
    .thing([
      "kind": .string(kind.name), "minorUnits": JSON(Int(amount.rounded())),
      "minutes": JSON(minutes), "sources": JSON(sources),
    ])
  }
}

extension LevelScore {
  fileprivate var json: JSON {
    .thing([
      "level": JSON(level), "score": score.map { JSON($0) },
      "notes": JSON(evaluations.compactMap(\.note)),
      "profilePoints": JSON(evaluations.flatMap(\.points)),
      "sources": JSON(evaluations.map { "\($0.department)@\($0.position)" }),
    ])
  }
}

extension Application {
  fileprivate var json: JSON {
    .thing([
      "attended": JSON(attended), "tried": JSON(tried), "cycles": .texts(cycles),
      "checked": JSON(checked), "met": JSON(met), "acted": JSON(acted), "adopted": JSON(adopted),
      "concepts": JSON(concepts), "conceptsChosen": JSON(conceptsChosen),
      "conceptsStarted": JSON(conceptsStarted),
    ])
  }
}

extension CreditedGain {
  package var json: JSON {
    let (row, effect) = (gain.kpi, gain.effect)
    return .thing([
      "kpi": .string("\(kpi)"), "name": .string(row.name), "unit": .string(row.unit),
      "finding": .string(gain.finding.rawValue), "since": .string("\(gain.since)"),
      "target": row.target.map { JSON($0) },
      "distance": effect.flatMap { one in row.target.map { JSON(one.now.mean - $0) } },
      "effect": effect.map { $0.json(of: row) },
      "links": .array(links.map(\.json)), "others": .array(others.map(\.json)),
      "estimates": .array(estimates.map(\.json)), "estimatedPart": estimatedPart.map { JSON($0) },
    ])
  }
}

extension KPIGain.Effect {
  fileprivate func json(of kpi: KPIRow) -> JSON {
    let interval = change.interval()
    return .thing([
      "onset": .string("\(onset)"), "first": .string("\(counted.lowerBound)"),
      "last": .string("\(counted.upperBound)"), "periods": JSON(periods),
      "before": JSON(before.mean), "beforePoints": JSON(before.count), "now": JSON(now.mean),
      "nowPoints": JSON(now.count),
      "change": .thing([
        "value": JSON(change.value), "low": JSON(interval.lowerBound),
        "high": JSON(interval.upperBound),
      ]),
      "method": .string(method.name), "comparedWith": .texts(method.others),
      "total": total.json(amounts: false), "money": money.map(\.json),
      "signals": .array(
        signals.map {
          .thing(["rule": .string($0.rule), "period": .string("\($0.period)")])
        }),
      "rebases": .array(
        rebases.map {
          .thing([
            "on": .string("\($0.first)"), "cause": .string($0.reason),
            "evidence": JSON($0.evidence), "source": .string("\($0.department)@\($0.position)"),
          ])
        }),
      "observations": JSON(positions.map { "\(kpi.department)@\($0)" }),
    ])
  }
}

extension KPIGain.Method {
  var others: [KPIReference] {
    switch self {
    case .comparison(let others): others
    case .ownLevel: []
    }
  }
}

extension MoneyGain {
  fileprivate var json: JSON {
    .thing([
      "total": total.json(amounts: true), "yearly": yearly.json(amounts: true),
      "unvaluedPeriods": JSON(unvalued), "values": JSON(values.map(\.entry.place)),
    ])
  }
}

extension GainLink {
  fileprivate var json: JSON {
    let (kind, id) =
      switch tie {
      case .item(let number): ("item", "\(number)")
      case .cycle(let id): ("cycle", "\(id)")
      case .concept(let id): ("concept", "\(id)")
      }
    return .thing([
      "kind": .string(kind), "id": .string(id), "since": .string("\(since)"),
    ])
  }
}

extension Antecedent {
  fileprivate var json: JSON {
    .thing([
      "event": .string(reference), "kind": .string(kind.rawValue), "about": JSON(about),
      "text": .string(text), "occurredAt": .string("\(occurredAt)"),
    ])
  }
}

extension WorthBook.Stated<EffectEstimate> {
  fileprivate var json: JSON {
    .thing([
      "account": .string("\(value.account)"), "share": JSON(value.share),
      "confidence": JSON(value.confidence), "note": JSON(value.note),
      "source": .string(entry.place),
    ])
  }
}

extension AreaReturn {
  package var json: JSON {
    .thing([
      "name": .string(name), "investment": investment.map(\.json),
      "kpis": .array(
        kpis.map {
          .thing(["kpi": .string("\($0.gain.kpi)"), "share": JSON($0.share)])
        }),
      "figures": figures.json,
    ])
  }
}

extension IndicatorLine {
  fileprivate var json: JSON {
    .thing([
      "indicator": .string(indicator.rawValue), "kpi": .string("\(kpi.reference)"),
      "latest": latest.map { JSON($0) }, "finding": JSON(gain?.gain.finding.rawValue),
      "before": (gain?.gain.effect?.before.mean).map { JSON($0) },
      "now": (gain?.gain.effect?.now.mean).map { JSON($0) },
    ])
  }
}

extension ReturnGap {
  package var json: JSON { .thing(["kind": .string(kind), "about": JSON(named.about)]) }

  var kind: String { named.kind }

  private var named: (kind: String, about: String?) {
    switch self {
    case .sessionLength(let session): ("sessionLength", "\(session)")
    case .wage(let layer): ("wage", layer.rawValue)
    case .layer(let account): ("layer", "\(account)")
    case .value(let kpi): ("value", "\(kpi)")
    case .earlierValue(let kpi, _): ("earlierValue", "\(kpi)")
    case .noCost(let design): ("noCost", "\(design)")
    case .otherCurrency(_, let place): ("otherCurrency", place)
    case .evaluation(let design, let level): ("evaluation\(level)", "\(design)")
    case .area(let kpi): ("area", "\(kpi)")
    case .early(let design, _, _): ("early", "\(design)")
    }
  }
}
