import Bilingual
import CivilTime
import Domain
import ReadModels
import Reviews
import Wording

extension ReviewWords {
  var decisions: DocumentSection {
    let made = report.madeDecisions.map { told("\($0.id)", $0.decision, $0.owner, $0.due) }
    let done = report.doneDecisions.map { "\($0.id) \($0.decision)" }
    let withdrawn = report.withdrawnDecisions.map { row in
      say(
        "\(row.id) \(row.decision) (\(row.withdrawnReason ?? ""))",
        "\(row.id) \(row.decision)（\(row.withdrawnReason ?? "")）")
    }
    // What was promised and isn't done, or goes to the sponsor, stands in a section of its own.
    let isApart = promisedApart || report.parts.contains(.asked)
    let apart = report.lateDecisions + (isApart ? report.sponsorDecisions : [])
    let known = Set(apart.map(\.id))
    let open = report.openDecisions.filter { !known.contains($0.id) }.map(pending)
    return section(
      say("Decisions", "決定事項"),
      listed(say("Made", "決定"), made) + listed(say("Done", "完了"), done)
        + listed(say("Withdrawn", "取り下げ"), withdrawn)
        + listed(
          say("Due and not done", "期限切れ・未完了"),
          promisedApart ? [] : report.lateDecisions.map(pending))
        + listed(say("Open", "対応中"), open),
      nothing: say("No decision is open, and none was made or done.", "決定事項はありません。"))
  }

  /// Whether what is due and not done stands in a section of its own.
  private var promisedApart: Bool { extent.isBrief && report.parts.contains(.promised) }

  private func pending(_ decision: PendingDecision) -> String {
    let line = told("\(decision.id)", decision.decision, decision.owner, decision.due)
    let gone = report.left(decision.owner).map {
      say(", its owner left on \(day($0))", "、担当は\(day($0))に退任")
    }
    let carried =
      decision.carried > 0
      ? say(", carried over \(decision.carried)×", "、持ち越し\(decision.carried)回") : nil
    let sponsors =
      decision.putOff > ImprovementThresholds.mostPutOff
      ? say(", to the sponsor", "、スポンサーの判断待ち") : nil
    return ([line] + [carried, sponsors, gone].compactMap(\.self)).joined()
  }

  private func told(_ id: String, _ text: String, _ owner: Account, _ due: LocalDate) -> String {
    say(
      "\(id) \(text) (\(person(owner)), due \(day(due)))",
      "\(id) \(text)（\(person(owner))、期限\(day(due))）")
  }

  func listed(_ title: String, _ lines: [String]) -> [DocumentBlock] {
    [heading(title, lines), .list(lines)]
  }

  var lessons: DocumentSection {
    let adoptions = report.material.adoptions.map { adoption in
      let what = adoption.adopted ? say("adopted by", "採用") : say("declined by", "見送り")
      let home = report.name(of: adoption.department)
      return say("\(adoption.lesson) \(what) \(home)", "\(adoption.lesson) \(home)で\(what)")
    }
    return section(
      say("Lessons", "教訓"),
      listed(say("Drafted", "起案"), report.draftedLessons.map(line))
        + listed(say("Validated", "検証済み"), report.validatedLessons.map(line))
        + listed(say("Retired", "廃止"), report.retiredLessons.map(line))
        + listed(say("Adopted and declined", "採用・見送り"), adoptions)
        + listed(say("Reuse measured", "再利用の効果"), report.material.reuses.map(line))
        + waiting(say("Waiting for validation", "検証待ち"), report.draftsLeft)
        + waiting(
          say("Waiting for a training design", "研修設計への反映待ち"), report.waitingLessons)
        + offered,
      nothing: say("No lesson was learned, and none waits.", "新しい教訓も対応待ちの教訓もありません。"))
  }

  /// Whether something was learned, decided on or measured in the period.
  var hasNewLessons: Bool {
    let lessons = report.draftedLessons + report.validatedLessons + report.retiredLessons
    return !(lessons.isEmpty && report.material.adoptions.isEmpty && report.material.reuses.isEmpty)
  }

  /// By name in the whole review; else in one line, and in a week not at all.
  private func waiting(_ title: String, _ lessons: [LessonRow]) -> [DocumentBlock] {
    if extent.isOfWeek { return [] }
    guard extent.isBrief else { return listed(title, lessons.map(line)) }
    guard let first = lessons.first else { return [] }
    let more = lessons.count - 1
    let rest = more > 0 ? say(" and \(more) more", "、ほか\(more)件") : ""
    let named = say("\(first.id) \(first.title)", "「\(first.title)」（\(first.id)）")
    return [.paragraph(labeled(title, named + rest))]
  }

  private var offered: [DocumentBlock] {
    let title = say("Offered and not decided on", "横展開の判断待ち")
    let lines = report.rollOutsLeft.map(line)
    guard extent.isBrief else { return listed(title, lines) }
    guard let first = report.rollOutsLeft.first else { return [] }
    let more = lines.count - 1
    let lesson = ItemID(first.department, .lesson, first.lesson)
    let named = say(
      line(first), "\(lesson)を\(report.name(of: first.proposedTo))へ（\(first.why)）")
    return [
      .paragraph(labeled(title, named + (more > 0 ? say(" and \(more) more", "、ほか\(more)件") : "")))
    ]
  }

