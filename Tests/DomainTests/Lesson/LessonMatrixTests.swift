import Testing

@testable import Domain

@Suite("Every state of a lesson and of an adoption, met with every command")
struct LessonMatrixTests {
  let lessons = Matrix<Lesson>(
    states: [
      ("absent", []),
      ("drafted", [.drafted(LessonTests.draft)]),
      ("validated", [.drafted(LessonTests.draft), .validated(note: nil, alone: false)]),
      (
        "proposed",
        [
          .drafted(LessonTests.draft), .validated(note: nil, alone: false),
          .rollOutProposed(to: ["EAST"], why: "Same work"),
        ]
      ),
      ("retired", [.drafted(LessonTests.draft), .retired(reason: "Old")]),
    ],
    commands: [
      ("draft", .draft(LessonTests.draft)),
      ("validate", .validate(note: nil)),
      ("proposeRollOut", .proposeRollOut(to: ["EAST"], why: "Same work")),
      ("retire", .retire(reason: "Old")),
    ],
    facts: LessonFacts(
      lesson: "SALES-L3", cycles: ["SALES-12": true], author: .suzuki, validator: .sato,
      openDepartments: ["EAST"]))

  let adoptions = Matrix<Adoption>(
    states: [
      ("undecided", []),
      ("adopted", [.adopted(lesson: "EAST-L3", cycle: nil, note: nil, considered: 40)]),
      ("declined", [.declined(lesson: "EAST-L3", reason: "No such work", considered: 40)]),
    ],
    commands: [
      ("adopt", .adopt(lesson: "EAST-L3", cycle: nil, note: nil)),
      ("decline", .decline(lesson: "EAST-L3", reason: "No such work")),
      (
        "measureReuse",
        .measureReuse(
          lesson: "EAST-L3", kpi: "SALES/hours", before: 8, after: 4, leadTimeDays: 20,
          note: nil)
      ),
    ],
    facts: AdoptionTests.facts)

  @Test("A lesson answers as pinned")
  func lesson() throws {
    #expect(
      lessons.table == """
        absent
          draft: LessonDrafted
          validate: ✗ notDrafted
          proposeRollOut: ✗ notDrafted
          retire: ✗ notDrafted
        drafted
          draft: ✗ alreadyDrafted
          validate: LessonValidated, machine: ✗ machineCannotValidate
          proposeRollOut: ✗ notValidated
          retire: LessonRetired, machine: ✗ machineCannotRetire
        validated
          draft: ✗ alreadyDrafted
          validate: –, machine: ✗ alreadyValidated
          proposeRollOut: RollOutProposed
          retire: LessonRetired, machine: ✗ machineCannotRetire
        proposed
          draft: ✗ alreadyDrafted
          validate: –, machine: ✗ alreadyValidated
          proposeRollOut: –
          retire: LessonRetired, machine: ✗ machineCannotRetire
        retired
          draft: ✗ alreadyDrafted
          validate: ✗ alreadyRetired
          proposeRollOut: ✗ alreadyRetired
          retire: ✗ alreadyRetired
        """)
    try lessons.expectSound(refusedAgain: ["draft", "retire"])
  }

  @Test("An adoption answers as pinned")
  func adoption() throws {
    #expect(
      adoptions.table == """
        undecided
          adopt: LessonAdopted, machine: ✗ machineCannotDecide
          decline: LessonDeclined, machine: ✗ machineCannotDecide
          measureReuse: ✗ notAdopted
        adopted
          adopt: –
          decline: ✗ alreadyAdopted
          measureReuse: ReuseMeasured
        declined
          adopt: LessonAdopted, machine: ✗ machineCannotDecide
          decline: –
          measureReuse: ✗ notAdopted
        """)
    try adoptions.expectSound(accumulating: ["measureReuse"])
  }
}
