import Bilingual
import CivilTime
import Domain
import ReadModels
import Reviews
import Statistics
import Wording

extension ReviewWords {
  /// For each signal of the period, what went before it, the likeliest first; nil without
  /// signals.
  var causes: DocumentSection? {
    guard report.causes != nil, !report.signals.isEmpty else { return nil }
    let explained = report.explained.filter { !$0.causes.isEmpty }
    let blocks = explained.flatMap { signal, causes in
      [.paragraph(heading(signal))]
        + [DocumentBlock.commands(causes.prefix(Self.mostCauses).map(line))]
    }
    return section(
      say("Probable causes", "考えられる原因"),
      blocks.isEmpty
        ? []
        : blocks + [.paragraph(caution)],
      nothing: say(
        "Nothing was recorded near enough before the signals to be offered.",
        "シグナルの直前に、原因の候補となる記録はありません。"))
  }

  /// A review names so many for each signal; `pdca kpi causes` has more.
  private static let mostCauses = 3

  private func heading(_ signal: ReviewSignal) -> String {
    let onset = report.onset(of: signal)
    let began = onset.map { day($0.days.first) } ?? ""
    let name = signal.cause.reading.words(language)
    return say(
      "\(named(signal.kpi)) (\(name), \(signal.reference.ruleWords.en)): the change began on \(began).",
      "\(named(signal.kpi))（\(name)、\(signal.reference.ruleWords.ja)）: 変化の始まりは\(began)です。")
  }

  private func line(_ cause: ProbableCause) -> DocumentCommand {
    DocumentCommand(
      label: cause.sentence(language),
      command: cause.command()?(language) ?? "pdca hypothesis list \(cause.onset.kpi)")
  }

  var caution: String {
    say(
      "Near in time is not the cause yet: find out before you adopt it.",
      "時期が近いだけで、原因とは限りません。確かめてから採用してください。")
  }

  var improvementPoints: DocumentSection {
    section(
      say("Also worth a look", "ほかに気づいたこと"),
      [.commands(points)],
      nothing: report.audience == nil
        ? say("The records show none.", "記録から見える改善ポイントはありません。")
        : say("None of them is for you to act on.", "対応をお願いする改善ポイントはありません。"))
  }

  /// What is true of several departments is one of them where a reader has little time.
  private var points: [DocumentCommand] {
    let open = improvements.filter { !isTold($0) }
    let alone = open.filter { $0.rule == ReviewReport.alone }
    let isJoined = extent.isBrief && alone.count > 1
    let others = open.filter { !isJoined || $0.rule != ReviewReport.alone }
    return (isJoined ? [without(alone)] : [])
      + others.map { DocumentCommand(label: told($0), command: $0.step.command(language)) }
  }

  private func without(_ points: [ImprovementPoint]) -> DocumentCommand {
    let names = list(points.compactMap { DepartmentCode($0.step.about) }.map(report.name(of:)))
    let period =
      switch report.review.period {
      case .week: say("week", "今週")
      case .month: say("month", "今月")
      }
    return DocumentCommand(
      label: say(
        "Promoters had no word from executives this \(period): \(names).",
        "経営層の関与が\(period)ありません: \(names)。"), command: points[0].step.command(language))
  }

  private func told(_ point: ImprovementPoint) -> String {
    let events = point.evidence.filter { $0.contains("@") }
    guard !events.isEmpty, !extent.isBrief else { return point.sentence(language) }
    return point.sentence(language) + say(" Evidence: \(list(events)).", "根拠: \(list(events))。")
  }

  /// Whether it stands in a section of its own.
  private func isTold(_ point: ImprovementPoint) -> Bool {
    if point.rule == ReviewReport.concern { return report.parts.contains(.worse) }
    return report.parts.contains(.promised) && ReviewReport.promising.contains(point.rule)
  }
}
