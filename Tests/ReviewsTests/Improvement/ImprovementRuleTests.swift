import Bilingual
import CanonicalJSON
import CivilTime
import Testing

@testable import Domain
@testable import Presentation
@testable import ReadModels
@testable import Reviews

@Suite("Improvement points of the work")
struct ImprovementRuleTests {
  private typealias Example = ImprovementExamples

  /// What a report's rules say, as `rule about: command`.
  private func points(_ report: ReviewReport) -> [String] {
    report.improvements.map { "\($0.rule) \($0.step.about): \($0.step.command.en)" }
  }

  @Test("A quiet week has none")
  func quiet() { #expect(points(Example.report()) == []) }

  @Test("A concern that nobody acknowledged is one; an improvement waits among the next steps")
  func concern() {
    let report = Example.report(kpis: [ReviewExamples.alarming])
    #expect(
      points(report) == [
        "concernSignal SALES/hours: pdca kpi acknowledge SALES/hours beyondLimit 2026-11-16 "
          + "\"<note>\""
      ])
    let better = ReviewExamples.kpi((0..<22).map { $0 % 2 == 0 ? 14 : 20 } + [-15])
    let quiet = Example.report(kpis: [better])
    #expect(points(quiet) == [])
    #expect(quiet.routineSteps.map(\.kind) == [.acknowledgeSignal])
  }

  @Test("A decision due by the last day and not done is one, a later one isn't")
  func decisions() {
    func points(_ due: String) -> [String] {
      self.points(Example.report { $0.openDecisions = [ReviewExamples.decision(due: due)] })
    }
    #expect(
      points("2026-11-22") == [
        "lateDecision SALES-2026-W46.1: pdca review done SALES-2026-W46.1"
      ])
    #expect(points("2026-11-23") == [])
  }

  @Test("An overdue cycle is to be acted on or checked, by how far it came")
  func overdue() {
    func points(_ cycle: CycleRow) -> [String] {
      self.points(
        Example.report {
          $0.overdue = [cycle]
          $0.open = [cycle]
        })
    }
    #expect(points(Example.cycle(.doing)) == ["overdueCycle SALES-12: pdca check SALES-12"])
    #expect(
      points(Example.cycle(.planned) { $0.actions = 0 })
        == ["overdueCycle SALES-12: pdca do SALES-12 \"<action>\""])
    #expect(self.points(Example.report { $0.open = [Example.cycle(.doing)] }) == [])
  }

  @Test("A cycle that can't be checked asks for its observation, once")
  func unobserved() {
    let cycle = Example.cycle(.doing)
    let kpi = ReviewKPI(
      ReviewExamples.kpi([14, 20]).chart,
      KPIProgress(kpi: ReviewExamples.kpi([14, 20]).kpi, observations: [], predictions: []))
    func report(_ missing: Set<ItemID>) -> ReviewReport {
      Example.report(
        {
          $0.overdue = [cycle]
          $0.open = [cycle]
        }, kpis: [kpi], background: { $0.cyclesWithoutObservation = missing })
    }
    #expect(
      points(report([cycle.id])) == [
        "cycleWithoutEvidence SALES-12: pdca kpi record hours <value> --on 2026-11-20 -d SALES"
      ])
    #expect(
      points(report([])).map { $0.prefix(12) } == ["overdueCycle", "unobservedKP"])
  }

  @Test("A check without a measurement can't be adopted")
  func unmeasured() {
    let cycle = Example.cycle(.checked) {
      $0.verdict = .notMeasured
      $0.notMeasuredReason = "The system was replaced"
    }
    let report = Example.report {
      $0.checked = [cycle]
      $0.open = [cycle]
    }
    #expect(
      points(report) == [
        "cycleWithoutEvidence SALES-12: pdca act SALES-12 adapt|abandon \"<why>\""
      ])
  }

  @Test("A missed prediction asks for a decision, then for a lesson, then for nothing")
  func missed() {
    func points(_ status: CycleStatus, lesson: Bool = false, _ verdict: Verdict = .missed)
      -> [String]
    {
      let cycle = Example.cycle(status) { $0.verdict = verdict }
      return self.points(
        Example.report(
          {
            $0.checked = [cycle]
            $0.open = status == .checked ? [cycle] : []
          }, background: { $0.cyclesWithLesson = lesson ? [cycle.id] : [] }))
    }
    #expect(
      points(.checked) == [
        "missedPrediction SALES-12: pdca act SALES-12 adopt|adapt|abandon \"<why>\""
      ])
    #expect(
      points(.acted) == [
        "missedPrediction SALES-12: pdca lesson draft \"<lesson>\" --kind failure --cycle SALES-12"
      ])
    #expect(points(.acted, lesson: true) == [])
    #expect(points(.acted, .met) == [])
  }

  @Test("A checked cycle that nobody decided on is one, whenever it was checked")
  func unacted() {
    let cycle = Example.cycle(.checked) { $0.verdict = .met }
    let report = Example.report { $0.open = [cycle] }
    #expect(
      points(report) == [
        "checkedNotActed SALES-12: pdca act SALES-12 adopt|adapt|abandon \"<why>\""
      ])
    #expect(points(Example.report { $0.open = [Example.cycle(.acted)] }) == [])
  }

  @Test("An issue is one after 14 days, and a next step until then")
  func issues() {
    func report(_ days: Int) -> ReviewReport {
      Example.report {
        var issue = ReviewExamples.issue("No time")
        issue.raisedAt = Example.daysAgo(days)
        $0.openIssues = [issue]
      }
    }
    #expect(points(report(14)).map { $0.prefix(14) } == ["undecidedIssue"])
    #expect(points(report(13)) == [])
    #expect(report(13).routineSteps.map(\.kind) == [.decideIssue])
    #expect(report(14).routineSteps.isEmpty)
  }

  @Test("A hypothesis is one after 14 days without a test")
  func hypotheses() {
    func points(_ row: HypothesisRow) -> [String] {
      self.points(Example.report(background: { $0.hypotheses = [row] }))
    }
    #expect(
      points(Example.hypothesis(14)) == [
        "untestedHypothesis SALES/hours 1: pdca hypothesis test SALES/hours 1 accept|reject "
          + "\"<how you know>\""
      ])
    #expect(points(Example.hypothesis(13)) == [])
    var tested = Example.hypothesis(20)
    tested.accepted = false
    #expect(points(tested) == [])
  }

  @Test("A KPI is one when its period ended in the review's without an observation")
  func kpis() {
    var progress = ReviewExamples.kpi([14, 20]).progress
    progress.observations = []
    let chart = ReviewExamples.kpi([14, 20]).chart
    let report = Example.report(kpis: [ReviewKPI(chart, progress)])
    #expect(
      points(report) == [
        "unobservedKPI SALES/hours: pdca kpi record hours <value> --on 2026-11-22 -d SALES"
      ])
    #expect(points(Example.report(kpis: [ReviewExamples.kpi([14, 20])])) == [])
  }

  @Test("A missed hour of a clock put forward makes no day younger")
  func clocks() {
    let report = Example.report()
    #expect(report.age(of: Example.daysAgo(14)) == 14)
    #expect(report.age(of: Example.daysAgo(14).adding(microseconds: 3_600_000_000)) == 14)
    #expect(report.age(of: Example.daysAgo(14).adding(microseconds: 7_200_000_000)) == 13)
  }
}
