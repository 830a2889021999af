package import CanonicalJSON
import CivilTime
import Reviews
import Statistics

/// A chart for programs: names are stable, periods are the ISO 8601 dates of their first days, and
/// what doesn't apply is null.
package enum ChartJSON {
  /// The RFC 8785 text of one object.
  /// - Parameter others: members that stand in it besides.
  package static func canonical(_ picture: ChartPicture, with others: JSONObject = [:]) -> [UInt8] {
    var members = frame(picture)
    for other in others { members[other.key] = other.value }
    let points = picture.chart.points
    return JSON.canonicalBytes(members, with: "points", about: points.count * 160) {
      $0.write(points)
    }
  }

  /// All but the points.
  private static func frame(_ picture: ChartPicture) -> JSONObject {
    let chart = picture.chart
    var members: JSONObject = [
      "kpi": JSON(picture.kpi), "profile": JSON(chart.options.profile.id),
      "chart": JSON(chart.options.kind.rawValue),
      "direction": JSON(chart.options.direction.rawValue), "unit": JSON(picture.unit),
      "limits": JSON(chart.options.limits.name),
      "segments": .array(chart.segments.map { segment($0, of: picture) }),
      "run": chart.run.map(run) ?? .null,
      "assurance": JSON(chart.assurance.rawValue),
    ]
    if !chart.omissions.isEmpty { members["omitted"] = .array(chart.omissions.map(\.json)) }
    if let target = chart.omittedTarget { members["omittedTarget"] = JSON(target) }
    return members
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

/// Ten thousand points are written as they come, without a tree of values: keys stand in RFC 8785's
/// order, and every text is a name of ours or a date.
extension CanonicalWriter {
  fileprivate mutating func write(_ points: [ChartPoint]) {
    var (center, lower, upper) = (LimitText(), LimitText(), LimitText())
    write(ascii: "[")
    for (index, point) in points.enumerated() {
      if index > 0 { write(ascii: ",") }
      write(
        point, center.text(of: point.center), lower.text(of: point.lower),
        upper.text(of: point.upper))
    }
    write(ascii: "]")
  }

  private mutating func write(
    _ point: ChartPoint, _ center: String, _ lower: String, _ upper: String
  ) {
    write(ascii: #"{"center":"#)
    write(ascii: center)
    write(ascii: point.excluded ? #","excluded":true,"lower":"# : #","excluded":false,"lower":"#)
    write(ascii: lower)
    write(ascii: #","period":""#)
    write(ascii: LocalDate(dayNumber: point.period).description)
    write(ascii: #"","segment":"#)
    write(Double(point.segment))
    write(ascii: #","signals":["#)
    for (index, signal) in point.signals.enumerated() {
      if index > 0 { write(ascii: ",") }
      write(signal)
    }
    write(ascii: #"],"state":""#)
    write(ascii: point.state.rawValue)
    write(ascii: #"","upper":"#)
    write(ascii: upper)
    write(ascii: #","value":"#)
    write(point.value)
    write(ascii: "}")
  }

  private mutating func write(_ signal: Signal) {
    write(ascii: signal.completes ? #"{"completes":true"# : #"{"completes":false"#)
    write(ascii: #","reading":""#)
    write(ascii: signal.reading.rawValue)
    write(ascii: #"","rule":""#)
    write(ascii: signal.rule.rawValue)
    write(ascii: #"","side":"#)
    switch signal.side {
    case .high?: write(ascii: #""high"}"#)
    case .low?: write(ascii: #""low"}"#)
    case nil: write(ascii: "null}")
    }
  }
}

/// A limit's number as text, which is the same for most points of a segment.
private struct LimitText {
  private var number: Double?
  private var text = "null"

  mutating func text(of limit: Double?) -> String {
    if limit != number {
      number = limit
      text = (JSON(limit) ?? .null).canonical
    }
    return text
  }
}
