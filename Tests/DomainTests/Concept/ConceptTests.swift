import CivilTime
import Testing

@testable import Domain

@Suite("A concept")
struct ConceptTests {
  static let id: ItemID = "SALES-C5"

  /// Drafted on the day that the examples act on.
  static func draft(_ change: (inout ConceptDraft) -> Void = { _ in }) -> ConceptDraft {
    var draft = ConceptDraft()
    draft.title = "議事録の自動下書き"
    draft.task = "週10件の議事録作成"
    draft.byAI = "下書きを作る"
    draft.byPeople = "確認して送る"
    draft.kpi = "SALES/minutes-hours"
    draft.predicted = 2
    draft.firstStep = "月曜の会議で試す"
    draft.firstStepBy = Circumstances.person.today.adding(days: 7)
    change(&draft)
    return draft
  }

  static let sheet = ConceptSheet(
    title: "議事録の自動下書き", task: "週10件の議事録作成", byAI: "下書きを作る", byPeople: "確認して送る",
    kpi: "SALES/minutes-hours", predicted: 2, due: nil, valueArea: nil, effort: nil,
    risk: nil, data: nil, firstStep: "月曜の会議で試す",
    firstStepBy: Circumstances.person.today.adding(days: 7), session: nil)

  static func facts(
    layer: Layer? = .executive, measure: Measure = .value, areas: Set<String> = [],
    session: Bool = false
  ) -> ConceptFacts {
    ConceptFacts(
      concept: id,
      kpi: KPIDefinition(
        name: "議事録作成時間", unit: "h", direction: .down, cadence: .weekly, kind: .outcome,
        measure: measure), valueAreas: areas, sessionExists: session, deciderLayer: layer)
  }

  @Test("Anyone drafts one, a machine too")
  func drafting() {
    Concept.given().when(.draft(Self.draft()), knowing: Self.facts()).then(.drafted(Self.sheet))
    Concept.given().when(.draft(Self.draft()), knowing: Self.facts(), in: .machine)
      .then(.drafted(Self.sheet))
  }

  @Test("What the worksheet leaves out is named in its order")
  func incomplete() {
    Concept.given().when(.draft(ConceptDraft()), knowing: Self.facts())
      .thenRefused(.incomplete(Self.id, missing: ConceptPart.allCases))
    Concept.given().when(.draft(Self.draft { $0.kpi = nil }), knowing: Self.facts())
      .thenRefused(.incomplete(Self.id, missing: [.kpi]))
  }

  @Test(
    "The first step is taken within two weeks",
    arguments: [(0, true), (14, true), (15, false), (-1, false)])
  func firstStep(days: Int, isTaken: Bool) {
    let today = Circumstances.person.today
    let day = today.adding(days: days)
    let when = Concept.given().when(
      .draft(Self.draft { $0.firstStepBy = day }), knowing: Self.facts())
    if isTaken {
      var sheet = Self.sheet
      sheet.firstStepBy = day
      when.then(.drafted(sheet))
    } else {
      when.thenRefused(
        .firstStepTooLate(Self.id, by: day, today: today, latest: today.adding(days: 14)))
    }
  }

  @Test("KPI, value area and session must be there")
  func unknown() {
    var none = Self.facts()
    none.kpi = nil
    Concept.given().when(.draft(Self.draft()), knowing: none)
      .thenRefused(.unknownKPI("SALES/minutes-hours"))
    Concept.given()
      .when(.draft(Self.draft { $0.valueArea = "X" }), knowing: Self.facts(areas: ["Proposals"]))
      .thenRefused(.unknownValueArea("X", known: ["Proposals"]))
    let session = SessionID("HQ-D2.1")!
    Concept.given().when(.draft(Self.draft { $0.session = session }), knowing: Self.facts())
      .thenRefused(.unknownSession(session))
  }

  @Test("A proportion lies between 0 and 1, and the effect comes after the first step")
  func prediction() {
    Concept.given().when(.draft(Self.draft()), knowing: Self.facts(measure: .proportion))
      .thenRefused(
        .predictionOutsideProportion("SALES/minutes-hours", predicted: 2))
    let today = Circumstances.person.today
    Concept.given().when(.draft(Self.draft { $0.due = today }), knowing: Self.facts())
      .thenRefused(.dueBeforeFirstStep(due: today, firstStepBy: today.adding(days: 7)))
  }

  @Test("Executives choose and decline, once and with a reason")
  func deciding() {
    let drafted = ConceptEvent.drafted(Self.sheet)
    Concept.given(drafted).when(.choose(reason: "Most hours"), knowing: Self.facts())
      .then(.chosen(reason: "Most hours"))
    Concept.given(drafted).when(.decline(reason: "Personal data"), knowing: Self.facts())
      .then(.declined(reason: "Personal data"))
    Concept.given(drafted).when(.choose(reason: " "), knowing: Self.facts())
      .thenRefused(.text(.empty(.reason)))
    Concept.given(drafted, .declined(reason: "No"))
      .when(.choose(reason: "Yes"), knowing: Self.facts())
      .thenRefused(.alreadyDeclined(Self.id, reason: "No"))
    Concept.given(drafted, .chosen(reason: "Yes"))
      .when(.decline(reason: "No budget"), knowing: Self.facts())
      .then(.declined(reason: "No budget"))
  }

  @Test("Nobody else may invest", arguments: [Layer.promoter, .field, nil])
  func others(layer: Layer?) {
    Concept.given(.drafted(Self.sheet))
      .when(.choose(reason: "Yes"), knowing: Self.facts(layer: layer))
      .thenRefused(.mayNotInvest(Self.id, layer: layer))
  }

  @Test("A machine decides nothing")
  func machine() {
    Concept.given(.drafted(Self.sheet))
      .when(.choose(reason: "Yes"), knowing: Self.facts(), in: .machine)
      .thenRefused(.machineCannotDecide(Self.id, Circumstances.machine.actor))
  }

  @Test("Only a chosen one is started, and once")
  func starting() {
    let drafted = ConceptEvent.drafted(Self.sheet)
    Concept.given(drafted).when(.start(cycle: "SALES-12"), knowing: Self.facts())
      .thenRefused(.notChosen(Self.id))
    Concept.given(drafted, .chosen(reason: "Yes"))
      .when(.start(cycle: "SALES-12"), knowing: Self.facts()).then(.started(cycle: "SALES-12"))
    Concept.given(drafted, .chosen(reason: "Yes"), .started(cycle: "SALES-12"))
      .when(.start(cycle: "SALES-13"), knowing: Self.facts())
      .thenRefused(.alreadyStarted(Self.id, cycle: "SALES-12"))
    Concept.given().when(.start(cycle: "SALES-12"), knowing: Self.facts())
      .thenRefused(.unknownConcept(Self.id))
  }
}
