package import CanonicalJSON
package import CivilTime

/// What can be asked of a cycle's stream.
package enum CycleCommand: Sendable, Equatable {
  case plan(PlanRequest)
  case openJournal(title: String)
  case amend(PlanAmendment)
  case log(ActionEntry)
  /// `action` is the stream version of the action.
  case withdraw(action: Int, reason: String)
  case cancel(reason: String)
  case report(obstacle: String)
  case check(CheckRequest)
  case act(choice: Choice, why: String)
  case link(next: ItemID)
  case standardise(practice: String, link: String?)
}

/// A plan as a person asks for it. What no plan can do without is optional
/// here, so that its absence is refused with a reason.
package struct PlanRequest: Sendable, Equatable {
  package var title: String
  package var problem: String
  package var change: String
  package var kpi: KPIReference?
  package var predicted: Double?
  package var due: LocalDate?
  /// Nil: the day of the plan.
  package var windowStart: LocalDate?
  /// Nil: the due date.
  package var windowEnd: LocalDate?
  /// Nil: who plans.
  package var owner: Account?
  package var lessonsConsulted: [ItemID]
  /// Of a prediction that is a range, whose middle `predicted` is; nil for one number.
  package var range: PredictionRange?
  /// The cycles cited by a proposal that is taken up, the leading one first.
  package var precedents: [ItemID]

  package init(
    title: String, problem: String, change: String, kpi: KPIReference?, predicted: Double?,
    due: LocalDate?, windowStart: LocalDate? = nil, windowEnd: LocalDate? = nil,
    owner: Account? = nil, lessonsConsulted: [ItemID] = [], range: PredictionRange? = nil,
    precedents: [ItemID] = []
  ) {
    self.range = range
    self.precedents = precedents
    self.title = title
    self.problem = problem
    self.change = change
    self.kpi = kpi
    self.predicted = predicted
    self.due = due
    self.windowStart = windowStart
    self.windowEnd = windowEnd
    self.owner = owner
    self.lessonsConsulted = lessonsConsulted
  }
}

package struct CheckRequest: Sendable, Equatable {
  package enum Finding: Sendable, Equatable {
    /// `verdict` nil confirms the computed one; another needs `overrideReason`.
    case measured(verdict: Verdict?, overrideReason: String?, evidence: String?)
    case notMeasured(reason: String)
  }

  package var finding: Finding
  package var note: String?
  package var files: [EvidenceFile]

  package init(_ finding: Finding, note: String? = nil, files: [EvidenceFile] = []) {
    self.finding = finding
    self.note = note
    self.files = files
  }
}

extension CycleCommand: StatedCommand {
  package var needs: Right {
    switch self {
    case .plan, .openJournal, .amend, .log, .withdraw, .report, .link: .record
    case .cancel, .check, .act: .judge
    case .standardise: .lead
    }
  }

  package var content: JSON {
    switch self {
    case .plan(let request): .command("plan", request.members)
    case .openJournal(let title): .command("journal", ["title": JSON(title)])
    case .amend(let amendment): .command("amend", PlanAmendment.form.object(amendment))
    case .log(let entry): .command("do", ActionEntry.form.object(entry))
    case .withdraw(let action, let reason):
      .command("withdraw", ["action": JSON(stated: action), "reason": JSON(reason)])
    case .cancel(let reason): .command("cancel", ["reason": JSON(reason)])
    case .report(let obstacle): .command("obstacle", ["obstacle": JSON(obstacle)])
    case .check(let request): .command("check", request.members)
    case .act(let choice, let why):
      .command("act", ["choice": JSON(choice.rawValue), "why": JSON(why)])
    case .link(let next): .command("cycle.link", ["next": JSON(text: next)])
    case .standardise(let practice, let link):
      .command("cycle.standardise", ["practice": JSON(practice), "link": JSON(link)])
    }
  }
}

extension PlanRequest {
  /// Without the lessons consulted: they were shown, not asked for, and a repetition may be shown
  /// others.
  fileprivate var members: JSONObject {
    [
      "title": JSON(title), "problem": JSON(problem), "change": JSON(change),
      "kpi": JSON(text: kpi), "predicted": JSON(stated: predicted), "due": JSON(text: due),
      "windowStart": JSON(text: windowStart), "windowEnd": JSON(text: windowEnd),
      "owner": JSON(text: owner), "predictedLow": JSON(stated: range?.low),
      "predictedHigh": JSON(stated: range?.high),
      "precedents": precedents.isEmpty ? nil : JSON(precedents.map { "\($0)" }),
    ]
  }
}