  private func line(_ lesson: LessonRow) -> String {
    say(
      "\(lesson.id) \(lesson.title) (\(lesson.kind.words.en))",
      "\(lesson.id) \(lesson.title)（\(lesson.kind.words.ja)）")
  }

  private func line(_ reuse: ReuseRow) -> String {
    let numbers = report.numbers(of: reuse.kpi, language)
    let (before, after) = (numbers.computed(reuse.before), numbers.computed(reuse.after))
    return say(
      "\(reuse.lesson) in \(reuse.department): \(reuse.kpi) from \(before) to \(after)",
      "\(reuse.lesson) \(reuse.department): \(reuse.kpi) \(before)→\(after)")
  }

  private func line(_ rollOut: LessonRollOutRow) -> String {
    let lesson = ItemID(rollOut.department, .lesson, rollOut.lesson)
    return say(
      "\(lesson) to \(report.name(of: rollOut.proposedTo)): \(rollOut.why)",
      "\(lesson) → \(report.name(of: rollOut.proposedTo)): \(rollOut.why)")
  }

  var issues: DocumentSection {
    let decided = report.decidedIssues.map { issue in
      line(issue) + say(" → \(issue.decision ?? "")", " → \(issue.decision ?? "")")
    }
    return section(
      say("Issues", "課題"),
      listed(say("Raised", "提起"), report.raisedIssues.map(line))
        + listed(say("Decided", "判断済み"), decided)
        + listed(say("Undecided", "未判断"), promisedApart ? [] : report.undecidedIssues.map(line))
        + hypotheses,
      nothing: say("No issue was raised or waits.", "課題はありません。"))
  }

  private func line(_ issue: IssueRow) -> String {
    say(
      "\(issue.id) \(issue.issue) (to \(issue.raisedTo.words.en))",
      "\(issue.id) \(issue.issue)（\(issue.raisedTo.words.ja)宛て）")
  }

  private var hypotheses: [DocumentBlock] {
    let lines = report.material.hypotheses.map { hypothesis in
      let standing =
        hypothesis.accepted.map { $0 ? say("accepted", "支持") : say("rejected", "棄却") }
        ?? say("not tested", "未検証")
      return "\(hypothesis.department)/\(hypothesis.kpi): \(hypothesis.hypothesis)"
        + say(" (\(standing))", "（\(standing)）")
    }
    return listed(say("Hypotheses for causes", "原因仮説"), lines)
  }

  var next: DocumentSection {
    section(
      say("Next steps", "次の手順"),
      [
        .commands(routineSteps.filter { !isTold($0) }.map(command) + notes)
      ],
      nothing: improvements.isEmpty
        ? nothingWaits : say("Nothing else waits.", "ほかに対応待ちの項目はありません。"))
  }

  /// Changes are noted all at once where a reader has little time.
  /// In a week with something worse or promised, limits can wait, and in a quiet one all that isn't due.
  private func isTold(_ step: ReviewStep) -> Bool {
    guard extent.isBrief, step.kind != .acknowledgeSignal else { return extent.isBrief }
    if extent.isQuiet { return !promises.isEmpty }
    let isBusy = !(report.worsening.isEmpty && promises.isEmpty)
    return extent.isWeek && isBusy && step.kind == .rebaseLimits
  }

  /// The changes that wait for a note, together: one note does for them.
  private var notes: [DocumentCommand] {
    let waiting = report.pendingSignals
    guard extent.isBrief, extent != .page, let first = waiting.first.map(ReviewStep.acknowledge),
      report.audience.map({ AudienceCut.takes($0, first.kind) }) ?? true
    else { return [] }
    guard waiting.count > 1 else { return [command(first)] }
    let kpis = waiting.reduce(into: [String]()) { names, signal in
      if !names.contains(named(signal.kpi)) { names.append(named(signal.kpi)) }
    }
    let some = list(Array(kpis.prefix(3))) + (kpis.count > 3 ? say(" and others", "など") : "")
    // A quiet week has named them above.
    let names = extent.isQuiet ? "" : say(" (\(some))", "（\(some)）")
    let note = say("<what you make of it>", "<見解>")
    return [
      DocumentCommand(
        label: say(
          "Take note of \(waiting.count) changes\(names)",
          "変化\(waiting.count)件を確認し、見解を残す\(names)"),
        command: "pdca review acknowledge \(report.review) --all --note \"\(note)\"")
    ]
  }

  /// A cut for an audience says what it asks for above, and leaves out what others do.
  var nothingWaits: String {
    report.audience == nil
      ? say("Nothing waits for anybody.", "対応待ちの項目はありません。")
      : say("Nothing else waits for you.", "ほかに対応をお願いする項目はありません。")
  }
}
