import Bilingual
import CivilTime
import Domain
import ReadModels
import Statistics
import Wording

/// The first paragraph: what changed and is signal, what was promised and isn't done, what was
/// learned, what to do. Each sentence follows from the facts by rule.
extension ReviewWords {
  var summary: String {
    [changed, before, promised, done, learned, toDo].filter { !$0.isEmpty }.joined(
      separator: say(" ", ""))
  }

  /// Names at most so many changes of KPIs; a change may have given several signals.
  private static let mostNamed = 3

  private var changed: String {
    guard !report.kpis.isEmpty else { return say("No KPI is defined.", "KPIは未登録です。") }
    let signals = report.rankedSignals
    guard !signals.isEmpty else { return report.pendingSignals.isEmpty ? quiet : waiting }
    var headlines: [String] = []
    for headline in signals.map(headline) where !headlines.contains(headline) {
      headlines.append(headline)
    }
    let named = headlines.prefix(Self.mostNamed)
    let more = headlines.count - named.count
    let rest = more > 0 ? say("; \(more) more below", "ほか\(more)件") : ""
    return say(
      "Signals: \(named.joined(separator: "; "))\(rest).",
      "\(named.joined(separator: "、"))\(rest)にシグナルが出ています。")
  }

  private func headline(_ signal: ReviewSignal) -> String {
    let name = ChartWords.name(signal.cause.reading, language)
    let kpi = self.named(signal.kpi)
    return say("\(kpi) (\(name))", "\(kpi)（\(name)）")
  }

  /// Nothing new, but earlier signals that nobody acknowledged.
  private var waiting: String {
    let left = report.pendingSignals.count
    return say(
      "No new signal; \(left) earlier \(left == 1 ? "one is" : "ones are") not acknowledged.",
      "新しいシグナルはありませんが、以前のシグナル\(left)件が未確認です。")
  }

  private var quiet: String {
    let states = report.kpis.compactMap { $0.chart.chart.segments.last?.state }
    guard states.contains(where: { $0 != .line }) else {
      return say(
        "No KPI has the 6 observations yet that signals need.",
        "シグナルの判定に必要な6点の実績値がそろったKPIはまだありません。")
    }
    return say(
      "No KPI gave a signal: what moved is the usual variation.",
      "KPIにシグナルはなく、動きは通常のばらつきの範囲です。")
  }

  private var promised: String {
    let ids = report.material.overdue.map { "\($0.id)" } + report.lateDecisions.map { "\($0.id)" }
    let by = day(report.days.last)
    guard !ids.isEmpty else {
      return say("Nothing due by \(by) is left undone.", "\(by)までに期限を迎えた未完了の項目はありません。")
    }
    let named = list(Array(ids.prefix(5)))
    let rest = ids.count > 5 ? say(" and \(ids.count - 5) more", "ほか\(ids.count - 5)件") : ""
    return say(
      "Due by \(by) and not done: \(named)\(rest).", "\(by)までの期限で未完了: \(named)\(rest)。")
  }

  private var done: String {
    let actions = report.material.actions.map(\.actions).reduce(0, +)
    guard actions > 0 else { return say("No action was logged.", "実施の記録はありません。") }
    let number = NumberText.whole(actions)
    return say(
      "\(actions == 1 ? "1 action was" : "\(number) actions were") logged.", "実施は\(number)件です。")
  }

  private var learned: String {
    let checked = report.material.checked
    let lessons = report.draftedLessons.count
    guard !checked.isEmpty || lessons > 0 else {
      return say(
        "No cycle was checked and no lesson drafted.", "評価したミニPDCAと新しい教訓はありません。")
    }
    let verdicts = Verdict.allCases.compactMap { verdict -> String? in
      let count = checked.count { $0.verdict == verdict }
      return count == 0 ? nil : say("\(count) \(verdict.words.en)", "\(verdict.words.ja)\(count)件")
    }
    let cycles = count(checked.count, "cycle", "cycles")
    let detail = verdicts.isEmpty ? "" : say(" (\(list(verdicts)))", "（\(list(verdicts))）")
    return say(
      "Checked: \(cycles)\(detail); lessons drafted: \(lessons).",
      "評価は\(cycles)\(detail)、新しい教訓は\(lessons)件です。")
  }

  private var toDo: String {
    guard let first = improvements.first?.step ?? routineSteps.first else {
      return nothingWaits
    }
    let more = improvements.count + routineSteps.count - 1
    let rest = more > 0 ? say(" (\(more) more below)", "ほか\(more)件は「改善ポイント」「次の手順」をご覧ください。") : ""
    return say(
      "First: \(first.label.en)\(rest).", "最初の対応: \(first.label.ja)。\(rest)")
  }
}
