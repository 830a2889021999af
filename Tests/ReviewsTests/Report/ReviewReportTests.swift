import Bilingual
import CanonicalJSON
import CivilTime
import Domain
import Terminal
import Testing

@testable import Presentation
@testable import ReadModels
@testable import Reviews

@Suite("Reports of reviews")
struct ReviewReportTests {
  @Test("The summary follows from the facts, in English")
  func english() {
    let lead = ReviewWords(ReviewExamples.busy, .english).document.lead
    #expect(lead.hasPrefix("First: Hours: "), "\(lead)")
    #expect(lead.contains("in the week of 16 November, far above the usual "), "\(lead)")
    #expect(lead.contains("Not done: 2 past their day; the oldest is "), "\(lead)")
    #expect(lead.contains("3 actions by "), "\(lead)")
  }

  @Test("The summary follows from the facts, in Japanese")
  func japanese() {
    let lead = ReviewWords(ReviewExamples.busy, .japanese).document.lead
    #expect(lead.hasPrefix("まずHoursは11月第3週に"), "\(lead)")
    #expect(lead.contains("前後を大きく上回りました。"), "\(lead)")
    #expect(lead.contains("期限切れ2件。最も古いのは"), "\(lead)")
    #expect(lead.contains("実施3件・"), "\(lead)")
  }

