import Bilingual
import CivilTime
import Domain
import Testing

@testable import Wording

/// Reviews opened too early, with something left, or changed.
extension LearningTextTests {
  @Test("A review closed with signals and decisions left")
  func itemsLeft() {
    let signal = SignalReference(rule: "shift", period: march(2))
    expect(
      ReviewRefusal.itemsLeft(
        week, signals: [OpenSignal(kpi: KPIReference("SALES/close-rate")!, signal: signal)],
        decisions: [OpenDecision(id: DecisionID("SALES-2026-W09.2")!, due: march(1))]),
      """
      Error: The weekly review SALES-2026-W10 cannot be closed. Left are signals that nobody acknowledged: SALES/close-rate (a run on one side, 2026-03-02); decisions neither done nor carried over: SALES-2026-W09.2 (due 2026-03-01).
        Acknowledge the signal:  pdca kpi acknowledge SALES/close-rate shift 2026-03-02 "<note>"
        Say that it is done:     pdca review done SALES-2026-W09.2
        or carry it over:        pdca review carry SALES-2026-W10 SALES-2026-W09.2 --due <date> --reason "<why>"
      """,
      """
      エラー: 週次レビュー SALES-2026-W10 は終了できません。未確認のシグナル：SALES/close-rate（連（一方への偏り）、2026年3月2日）／完了も持ち越しもされていない決定事項：SALES-2026-W09.2（期限：2026年3月1日）
        シグナルを確認する:  pdca kpi acknowledge SALES/close-rate shift 2026-03-02 "<見解>"
        完了を記録する:      pdca review done SALES-2026-W09.2
        または持ち越す:      pdca review carry SALES-2026-W10 SALES-2026-W09.2 --due <日付> --reason "<理由>"
      """)
  }

  @Test("A review opened too early")
  func tooEarly() {
    expect(
      ReviewRefusal.periodNotBegun(week, begins: march(2), today: march(1)),
      """
      Error: The weekly review SALES-2026-W10 cannot be opened: its period begins on 2026-03-02, and today is 2026-03-01.
        See the reviews there are:  pdca review list
      """,
      """
      エラー: 週次レビュー SALES-2026-W10 はまだ開始できません。対象期間は2026年3月2日に始まります（今日は2026年3月1日です）。
        レビューの一覧を見る:  pdca review list
      """)
  }

  @Test("A closed monthly analysis changed")
  func closed() {
    expect(
      ReviewRefusal.alreadyClosed(ReviewID("HQ-2026-03")!),
      """
      Error: The monthly analysis HQ-2026-03 is closed: it stays as it was.
        Add what is missing:  pdca review addendum HQ-2026-03 "<text>"
      """,
      """
      エラー: 月次分析 HQ-2026-03 は終了しているため、変更できません。
        追記する:  pdca review addendum HQ-2026-03 "<追記>"
      """)
  }
}
