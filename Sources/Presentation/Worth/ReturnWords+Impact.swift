package import Bilingual
import CivilTime
import Domain
import ReadModels
package import Reviews
import Statistics
import Wording

/// What moved, and by how much.
extension ReturnWords {
  /// Of the area where one is asked for.
  private var gains: [CreditedGain] {
    if case .area = report.scope { return report.areas.flatMap { $0.kpis.map(\.gain) } }
    return report.designs.flatMap(\.gains)
  }

  var impact: DocumentSection {
    let counted = gains.filter(\.gain.counts)
    let rows = counted.map(row)
    let columns = [
      "KPI", say("Before", "以前"), say("Now", "現在"), say("Change (95 %)", "変化（95%区間）"),
      say("Since", "開始"), say("Periods", "期間数"), say("Worth so far", "効果額"),
      say("Target", "目標"),
    ]
    return DocumentSection(
      title: say("Level 4: KPIs that moved", "レベル4: 変化したKPI"),
      blocks: rows.isEmpty
        ? []
        : [.table(columns: columns, numeric: [1, 2, 5, 6, 7], rows: rows)]
          + [.list(counted.map(told))])
  }

  private func row(_ one: CreditedGain) -> [String] {
    guard let effect = one.gain.effect else { return [] }
    let numbers = NumberText(of: one.gain.kpi, language)
    let interval = effect.change.interval()
    return [
      "\(one.kpi) \(one.gain.kpi.name)", numbers.computed(effect.before.mean),
      numbers.computed(effect.now.mean),
      numbers.difference(effect.change.value)
        + say(
          " (\(numbers.bareDifference(interval.lowerBound)) to "
            + "\(numbers.bareDifference(interval.upperBound)))",
          "（\(numbers.bareDifference(interval.lowerBound))〜"
            + "\(numbers.bareDifference(interval.upperBound))）"),
      DateText.day(effect.onset, language), "\(effect.periods)",
      one.money.map { money($0.total.value) } ?? "–",
      toTarget(one.gain.kpi, from: effect.now.mean, numbers),
    ]
  }

  /// Reached, or how far away it is.
  private func toTarget(_ kpi: KPIRow, from level: Double, _ numbers: NumberText) -> String {
    guard let target = kpi.target else { return "–" }
    let left = (target - level) * (kpi.direction == .up ? 1 : -1)
    let distance = numbers.difference(left)
    guard distance.hasPrefix("+") else { return say("reached", "達成") }
    return say("\(distance.dropFirst()) to go", "あと\(distance.dropFirst())")
  }

  /// Better or worse, how it was told, and who else says so.
  private func told(_ one: CreditedGain) -> String {
    guard let effect = one.gain.effect else { return "" }
    let name = "\(one.kpi)"
    let verdict =
      one.gain.finding == .loss
      ? say("\(name) got worse: a loss.", "\(name) は悪化しました（損失）。")
      : say("\(name) got better: a gain.", "\(name) は改善しました。")
    let method: String =
      switch effect.method {
      case .ownLevel:
        say(
          " Measured against its own level before (\(effect.before.count) periods).",
          "自部門の以前の水準（\(effect.before.count)期間）との差です。")
      case .comparison(let others):
        say(
          " Measured against \(others.map { "\($0)" }.joined(separator: ", ")), not trained by then.",
          "未受講の \(others.map { "\($0)" }.joined(separator: "、")) との差（差分の差）です。")
      }
    let estimate = one.estimatedPart.map {
      say(
        " People who took part put \(percent($0 * 100)) of it down to the training "
          + "(share × confidence).",
        "参加者の見積もり（寄与率×確信度）では\(percent($0 * 100))が研修によるものです。")
    }
    let rebases = effect.rebases.map { mark in
      say(
        " New limits from \(DateText.day(mark.first, language)): \(mark.reason).",
        "基準改定（\(DateText.day(mark.first, language))）: \(mark.reason)。")
    }
    return verdict + method + (estimate ?? "") + rebases.joined()
  }

  /// KPIs that it was to move, and that give no gain.
  var losses: DocumentSection {
    var told: Set<String> = []
    let still = gains.filter { !$0.gain.counts }
      .map { "\($0.kpi) \($0.gain.kpi.name): \($0.gain.finding.words(language))" }
      .filter { told.insert($0).inserted }
    return DocumentSection(
      title: say("No gain counted", "効果を計上しないKPI"),
      blocks: still.isEmpty ? [] : [.list(still)]
    )
  }

  /// What else happened before a change: near in time is no cause yet.
  var surroundings: DocumentSection {
    let lines = gains.filter(\.gain.counts).compactMap { one -> String? in
      guard !one.others.isEmpty else { return nil }
      let shown = one.others.prefix(6).map { other in
        let about = other.about.map { "\($0) " } ?? ""
        return "\(other.kind.words(language)) \(about)\(other.text)"
      }
      let more = one.others.count - shown.count
      let rest = more > 0 ? say(" and \(more) more", "、ほか\(more)件") : ""
      return "\(one.kpi): " + shown.joined(separator: say("; ", "、")) + rest
    }
    return DocumentSection(
      title: say("What else happened in the 90 days before", "変化の前90日間に他に起きたこと"),
      blocks: lines.isEmpty ? [] : [.list(lines)])
  }
}

extension KPIGain.Finding {
  package var words: Phrase {
    switch self {
    case .gain: Phrase(en: "gain", ja: "改善")
    case .loss: Phrase(en: "loss", ja: "損失（悪化）")
    case .countsActivity:
      Phrase(en: "it counts activity, which is no outcome", ja: "活動量の指標のため、成果として計上しません")
    case .noDirection: Phrase(en: "it has no better and worse", ja: "良し悪しの方向がない指標です")
    case .tooFewPoints:
      Phrase(en: "too few observations to know its usual variation", ja: "実績値が少なく、通常のばらつきが分かりません")
    case .noSignal: Phrase(en: "no signal: no gain", ja: "シグナルがないため、効果を計上しません")
    case .begunBefore:
      Phrase(en: "what changed had begun before the training", ja: "変化は研修より前に始まっています")
    case .cameBack:
      Phrase(en: "it moved, and is no other than before by now", ja: "一時変化しましたが、以前の水準に戻っています")
    }
  }
}
