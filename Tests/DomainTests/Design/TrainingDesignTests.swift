import Testing

@testable import Domain

@Suite("A training design before its approval")
struct TrainingDesignTests {
  private typealias Example = DesignExample
  let id = DesignExample.id
  let lesson = DesignExample.lesson
  let facts = DesignExample.facts
  let drafted = DesignExample.drafted

  @Test("It is drafted for a layer at least, with items numbered from 1, by a machine too")
  func draft() {
    let items = [
      DesignItemDraft(title: "Prompts", reasons: ["SALES-L3"]), DesignItemDraft(title: "Checks"),
    ]
    let command = DesignCommand.draft(
      title: "Spring", audience: [.executive, .promoter, .executive], items: items)
    TrainingDesign.given().when(command, knowing: facts).then(drafted)
    TrainingDesign.given().when(command, knowing: facts, in: .machine)
      .then(
        .drafted(
          title: "Spring", audience: [.executive, .promoter],
          items: [
            DesignItem(number: 1, title: "Prompts", reasons: ["SALES-L3"], byMachine: true),
            DesignItem(number: 2, title: "Checks", reasons: [], byMachine: true),
          ]))
    TrainingDesign.given()
      .when(.draft(title: "Spring", audience: [.field], items: []), knowing: facts)
      .then(.drafted(title: "Spring", audience: [.field], items: []))
  }

  @Test("An item that is drafted from a lesson takes it up, if it may")
  func draftFromLesson() {
    var facts = facts
    facts.lessons = [lesson: .validated(forTraining: true)]
    let item = DesignItemDraft(title: "Prompts", reasons: ["SALES-L3"], lesson: lesson)
    let command = DesignCommand.draft(
      title: "Spring", audience: [.executive, .promoter],
      items: [item, DesignItemDraft(title: "Checks")])
    TrainingDesign.given().when(command, knowing: facts)
      .then(drafted, .lessonIncorporated(lesson: lesson, item: 1))
    facts.lessons = [lesson: .retired]
    TrainingDesign.given().when(command, knowing: facts)
      .thenRefused(.lessonRetired(DesignExample.id, lesson: lesson))
  }

  @Test("What was proposed is not part of what is repeated")
  func repeatedProposal() {
    func content(_ title: String) -> DesignCommand {
      .draft(
        title: "Spring", audience: [.field],
        items: [DesignItemDraft(title: title, lesson: lesson, isProposed: true)])
    }
    #expect(content("Prompts").content == content("Checks").content)
  }

  @Test("A draft for nobody, without a title or with an unnamed item is refused")
  func draftNothing() {
    TrainingDesign.given().when(.draft(title: "Spring", audience: [], items: []), knowing: facts)
      .thenRefused(.noAudience)
    TrainingDesign.given()
      .when(.draft(title: "", audience: [.field], items: []), knowing: facts)
      .thenRefused(.text(.empty(.title)))
    TrainingDesign.given()
      .when(
        .draft(title: "Spring", audience: [.field], items: [DesignItemDraft(title: "")]),
        knowing: facts
      )
      .thenRefused(.text(.empty(.item)))
  }

  @Test("It is drafted once")
  func draftTwice() {
    TrainingDesign.given(drafted)
      .when(.draft(title: "Spring", audience: [.field], items: []), knowing: facts)
      .thenRefused(.alreadyDrafted(id))
  }

  @Test("An added item gets the next number, never one that was given before")
  func add() {
    let item = DesignItem(number: 3, title: "More", reasons: ["SALES/hours"])
    let command = DesignCommand.addItem(
      DesignItemDraft(title: "More", reasons: ["SALES/hours"]))
    TrainingDesign.given(drafted).when(command, knowing: facts).then(.itemAdded(item))
    TrainingDesign.given(drafted, .itemRemoved(number: 2, reason: "Known"))
      .when(command, knowing: facts).then(.itemAdded(item))
    TrainingDesign.given(drafted)
      .when(.addItem(DesignItemDraft(title: "More", reasons: [""])), knowing: facts)
      .thenRefused(.text(.empty(.reason)))
  }

  @Test("An item is removed with a reason")
  func remove() {
    TrainingDesign.given(drafted).when(.removeItem(number: 2, reason: "Known"), knowing: facts)
      .then(.itemRemoved(number: 2, reason: "Known"))
    TrainingDesign.given(drafted).when(.removeItem(number: 2, reason: ""), knowing: facts)
      .thenRefused(.text(.empty(.reason)))
    TrainingDesign.given(drafted, .itemRemoved(number: 2, reason: "Known"))
      .when(.removeItem(number: 2, reason: "Known"), knowing: facts)
      .thenRefused(.unknownItem(id, item: 2))
  }

  @Test("An item that takes up a lesson stays, until the lesson is declined or moved")
  func removeWithLesson() {
    let remove = DesignCommand.removeItem(number: 1, reason: "Known")
    let given = [drafted, Example.incorporated]
    TrainingDesign.given(given).when(remove, knowing: facts)
      .thenRefused(.itemHasLessons(id, item: 1, lessons: [lesson]))
    TrainingDesign.given(given + [Example.declined]).when(remove, knowing: facts)
      .then(.itemRemoved(number: 1, reason: "Known"))
    TrainingDesign.given(given + [.lessonIncorporated(lesson: lesson, item: 2)])
      .when(remove, knowing: facts).then(.itemRemoved(number: 1, reason: "Known"))
  }

