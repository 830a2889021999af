import Testing

@testable import Domain

@Suite("The adoption of another department's lesson")
struct AdoptionTests {
  static let lesson: ItemID = "EAST-L3"
  static let facts = AdoptionFacts(
    standing: .validated(forTraining: false), considered: 40, cycles: ["SALES-12"],
    kpis: ["SALES/hours"])

  let adopted = AdoptionEvent.adopted(
    lesson: lesson, cycle: "SALES-12", note: nil, considered: 40)
  let declined = AdoptionEvent.declined(lesson: lesson, reason: "No such work", considered: 40)
  let adopt = AdoptionCommand.adopt(lesson: lesson, cycle: "SALES-12", note: nil)
  let decline = AdoptionCommand.decline(lesson: lesson, reason: "No such work")

  @Test("A validated lesson is adopted with a cycle of one's own or declined with a reason")
  func decide() {
    Adoption.given().when(adopt, knowing: Self.facts).then(adopted)
    Adoption.given().when(decline, knowing: Self.facts).then(declined)
    Adoption.given()
      .when(.adopt(lesson: Self.lesson, cycle: nil, note: "Try it"), knowing: Self.facts)
      .then(.adopted(lesson: Self.lesson, cycle: nil, note: "Try it", considered: 40))
  }

  @Test(
    "Only a validated lesson is decided on",
    arguments: [
      (LessonStanding.unknown, AdoptionRefusal.unknownLesson(lesson)),
      (.drafted, .notValidated(lesson)), (.retired, .lessonRetired(lesson)),
    ])
  func standing(_ standing: LessonStanding, _ refusal: AdoptionRefusal) {
    var facts = Self.facts
    facts.standing = standing
    Adoption.given().when(adopt, knowing: facts).thenRefused(refusal)
    Adoption.given().when(decline, knowing: facts).thenRefused(refusal)
  }

  @Test("A department neither adopts nor declines its own lesson")
  func own() {
    Adoption.given()
      .when(.adopt(lesson: "SALES-L1", cycle: nil, note: nil), knowing: Self.facts)
      .thenRefused(.ownLesson("SALES-L1"))
    Adoption.given()
      .when(.decline(lesson: "SALES-L1", reason: "Ours"), knowing: Self.facts)
      .thenRefused(.ownLesson("SALES-L1"))
  }

  @Test("A machine neither adopts nor declines, but measures")
  func machine() {
    Adoption.given().when(adopt, knowing: Self.facts, in: .machine)
      .thenRefused(.machineCannotDecide(Self.lesson))
    Adoption.given().when(decline, knowing: Self.facts, in: .machine)
      .thenRefused(.machineCannotDecide(Self.lesson))
    Adoption.given(adopted).when(measure(), knowing: Self.facts, in: .machine).then(measured())
  }

  @Test("The cycle exists and is the adopting department's")
  func cycle() {
    Adoption.given()
      .when(.adopt(lesson: Self.lesson, cycle: "EAST-1", note: nil), knowing: Self.facts)
      .thenRefused(.foreignCycle(Self.lesson, cycle: "EAST-1", department: "SALES"))
    Adoption.given()
      .when(.adopt(lesson: Self.lesson, cycle: "SALES-99", note: nil), knowing: Self.facts)
      .thenRefused(.unknownCycle(Self.lesson, cycle: "SALES-99"))
  }

  @Test("Asking for what was decided does nothing, even when the lesson is retired since")
  func again() {
    let facts = AdoptionFacts(standing: .retired)
    Adoption.given(adopted).when(adopt, knowing: facts).thenNothing()
    Adoption.given(declined).when(decline, knowing: facts).thenNothing()
  }

  @Test("An adoption stays; who declined may still adopt")
  func changeOfMind() {
    Adoption.given(adopted).when(decline, knowing: Self.facts)
      .thenRefused(.alreadyAdopted(Self.lesson, cycle: "SALES-12"))
    Adoption.given(adopted)
      .when(.adopt(lesson: Self.lesson, cycle: nil, note: nil), knowing: Self.facts)
      .thenRefused(.alreadyAdopted(Self.lesson, cycle: "SALES-12"))
    Adoption.given(declined).when(adopt, knowing: Self.facts).then(adopted)
    Adoption.given(declined, adopted).when(decline, knowing: Self.facts)
      .thenRefused(.alreadyAdopted(Self.lesson, cycle: "SALES-12"))
  }

  @Test("Another reason for declining isn't silently dropped")
  func otherReason() {
    Adoption.given(declined)
      .when(.decline(lesson: Self.lesson, reason: "Another"), knowing: Self.facts)
      .thenRefused(.alreadyDeclined(Self.lesson, reason: "No such work"))
  }

  @Test("Texts are looked at")
  func texts() {
    Adoption.given().when(.decline(lesson: Self.lesson, reason: ""), knowing: Self.facts)
      .thenRefused(.text(.empty(.reason)))
    Adoption.given()
      .when(.adopt(lesson: Self.lesson, cycle: nil, note: " "), knowing: Self.facts)
      .thenRefused(.text(.empty(.note)))
  }

  @Test("What was adopted is measured, as often as one likes")
  func measureTwice() {
    Adoption.given(adopted).when(measure(), knowing: Self.facts).then(measured())
    Adoption.given(adopted, measured()).when(measure(after: 5), knowing: Self.facts)
      .then(measured(after: 5))
  }

  @Test("What wasn't adopted isn't measured")
  func measureNothing() {
    Adoption.given().when(measure(), knowing: Self.facts).thenRefused(.notAdopted(Self.lesson))
    Adoption.given(declined).when(measure(), knowing: Self.facts)
      .thenRefused(.notAdopted(Self.lesson))
  }

  @Test("A measurement is of a known KPI, finite, and its lead time in 0…36,500 days")
  func numbers() {
    let given = Adoption.given(adopted)
    given.when(measure(), knowing: AdoptionFacts())
      .thenRefused(.unknownKPI(Self.lesson, kpi: "SALES/hours"))
    given.when(measure(after: .infinity), knowing: Self.facts)
      .thenRefused(.notFinite(Self.lesson, value: .infinity))
    given.when(measure(days: 36_500), knowing: Self.facts).then(measured(days: 36_500))
    for days in [-1, 36_501] {
      given.when(measure(days: days), knowing: Self.facts)
        .thenRefused(.leadTimeOutOfRange(Self.lesson, days: days))
    }
  }

  private func measure(after: Double = 4, days: Int? = nil) -> AdoptionCommand {
    .measureReuse(
      lesson: Self.lesson, kpi: "SALES/hours", before: 8, after: after, leadTimeDays: days,
      note: nil)
  }

  private func measured(after: Double = 4, days: Int? = nil) -> AdoptionEvent {
    .reuseMeasured(
      lesson: Self.lesson, kpi: "SALES/hours", before: 8, after: after, leadTimeDays: days,
      note: nil)
  }
}
