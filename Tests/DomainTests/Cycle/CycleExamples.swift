import CivilTime

@testable import Domain

extension ItemID {
  static let cycle: ItemID = "SALES-12"
}

extension PlanRequest {
  static let example = PlanRequest(
    title: "提案書の時短", problem: "提案書に時間がかかる", change: "ひな形を使う", kpi: .hours,
    predicted: 8, due: "2026-03-31", lessonsConsulted: ["SALES-L3"])
}

extension CyclePlan {
  static let example = CyclePlan(
    title: "提案書の時短", problem: "提案書に時間がかかる", change: "ひな形を使う", kpi: .hours,
    predicted: 8, baseline: 12, windowStart: "2026-03-02", windowEnd: "2026-03-31",
    due: "2026-03-31", owner: .sato, lessonsConsulted: ["SALES-L3"])

  /// Predicted as a range, after a proposal.
  static let ranged = CyclePlan(
    title: "提案書の時短", problem: "提案書に時間がかかる", change: "ひな形を使う", kpi: .hours,
    predicted: 8, baseline: 12, windowStart: "2026-03-02", windowEnd: "2026-03-31",
    due: "2026-03-31", owner: .sato, lessonsConsulted: ["SALES-L3"], predictedLow: 7,
    predictedHigh: 9, precedents: ["SALES-3"])
}

extension CycleCheck {
  static func measured(
    _ actual: Double, verdict: Verdict, computed: Verdict? = nil, reason: String? = nil
  ) -> CycleCheck {
    CycleCheck(
      measurement: .measured(
        actual: actual, count: 2, computed: computed ?? verdict, evidence: nil),
      verdict: verdict, overrideReason: reason)
  }

  static let notMeasured = CycleCheck(
    measurement: .notMeasured(reason: "System down"), verdict: .notMeasured)

  static let filed = CycleCheck(
    measurement: .notMeasured(reason: "System down"), verdict: .notMeasured,
    files: [EvidenceFile(name: "hours.xlsx", sha256: "0a0b")])
}

extension CheckRequest {
  static let confirmed = CheckRequest(
    .measured(verdict: nil, overrideReason: nil, evidence: nil))
}

extension CycleFacts {
  /// All is well: a present KPI, a member, a live action, a mean of 8 in the window.
  static func well(observations values: [Double] = [7, 9]) -> CycleFacts {
    CycleFacts(
      cycle: .cycle, kpi: .present(.example()), baseline: 12, ownerIsMember: true,
      action: .live, liveActions: 1,
      observations: values.enumerated().map { week, value in
        Observation(period: LocalDate("2026-03-02").adding(days: 7 * week), value: value)
      },
      nextExists: true)
  }
}

extension [CycleEvent] {
  static let journal: Self = [.journalOpened(title: "Imported")]
  static let planned: Self = [.planned(.example)]
  static let checked: Self = planned + [.checked(.measured(8, verdict: .met))]
  static let unmeasured: Self = planned + [.checked(.notMeasured)]
  static let missed: Self = planned + [.checked(.measured(11, verdict: .missed))]
  static let adopted: Self = checked + [.acted(choice: .adopt, why: "It works")]
  static let abandoned: Self = checked + [.acted(choice: .abandon, why: "Too dear")]
  static let cancelled: Self = planned + [.cancelled(reason: "No time")]
}