extension CheckRequest {
  fileprivate var members: JSONObject {
    var members = finding.members
    members["note"] = JSON(note)
    if !files.isEmpty {
      members["files"] = .array(files.map { .object(EvidenceFile.form.object($0)) })
    }
    return members
  }
}

extension CheckRequest.Finding {
  fileprivate var members: JSONObject {
    switch self {
    case .measured(let verdict, let overrideReason, let evidence):
      [
        "verdict": JSON(verdict?.rawValue), "overrideReason": JSON(overrideReason),
        "evidence": JSON(evidence),
      ]
    case .notMeasured(let reason):
      ["notMeasuredReason": JSON(reason)]
    }
  }
}

/// What the cycle's actions and other streams know that a decision on it needs.
package struct CycleFacts: Sendable, Equatable {
  package enum KPIStanding: Sendable, Equatable {
    case unknown
    case present(KPIDefinition)
    case retired(KPIDefinition)
  }

  package enum ActionStanding: Sendable, Equatable { case unknown, live, withdrawn }

  /// The cycle decided on.
  package var cycle: ItemID
  /// The KPI that `plan` names, or that of the plan (`amend`, `check`).
  package var kpi: KPIStanding
  /// The KPI's level now (mean of its latest observations); nil when it has none (`plan`).
  package var baseline: Double?
  /// Whether the owner named (or, unnamed, who plans) is a member (`plan`, `amend`).
  package var ownerIsMember: Bool
  /// The action that `withdraw` names.
  package var action: ActionStanding
  /// Actions logged and not withdrawn (`check`).
  package var liveActions: Int
  /// The KPI's observations in force with a period within the window (`check`).
  package var observations: [Observation]
  /// Whether the cycle that `link` names exists.
  package var nextExists: Bool
  /// The day of the step that this one follows: planned (`log`, `check`), checked (`act`); nil where
  /// there was none.
  package var precedingDay: LocalDate?
  /// Those of the cycles that a plan cites that are there (`plan`).
  package var precedents: Set<ItemID> = []

  package init(
    cycle: ItemID, kpi: KPIStanding = .unknown, baseline: Double? = nil,
    ownerIsMember: Bool = false, action: ActionStanding = .unknown, liveActions: Int = 0,
    observations: [Observation] = [], nextExists: Bool = false, precedingDay: LocalDate? = nil
  ) {
    self.cycle = cycle
    self.kpi = kpi
    self.baseline = baseline
    self.ownerIsMember = ownerIsMember
    self.action = action
    self.liveActions = liveActions
    self.observations = observations
    self.nextExists = nextExists
    self.precedingDay = precedingDay
  }
}

package enum CycleRefusal: RefusalReason {
  case text(TextRefusal)
  case unknownCycle(ItemID)
  case planIncomplete(ItemID, missing: [PlanPart])
  case alreadyPlanned(ItemID, title: String)
  case journalAlreadyOpen(ItemID, title: String)
  case unknownKPI(KPIReference)
  case kpiRetired(KPIReference, name: String)
  case predictionNotFinite
  /// The level of a proportion lies in 0…1.
  case predictionOutsideProportion(KPIReference, predicted: Double)
  case dueInPast(due: LocalDate, today: LocalDate)
  case windowReversed(start: LocalDate, end: LocalDate)
  case dueBeforeWindow(due: LocalDate, windowStart: LocalDate)
  case ownerNotMember(Account)
  /// A proposal that a plan takes up cites only cycles that are there.
  case unknownPrecedent(ItemID, precedent: ItemID)
  /// A journal is planned before anything but logging happens to it.
  case journalNotPlanned(ItemID, CycleAct)
  case notChecked(ItemID, CycleAct)
  case alreadyChecked(ItemID, verdict: Verdict, CycleAct)
  case alreadyActed(ItemID, choice: Choice, CycleAct)
  case cancelled(ItemID, reason: String, CycleAct)
  case nothingToAmend(ItemID)
  case minutesOutOfRange(Int)
  case unknownAction(ItemID, action: Int)
  case actionAlreadyWithdrawn(ItemID, action: Int)
  case noActions(ItemID)
  /// A step is dated before the one it follows.
  case datedBefore(ItemID, CycleAct, day: LocalDate, preceding: LocalDate)
  case noObservations(ItemID, kpi: KPIReference, name: String, from: LocalDate, to: LocalDate)
  case measuredVerdictMissing(ItemID)
  case overrideWithoutReason(
    ItemID, asked: Verdict, computed: Verdict, actual: Double, predicted: Double)
  case machineCannotDecide(ItemID, Account, CycleAct)
  case adoptionUnmeasured(ItemID, reason: String)
  case linkToItself(ItemID)
  case unknownNext(ItemID, next: ItemID)
  /// Checked, and not decided on yet.
  case notActed(ItemID, verdict: Verdict)
  case notAdopted(ItemID, choice: Choice)
}

