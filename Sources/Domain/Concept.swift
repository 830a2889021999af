package import CanonicalJSON
package import CivilTime

/// A use-case concept: what a department means to do with AI, made in a training or after it (stream
/// `concept-N` of its department).
package enum ConceptEvent: Sendable, Equatable {
  case drafted(ConceptSheet)
  /// Somebody who may invest chose it.
  case chosen(reason: String)
  case declined(reason: String)
  /// The cycle that tries it.
  case started(cycle: ItemID)
}

/// What a worksheet says.
package struct ConceptSheet: Sendable, Equatable {
  package var title: String
  /// The work that it is about.
  package var task: String
  /// What is done with AI, and what by people.
  package var byAI: String
  package var byPeople: String
  /// The KPI that it should move, and to which level by which day.
  package var kpi: KPIReference
  package var predicted: Double
  package var due: LocalDate?
  /// A value area's name.
  package var valueArea: String?
  package var effort: String?
  package var risk: String?
  /// The data that it handles.
  package var data: String?
  package var firstStep: String
  /// Within two weeks of the draft.
  package var firstStepBy: LocalDate
  /// The training session that it was made in.
  package var session: SessionID?

  package init(
    title: String, task: String, byAI: String, byPeople: String, kpi: KPIReference,
    predicted: Double, due: LocalDate?, valueArea: String?, effort: String?, risk: String?,
    data: String?, firstStep: String, firstStepBy: LocalDate, session: SessionID?
  ) {
    self.title = title
    self.task = task
    self.byAI = byAI
    self.byPeople = byPeople
    self.kpi = kpi
    self.predicted = predicted
    self.due = due
    self.valueArea = valueArea
    self.effort = effort
    self.risk = risk
    self.data = data
    self.firstStep = firstStep
    self.firstStepBy = firstStepBy
    self.session = session
  }
}

extension ConceptEvent: StoredEvent {
  package static let cases: [EventCase<ConceptEvent>] = [
    EventCase("ConceptDrafted", ConceptEvent.drafted, ConceptSheet.form) {
      if case .drafted(let sheet) = $0 { sheet } else { nil }
    },
    EventCase("ConceptChosen", ConceptEvent.chosen, .text("reason", .reason)) {
      if case .chosen(let reason) = $0 { reason } else { nil }
    },
    EventCase("ConceptDeclined", ConceptEvent.declined, .text("reason", .reason)) {
      if case .declined(let reason) = $0 { reason } else { nil }
    },
    EventCase("ConceptStarted", ConceptEvent.started, .value("cycle")) {
      if case .started(let cycle) = $0 { cycle } else { nil }
    },
  ]
}

extension ConceptSheet {
  static let form = Field<ConceptSheet>.record(
    ConceptSheet.init, (\.title, .text("title", .title)), (\.task, .text("task", .task)),
    (\.byAI, .text("byAI", .byAI)), (\.byPeople, .text("byPeople", .byPeople)),
    (\.kpi, .value("kpi")), (\.predicted, .value("predicted")), (\.due, .value("due")),
    (\.valueArea, .text("valueArea", .name)), (\.effort, .text("effort", .effort)),
    (\.risk, .text("risk", .risk)), (\.data, .text("data", .dataHandled)),
    (\.firstStep, .text("firstStep", .firstStep)), (\.firstStepBy, .value("firstStepBy")),
    (\.session, .value("session")))
}

/// A concept on its way from the worksheet to the cycle that tries it.
package enum Concept: Sendable, Equatable {
  case undrafted
  case waiting(ConceptSheet)
  case chosen(ConceptSheet)
  case declined(reason: String)
  case started(cycle: ItemID)

  package init() { self = .undrafted }

  package mutating func evolve(_ event: ConceptEvent) {
    switch event {
    case .drafted(let sheet): self = .waiting(sheet)
    case .chosen:
      if case .waiting(let sheet) = self { self = .chosen(sheet) }
    case .declined(let reason): self = .declined(reason: reason)
    case .started(let cycle): self = .started(cycle: cycle)
    }
  }
}

/// A concept as a person drafts it. What none can do without is optional here, so that its absence is
/// refused by name.
package struct ConceptDraft: Sendable, Equatable {
  package var title: String?
  package var task: String?
  package var byAI: String?
  package var byPeople: String?
  package var kpi: KPIReference?
  package var predicted: Double?
  package var due: LocalDate?
  package var valueArea: String?
  package var effort: String?
  package var risk: String?
  package var data: String?
  package var firstStep: String?
  package var firstStepBy: LocalDate?
  package var session: SessionID?

  package init() {}
}

