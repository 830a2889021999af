import Testing

@testable import Domain

@Suite("Every state of the strategy with every command")
struct StrategyMatrixTests {
  let matrix = Matrix<Strategy>(
    states: [
      ("empty", []),
      ("envisioned", [.visionDeclared(statement: "Win", kpis: ["SALES/close-rate"])]),
      ("with a value area", [.valueAreaChosen(name: "Proposals", investment: nil, why: "Big")]),
      ("with a policy", [.trainingPolicySet(policy: "Practice", profile: "Askers")]),
    ],
    commands: [
      ("declare", .declareVision(statement: "Win", kpis: ["SALES/close-rate"])),
      ("choose", .chooseValueArea(name: "Proposals", investment: nil, why: "Huge")),
      ("set", .setPolicy(policy: "Theory", profile: "Askers")),
      (
        "revise",
        .revisePolicy(
          policy: "Pairs", profile: "Askers", reason: "Learned", review: nil, lessons: [])
      ),
    ],
    facts: StrategyFacts(kinds: ["SALES/close-rate": .outcome]))

  @Test("gives events that fold and can be stored, or a refusal")
  func sound() throws { try matrix.expectSound() }

  @Test("is as pinned")
  func pinned() {
    #expect(
      matrix.table == """
        empty
          declare: VisionDeclared
          choose: ValueAreaChosen
          set: TrainingPolicySet
          revise: ✗ policyNotSet
        envisioned
          declare: –
          choose: ValueAreaChosen
          set: TrainingPolicySet
          revise: ✗ policyNotSet
        with a value area
          declare: VisionDeclared
          choose: ✗ valueAreaExists
          set: TrainingPolicySet
          revise: ✗ policyNotSet
        with a policy
          declare: VisionDeclared
          choose: ValueAreaChosen
          set: ✗ policyAlreadySet
          revise: PolicyRevised
        """)
  }
}