/// What a plan can't do without.
package enum PlanPart: String, Sendable, CaseIterable { case kpi, prediction, due }

/// What people do to a cycle.
package enum CycleAct: String, Sendable, CaseIterable {
  case plan, openJournal, amend, log, withdraw, cancel, report, check, act, link
  case standardise
}

extension Cycle: Aggregate {
  package static let decisionTypes: Set<String> = CycleEvent.types(
    except: "ActionLogged", "ActionWithdrawn", "ObstacleReported")
  package static let factsFrom: Set<Subject> = [.cycle]

  package func decide(
    _ command: CycleCommand, knowing facts: CycleFacts, in circumstances: Circumstances
  ) throws(CycleRefusal) -> [CycleEvent] {
    switch command {
    case .plan(let request): try plan(request, facts, circumstances)
    case .openJournal(let title): try openJournal(title, facts)
    case .amend(let amendment): try amend(amendment, facts, circumstances)
    case .log(let entry): try log(entry, facts, circumstances)
    case .withdraw(let action, let reason): try withdraw(action, reason: reason, facts)
    case .cancel(let reason): try cancel(reason, facts)
    case .report(let obstacle): try report(obstacle, facts, circumstances)
    case .check(let request): try check(request, facts, circumstances)
    case .act(let choice, let why): try act(choice, why: why, facts, circumstances)
    case .link(let next): try link(next, facts)
    case .standardise(let practice, let link):
      try standardise(Practice(practice: practice, link: link), facts)
    }
  }

  /// What was done before the plan is no test of its prediction, whenever it is recorded.
  func requireOrder(
    _ act: CycleAct, _ facts: CycleFacts, _ circumstances: Circumstances
  ) throws(CycleRefusal) {
    guard let preceding = facts.precedingDay, circumstances.today < preceding else { return }
    throw .datedBefore(facts.cycle, act, day: circumstances.today, preceding: preceding)
  }

  /// The refusal of an act for which the cycle is in no state: too early, or too late.
  func refusal(of act: CycleAct, _ facts: CycleFacts) -> CycleRefusal {
    switch self {
    case .unplanned: .unknownCycle(facts.cycle)
    case .journal: .journalNotPlanned(facts.cycle, act)
    case .planned: .notChecked(facts.cycle, act)
    case .checked(_, let check, _): .alreadyChecked(facts.cycle, verdict: check.verdict, act)
    case .acted(_, _, let outcome): .alreadyActed(facts.cycle, choice: outcome.choice, act)
    case .cancelled(let reason): .cancelled(facts.cycle, reason: reason, act)
    }
  }
}

/// Decisions on the plan.
extension Cycle {
  func plan(
    _ request: PlanRequest, _ facts: CycleFacts, _ circumstances: Circumstances
  ) throws(CycleRefusal) -> [CycleEvent] {
    try CycleRefusal.check(
      (request.title, .title), (request.problem, .problem), (request.change, .change))
    let plan = try complete(request, facts, circumstances)
    switch self {
    case .unplanned, .journal: break
    case .planned(let known):
      if known == plan.starting(from: known.baseline) { return [] }
      throw .alreadyPlanned(facts.cycle, title: known.title)
    case .checked, .acted, .cancelled: throw refusal(of: .plan, facts)
    }
    try requirePresent(request.kpi, facts)
    try requirePossible(plan, facts, circumstances)
    try requireOwner(plan.owner, facts)
    return [.planned(plan)]
  }