  @Test("A lesson is taken up in an item or declined with a reason; again, nothing happens")
  func answer() {
    let incorporate = DesignCommand.incorporate(lesson: lesson, item: 1)
    let decline = DesignCommand.declineLesson(lesson: lesson, reason: "Known to all")
    TrainingDesign.given(drafted).when(incorporate, knowing: facts).then(Example.incorporated)
    TrainingDesign.given(drafted).when(decline, knowing: facts).then(Example.declined)
    TrainingDesign.given(drafted, Example.incorporated).when(incorporate, knowing: facts)
      .thenNothing()
    TrainingDesign.given(drafted, Example.declined).when(decline, knowing: facts).thenNothing()
  }

  @Test("Before the approval the last answer to a lesson counts")
  func answerAnew() {
    TrainingDesign.given(drafted, Example.incorporated)
      .when(.declineLesson(lesson: lesson, reason: "Known to all"), knowing: facts)
      .then(Example.declined)
    TrainingDesign.given(drafted, Example.declined)
      .when(.incorporate(lesson: lesson, item: 1), knowing: facts)
      .then(Example.incorporated)
  }

  @Test("An answer needs an item that exists, or a reason; a machine doesn't decline")
  func answerBadly() {
    TrainingDesign.given(drafted).when(.incorporate(lesson: lesson, item: 3), knowing: facts)
      .thenRefused(.unknownItem(id, item: 3))
    TrainingDesign.given(drafted)
      .when(.declineLesson(lesson: lesson, reason: " "), knowing: facts)
      .thenRefused(.text(.empty(.reason)))
    TrainingDesign.given(drafted)
      .when(.declineLesson(lesson: lesson, reason: "Known"), knowing: facts, in: .machine)
      .thenRefused(.machineCannotDecline(id, lesson: lesson))
  }

  @Test(
    "Only a validated lesson for training is answered",
    arguments: [
      (LessonStanding.unknown, DesignRefusal.unknownLesson("HQ-D2", lesson: "SALES-L3")),
      (.drafted, .lessonNotValidated("HQ-D2", lesson: "SALES-L3")),
      (.retired, .lessonRetired("HQ-D2", lesson: "SALES-L3")),
      (.validated(forTraining: false), .lessonNotForTraining("HQ-D2", lesson: "SALES-L3")),
    ])
  func standing(_ standing: LessonStanding, _ refusal: DesignRefusal) {
    var facts = facts
    facts.lesson = standing
    TrainingDesign.given(drafted).when(.incorporate(lesson: lesson, item: 1), knowing: facts)
      .thenRefused(refusal)
    TrainingDesign.given(drafted)
      .when(.declineLesson(lesson: lesson, reason: "Known"), knowing: facts)
      .thenRefused(refusal)
  }
}

@Suite("The approval of a training design")
struct DesignApprovalTests {
  private typealias Example = DesignExample
  let id = DesignExample.id
  let drafted = DesignExample.drafted
  let approve = DesignCommand.approve(note: nil)
  var facts = DesignExample.facts

  @Test("It keeps the positions that it considered")
  func approves() {
    TrainingDesign.given(drafted).when(approve, knowing: facts).then(Example.approved)
  }

  @Test("A waiting lesson that is neither taken up nor declined stops it, each by name")
  mutating func waiting() {
    facts.waiting = ["SALES-L3", "EAST-L1", "SALES-L3"]
    TrainingDesign.given(drafted).when(approve, knowing: facts)
      .thenRefused(.lessonsWaiting(id, lessons: ["EAST-L1", "SALES-L3"]))
    TrainingDesign.given(drafted, Example.incorporated).when(approve, knowing: facts)
      .thenRefused(.lessonsWaiting(id, lessons: ["EAST-L1"]))
  }

  @Test("With every waiting lesson answered it goes through")
  mutating func answered() {
    facts.waiting = ["SALES-L3", "EAST-L1"]
    let declined = DesignEvent.lessonDeclined(lesson: "EAST-L1", reason: "Known")
    TrainingDesign.given(drafted, Example.incorporated, declined)
      .when(approve, knowing: facts).then(Example.approved)
  }

  @Test("It needs an item, a person and a look at the logs")
  mutating func needs() {
    TrainingDesign.given(.drafted(title: "Spring", audience: [.field], items: []))
      .when(approve, knowing: facts).thenRefused(.noItems(id))
    TrainingDesign.given(drafted).when(approve, knowing: facts, in: .machine)
      .thenRefused(.machineCannotApprove(id))
    facts.considered = [:]
    TrainingDesign.given(drafted).when(approve, knowing: facts)
      .thenRefused(.nothingConsidered(id))
  }

  @Test("It happens once, and then items and answers stay as they are")
  func approvedOnce() {
    let given = TrainingDesign.given(drafted, Example.approved)
    for command in [
      approve, .addItem(DesignItemDraft(title: "More")), .removeItem(number: 1, reason: "Known"),
      .incorporate(lesson: Example.lesson, item: 1),
      .declineLesson(lesson: Example.lesson, reason: "Known"),
    ] {
      given.when(command, knowing: facts).thenRefused(.alreadyApproved(id))
    }
  }
}
