import Testing

@testable import Domain

@Suite("A lesson")
struct LessonTests {
  static let draft = LessonDraft(
    kind: .success, title: "Draft with a template", conditions: "Proposals of one kind",
    suggestion: "Start from the best one", rationale: "Half the hours", cycles: ["SALES-12"],
    forTraining: true)
  static let facts = LessonFacts(
    lesson: "SALES-L3", cycles: ["SALES-12": true, "SALES-13": false], author: .suzuki,
    openDepartments: ["SALES", "EAST", "WEST"])

  let drafted = LessonEvent.drafted(draft)
  let validated = LessonEvent.validated(note: nil, alone: false)

  @Test("A lesson is drafted from a checked cycle, by a machine too")
  func drafts() {
    Lesson.given().when(.draft(Self.draft), knowing: Self.facts).then(drafted)
    Lesson.given().when(.draft(Self.draft), knowing: Self.facts, in: .machine).then(drafted)
  }

  @Test("A cycle cited twice counts once, and one checked cycle is enough")
  func citedTwice() {
    var draft = Self.draft
    draft.cycles = ["SALES-13", "SALES-12", "SALES-13"]
    var kept = draft
    kept.cycles = ["SALES-13", "SALES-12"]
    Lesson.given().when(.draft(draft), knowing: Self.facts).then(.drafted(kept))
  }

  @Test("A lesson without a cycle, a known one or a checked one is refused")
  func cycles() {
    refuses([], .noCycle)
    refuses(["SALES-12", "SALES-98", "SALES-99"], .unknownCycles(["SALES-98", "SALES-99"]))
    refuses(["SALES-L12"], .unknownCycles(["SALES-L12"]))
    refuses(["SALES-13"], .noCheckedCycle(["SALES-13"]))
  }

  private func refuses(
    _ cycles: [ItemID], _ refusal: LessonRefusal,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var draft = Self.draft
    draft.cycles = cycles
    Lesson.given().when(.draft(draft), knowing: Self.facts)
      .thenRefused(refusal, sourceLocation: sourceLocation)
  }

  @Test("Every text of a draft is looked at")
  func texts() {
    let texts: [(WritableKeyPath<LessonDraft, String>, TextField)] = [
      (\.title, .title), (\.conditions, .conditions), (\.suggestion, .suggestion),
      (\.rationale, .rationale),
    ]
    for (path, field) in texts {
      var draft = Self.draft
      draft[keyPath: path] = " "
      Lesson.given().when(.draft(draft), knowing: Self.facts).thenRefused(.text(.empty(field)))
    }
  }

  @Test("A lesson is drafted once")
  func draftTwice() {
    Lesson.given(drafted).when(.draft(Self.draft), knowing: Self.facts)
      .thenRefused(.alreadyDrafted("SALES-L3"))
  }

  @Test("Another person than the author validates")
  func validate() {
    Lesson.given(drafted).when(.validate(note: "Seen in two cycles"), knowing: Self.facts)
      .then(.validated(note: "Seen in two cycles", alone: false))
  }

  @Test("The author doesn't validate, nor anyone while the author is unknown")
  func validateOwn() {
    var facts = Self.facts
    for author in [Account.sato, nil] {
      facts.author = author
      Lesson.given(drafted).when(.validate(note: nil), knowing: facts)
        .thenRefused(.validatedByAuthor("SALES-L3", author: .sato))
    }
  }

  @Test("In an organization of one the author validates, and the event says so")
  func validateAlone() {
    var alone = Circumstances.person
    alone.people = 1
    var facts = Self.facts
    facts.author = .sato
    Lesson.given(drafted).when(.validate(note: nil), knowing: facts, in: alone)
      .then(.validated(note: nil, alone: true))
    facts.author = .bot
    Lesson.given(drafted).when(.validate(note: nil), knowing: facts, in: alone)
      .then(.validated(note: nil, alone: false))
  }

  @Test("A machine doesn't validate or retire")
  func machine() {
    Lesson.given(drafted).when(.validate(note: nil), knowing: Self.facts, in: .machine)
      .thenRefused(.machineCannotValidate("SALES-L3"))
    Lesson.given(drafted).when(.retire(reason: "Old"), knowing: Self.facts, in: .machine)
      .thenRefused(.machineCannotRetire("SALES-L3"))
  }

  @Test("Validating again does nothing for the same person and is refused to others")
  func validateTwice() {
    var facts = Self.facts
    facts.validator = .sato
    Lesson.given(drafted, validated).when(.validate(note: nil), knowing: facts).thenNothing()
    facts.validator = "tanaka"
    Lesson.given(drafted, validated).when(.validate(note: nil), knowing: facts)
      .thenRefused(.alreadyValidated("SALES-L3", by: "tanaka"))
  }

  @Test("A validated lesson is proposed to other open departments, a machine may do so")
  func propose() {
    let command = LessonCommand.proposeRollOut(to: ["EAST", "WEST", "EAST"], why: "Same work")
    let event = LessonEvent.rollOutProposed(to: ["EAST", "WEST"], why: "Same work")
    Lesson.given(drafted, validated).when(command, knowing: Self.facts).then(event)
    Lesson.given(drafted, validated).when(command, knowing: Self.facts, in: .machine).then(event)
  }

  @Test("Departments it was proposed to before are passed over")
  func proposeAgain() {
    let given = Lesson.given(drafted, validated, .rollOutProposed(to: ["EAST"], why: "Same"))
    given.when(.proposeRollOut(to: ["EAST", "WEST"], why: "More"), knowing: Self.facts)
      .then(.rollOutProposed(to: ["WEST"], why: "More"))
    given.when(.proposeRollOut(to: ["EAST"], why: "Same"), knowing: Self.facts).thenNothing()
  }

  @Test("No proposal goes to nobody, to its own department or to one that isn't open")
  func proposeNowhere() {
    let given = Lesson.given(drafted, validated)
    given.when(.proposeRollOut(to: [], why: "Same"), knowing: Self.facts)
      .thenRefused(.noDepartments("SALES-L3"))
    given.when(.proposeRollOut(to: ["EAST", "SALES"], why: "Same"), knowing: Self.facts)
      .thenRefused(.ownDepartment("SALES-L3", "SALES"))
    given.when(.proposeRollOut(to: ["EAST", "NORTH"], why: "Same"), knowing: Self.facts)
      .thenRefused(.notOpen("SALES-L3", ["NORTH"]))
    given.when(.proposeRollOut(to: ["EAST"], why: ""), knowing: Self.facts)
      .thenRefused(.text(.empty(.why)))
  }

  @Test("What wasn't validated isn't proposed")
  func proposeDraft() {
    Lesson.given(drafted)
      .when(.proposeRollOut(to: ["EAST"], why: "Same"), knowing: Self.facts)
      .thenRefused(.notValidated("SALES-L3"))
  }

  @Test("A lesson is retired once, with a reason, and then nothing happens to it")
  func retire() {
    Lesson.given(drafted).when(.retire(reason: "Old"), knowing: Self.facts)
      .then(.retired(reason: "Old"))
    Lesson.given(drafted, validated).when(.retire(reason: ""), knowing: Self.facts)
      .thenRefused(.text(.empty(.reason)))
    let retired = Lesson.given(drafted, validated, .retired(reason: "Old"))
    for command in [
      .retire(reason: "Old"), .validate(note: nil), .proposeRollOut(to: ["EAST"], why: "Same"),
    ] as [LessonCommand] {
      retired.when(command, knowing: Self.facts)
        .thenRefused(.alreadyRetired("SALES-L3", reason: "Old"))
    }
  }
}
