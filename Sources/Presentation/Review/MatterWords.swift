import Bilingual
import CivilTime
import Domain
import ReadModels
import Reviews
import Statistics
import Terminal
import Wording

/// A change of a KPI as a colleague would tell it.
struct MatterWords {
  let words: ReviewWords
  let matter: ReviewMatter

  private var language: Language { words.language }
  private var numbers: NumberText { matter.entry.chart.picture(in: language).numbers }
  private func say(_ en: @autoclosure () -> String, _ ja: @autoclosure () -> String) -> String {
    language.choose(en(), ja())
  }

  /// `mis-shipments in Logistics`, 「物流部の誤出荷率」; of a department's own review the KPI alone.
  var name: String { words.named(matter.kpi) }

  /// What moved, from where to where, since when and for how long.
  var sentence: String {
    guard matter.isSustained, let before = matter.before else { return event }
    let (was, now) = (about(before), about(matter.now))
    return say(
      "\(name): since \(since) about \(now) instead of \(was)\(lasting).",
      "\(name)は\(since)から\(was)前後が\(now)前後に\(moved)\(lasting)。")
  }

  /// The same as the first thing that a review says.
  var opening: String {
    guard matter.isSustained, let before = matter.before else {
      return say("First: \(event)", "まず\(event)")
    }
    let (was, now) = (about(before), about(matter.now))
    return say(
      "First: \(name). Since \(since) it runs at about \(now) instead of \(was)\(lasting).",
      "まず\(name)です。\(since)から\(was)前後が\(now)前後に\(moved)\(lasting)。")
  }

  private var event: String {
    let value = numbers.measured(matter.now)
    let period = DateText.bound(
      matter.onset, Statistics.Cadence(matter.kpi.cadence), language, in: words.report.days.last)
    let usual = matter.before.map(about) ?? ""
    let far = matter.isHigher ? say("far above", "大きく上回りました") : say("far below", "大きく下回りました")
    return say(
      "\(name): \(value) \(within) \(period), \(far) the usual \(usual).",
      "\(name)は\(period)に\(value)で、いつもの\(usual)前後を\(far)。")
  }

  private var within: String {
    switch matter.kpi.cadence {
    case .daily: "on"
    case .weekly: "in the week of"
    case .monthly: "in"
    }
  }

  /// Levels, since when and for how long, and what went before it: what a reader who knows of the change
  /// needs.
  var standing: String {
    let was = matter.before.map(about) ?? ""
    let (en, ja) = span(matter.periods)
    // A week's review has told of it when it was new.
    let hasCause = words.report.causes != nil && !words.extent.isWeek
    let cause = hasCause ? words.report.cause(of: matter) : nil
    return say(
      "\(name): \(was) → \(about(matter.now)) since \(since) (\(en))"
        + (cause.map { "; \(place(of: $0).en) \($0.briefly(in: day).en)" } ?? "") + ".",
      "\(name): \(since)から\(was)→\(about(matter.now))（\(ja)）"
        + (cause.map { "。\(place(of: $0).ja)\($0.briefly(in: day).ja)" } ?? ""))
  }

  /// Where the cause stands in time: what came when the points had begun to move went before nothing.
  private func place(of cause: ProbableCause) -> Phrase {
    cause.isWithinPattern
      ? Phrase(en: "after its first points", ja: "兆しが現れた後の取り組みは")
      : Phrase(en: "before it", ja: "先行した取り組みは")
  }

  private var day: LocalDate { words.report.days.last }

  /// The cause in few words.
  var shortCause: String? {
    guard words.report.causes != nil else { return nil }
    guard let cause = words.report.cause(of: matter) else { return nobody }
    let after = cause.briefly(in: day)
    if isHeld(against: cause) { return unstopped(after) }
    let offered = say("Probable cause: \(after.en).", "考えられる原因は\(after.ja)です。")
    return cause.isAimed ? offered : [nobody, offered].joined(separator: say(" ", ""))
  }

  private var lasting: String {
    guard matter.isOngoing else {
      let (en, ja) = span(matter.periods)
      return say(", for \(en), and back since", "、\(ja)でもとに戻りました")
    }
    let (en, ja) = span(matter.periods)
    return say(", \(en) in a row", "、\(ja)続いています")
  }

  private func span(_ count: Int) -> (en: String, ja: String) {
    switch matter.kpi.cadence {
    case .daily: (count == 1 ? "1 day" : "\(count) days", "\(count)日")
    case .weekly: (count == 1 ? "1 week" : "\(count) weeks", "\(count)週")
    case .monthly: (count == 1 ? "1 month" : "\(count) months", "\(count)か月")
    }
  }

  private var moved: String { matter.isHigher ? "上がり" : "下がり" }

  private var since: String {
    DateText.bound(
      matter.onset, Statistics.Cadence(matter.kpi.cadence), language, in: words.report.days.last)
  }

  /// Two significant digits are how people speak of a level.
  private func about(_ value: Double) -> String { numbers.rounded(value) }

  /// The issues that wait for somebody's word on it, each in a sentence.
  var waiting: [String] {
    words.report.issues(on: matter).prefix(2).map { issue in
      let since = words.month(of: issue.raisedAt)
      return say(
        "The issue \(issue.id) (\(issue.issue)) has waited for a decision since \(since).",
        "課題「\(issue.issue)」（\(issue.id)）は\(since)から判断待ちです。")
    }
  }

  /// What probably caused it, with no claim beyond what was recorded.
  var cause: String? {
    guard words.report.causes != nil else { return nil }
    guard let cause = words.report.cause(of: matter) else { return nobody }
    if isHeld(against: cause) { return unstopped(cause.briefly(in: day)) }
    let offered = say(
      "Probable cause: \(cause.sentence.en)", "考えられる原因: \(cause.sentence.ja)")
    return cause.isAimed ? offered : [nobody, offered].joined(separator: say(" ", ""))
  }

  /// What people do against something is no cause of its getting worse.
  private func isHeld(against cause: ProbableCause) -> Bool {
    matter.change.reading == .concern && cause.isAimed && cause.kind == .action
  }

  private func unstopped(_ work: Phrase) -> String {
    say(
      "\(work.en) is aimed at it and has not stopped it.",
      "\(work.ja)に取り組んでいますが、止まっていません。")
  }

  private var nobody: String {
    say("No cycle was aimed at it before.", "それまでに、このKPIに取り組んだミニPDCAはありません。")
  }
}