/// What can be asked of a concept's stream.
package enum ConceptCommand: Sendable, Equatable {
  case draft(ConceptDraft)
  case choose(reason: String)
  case decline(reason: String)
  /// Names the cycle that was planned from it.
  case start(cycle: ItemID)
}

extension ConceptCommand: StatedCommand {
  package var needs: Right {
    switch self {
    case .draft, .start: .record
    case .choose, .decline: .resolve
    }
  }

  package var content: JSON {
    switch self {
    case .draft(let draft): .command("concept.draft", draft.members)
    case .choose(let reason): .command("concept.choose", ["reason": JSON(reason)])
    case .decline(let reason): .command("concept.decline", ["reason": JSON(reason)])
    case .start(let cycle): .command("concept.start", ["cycle": JSON(text: cycle)])
    }
  }
}

extension ConceptDraft {
  fileprivate var members: JSONObject {
    [
      "title": JSON(title), "task": JSON(task), "byAI": JSON(byAI), "byPeople": JSON(byPeople),
      "kpi": JSON(text: kpi), "predicted": JSON(stated: predicted), "due": JSON(text: due),
      "valueArea": JSON(valueArea), "effort": JSON(effort), "risk": JSON(risk),
      "data": JSON(data), "firstStep": JSON(firstStep), "firstStepBy": JSON(text: firstStepBy),
      "session": JSON(text: session),
    ]
  }
}

/// What other streams know that a decision on a concept needs.
package struct ConceptFacts: Sendable, Equatable {
  package var concept: ItemID
  /// The KPI that `draft` names; nil for one that isn't there.
  package var kpi: KPIDefinition?
  /// The value areas chosen so far (`draft`).
  package var valueAreas: Set<String>
  /// Whether the session that `draft` names is one of its design (`draft`).
  package var sessionExists: Bool
  /// The acting account's layer; nil when it is no member (`choose`, `decline`).
  package var deciderLayer: Layer?

  package init(
    concept: ItemID, kpi: KPIDefinition? = nil, valueAreas: Set<String> = [],
    sessionExists: Bool = false, deciderLayer: Layer? = nil
  ) {
    self.concept = concept
    self.kpi = kpi
    self.valueAreas = valueAreas
    self.sessionExists = sessionExists
    self.deciderLayer = deciderLayer
  }
}

/// What a concept can't do without.
package enum ConceptPart: String, Sendable, CaseIterable {
  case title, task, byAI, byPeople, kpi, predicted, firstStep, firstStepBy
}

package enum ConceptRefusal: RefusalReason {
  case text(TextRefusal)
  case unknownConcept(ItemID)
  case alreadyDrafted(ItemID)
  case incomplete(ItemID, missing: [ConceptPart])
  case unknownKPI(KPIReference)
  case unknownValueArea(String, known: [String])
  case unknownSession(SessionID)
  case predictionNotFinite
  case predictionOutsideProportion(KPIReference, predicted: Double)
  /// `latest`: the last day that a first step may be put on.
  case firstStepTooLate(ItemID, by: LocalDate, today: LocalDate, latest: LocalDate)
  case dueBeforeFirstStep(due: LocalDate, firstStepBy: LocalDate)
  case alreadyChosen(ItemID)
  case alreadyDeclined(ItemID, reason: String)
  case alreadyStarted(ItemID, cycle: ItemID)
  case notChosen(ItemID)
  /// Executives say what is invested in.
  case mayNotInvest(ItemID, layer: Layer?)
  case machineCannotDecide(ItemID, Account)
}

extension Concept: Aggregate {
  package static let decisionTypes = ConceptEvent.types
  package static let factsFrom: Set<Subject> = [.concept]

  /// Days that a first step may take.
  package static let firstStepDays = 14

  package func decide(
    _ command: ConceptCommand, knowing facts: ConceptFacts, in circumstances: Circumstances
  ) throws(ConceptRefusal) -> [ConceptEvent] {
    switch command {
    case .draft(let draft): try drafting(draft, facts, circumstances)
    case .choose(let reason): try choosing(reason, facts, circumstances)
    case .decline(let reason): try declining(reason, facts, circumstances)
    case .start(let cycle): try starting(cycle, facts)
    }
  }

  private func drafting(
    _ draft: ConceptDraft, _ facts: ConceptFacts, _ circumstances: Circumstances
  ) throws(ConceptRefusal) -> [ConceptEvent] {
    guard case .undrafted = self else { throw .alreadyDrafted(facts.concept) }
    let sheet = try draft.sheet(of: facts.concept)
    try sheet.check(facts, today: circumstances.today)
    return [.drafted(sheet)]
  }

