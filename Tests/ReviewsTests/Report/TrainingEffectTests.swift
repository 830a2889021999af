import Bilingual
import CivilTime
import Domain
import ReadModels
import Testing

@testable import Presentation
@testable import Reviews

@Suite("What a training brought")
struct TrainingEffectTests {
  private static let quiet: [Double] = [14, 15, 14, 15, 14, 15, 14, 15, 14, 15]

  @Test("Fewer than six observations since are too early to say")
  func early() {
    let chart = ReviewExamples.kpi(Self.quiet + [9, 9, 9]).chart
    let effect = TrainingEffect(of: chart, around: ReviewExamples.day("2026-10-30"))
    #expect(effect.finding == .tooEarly)
    #expect(effect.after == TrainingEffect.Level(mean: 9, count: 3))
    #expect(
      effect.sentence(.english)
        == "Too early to say: 3 observations since, and 6 are needed.")
  }

  @Test("The period of the session itself counts on neither side")
  func neither() {
    let chart = ReviewExamples.kpi(Self.quiet).chart
    let effect = TrainingEffect(of: chart, around: ReviewExamples.day("2026-10-14"))
    #expect(effect.before?.count == 4)
    #expect(effect.after?.count == 5)
  }

  @Test("Without a signal since, the difference is the usual variation")
  func noSignal() {
    let chart = ReviewExamples.kpi(Self.quiet + Self.quiet).chart
    let effect = TrainingEffect(of: chart, around: ReviewExamples.day("2026-09-09"))
    #expect(effect.finding == .noSignal)
  }

  @Test("A signal of improvement is told as what came after, not as an effect")
  func improvement() {
    let chart = ReviewExamples.kpi(Self.quiet + [9, 9, 8, 9, 8, 9, 8, 9]).chart
    let effect = TrainingEffect(of: chart, around: ReviewExamples.day("2026-09-27"))
    #expect(effect.finding == .improvementSince)
    #expect(effect.sentence(.english).contains("is not proved"))
  }

  @Test("What began before the session is not its effect, though it became a signal after it")
  func begunBefore() {
    let chart = ReviewExamples.kpi(Self.quiet + Self.quiet + [9, 9, 8, 9, 8, 9, 8, 9, 8, 9]).chart
    let onset = chart.changes.last { $0.isSustained }!.onset
    let later = TrainingEffect(of: chart, around: onset.adding(days: 16))
    #expect(later.finding == .begunBefore)
    #expect(later.sentence(.english).contains("can't be its effect"))
    let own = TrainingEffect(of: chart, around: onset.adding(days: 2))
    #expect(own.finding == .improvementSince)
  }

  @Test("A proposal for training is of what holds now, as a sentence")
  func proposals() {
    let worse = ReviewExamples.kpi(Self.quiet + Self.quiet + [20, 21, 20, 21, 20, 21, 20, 21]).chart
    let over = ReviewExamples.kpi(
      Self.quiet + Self.quiet + [20, 21, 20, 21, 20, 21, 20, 21] + Self.quiet + Self.quiet
    ).chart
    func proposed(_ chart: KPIChart, _ taught: [TaughtReason] = []) -> [DesignProposal] {
      DesignProposal.all(
        lessons: [], charts: [chart], issues: [], taught: taught,
        departments: [chart.kpi.department])
    }
    let found = proposed(worse)
    #expect(found.count == 1)
    #expect(found[0].title(.english).hasPrefix("Bring Hours of SALES back: since week"))
    #expect(proposed(over).isEmpty)
    let onset = worse.present!.onset
    let reason = "\(worse.kpi.reference)"
    #expect(proposed(worse, [TaughtReason(reason: reason, approvedOn: onset)]).isEmpty)
    let before = TaughtReason(reason: reason, approvedOn: onset.adding(days: -1))
    #expect(proposed(worse, [before]).count == 1)
  }

  @Test("Signals both ways allow no claim")
  func mixed() {
    let chart = ReviewExamples.kpi(Self.quiet + [40, 14, 15, 14, 15, 14, 15, -20]).chart
    let effect = TrainingEffect(of: chart, around: ReviewExamples.day("2026-09-27"))
    #expect(effect.finding == .mixedSince)
  }
}
