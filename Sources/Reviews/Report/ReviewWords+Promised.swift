import Bilingual
import CivilTime
import Domain
import ReadModels
import Wording

/// Something that was promised, or asked, and isn't done; in the order of days.
struct Promise: Sendable {
  /// When it was due, or when it was asked.
  let since: LocalDate
  let isDue: Bool
  let point: ImprovementPoint
}

extension ReviewReport {
  /// Rules that find what was promised, or asked, and isn't done.
  static let promising: Set<String> = [
    LateDecisionRule.name, OverdueCycleRule.name, CycleWithoutEvidenceRule.name,
    CheckedNotActedRule.name, UndecidedIssueRule.name,
  ]

  /// The oldest first.
  func promises(of points: [ImprovementPoint]) -> [Promise] {
    points.filter { Self.promising.contains($0.rule) }.map { point in
      Promise(since: since(point), isDue: point.rule != UndecidedIssueRule.name, point: point)
    }.enumerated().sorted {
      ($0.element.since, $0.offset) < ($1.element.since, $1.offset)
    }.map(\.element)
  }

  private func since(_ point: ImprovementPoint) -> LocalDate {
    let about = point.step.about
    if let issue = undecidedIssues.first(where: { "\($0.id)" == about }) {
      return material.span.zone.date(at: issue.raisedAt)
    }
    if let decision = openDecisions.first(where: { "\($0.id)" == about }) {
      return decision.firstDue
    }
    let cycles = material.overdue + material.open
    return cycles.first { "\($0.id)" == about }?.due ?? days.last
  }
}

extension ReviewWords {
  var promises: [Promise] { report.promises(of: improvements) }

  var promised: DocumentSection? {
    let promises = promises
    guard !promises.isEmpty else { return nil }
    return DocumentSection(
      title: say("Promised or asked, and not done", "約束・相談のうち終わっていないもの"),
      blocks: [
        .commands(
          promises.map {
            DocumentCommand(
              label: $0.point.sentence(language), command: $0.point.step.command(language))
          })
      ])
  }

  /// How many, and the oldest by name.
  var overdue: String {
    let promises = promises
    guard let first = promises.first else {
      return say("Nothing that is due is undone.", "期限の過ぎた約束はありません。")
    }
    let due = promises.count(where: \.isDue)
    let asked = promises.count - due
    let parts = [
      due > 0 ? say("\(due) past \(due == 1 ? "its" : "their") day", "期限切れ\(due)件") : nil,
      asked > 0
        ? say(
          "\(asked) \(asked == 1 ? "issue waits" : "issues wait") for a decision",
          "判断待ちの課題\(asked)件")
        : nil,
    ].compactMap(\.self)
    guard !isInLead(first.point.step.about) else {
      return say("Not done: \(list(parts)).", "\(list(parts))があります。")
    }
    let oldest = name(of: first.point)
    return say(
      "Not done: \(list(parts)); the oldest is \(oldest).", "\(list(parts))。最も古いのは\(oldest)です。")
  }

  /// Whether the first matter has named it as what waits on it.
  private func isInLead(_ about: String) -> Bool {
    report.worsening.first.map { matter in
      report.issues(on: matter).prefix(1).contains { "\($0.id)" == about }
    } ?? false
  }

  private func name(of point: ImprovementPoint) -> String {
    let about = point.step.about
    let material = report.material
    let title =
      report.undecidedIssues.first { "\($0.id)" == about }?.issue
      ?? report.openDecisions.first { "\($0.id)" == about }?.decision
      ?? (material.overdue + material.open).first { "\($0.id)" == about }?.title
    guard let title else { return about }
    return say("\(about) (\(title))", "「\(title)」（\(about)）")
  }
}
