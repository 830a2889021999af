package import CanonicalJSON
import CivilTime
import Statistics

/// A chart for programs: names are stable, periods are the ISO 8601 dates of their first days, and
/// what doesn't apply is null.
package enum ChartJSON {
  package static func json(_ picture: ChartPicture) -> JSON {
    let chart = picture.chart
    return [
      "kpi": JSON(picture.kpi), "profile": JSON(chart.options.profile.id),
      "chart": JSON(chart.options.kind.rawValue),
      "direction": JSON(chart.options.direction.rawValue), "unit": JSON(picture.unit),
      "segments": .array(chart.segments.map { segment($0, of: picture) }),
      "points": .array(chart.points.map(point)),
      "run": chart.run.map(run) ?? .null,
      "assurance": JSON(chart.assurance.rawValue),
    ]
  }

  private static func segment(_ segment: ChartSegment, of picture: ChartPicture) -> JSON {
    [
      "from": JSON(picture.date(at: segment.from).description),
      "to": JSON(picture.date(at: segment.to).description), "count": JSON(segment.count),
      "state": JSON(segment.state.rawValue), "center": number(segment.center),
      "sigma": number(segment.sigma), "lower": number(segment.lower),
      "upper": number(segment.upper), "movingRangeMean": number(segment.movingRangeMean),
      "movingRangeUpper": number(segment.movingRangeUpper),
    ]
  }

  private static func point(_ point: ChartPoint) -> JSON {
    [
      "period": JSON(LocalDate(dayNumber: point.period).description),
      "value": JSON(point.value), "segment": JSON(point.segment),
      "excluded": JSON(point.excluded), "lower": number(point.lower),
      "upper": number(point.upper), "signals": .array(point.signals.map(signal)),
    ]
  }

  private static func signal(_ signal: Signal) -> JSON {
    [
      "rule": JSON(signal.rule.rawValue), "side": JSON(signal.side?.rawValue) ?? .null,
      "completes": JSON(signal.completes), "reading": JSON(signal.reading.rawValue),
    ]
  }

  private static func run(_ run: RunSummary) -> JSON {
    [
      "median": JSON(run.center), "useful": JSON(run.useful),
      "longestRun": JSON(run.longestRun), "longestRunLimit": JSON(run.longestRunLimit),
      "crossings": JSON(run.crossings), "crossingsLimit": JSON(run.crossingsLimit),
      "signal": JSON(run.signal) ?? .null,
    ]
  }

  private static func number(_ value: Double?) -> JSON { JSON(value) ?? .null }
}
