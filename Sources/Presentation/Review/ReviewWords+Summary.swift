import Bilingual
import CivilTime
import Domain
import ReadModels
import Reviews
import Statistics
import Wording

/// The first paragraph: the matter that comes first, as a colleague would name it; what else changed;
/// what was promised; what people did. Each sentence follows from the facts by rule.
extension ReviewWords {
  var summary: String {
    let matters = worstMatters
    let parts =
      matters.isEmpty
      ? [changed, overdue, learned, acted] : matters + [others, overdue, learned, acted]
    return parts.map { $0.hasSuffix(" ") ? String($0.dropLast()) : $0 }.filter { !$0.isEmpty }
      .joined(separator: say(" ", ""))
  }

  /// Where the section on what people wrote doesn't say it.
  private var acted: String {
    said == nil || !extent.isBrief || extent.isQuiet || extent == .page ? counts : ""
  }

  /// The first of what is getting worse, and what waits on it.
  private var worstMatters: [String] {
    guard let first = report.worsening.first else { return [] }
    let words = MatterWords(words: self, matter: first)
    return [words.opening] + words.waiting.prefix(1)
  }

  /// Names at most so many.
  private static let mostNamed = 3

  private func names(_ matters: [ReviewMatter]) -> String {
    let matters = outcomesFirst(matters)
    let named = matters.prefix(Self.mostNamed).map { self.named($0.kpi) }
    let more = matters.count - named.count
    return list(Array(named)) + (more > 0 ? say(" and \(more) more", "、ほか\(more)指標") : "")
  }

  /// What else is getting worse, and what got better.
  private var others: String {
    let worse = Array(report.worsening.dropFirst())
    let parts = [
      worse.isEmpty ? "" : say("Getting worse, too: \(names(worse)).", "\(names(worse))も悪くなっています。"),
      better(report.improving),
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: say(" ", ""))
  }

  /// What got better lately, and what has stayed so.
  private func better(_ matters: [ReviewMatter]) -> String {
    let (new, old) = (matters.filter(\.isNew), matters.filter { !$0.isNew })
    let lasting = extent.isQuiet ? list(outcomesFirst(old).map(sinceWhen)) : names(old)
    return [
      new.isEmpty ? "" : say("Better: \(names(new)).", "\(names(new))は良くなっています。"),
      old.isEmpty ? "" : say("Still better: \(lasting).", "\(lasting)は良い水準が続いています。"),
    ].filter { !$0.isEmpty }.joined(separator: say(" ", ""))
  }

  private func sinceWhen(_ matter: ReviewMatter) -> String {
    let since = DateText.bound(
      matter.onset, Statistics.Cadence(matter.kpi.cadence), language, in: report.days.last)
    return say("\(named(matter.kpi)) (since \(since))", "\(named(matter.kpi))（\(since)から）")
  }

  /// Where nothing is getting worse.
  private var changed: String {
    guard !report.kpis.isEmpty else { return say("No KPI is defined.", "KPIは未登録です。") }
    let answered = report.answered.map(\.matter)
    if !answered.isEmpty {
      let worse = extent.isQuiet ? list(answered.map(sinceWhen)) : names(answered)
      return say(
        "Still worse, and decided on: \(worse). ", "\(worse)は悪いままですが、対応を決めています。")
        + better(report.improving)
    }
    guard report.improving.isEmpty else {
      return say("Nothing is getting worse. ", "悪くなっている指標はありません。") + better(report.improving)
    }
    let states = report.kpis.compactMap { $0.chart.chart.segments.last?.state }
    guard states.contains(where: { $0 != .line }) else {
      return say(
        "No KPI has the 6 observations yet that signals need.",
        "変化を見分けるのに必要な6点の実績がそろった指標はまだありません。")
    }
    let historic = report.historic
    guard historic.isEmpty else { return before(historic) }
    return say(
      "No KPI changed: what moved is the usual variation.", "指標に変化はなく、動きはいつものばらつきの範囲です。")
  }

  /// What had changed by the day on which a KPI was defined: history that came with it.
  private func before(_ historic: [ReviewMatter]) -> String {
    func part(_ reading: Reading, _ en: String, _ ja: String) -> String? {
      let matters = historic.filter { $0.change.reading == reading }
      if matters.isEmpty { return nil }
      let names = list(outcomesFirst(matters).map(sinceWhen))
      return say("\(en): \(names)", "\(names)は\(ja)")
    }
    let parts = [
      part(.concern, "worse", "悪い水準"), part(.improvement, "better", "良い水準"),
      part(.neutral, "at another level", "別の水準"),
    ].compactMap(\.self)
    return say(
      "Nothing new since it was defined; already before, " + parts.joined(separator: "; ") + ".",
      "指標の登録後の変化はありません。登録前から" + parts.joined(separator: "、") + "が続いています。")
  }

  private var learned: String {
    let checked = report.material.checked
    let lessons = report.draftedLessons.count
    guard !checked.isEmpty || lessons > 0 else { return "" }
    let verdicts = Verdict.allCases.compactMap { verdict -> String? in
      let count = checked.count { $0.verdict == verdict }
      return count == 0 ? nil : say("\(count) \(verdict.words.en)", "\(verdict.words.ja)\(count)件")
    }
    let detail = verdicts.isEmpty ? "" : say(" (\(list(verdicts)))", "（\(list(verdicts))）")
    let parts = [
      checked.isEmpty
        ? nil
        : say(
          "\(count(checked.count, "cycle", "cycles")) checked\(detail)",
          "評価\(checked.count)件\(detail)"),
      lessons == 0
        ? nil : say("\(count(lessons, "lesson", "lessons")) drafted", "新しい教訓\(lessons)件"),
    ].compactMap(\.self)
    return list(parts) + say(".", "。")
  }
}
