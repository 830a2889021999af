import Bilingual
import CivilTime
import TestSupport
import Testing

@testable import Domain
@testable import Presentation
@testable import ReadModels
@testable import Reviews
@testable import Statistics

@Suite("Ranking of causes")
struct CauseRankingTests {
  private let onset = CauseExamples.onset()

  @Test("Nearness is counted from the onset, and within its period by what was left of it")
  func nearness() {
    func nearness(_ day: String) -> Double {
      CauseScore.nearness(of: ReviewExamples.day(day), to: onset)
    }
    #expect(nearness("2026-06-22") == 0.5)
    #expect(nearness("2026-07-05") == 14.0 / 15)
    #expect(nearness("2026-07-06") == 1)
    #expect(nearness("2026-07-12") == 1.0 / 7)
  }

  @Test("Within a pattern of several points it counts what was left of the pattern")
  func within() {
    let shift = CauseExamples.onset(completed: "2026-08-23")
    func nearness(_ day: String) -> Double {
      CauseScore.nearness(of: ReviewExamples.day(day), to: shift)
    }
    #expect(nearness("2026-07-05") == 14.0 / 15)
    #expect(nearness("2026-07-06") == 1)
    #expect(nearness("2026-07-20") == 5.0 / 7)
    #expect(nearness("2026-08-23") == 1.0 / 49)
    let bundle = CauseExamples.event(
      .practice, "2026-07-20", at: 4, kpi: shift.kpi, about: "SALES-1")
    let after = CauseExamples.event(
      .practice, "2026-08-24", at: 5, kpi: shift.kpi, about: "SALES-1")
    let found = CauseExamples.ranking([bundle, after], outcomes: [:]).causes(of: shift)
    #expect(found.map(\.evidence) == [["SALES@4"]])
    #expect(
      found[0].sentence.en
        == "The practice standardized in SALES-1 (Templates) came on 20 July 2026, after the first "
        + "points of the change and before they were a signal.")
  }

  @Test("A monthly KPI looks back further than a daily one")
  func cadence() {
    let monthly = CauseExamples.onset(from: "2026-07-01", .monthly)
    let daily = CauseExamples.onset(from: "2026-07-01", .daily)
    #expect(monthly.lookBack.first == ReviewExamples.day("2026-07-01").adding(days: -124))
    #expect(monthly.lookBack.last == ReviewExamples.day("2026-07-31"))
    #expect(daily.lookBack.first == ReviewExamples.day("2026-06-03"))
    #expect(daily.lookBack.last == ReviewExamples.day("2026-07-01"))
  }

  @Test("What came after a pattern of one point is no cause, nor what lies too far back")
  func window() {
    let late = CauseExamples.event(.practice, "2026-07-13", at: 1, kpi: onset.kpi, about: "SALES-1")
    let early = CauseExamples.event(
      .practice, "2026-05-10", at: 2, kpi: onset.kpi, about: "SALES-1")
    let last = CauseExamples.event(.practice, "2026-05-11", at: 3, kpi: onset.kpi, about: "SALES-1")
    let found = CauseExamples.ranking([early, last, late], outcomes: [:]).causes(of: onset)
    #expect(found.map(\.evidence) == [["SALES@3"]])
  }

  @Test("What people accepted counts for more, what they rejected for less")
  func outcomes() {
    #expect(CauseScore.acceptance(of: .training, nil) == 0.5)
    #expect(CauseScore.acceptance(of: .training, CauseOutcome(accepted: 2, rejected: 0)) == 0.75)
    #expect(CauseScore.acceptance(of: .training, CauseOutcome(accepted: 0, rejected: 2)) == 0.25)
    let event = CauseExamples.events[1...1]
    let before = CauseExamples.ranking(Array(event), outcomes: [:]).causes(of: onset)
    let after = CauseExamples.ranking(
      Array(event), outcomes: [.training: CauseOutcome(accepted: 4, rejected: 0)]
    ).causes(of: onset)
    #expect(before[0].score.total < after[0].score.total)
  }

  @Test("The same went before the same change elsewhere: that counts, one's own does not")
  func precedents() {
    let events = CauseExamples.events
    let onsets = [onset, CauseExamples.onset(of: CauseExamples.rework)]
    let precedents = CausePrecedents(onsets, CauseCandidates(events, in: .utc).all)
    #expect(precedents.count(.action, before: .improvement, besides: CauseExamples.sales) == 1)
    #expect(precedents.count(.action, before: .concern, besides: CauseExamples.sales) == 0)
    #expect(precedents.count(.training, before: .improvement, besides: CauseExamples.sales) == 0)
    #expect(precedents.count(.training, before: .improvement, besides: CauseExamples.dev) == 1)
  }

  @Test("An obstacle explains a concern, never an improvement")
  func obstacles() {
    let event = CauseExamples.event(
      .obstacle, "2026-07-02", at: 9, kpi: onset.kpi, about: "SALES-1", "Server down")
    #expect(CauseExamples.ranking([event]).causes(of: onset).isEmpty)
    let concern = CauseExamples.onset(from: "2026-07-06", .weekly, .concern)
    #expect(CauseExamples.ranking([event]).causes(of: concern).count == 1)
  }

  @Test("A rejected hypothesis goes last, an accepted one first, an untested one can be tested")
  func standing() {
    var row = HypothesisRow()
    row.department = CauseExamples.sales
    row.kpi = onset.kpi.code
    row.number = 2
    row.rule = "beyondLimit"
    row.period = onset.signal.period
    row.evidence = ["SALES@45"]
    func causes() -> [ProbableCause] {
      CauseExamples.ranking(hypotheses: [row]).causes(of: onset)
    }
    #expect(
      causes()[0].command()?.en
        == "pdca hypothesis test SALES/hours 2 accept|reject \"<how you know>\"")
    row.accepted = false
    #expect(causes().last?.kind == .action)
    #expect(causes().last?.command() == nil)
    row.accepted = true
    row.evidence = ["SALES@46"]
    #expect(causes()[0].kind == .reviewDecision)
  }

  @Test("The order does not hang on the order of equal events")
  func deterministic() {
    let events = (1...9).map {
      CauseExamples.event(.practice, "2026-07-01", at: $0, kpi: onset.kpi, about: "SALES-\($0)")
    }
    var generator = SeededGenerator(seed: 11)
    let expected = CauseExamples.ranking(events).causes(of: onset).map(\.evidence)
    #expect(expected == (1...5).map { ["SALES@\($0)"] })
    for _ in 1...20 {
      let shuffled = events.shuffled(using: &generator)
      #expect(CauseExamples.ranking(shuffled).causes(of: onset).map(\.evidence) == expected)
    }
  }

  @Test("What touched other departments alone, without any link, is no cause")
  func elsewhere() {
    let far = (1...40).map {
      CauseExamples.event(
        .practice, "2026-07-0\($0 % 9 + 1)", at: $0, in: CauseExamples.dev,
        concerns: CauseExamples.dev, about: "DEV-\($0)")
    }
    for count in 1...8 {
      let near = (1...count).map {
        CauseExamples.event(
          .reviewDecision, "2026-07-0\($0)", at: 50 + $0, about: "SALES-2026-W27.\($0)")
      }
      let ranking = CauseExamples.ranking(far + near, outcomes: [:])
      let found = ranking.causes(of: onset)
      #expect(found.count == min(5, count))
      #expect(!found.contains { $0.scope == .elsewhere })
    }
  }

  @Test("A hypothesis on what another department did brings it before all that is nearer")
  func acceptedElsewhere() {
    let near = (1...8).map {
      CauseExamples.event(.practice, "2026-07-0\($0)", at: $0, kpi: onset.kpi, about: "SALES-\($0)")
    }
    let far = CauseExamples.event(
      .practice, "2026-07-05", at: 12, in: CauseExamples.dev, concerns: CauseExamples.dev,
      about: "DEV-1")
    var row = HypothesisRow()
    (row.department, row.kpi) = (CauseExamples.sales, onset.kpi.code)
    (row.rule, row.period) = ("beyondLimit", onset.signal.period)
    (row.evidence, row.accepted) = (["DEV@12"], true)
    let without = CauseExamples.ranking(near + [far]).causes(of: onset)
    #expect(!without.contains { $0.scope == .elsewhere })
    let with = CauseExamples.ranking(near + [far], hypotheses: [row]).causes(of: onset)
    #expect(with.map(\.evidence).first == ["DEV@12"])
  }

  @Test("The onset of a shift is its first point, that of a point beyond a limit its own period")
  func onsets() {
    let quiet = (0..<20).map { $0.isMultiple(of: 2) ? 14.0 : 20 }
    let shifted = ReviewExamples.kpi(quiet + [10, 11, 12, 11, 10, 12, 11])
    let shift = shifted.chart.chart.specialCauses.first { $0.rule == .shift }!
    let far = ReviewExamples.alarming.chart.chart.specialCauses.first { $0.rule == .beyondLimit }!
    let last = ReviewExamples.week.period.firstDay
    #expect(SignalOnset(shift, on: shifted.chart).days.first == last.adding(days: -42))
    #expect(SignalOnset(far, on: ReviewExamples.alarming.chart).days.first == last)
    #expect(
      SignalOnset(far, on: ReviewExamples.alarming.chart).days.last == last.adding(days: 6))
  }
}
