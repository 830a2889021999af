import Bilingual
import CanonicalJSON
import CivilTime
import Domain
import Presentation
import ReadModels
import Reviews
import Statistics
import Wording

extension KPIChart {
  /// Observations, latest value, centre line, limits and signals, as known.
  func figures(_ desk: Desk) -> String {
    let (say, language) = (desk.answer.say, desk.answer.language)
    let numbers = NumberText(
      unit: kpi.unit, language: language, isProportion: kpi.measure == .proportion)
    guard let last = observations.last else { return say("no observation yet", "実績値なし") }
    // A rate is a quotient: nobody recorded its digits.
    let latest =
      kpi.measure == .proportion ? numbers.computed(last.level) : numbers.recorded(last.level)
    var parts = [
      say(
        "\(observations.count) observation\(observations.count == 1 ? "" : "s"), "
          + "latest \(latest) (\(DateText.day(last.period, language)))",
        "実績値\(observations.count)件、最新 \(latest)"
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
    let names = Dictionary(grouping: signals) { $0.ruleWords(desk.answer.language) }
      .sorted { $0.key < $1.key }.map { rule, all in
        let latest = all.map(\.period).max()!
        return all.count == 1
          ? "\(rule) \(latest)"
          : desk.answer.say(
            "\(rule) (\(all.count), the latest \(latest))", "\(rule)\(all.count)件（最新 \(latest)）")
      }.joined(separator: desk.answer.say(", ", "、"))
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
