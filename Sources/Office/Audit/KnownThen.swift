import Bilingual
import CanonicalJSON
import CivilTime
import Domain
import EventLog
import ReadModels
import Reviews
import Statistics
import Tracker
import Wording

/// What could be known when something was decided: the figures of the KPIs that it is about, and
/// the lessons at hand.
struct KnownThen {
  let charts: [KPIChart]
  let lessons: [LessonRow]

  /// At a desk of that moment.
  init(for decided: DecidedEvent, _ desk: Desk) throws {
    (charts, lessons) = try desk.tracker.read { view in
      (
        try Self.kpis(of: decided, desk, view).compactMap { try KPIChart.load($0, in: view) },
        try Self.lessons(of: decided, view)
      )
    }
  }

  /// Those named, those of cycles named, and for a review all that it looks at.
  private static func kpis(
    of decided: DecidedEvent, _ desk: Desk, _ view: View
  ) throws -> [KPIReference] {
    let ids = [decided.id] + decided.names
    var found = ids.compactMap(KPIReference.init)
    for id in ids.compactMap({ ItemID($0) }) where id.kind == .cycle {
      if let kpi = try CycleQueries.cycle(id, in: view)?.kpi { found.append(kpi) }
    }
    if decided.event.stream.hasPrefix("review-"),
      let home = DepartmentCode(decided.event.department)
    {
      let scope = home == desk.setting.head ? nil : home
      found += try KPIQueries.list(of: scope, in: view).map(\.reference)
    }
    return Set(found).sorted()
  }

  /// Those named; where training is decided, those that wait for it.
  private static func lessons(of decided: DecidedEvent, _ view: View) throws -> [LessonRow] {
    let ids = Set(([decided.id] + decided.names).compactMap { ItemID($0) })
    var found = try ids.filter { $0.kind == .lesson }.sorted().compactMap {
      try LessonQueries.lesson($0, in: view)
    }
    let decidesTraining = ["design-", "review-", "strategy"].contains {
      decided.event.stream.hasPrefix($0)
    }
    if decidesTraining { found += try LessonQueries.waiting(in: view) }
    var seen: Set<ItemID> = []
    return found.filter { seen.insert($0.id).inserted }
  }
}

extension KPIChart {
  /// Observations, latest value, centre line, limits and signals, as known.
  func figures(_ desk: Desk) -> String {
    let (say, language) = (desk.answer.say, desk.answer.language)
    let numbers = NumberText(
      unit: kpi.unit, language: language, isProportion: kpi.measure == .proportion)
    guard let last = observations.last else { return say("no observation yet", "実績値なし") }
    var parts = [
      say(
        "\(observations.count) observation\(observations.count == 1 ? "" : "s"), "
          + "latest \(numbers.recorded(last.level)) (\(DateText.day(last.period, language)))",
        "実績値\(observations.count)件、最新 \(numbers.recorded(last.level))"
          + "（\(DateText.day(last.period, language))）")
    ]
    if let segment = chart.segments.last, let center = segment.center {
      parts.append(say("mean \(numbers.computed(center))", "中心線 \(numbers.computed(center))"))
      if let lower = segment.lower, let upper = segment.upper {
        let (low, high) = (numbers.computed(lower), numbers.computed(upper))
        parts.append(say("limits \(low) to \(high)", "管理限界 \(low)〜\(high)"))
      }
    }
    parts.append(signalWords(desk))
    return parts.joined(separator: say("; ", "、"))
  }

  private func signalWords(_ desk: Desk) -> String {
    let names = signals.map { "\($0.ruleWords(desk.answer.language)) \($0.period)" }.sorted()
      .joined(separator: desk.answer.say(", ", "、"))
    return signals.isEmpty
      ? desk.answer.say("no signal", "シグナルなし")
      : desk.answer.say("signals: \(names)", "シグナル: \(names)")
  }

  var figuresJSON: JSON {
    let segment = chart.segments.last
    return [
      "kpi": JSON(text: kpi.reference), "name": JSON(kpi.name), "unit": JSON(kpi.unit),
      "observations": .array(
        observations.map {
          [
            "period": JSON(text: $0.period), "value": JSON($0.value),
            "denominator": JSON($0.denominator),
          ]
        }),
      "center": JSON(segment?.center), "lower": JSON(segment?.lower),
      "upper": JSON(segment?.upper),
      "signals": .array(
        signals.map { "\($0.rule) \($0.period)" }.sorted().map(JSON.string)),
    ]
  }
}
