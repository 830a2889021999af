package import Bilingual
import CivilTime
import Domain
import ReadModels
package import Reviews
import Statistics
import Wording

extension KPIChart {
  /// Observations, latest value, centre line, limits and signals, as known.
  package func figures(_ language: Language) -> String {
    let say = { (en: String, ja: String) in language.choose(en, ja) }
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
    parts.append(signalWords(language))
    return parts.joined(separator: say("; ", "、"))
  }

  private func signalWords(_ language: Language) -> String {
    let names = Dictionary(grouping: signals) { $0.ruleWords(language) }
      .sorted { $0.key < $1.key }.map { rule, all in
        let latest = all.map(\.period).max()!
        return all.count == 1
          ? "\(rule) \(latest)"
          : language.choose(
            "\(rule) (\(all.count), the latest \(latest))", "\(rule)\(all.count)件（最新 \(latest)）")
      }.joined(separator: language.choose(", ", "、"))
    return signals.isEmpty
      ? language.choose("no signal", "シグナルなし")
      : language.choose("signals: \(names)", "シグナル: \(names)")
  }
}
