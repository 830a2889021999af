import Testing

@testable import Domain

@Suite("Every state of a KPI with every command")
struct KPIMatrixTests {
  static let proposed = KPIEvent.hypothesisProposed(
    number: 1, signal: .shift, hypothesis: "Templates", byMachine: true, evidence: [])

  let matrix = Matrix<KPI>(
    states: [
      ("undefined", []),
      ("active", [.defined(.example())]),
      ("with a hypothesis", [.defined(.example()), proposed]),
      (
        "tested",
        [
          .defined(.example()), proposed,
          .hypothesisTested(number: 1, accepted: false, note: "No"),
        ]
      ),
      ("retired", [.defined(.example()), .retired(reason: "Replaced")]),
    ],
    commands: [
      ("define", .define(.example(cadence: .monthly))),
      ("target", .setTarget(target: 8, by: nil, reason: nil)),
      ("record", .record(Observation(period: "2026-02-23", value: 9))),
      ("correct", .correct(Observation(period: "2026-03-02", value: 9), reason: "Typo")),
      ("retire", .retire(reason: "Replaced")),
      ("baseline", .fixBaseline(from: "2026-01-05", to: "2026-02-23", reason: "Stable")),
      ("exclude", .exclude(period: "2026-03-02", reason: "Holiday")),
      ("rebase", .rebase(at: "2026-02-02", cause: "New tool", evidence: "SALES-12")),
      ("acknowledge", .acknowledge(.shift, note: "Seen")),
      ("propose", .propose(signal: .shift, hypothesis: "Season", evidence: [])),
      ("test", .test(number: 1, accepted: true, note: "Yes")),
    ],
    facts: KPIFacts(
      kpi: .hours, recorded: Observation(period: "2026-03-02", value: 12), observedPeriods: 8,
      signals: [.shift]))

  @Test("gives events that fold and can be stored, or a refusal")
  func sound() throws { try matrix.expectSound(accumulating: ["correct"]) }

  @Test("is as pinned")
  func pinned() {
    #expect(
      matrix.table == """
        undefined
          define: KPIDefined
          target: ✗ undefined
          record: ✗ undefined
          correct: ✗ undefined
          retire: ✗ undefined
          baseline: ✗ undefined
          exclude: ✗ undefined
          rebase: ✗ undefined
          acknowledge: ✗ undefined
          propose: ✗ undefined
          test: ✗ undefined
        active
          define: ✗ alreadyDefined
          target: TargetSet
          record: ✗ alreadyRecorded
          correct: ObservationCorrected
          retire: KPIRetired
          baseline: BaselineFixed, machine: ✗ machineCannotDecide
          exclude: PointExcluded, machine: ✗ machineCannotDecide
          rebase: LimitsRebased, machine: ✗ machineCannotDecide
          acknowledge: SignalAcknowledged, machine: ✗ machineCannotDecide
          propose: HypothesisProposed
          test: ✗ unknownHypothesis
        with a hypothesis
          define: ✗ alreadyDefined
          target: TargetSet
          record: ✗ alreadyRecorded
          correct: ObservationCorrected
          retire: KPIRetired
          baseline: BaselineFixed, machine: ✗ machineCannotDecide
          exclude: PointExcluded, machine: ✗ machineCannotDecide
          rebase: LimitsRebased, machine: ✗ machineCannotDecide
          acknowledge: SignalAcknowledged, machine: ✗ machineCannotDecide
          propose: HypothesisProposed
          test: HypothesisTested, machine: ✗ machineCannotDecide
        tested
          define: ✗ alreadyDefined
          target: TargetSet
          record: ✗ alreadyRecorded
          correct: ObservationCorrected
          retire: KPIRetired
          baseline: BaselineFixed, machine: ✗ machineCannotDecide
          exclude: PointExcluded, machine: ✗ machineCannotDecide
          rebase: LimitsRebased, machine: ✗ machineCannotDecide
          acknowledge: SignalAcknowledged, machine: ✗ machineCannotDecide
          propose: HypothesisProposed
          test: ✗ alreadyTested, machine: ✗ machineCannotDecide
        retired
          define: ✗ retired
          target: ✗ retired
          record: ✗ retired
          correct: ObservationCorrected
          retire: –
          baseline: ✗ retired
          exclude: ✗ retired
          rebase: ✗ retired
          acknowledge: SignalAcknowledged, machine: ✗ machineCannotDecide
          propose: ✗ retired
          test: ✗ retired
        """)
  }
}