  /// What a plan can't do without must be there; the rest is filled in.
  private func complete(
    _ request: PlanRequest, _ facts: CycleFacts, _ circumstances: Circumstances
  ) throws(CycleRefusal) -> CyclePlan {
    guard let kpi = request.kpi, let predicted = request.predicted, let due = request.due else {
      throw .planIncomplete(facts.cycle, missing: request.missing)
    }
    return CyclePlan(
      title: request.title, problem: request.problem, change: request.change, kpi: kpi,
      predicted: predicted, baseline: facts.baseline,
      windowStart: request.windowStart ?? circumstances.today,
      windowEnd: request.windowEnd ?? due, due: due,
      owner: request.owner ?? circumstances.actor, lessonsConsulted: request.lessonsConsulted,
      predictedLow: request.range?.low, predictedHigh: request.range?.high,
      precedents: request.precedents)
  }

  private func requirePresent(
    _ kpi: KPIReference?, _ facts: CycleFacts
  ) throws(CycleRefusal) {
    guard let kpi else { return }
    switch facts.kpi {
    case .present: return
    case .unknown: throw .unknownKPI(kpi)
    case .retired(let definition): throw .kpiRetired(kpi, name: definition.name)
    }
  }

  private func requirePossible(
    _ plan: CyclePlan, _ facts: CycleFacts, _ circumstances: Circumstances
  ) throws(CycleRefusal) {
    for level in [plan.predicted, plan.predictedLow, plan.predictedHigh].compactMap({ $0 }) {
      try require(prediction: level, of: plan.kpi, facts)
    }
    for cycle in plan.precedents where !facts.precedents.contains(cycle) {
      throw .unknownPrecedent(facts.cycle, precedent: cycle)
    }
    try CycleRefusal.check(due: plan.due, on: circumstances.today)
    try requireWindow(of: plan)
  }

  private func require(
    prediction: Double, of kpi: KPIReference, _ facts: CycleFacts
  ) throws(CycleRefusal) {
    guard prediction.isFinite else { throw .predictionNotFinite }
    if facts.definition?.measure == .proportion, !(0...1).contains(prediction) {
      throw .predictionOutsideProportion(kpi, predicted: prediction)
    }
  }

  private func requireWindow(of plan: CyclePlan) throws(CycleRefusal) {
    if plan.windowStart > plan.windowEnd {
      throw .windowReversed(start: plan.windowStart, end: plan.windowEnd)
    }
    if plan.due < plan.windowStart {
      throw .dueBeforeWindow(due: plan.due, windowStart: plan.windowStart)
    }
  }

  private func requireOwner(_ owner: Account, _ facts: CycleFacts) throws(CycleRefusal) {
    if !facts.ownerIsMember { throw .ownerNotMember(owner) }
  }

  func openJournal(
    _ title: String, _ facts: CycleFacts
  ) throws(CycleRefusal) -> [CycleEvent] {
    try CycleRefusal.check((title, .title))
    switch self {
    case .unplanned: return [.journalOpened(title: title)]
    case .journal(title): return []
    case .journal(let open): throw .journalAlreadyOpen(facts.cycle, title: open)
    case .planned(let plan): throw .alreadyPlanned(facts.cycle, title: plan.title)
    case .checked, .acted, .cancelled: throw refusal(of: .openJournal, facts)
    }
  }

  /// Before the first action and after it alike: the original stays in the log.
  func amend(
    _ amendment: PlanAmendment, _ facts: CycleFacts, _ circumstances: Circumstances
  ) throws(CycleRefusal) -> [CycleEvent] {
    try CycleRefusal.check(
      (amendment.title, .title), (amendment.change, .change), (amendment.reason, .reason))
    guard case .planned(let plan) = self else { throw refusal(of: .amend, facts) }
    if amendment.isEmpty { throw .nothingToAmend(facts.cycle) }
    let changes = amendment.changes(of: plan)
    if changes.isEmpty { return [] }
    try requirePossible(changes, of: plan, facts, circumstances)
    return [.planAmended(changes)]
  }

  private func requirePossible(
    _ changes: PlanAmendment, of plan: CyclePlan, _ facts: CycleFacts,
    _ circumstances: Circumstances
  ) throws(CycleRefusal) {
    let levels = [changes.predicted, changes.predictedLow, changes.predictedHigh]
    for level in levels.compactMap({ $0 }) {
      try require(prediction: level, of: plan.kpi, facts)
    }
    if let due = changes.due { try CycleRefusal.check(due: due, on: circumstances.today) }
    try requireWindow(of: plan.amended(by: changes))
    if let owner = changes.owner { try requireOwner(owner, facts) }
  }
}

