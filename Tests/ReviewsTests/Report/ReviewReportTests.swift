import Bilingual
import CanonicalJSON
import CivilTime
import Domain
import Terminal
import Testing

@testable import ReadModels
@testable import Reviews

@Suite("Reports of reviews")
struct ReviewReportTests {
  @Test("The summary follows from the facts, in English")
  func english() {
    #expect(
      ReviewWords(ReviewExamples.busy, .english).document.lead
        == "Signals: Hours (concern). Due by 22 November 2026 and not done: SALES-12, SALES-2026-W46.1. "
        + "3 actions were logged. No cycle was checked and no lesson drafted. "
        + "First: Acknowledge the signal of Hours (concern, 16 November 2026) (3 more below).")
  }

  @Test("The summary follows from the facts, in Japanese")
  func japanese() {
    #expect(
      ReviewWords(ReviewExamples.busy, .japanese).document.lead
        == "Hours（懸念）にシグナルが出ています。2026年11月22日(日)までの期限で未完了: SALES-12、SALES-2026-W46.1。"
        + "実施は3件です。評価したミニPDCAと新しい教訓はありません。"
        + "最初の対応: Hoursのシグナルを確認する（懸念、2026年11月16日(月)）。ほか3件は「改善ポイント」「次の手順」をご覧ください。")
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

  @Test("Without anything to tell, every section says so in one line")
  func empty() {
    let lines = ReviewWords(ReviewExamples.report(), .english).document.lines(Layout(width: 200))
    #expect(
      lines == [
        "Week 47 of 2026 (16–22 November)", "Weekly review of Sales (SALES)", "",
        "No KPI is defined. Nothing due by 22 November 2026 is left undone. No action was logged. "
          + "No cycle was checked and no lesson drafted. Nothing waits for anybody.",
        "", "KPIs", "No KPI is defined.", "", "Cycles", "No cycle was opened, moved or due.", "",
        "Actions", "No action was logged.", "", "Decisions",
        "No decision is open, and none was made or done.", "", "Lessons",
        "No lesson was learned, and none waits.", "", "Issues", "No issue was raised or waits.",
        "", "Training", "No session was held or is coming.",
        "", "Recorded late", "Nothing was recorded after the period.", "",
        "Improvement points", "The records show none.", "", "Next steps",
        "Nothing waits for anybody.",
      ])
  }

  @Test("The JSON of an empty week is pinned")
  func emptyJSON() {
    let expected =
      #"{"actions":[],"analysis":null,"cycles":{"checked":[],"closed":[],"moved":[],"#
      + #""obstacles":[],"opened":[],"overdue":[]},"decisions":{"done":[],"late":[],"made":[],"#
      + #""open":[]},"department":"SALES","from":"2026-11-16","hypotheses":[],"#
      + #""improvementPoints":[],"issues":"#
      + #"{"decided":[],"raised":[],"undecided":[]},"kind":"weekly","kpis":[],"late":[],"#
      + #""lessons":{"adoptions":[],"drafted":[],"retired":[],"reuses":[],"undecidedRollOuts":[],"#
      + #""validated":[],"waitingForDesign":[],"waitingForValidation":[]},"name":"Sales","#
      + #""nextSteps":[],"period":"2026-W47","probableCauses":[],"review":"SALES-2026-W47","sessions":[],"summary":"#
      + #"{"actions":0,"checked":0,"concerns":0,"improvementPoints":0,"improvements":0,"lateDecisions":0,"#
      + #""lessonsDrafted":0,"nextSteps":0,"overdueCycles":0,"signals":0,"#
      + #""unacknowledgedSignals":0},"to":"2026-11-22","training":{"coming":[],"costs":[],"held":[],"#
      + #""unapprovedDesigns":[]},"version":2,"wholeOrganization":false}"#
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

  @Test("Signals of a month that is not over wait for its last week")
  func monthly() {
    #expect(
      Cadence.monthly.lastDay(ofPeriodFrom: ReviewExamples.day("2026-11-01"))
        == ReviewExamples.day("2026-11-30"))
    #expect(ReviewExamples.alarming.pending(upTo: ReviewExamples.day("2026-11-21")).isEmpty)
    #expect(ReviewExamples.alarming.pending(upTo: ReviewExamples.day("2026-11-22")).count == 1)
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
