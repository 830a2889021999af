package import Bilingual
import CivilTime
import Domain
import ReadModels
import Statistics
import Wording

/// Something to do next, with the command that does it.
package struct ReviewStep: Sendable, Equatable {
  /// Names are stable, for programs.
  package enum Kind: String, Sendable, CaseIterable {
    case decideConcern, acknowledgeSignal, rebaseLimits, finishDecision, actCycle, doCycle,
      checkCycle,
      decideIssue
    case answerRollOut, validateLesson, recordKPI, draftDesign
    case assignSponsor, involveExecutive, narrowGap, wakeDepartment, tryAfterTraining
    case measureCycle, draftLesson, testHypothesis, proposeLesson
  }

  package let kind: Kind
  /// What it is about: an id, a KPI or a decision.
  package let about: String
  package let label: Phrase
  package let command: Phrase
}

extension ReviewReport {
  /// What waits as it should, without being an improvement point yet; of a cut what its audience
  /// can do.
  package var routineSteps: [ReviewStep] {
    guard let audience else { return allRoutineSteps }
    return allRoutineSteps.filter { AudienceCut.takes(audience, $0.kind) }
  }

  private var allRoutineSteps: [ReviewStep] {
    let signals = pendingSignals.filter { $0.cause.reading != .concern }
    let issues = undecidedIssues.filter { !UndecidedIssueRule.isDue($0, self) }
    let offers = rollOutsLeft.filter { !UnansweredRollOutRule.isDue($0, self) }
    let young = draftsLeft.filter { !UnvalidatedLessonRule.isDue($0, self) }
    let design = isWhole && !waitingLessons.isEmpty && !LessonForTrainingRule.isDue(self)
    return signals.map(ReviewStep.acknowledge) + issues.map(ReviewStep.decide)
      + offers.map(ReviewStep.answer) + young.map(ReviewStep.validate)
      + (design ? [.design(waitingLessons)] : []) + rebaseSteps
  }

  /// KPIs without an observation in the period, though one of theirs ended within it.
  package var unobserved: [ReviewKPI] {
    kpis.filter { kpi in
      let period = kpi.kpi.cadence.firstDay(of: lateBy)
      let isOver = kpi.kpi.cadence.lastDay(ofPeriodFrom: period) <= lateBy
      return isOver && kpi.progress.observations.isEmpty
    }
  }
}

extension ReviewStep {
  package static func acknowledge(_ signal: ReviewSignal) -> Self {
    let command =
      "pdca kpi acknowledge \(signal.kpi.reference) \(signal.reference.rule) "
      + "\(signal.reference.period)"
    func reading(_ language: Language) -> String {
      let name = signal.cause.reading.words(language)
      return "\(name)\(language.choose(", ", "、"))\(signal.reference.period.prose(language))"
    }
    return ReviewStep(
      kind: .acknowledgeSignal, about: "\(signal.kpi.reference)",
      label: Phrase(
        en: "Take note of the change of \(signal.kpi.name) (\(reading(.english)))",
        ja: "\(signal.kpi.name)の変化を確認し、見解を残す（\(reading(.japanese))）"),
      command: Phrase(en: command + " \"<note>\"", ja: command + " \"<見解>\""))
  }

  static func finish(_ decision: PendingDecision, in review: ReviewID) -> Self {
    ReviewStep(
      kind: .finishDecision, about: "\(decision.id)",
      label: Phrase(
        en: "Say when it is done: \(decision.decision)", ja: "完了したら記録する: \(decision.decision)"),
      command: Phrase(both: "pdca review done \(decision.id)"))
  }

  /// The cycle's next step, by how far it has come.
  static func advance(_ cycle: CycleRow) -> Self {
    if cycle.status == .checked {
      let command = "pdca act \(cycle.id) adopt|adapt|abandon"
      return ReviewStep(
        kind: .actCycle, about: "\(cycle.id)",
        label: Phrase(en: "Decide on \(cycle.title)", ja: "扱いを決める: \(cycle.title)"),
        command: Phrase(en: command + " \"<why>\"", ja: command + " \"<理由>\""))
    }
    guard cycle.actions > 0 else {
      let command = "pdca do \(cycle.id)"
      return ReviewStep(
        kind: .doCycle, about: "\(cycle.id)",
        label: Phrase(en: "Act on \(cycle.title)", ja: "実施する: \(cycle.title)"),
        command: Phrase(en: command + " \"<action>\"", ja: command + " \"<実施内容>\""))
    }
    return ReviewStep(
      kind: .checkCycle, about: "\(cycle.id)",
      label: Phrase(en: "Check \(cycle.title)", ja: "評価する: \(cycle.title)"),
      command: Phrase(both: "pdca check \(cycle.id)"))
  }

  static func decide(_ issue: IssueRow) -> Self {
    let command = "pdca issue decide \(issue.id)"
    return ReviewStep(
      kind: .decideIssue, about: "\(issue.id)",
      label: Phrase(en: "Decide: \(issue.issue)", ja: "判断する: \(issue.issue)"),
      command: Phrase(en: command + " \"<decision>\"", ja: command + " \"<決定事項>\""))
  }

  static func answer(_ rollOut: LessonRollOutRow) -> Self {
    let lesson = ItemID(rollOut.department, .lesson, rollOut.lesson)
    return ReviewStep(
      kind: .answerRollOut, about: "\(lesson)",
      label: Phrase(
        en: "Adopt or decline the lesson \(lesson), offered to \(rollOut.proposedTo)",
        ja: "\(rollOut.proposedTo) に提案された教訓\(lesson)を採用するか決める"),
      command: Phrase(both: "pdca lesson adopt \(lesson) -d \(rollOut.proposedTo)"))
  }

  static func validate(_ lesson: LessonRow) -> Self {
    ReviewStep(
      kind: .validateLesson, about: "\(lesson.id)",
      label: Phrase(en: "Validate: \(lesson.title)", ja: "教訓を検証する: \(lesson.title)"),
      command: Phrase(both: "pdca lesson validate \(lesson.id)"))
  }
}
