import Bilingual
import CivilTime
import Domain
import ReadModels
import Reviews
import Wording

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
    // What this audience can't act on is undone, too.
    let promises = report.promises(of: report.allImprovements)
    guard let first = promises.first else { return nothingPromised }
    let due = promises.count(where: \.isDue)
    let putOff = promises.count(where: \.isPutOff)
    let asked = promises.count - due - putOff
    let parts = [
      due > 0 ? say("\(due) past \(due == 1 ? "its" : "their") day", "期限切れ\(due)件") : nil,
      asked > 0
        ? say(
          "\(asked) \(asked == 1 ? "issue waits" : "issues wait") for a decision",
          "判断待ちの課題\(asked)件")
        : nil,
      putOff > 0
        ? say(
          "\(count(putOff, "decision", "decisions")) put off again and again",
          "延期が続いている決定事項\(putOff)件")
        : nil,
    ].compactMap(\.self)
    // A week has it right below.
    guard !isInLead(first.point.step.about), !extent.isOfWeek else {
      return say("Not done: \(list(parts)).", "\(list(parts))があります。")
    }
    let oldest = name(of: first.point)
    guard promises.count > 1 else {
      return say("Not done: \(list(parts)), \(oldest).", "\(list(parts)): \(oldest)。")
    }
    return say(
      "Not done: \(list(parts)); the oldest is \(oldest).", "\(list(parts))。最も古いのは\(oldest)です。")
  }

  private var nothingPromised: String {
    let missing = report.unobserved.count
    guard missing > 0 else {
      return say("Nothing that is due is undone.", "期限の過ぎた約束はありません。")
    }
    return say(
      "No promise is past its day; \(count(missing, "KPI", "KPIs")) wait\(missing == 1 ? "s" : "") for a figure.",
      "期限の過ぎた約束はありませんが、実績値が未入力のKPIが\(missing)件あります。")
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