extension CycleRefusal {
  /// A due date is to come, or today.
  package static func check(due: LocalDate, on today: LocalDate) throws(CycleRefusal) {
    if due < today { throw .dueInPast(due: due, today: today) }
  }
}

extension PlanRequest {
  fileprivate var missing: [PlanPart] {
    [kpi == nil ? .kpi : nil, predicted == nil ? .prediction : nil, due == nil ? .due : nil]
      .compactMap { $0 }
  }
}

extension CyclePlan {
  fileprivate func starting(from baseline: Double?) -> CyclePlan {
    var plan = self
    plan.baseline = baseline
    return plan
  }
}

/// Decisions on what is done.
extension Cycle {
  /// Minutes of one action: at most a week.
  package static let minutes = 0...10_080

  func log(
    _ entry: ActionEntry, _ facts: CycleFacts, _ circumstances: Circumstances
  ) throws(CycleRefusal) -> [CycleEvent] {
    try CycleRefusal.check((entry.text, .action), (entry.link, .link), (entry.by, .name))
    if let minutes = entry.minutes, !Self.minutes.contains(minutes) {
      throw .minutesOutOfRange(minutes)
    }
    try requireRunning(.log, facts)
    try requireOrder(.log, facts, circumstances)
    var entry = entry
    entry.byMachine = circumstances.actorIsMachine ? true : nil
    return [.actionLogged(entry)]
  }

  func withdraw(
    _ action: Int, reason: String, _ facts: CycleFacts
  ) throws(CycleRefusal) -> [CycleEvent] {
    try CycleRefusal.check((reason, .reason))
    try requireRunning(.withdraw, facts)
    switch facts.action {
    case .live: return [.actionWithdrawn(action: action, reason: reason)]
    case .withdrawn: throw .actionAlreadyWithdrawn(facts.cycle, action: action)
    case .unknown: throw .unknownAction(facts.cycle, action: action)
    }
  }

  func report(
    _ obstacle: String, _ facts: CycleFacts, _ circumstances: Circumstances
  ) throws(CycleRefusal) -> [CycleEvent] {
    try CycleRefusal.check((obstacle, .obstacle))
    try requireRunning(.report, facts)
    let byMachine = circumstances.actorIsMachine ? true : nil
    return [.obstacleReported(obstacle: obstacle, byMachine: byMachine)]
  }

  /// What happened is recorded until the decision is made, after the check too.
  private func requireRunning(_ act: CycleAct, _ facts: CycleFacts) throws(CycleRefusal) {
    switch self {
    case .journal, .planned, .checked: return
    case .unplanned, .acted, .cancelled: throw refusal(of: act, facts)
    }
  }

  func cancel(_ reason: String, _ facts: CycleFacts) throws(CycleRefusal) -> [CycleEvent] {
    try CycleRefusal.check((reason, .reason))
    switch self {
    case .journal, .planned, .checked: return [.cancelled(reason: reason)]
    case .cancelled(reason): return []
    case .unplanned, .acted, .cancelled: throw refusal(of: .cancel, facts)
    }
  }
}

/// Decisions on what was found.
extension Cycle {
  func check(
    _ request: CheckRequest, _ facts: CycleFacts, _ circumstances: Circumstances
  ) throws(CycleRefusal) -> [CycleEvent] {
    try requireTexts(of: request)
    guard case .planned(let plan) = self else { throw refusal(of: .check, facts) }
    try requirePerson(.check, facts, circumstances)
    if facts.liveActions == 0 { throw .noActions(facts.cycle) }
    try requireOrder(.check, facts, circumstances)
    switch request.finding {
    case .notMeasured(let reason):
      let check = CycleCheck(
        measurement: .notMeasured(reason: reason), verdict: .notMeasured, note: request.note,
        files: request.files)
      return [.checked(check)]
    case .measured(let verdict, let overrideReason, let evidence):
      let (actual, computed) = try measure(plan, facts)
      let check = CycleCheck(
        measurement: .measured(
          actual: actual, count: facts.observations.count, computed: computed,
          evidence: evidence),
        verdict: verdict ?? computed,
        overrideReason: verdict == nil || verdict == computed ? nil : overrideReason,
        note: request.note, files: request.files)
      try requireHonest(check, plan, facts)
      return [.checked(check)]
    }
  }