  private func choosing(
    _ reason: String, _ facts: ConceptFacts, _ circumstances: Circumstances
  ) throws(ConceptRefusal) -> [ConceptEvent] {
    try ConceptRefusal.check((reason, .reason))
    try requireInvestor(facts, circumstances)
    switch self {
    case .undrafted: throw .unknownConcept(facts.concept)
    case .waiting: return [.chosen(reason: reason)]
    case .chosen: throw .alreadyChosen(facts.concept)
    case .declined(let before): throw .alreadyDeclined(facts.concept, reason: before)
    case .started(let cycle): throw .alreadyStarted(facts.concept, cycle: cycle)
    }
  }

  /// What was chosen can still be declined before a cycle was started with it.
  private func declining(
    _ reason: String, _ facts: ConceptFacts, _ circumstances: Circumstances
  ) throws(ConceptRefusal) -> [ConceptEvent] {
    try ConceptRefusal.check((reason, .reason))
    try requireInvestor(facts, circumstances)
    switch self {
    case .undrafted: throw .unknownConcept(facts.concept)
    case .waiting, .chosen: return [.declined(reason: reason)]
    case .declined(reason): return []
    case .declined(let before): throw .alreadyDeclined(facts.concept, reason: before)
    case .started(let cycle): throw .alreadyStarted(facts.concept, cycle: cycle)
    }
  }

  private func starting(
    _ cycle: ItemID, _ facts: ConceptFacts
  ) throws(ConceptRefusal) -> [ConceptEvent] {
    switch self {
    case .undrafted: throw .unknownConcept(facts.concept)
    case .waiting: throw .notChosen(facts.concept)
    case .chosen: return [.started(cycle: cycle)]
    case .declined(let reason): throw .alreadyDeclined(facts.concept, reason: reason)
    case .started(cycle): return []
    case .started(let other): throw .alreadyStarted(facts.concept, cycle: other)
    }
  }

  private func requireInvestor(
    _ facts: ConceptFacts, _ circumstances: Circumstances
  ) throws(ConceptRefusal) {
    if circumstances.actorIsMachine {
      throw .machineCannotDecide(facts.concept, circumstances.actor)
    }
    guard facts.deciderLayer == .executive else {
      throw .mayNotInvest(facts.concept, layer: facts.deciderLayer)
    }
  }
}

extension ConceptDraft {
  fileprivate func sheet(of concept: ItemID) throws(ConceptRefusal) -> ConceptSheet {
    guard let title, let task, let byAI, let byPeople, let kpi, let predicted, let firstStep,
      let firstStepBy
    else { throw .incomplete(concept, missing: missing) }
    return ConceptSheet(
      title: title, task: task, byAI: byAI, byPeople: byPeople, kpi: kpi, predicted: predicted,
      due: due, valueArea: valueArea, effort: effort, risk: risk, data: data,
      firstStep: firstStep, firstStepBy: firstStepBy, session: session)
  }

  /// In the order of the worksheet.
  package var missing: [ConceptPart] {
    let given: [(ConceptPart, Bool)] = [
      (.title, title != nil), (.task, task != nil), (.byAI, byAI != nil),
      (.byPeople, byPeople != nil), (.kpi, kpi != nil), (.predicted, predicted != nil),
      (.firstStep, firstStep != nil), (.firstStepBy, firstStepBy != nil),
    ]
    return given.filter { !$0.1 }.map(\.0)
  }
}

extension ConceptSheet {
  fileprivate func check(_ facts: ConceptFacts, today: LocalDate) throws(ConceptRefusal) {
    try ConceptRefusal.check(
      (title, .title), (task, .task), (byAI, .byAI), (byPeople, .byPeople), (valueArea, .name),
      (effort, .effort), (risk, .risk), (data, .dataHandled), (firstStep, .firstStep))
    try checkPrediction(facts)
    if let valueArea, !facts.valueAreas.contains(valueArea) {
      throw .unknownValueArea(valueArea, known: facts.valueAreas.sorted())
    }
    if let session, !facts.sessionExists { throw .unknownSession(session) }
    let latest = today.adding(days: Concept.firstStepDays)
    if firstStepBy < today || firstStepBy > latest {
      throw .firstStepTooLate(facts.concept, by: firstStepBy, today: today, latest: latest)
    }
    if let due, due < firstStepBy {
      throw .dueBeforeFirstStep(due: due, firstStepBy: firstStepBy)
    }
  }

  private func checkPrediction(_ facts: ConceptFacts) throws(ConceptRefusal) {
    guard let definition = facts.kpi else { throw .unknownKPI(kpi) }
    if !predicted.isFinite { throw .predictionNotFinite }
    if definition.measure == .proportion, !(0...1).contains(predicted) {
      throw .predictionOutsideProportion(kpi, predicted: predicted)
    }
  }
}
