import Bilingual
import CivilTime
import Domain
import ReadModels
import Reviews
import Wording

/// Parts that gather for one audience.
extension ReviewWords {
  /// For executives: what waits for their word.
  var asked: DocumentSection {
    let cycles = report.unacted.map { "\($0.id) \($0.title)" }
    let designs = report.training.drafts.map { "\($0.id) \($0.title)" }
    return section(
      say("Decisions asked of you", "判断をお願いしたい事項"),
      listed(say("Issues raised to executives", "経営層への課題"), report.undecidedIssues.map(told))
        + listed(say("Decisions due and not done", "期限切れの決定事項"), report.lateDecisions.map(told))
        + listed(say("Decisions put off again and again", "延期が続いている決定事項"), putOff)
        + listed(say("Checked, to be adopted, adapted or abandoned", "評価済み・扱いの判断待ち"), cycles)
        + listed(say("Training designs to approve", "承認待ちの研修設計"), designs)
        + listed(say("Concepts to be chosen or declined", "採否待ちの活用構想"), concepts),
      nothing: say("Nothing waits for your decision.", "判断待ちの事項はありません。"))
  }

  /// Those that aren't due.
  private var putOff: [String] {
    let late = Set(report.lateDecisions.map(\.id))
    return report.sponsorDecisions.filter { !late.contains($0.id) }.map(told)
  }

  private func told(_ issue: IssueRow) -> String { "\(issue.id) \(issue.issue)" }

  private func told(_ decision: PendingDecision) -> String {
    say(
      "\(decision.id) \(decision.decision) (\(person(decision.owner)), due \(day(decision.due)))",
      "\(decision.id) \(decision.decision)（\(person(decision.owner))、期限\(day(decision.due))）")
  }

  /// For executives: what the period cost.
  var investment: DocumentSection {
    let training = report.training
    let minutes = report.material.actions.map(\.minutes).reduce(0, +)
    let costs = training.costs.map { MoneyText.text($0, language) }
    let hours = NumberText(language: language).computed(Double(minutes) / 60)
    return section(
      say("Investment", "投資"),
      [
        .list(
          [
            labeled(
              say("Training costs", "研修費用"),
              costs.isEmpty ? say("none recorded", "記録なし") : list(costs)),
            labeled(
              say("Training sessions", "研修の回数"),
              say(
                "\(training.sessions.count), \(count(training.attendances, "attendance", "attendances"))",
                "\(training.sessions.count)回、延べ\(NumberText.whole(training.attendances))人")),
            labeled(
              say("Time logged on improvement", "改善活動の記録時間"), say("\(hours) hours", "\(hours)時間")),
          ] + returned)
      ], nothing: "")
  }

  /// What trainings brought so far, in a line; none where nothing is said of worth.
  private var returned: [String] {
    report.returns.map {
      [
        labeled(
          say("Return of all trainings", "研修全体の投資対効果"),
          ReturnWords($0, language).document.lead + " (pdca roi)")
      ]
    } ?? []
  }

  /// For promoters: cycles that do not go on.
  var stuck: DocumentSection {
    section(
      say("Cycles that are stuck", "停滞しているミニPDCA"),
      [
        .list(
          report.stuck.map { stuck in
            let owner = stuck.cycle.owner.map { say(" (\(person($0)))", "（\(person($0))）") } ?? ""
            return labeled(
              "\(stuck.cycle.id) \(stuck.cycle.title)\(owner)", list(stuck.reasons.map(told)))
          })
      ],
      nothing: say("No cycle is stuck.", "停滞しているミニPDCAはありません。"))
  }

  private func told(_ reason: StuckCycle.Reason) -> String {
    switch reason {
    case .overdue(let due): say("due \(day(due))", "期限\(day(due))")
    case .undecided: say("checked, nobody decided", "評価済み・判断待ち")
    case .quiet(let days): say("no entry for \(days) days", "\(days)日間記録なし")
    case .obstacle(let text): say("obstacle: \(text)", "障害: \(text)")
    }
  }

  /// For the field: what others learned about work like theirs.
  var related: DocumentSection {
    section(
      say("Lessons of others on work like yours", "類似の取り組みから得られた他部門の教訓"),
      [
        .list(
          report.related.map { related in
            let lesson = related.lesson
            return say(
              "\(lesson.id) \(lesson.title) (\(lesson.kind.words.en)), like \(related.cycle): "
                + lesson.suggestion,
              "\(lesson.id) \(lesson.title)（\(lesson.kind.words.ja)、\(related.cycle)に類似）: "
                + lesson.suggestion)
          })
      ],
      nothing: say("No validated lesson of another department is like it.", "類似する他部門の教訓はありません。"))
  }
}
