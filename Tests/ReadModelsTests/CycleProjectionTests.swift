import CivilTime
import Domain
import Testing

@testable import ReadModels

@Suite("Projecting cycles")
struct CycleProjectionTests {
  private func cycle(after events: CycleEvent...) -> CycleRow? {
    rows(CycleRow.self, after: events.map { .cycle(7, $0) }).first
  }

  private let action = CycleEvent.actionLogged(ActionEntry(text: "ひな形を作った", minutes: 30))

  @Test("A planned cycle is doing while an action stands")
  func doing() {
    #expect(cycle(after: .planned(Sample.plan()))?.status == .planned)
    #expect(cycle(after: .planned(Sample.plan()), action)?.status == .doing)
    let withdrawn = cycle(
      after: .planned(Sample.plan()), action, .actionWithdrawn(action: 2, reason: "誤り"))
    #expect(withdrawn?.status == .planned)
    #expect(withdrawn?.actions == 0)
  }

  @Test("A journal's actions count once it is planned")
  func journal() {
    let journal = cycle(after: .journalOpened(title: "日誌"), action)
    #expect(journal?.status == .journal)
    #expect(journal?.actions == 1)
    let planned = cycle(after: .journalOpened(title: "日誌"), action, .planned(Sample.plan()))
    #expect(planned?.status == .doing)
    #expect(planned?.openedAt == Sample.hour(1))
    #expect(planned?.plannedAt == Sample.hour(3))
    #expect(planned?.plannedPosition == 3)
  }

  @Test("An amended prediction leaves the original visible")
  func amended() {
    let amendment = PlanAmendment(
      predicted: 3, due: Sample.day("2026-04-01"), reason: "早く進んだ")
    let row = cycle(after: .planned(Sample.plan()), action, .planAmended(amendment))
    #expect(row?.predicted == 3)
    #expect(row?.originalPrediction == 4)
    #expect(row?.due == Sample.day("2026-04-01"))
    #expect(row?.originalDue == Sample.day("2026-03-20"))
    #expect(row?.title == "提案書のひな形")
    #expect(row?.amendments == 1)
    let kept = rows(
      CycleAmendmentRow.self,
      after: [.cycle(7, .planned(Sample.plan())), .cycle(7, .planAmended(amendment))])
    #expect(kept.map(\.predicted) == [3])
    #expect(kept.map(\.owner) == [nil])
  }

  @Test("A check keeps what was measured, and acting closes the cycle")
  func checkedAndActed() {
    let checked = cycle(after: .planned(Sample.plan()), action, .checked(Sample.measured()))
    #expect(checked?.status == .checked)
    #expect(checked?.actual == 3.5)
    #expect(checked?.observations == 3)
    #expect(checked?.computedVerdict == .met)
    let acted = cycle(
      after: .planned(Sample.plan()), action, .checked(Sample.measured()),
      .acted(choice: .adopt, why: "効いた"), .nextLinked(next: ItemID(Sample.sales, .cycle, 8)))
    #expect(acted?.status == .acted)
    #expect(acted?.isOpen == false)
    #expect(acted?.choice == .adopt)
    #expect(acted?.actedPosition == 4)
    #expect(acted?.next == [ItemID(Sample.sales, .cycle, 8)])
  }

  @Test("A check without a measurement keeps the reason and no actual value")
  func notMeasured() {
    let check = CycleCheck(
      measurement: .notMeasured(reason: "集計が止まった"), verdict: .notMeasured)
    let row = cycle(after: .planned(Sample.plan()), action, .checked(check))
    #expect(row?.notMeasuredReason == "集計が止まった")
    #expect(row?.actual == nil)
    #expect(row?.computedVerdict == nil)
    #expect(row?.verdict == .notMeasured)
  }

  @Test("A withdrawn action stays, with the reason")
  func withdrawnAction() {
    let actions = rows(
      ActionRow.self,
      after: [
        .cycle(7, .planned(Sample.plan())), .cycle(7, action),
        .cycle(7, .actionWithdrawn(action: 2, reason: "二重に記録")),
      ])
    #expect(actions.map(\.version) == [2])
    #expect(actions.map(\.withdrawnReason) == ["二重に記録"])
    #expect(actions.map(\.actedBy) == ["mori"])
  }

  @Test("Steps are everything but actions")
  func steps() {
    let steps = rows(
      CycleStepRow.self,
      after: [
        .cycle(7, .journalOpened(title: "日誌")), .cycle(7, action),
        .cycle(7, .planned(Sample.plan())), .cycle(7, .obstacleReported(obstacle: "権限がない")),
        .cycle(7, .cancelled(reason: "中止")),
      ])
    #expect(steps.map(\.kind) == [.journalOpened, .planned, .obstacle, .cancelled])
    #expect(steps.map(\.version) == [1, 3, 4, 5])
  }
}