  @Test("Next steps are commands, the most pressing first")
  func steps() {
    #expect(
      ReviewExamples.busy.steps.map(\.command.en) == [
        "pdca kpi acknowledge SALES/hours beyondLimit 2026-11-16 \"<note>\"",
        "pdca review done SALES-2026-W46.1", "pdca check SALES-12",
        "pdca issue decide SALES-I4 \"<decision>\"",
      ])
  }

  @Test("Without anything to tell, every section of the whole review says so in one line")
  func empty() {
    let lines = ReviewWords(ReviewExamples.report(), .english).document.lines(Layout(width: 200))
    #expect(
      lines == [
        "Week 47 of 2026 (16–22 November)", "Weekly review of Sales (SALES)", "",
        "No KPI is defined. Nothing that is due is undone. "
          + "Nobody logged an action (the week before: 0).",
        "", "Lessons", "No lesson was learned, and none waits.", "", "KPIs", "No KPI is defined.",
        "", "Cycles", "No cycle was opened, moved or due.", "", "Actions", "No action was logged.",
        "", "Decisions", "No decision is open, and none was made or done.", "", "Issues",
        "No issue was raised or waits.", "", "Training", "No session was held or is coming.",
        "", "Recorded late", "Nothing was recorded after the period.", "",
        "Also worth a look", "The records show none.", "", "Next steps",
        "Nothing waits for anybody.",
      ])
  }

  @Test("What a reader of a quarter of an hour gets has one line for all that is silent")
  func silent() {
    let report = ReviewExamples.report()
    let document = ReviewWords(report, .english, rest: "pdca review week --full").document
    #expect(document.sections.isEmpty, "\(document.lines(Layout(width: 80)))")
    #expect(document.lines(Layout(width: 80)).count <= 20)
  }

  /// Far more of everything than a week has.
  private static func crowded(_ material: ReviewMaterial) -> ReviewReport {
    let examples = ReviewExamples.self
    let text = String(repeating: "Ask the warehouse of the east once more. ", count: 3)
    var material = material
    material.openDecisions = (1...9).map { number in
      var decision = FullReport.decision("\(number) \(text)")
      decision.id = DecisionID("SALES-2026-W46.\(number)")!
      return decision
    }
    material.issues = (1...9).map { number in
      var issue = examples.issue("\(number) \(text)")
      issue.number = number
      return issue
    }
    material.openIssues = material.issues
    material.actions = [ActionTally(department: examples.sales, actions: 3, minutes: 75, people: 2)]
    let full = FullReport.report(text).material
    (material.lessons, material.late) = (full.lessons, full.late)
    (material.obstacles, material.hypotheses) = (full.obstacles, full.hypotheses)
    let kpis = (1...9).map { examples.kpi([14, 20, 14], name: "\(text)\($0)", code: "k\($0)") }
    return examples.report(material, kpis: kpis)
  }

  @Test(
    "However much there is, a week is as long as its reader has time for, and keeps what was promised",
    arguments: [Language.english, .japanese])
  func budget(language: Language) {
    var busy = ReviewExamples.material()
    busy.opened = (1...20).map { ReviewExamples.cycle($0, "Cycle \($0)") }
    for (material, most) in [(ReviewExamples.material(), 18), (busy, 43)] {
      let report = Self.crowded(material)
      #expect(report.isQuiet == (most == 18))
      let rest = "pdca review week SALES-2026-W47 --full"
      let document = ReviewWords(report, language, rest: rest).document
      let lines = document.lines(Layout())
      #expect(lines.count <= most, "\(lines.joined(separator: "\n"))")
      #expect(lines.contains { $0.contains("pdca review done SALES-2026-W46.1") })
      #expect(lines.contains { $0.contains(rest) })
      let whole = ReviewWords(report, language).document
      #expect(whole.lines(Layout()).count > 2 * most)
      for number in 1...9 {
        #expect("\(whole.sections)".contains("pdca review done SALES-2026-W46.\(number)"))
      }
    }
  }

  @Test("Before its period is over a report holds nothing late that is due today or later")
  func soFar() {
    var material = ReviewExamples.material()
    material.openDecisions = [ReviewExamples.decision(due: "2026-11-20")]
    let report = ReviewExamples.report(material)
    #expect(report.lateDecisions.count == 1)
    #expect(report.soFar(on: ReviewExamples.day("2026-11-20")).lateDecisions.isEmpty)
    #expect(report.soFar(on: ReviewExamples.day("2026-11-21")).lateDecisions.count == 1)
    #expect(report.soFar(on: ReviewExamples.day("2026-11-23")).readOn == nil)
  }

  @Test("The JSON of an empty week is pinned")
  func emptyJSON() {
    let expected =
      #"{"actions":[],"analysis":null,"changes":[],"cycles":{"checked":[],"closed":[],"moved":[],"#
      + #""obstacles":[],"opened":[],"overdue":[],"revisedChecks":[]},"decisions":{"done":[],"late":[],"made":[],"#
      + #""open":[],"withdrawn":[]},"department":"SALES","first":null,"from":"2026-11-16","hypotheses":[],"#
      + #""id":"SALES-2026-W47","improvementPoints":[],"issues":"#
      + #"{"decided":[],"raised":[],"undecided":[]},"kind":"weekly","kpis":[],"late":[],"#
      + #""lessons":{"adoptions":[],"drafted":[],"retired":[],"reuses":[],"undecidedRollOuts":[],"#
      + #""validated":[],"waitingForDesign":[],"waitingForValidation":[]},"name":"Sales","#
      + #""nextSteps":[],"period":"2026-W47","probableCauses":[],"review":"SALES-2026-W47","said":[],"sessions":[],"summary":"#
      + #"{"actions":0,"checked":0,"concerns":0,"improvementPoints":0,"improvements":0,"lateDecisions":0,"#
      + #""lessonsDrafted":0,"nextSteps":0,"overdueCycles":0,"signals":0,"#
      + #""unacknowledgedSignals":0},"to":"2026-11-22","training":{"coming":[],"costs":[],"held":[],"#
      + #""unapprovedDesigns":[]},"version":7,"wholeOrganization":false}"#
    #expect(ReviewExamples.report().json.canonical == expected)
  }

  @Test("What came after the period is not in it")
  func later() {
    var material = ReviewExamples.material()
    var issue = ReviewExamples.issue("Later")
    issue.raisedAt = ReviewExamples.instant("2026-11-23")
    material.openIssues = [issue]
    material.openDecisions = [ReviewExamples.decision(due: "2026-11-23")]
    let report = ReviewExamples.report(material)
    #expect(report.undecidedIssues.isEmpty)
    #expect(report.openDecisions.count == 1)
    #expect(report.lateDecisions.isEmpty)
  }

  @Test("A week counts from its Thursday on, a month from its last day on")
  func monthly() {
    #expect(
      Cadence.monthly.lastDay(ofPeriodFrom: ReviewExamples.day("2026-11-01"))
        == ReviewExamples.day("2026-11-30"))
    #expect(ReviewExamples.alarming.pending(upTo: ReviewExamples.day("2026-11-18")).isEmpty)
    #expect(ReviewExamples.alarming.pending(upTo: ReviewExamples.day("2026-11-19")).count == 1)
  }

  @Test(
    "Titles name the week and its days, around the ends of years too",
    arguments: [
      ("2026-W47", "Week 47 of 2026 (16–22 November)", "2026年11月第3週（16日〜22日）"),
      ("2026-W53", "Week 53 of 2026 (28 December – 3 January)", "2026年12月第5週（12月28日〜1月3日）"),
      ("2027-W01", "Week 1 of 2027 (4–10 January)", "2027年1月第1週（4日〜10日）"),
      ("2026-W01", "Week 1 of 2026 (29 December – 4 January)", "2026年1月第1週（12月29日〜1月4日）"),
      ("2026-12", "December 2026", "2026年12月"),
    ])
  func titles(period: String, en: String, ja: String) {
    #expect(ReviewWords.title(ReviewPeriod(period)!, .english) == en)
    #expect(ReviewWords.title(ReviewPeriod(period)!, .japanese) == ja)
  }
}