  private func requireTexts(of request: CheckRequest) throws(CycleRefusal) {
    for file in request.files { try CycleRefusal.check((file.name, .title)) }
    switch request.finding {
    case .measured(_, let overrideReason, let evidence):
      try CycleRefusal.check(
        (overrideReason, .reason), (evidence, .evidence), (request.note, .note))
    case .notMeasured(let reason):
      try CycleRefusal.check((reason, .reason), (request.note, .note))
    }
  }

  /// The KPI's level over the window, and what it says of the prediction.
  private func measure(
    _ plan: CyclePlan, _ facts: CycleFacts
  ) throws(CycleRefusal) -> (actual: Double, computed: Verdict) {
    guard let definition = facts.definition else { throw .unknownKPI(plan.kpi) }
    guard let actual = facts.observations.level else {
      throw .noObservations(
        facts.cycle, kpi: plan.kpi, name: definition.name, from: plan.windowStart,
        to: plan.windowEnd)
    }
    let prediction = Prediction(
      predicted: plan.predicted, baseline: plan.baseline, direction: definition.direction,
      range: plan.range)
    return (actual, prediction.verdict(on: actual))
  }

  /// A verdict other than the computed one takes a reason.
  private func requireHonest(
    _ check: CycleCheck, _ plan: CyclePlan, _ facts: CycleFacts
  ) throws(CycleRefusal) {
    guard case .measured(let actual, _, let computed, _) = check.measurement,
      check.verdict != computed
    else { return }
    if check.verdict == .notMeasured { throw .measuredVerdictMissing(facts.cycle) }
    if check.overrideReason == nil {
      throw .overrideWithoutReason(
        facts.cycle, asked: check.verdict, computed: computed, actual: actual,
        predicted: plan.predicted)
    }
  }

  func requirePerson(
    _ act: CycleAct, _ facts: CycleFacts, _ circumstances: Circumstances
  ) throws(CycleRefusal) {
    if circumstances.actorIsMachine {
      throw .machineCannotDecide(facts.cycle, circumstances.actor, act)
    }
  }
}

extension CycleFacts {
  /// Nil when the KPI is unknown.
  var definition: KPIDefinition? {
    switch kpi {
    case .unknown: nil
    case .present(let definition), .retired(let definition): definition
    }
  }
}

/// Decisions on what follows.
extension Cycle {
  func act(
    _ choice: Choice, why: String, _ facts: CycleFacts, _ circumstances: Circumstances
  ) throws(CycleRefusal) -> [CycleEvent] {
    try CycleRefusal.check((why, .why))
    guard case .checked(_, let check, _) = self else { throw refusal(of: .act, facts) }
    try requirePerson(.act, facts, circumstances)
    try requireOrder(.act, facts, circumstances)
    if choice == .adopt, case .notMeasured(let reason) = check.measurement {
      throw .adoptionUnmeasured(facts.cycle, reason: reason)
    }
    let isAgainst = choice == .adopt && check.verdict == .missed
    return [.acted(choice: choice, why: why, overriding: isAgainst ? check.verdict : nil)]
  }

  func link(_ cycle: ItemID, _ facts: CycleFacts) throws(CycleRefusal) -> [CycleEvent] {
    switch self {
    case .checked(_, _, let next) where next.contains(cycle): return []
    case .acted(_, _, let outcome) where outcome.next.contains(cycle): return []
    case .checked, .acted: break
    case .unplanned, .journal, .planned, .cancelled: throw refusal(of: .link, facts)
    }
    if cycle == facts.cycle { throw .linkToItself(cycle) }
    guard cycle.kind == .cycle, facts.nextExists else {
      throw .unknownNext(facts.cycle, next: cycle)
    }
    return [.nextLinked(next: cycle)]
  }

  func standardise(
    _ practice: Practice, _ facts: CycleFacts
  ) throws(CycleRefusal) -> [CycleEvent] {
    try CycleRefusal.check((practice.practice, .practice), (practice.link, .link))
    switch self {
    case .acted(_, _, let outcome):
      if outcome.practices.contains(practice) { return [] }
      guard outcome.choice == .adopt else {
        throw .notAdopted(facts.cycle, choice: outcome.choice)
      }
      return [.practiceStandardised(practice: practice.practice, link: practice.link)]
    case .checked(_, let check, _):
      throw .notActed(facts.cycle, verdict: check.verdict)
    case .unplanned, .journal, .planned, .cancelled:
      throw refusal(of: .standardise, facts)
    }
  }
}
