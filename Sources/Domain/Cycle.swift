import CanonicalJSON
package import CivilTime

/// One plan–do–check–act cycle, or a journal of unplanned actions (stream
/// `cycle-N` of its department).
package enum CycleEvent: Sendable, Equatable {
  case planned(CyclePlan)
  /// Actions without a plan, of an import or a department; no check before it is planned.
  case journalOpened(title: String)
  /// What changed of the plan; nil leaves a part as it was.
  case planAmended(PlanAmendment)
  case actionLogged(ActionEntry)
  /// `action` is the stream version of the action withdrawn.
  case actionWithdrawn(action: Int, reason: String)
  case cancelled(reason: String)
  /// `byMachine`: true where a machine or an assistant wrote it down; nil else.
  case obstacleReported(obstacle: String, byMachine: Bool? = nil)
  case checked(CycleCheck)
  /// `overriding` is the verdict against which the change is adopted: `why` says so then, and stands
  /// in for it. Nil where nothing stood against it, and in events of earlier programs.
  case acted(choice: Choice, why: String, overriding: Verdict? = nil)
  case nextLinked(next: ItemID)
  case practiceStandardised(practice: String, link: String?)
}

package struct CyclePlan: Sendable, Equatable {
  package var title: String
  package var problem: String
  package var change: String
  package var kpi: KPIReference
  /// The level of the KPI expected, compared with the mean of its observations
  /// in the window.
  package var predicted: Double
  /// The bounds of a prediction that is a range, in which the level is expected to lie with
  /// `PredictionRange.confidence`; `predicted` is its middle. Nil, both, for one number.
  package var predictedLow: Double?
  package var predictedHigh: Double?
  /// The KPI's level when planned (mean of its latest observations); nil when
  /// it had none.
  package var baseline: Double?
  /// Days (first and last, inclusive) whose observations the check will look at.
  package var windowStart: LocalDate
  package var windowEnd: LocalDate
  package var due: LocalDate
  package var owner: Account
  package var lessonsConsulted: [ItemID]
  /// The cycles cited by a proposal that the plan takes up, the leading one first; empty without one.
  package var precedents: [ItemID]

  package init(
    title: String, problem: String, change: String, kpi: KPIReference, predicted: Double,
    baseline: Double?, windowStart: LocalDate, windowEnd: LocalDate, due: LocalDate,
    owner: Account, lessonsConsulted: [ItemID], predictedLow: Double? = nil,
    predictedHigh: Double? = nil, precedents: [ItemID] = []
  ) {
    self.predictedLow = predictedLow
    self.predictedHigh = predictedHigh
    self.precedents = precedents
    self.title = title
    self.problem = problem
    self.change = change
    self.kpi = kpi
    self.predicted = predicted
    self.baseline = baseline
    self.windowStart = windowStart
    self.windowEnd = windowEnd
    self.due = due
    self.owner = owner
    self.lessonsConsulted = lessonsConsulted
  }
}

package struct PlanAmendment: Sendable, Equatable {
  package var title: String?
  package var change: String?
  package var predicted: Double?
  package var windowStart: LocalDate?
  package var windowEnd: LocalDate?
  package var due: LocalDate?
  package var owner: Account?
  package var reason: String
  /// Of a changed prediction that is a range; nil for one number, which replaces a range.
  package var predictedLow: Double?
  package var predictedHigh: Double?

  package init(
    title: String? = nil, change: String? = nil, predicted: Double? = nil,
    windowStart: LocalDate? = nil, windowEnd: LocalDate? = nil, due: LocalDate? = nil,
    owner: Account? = nil, reason: String, predictedLow: Double? = nil,
    predictedHigh: Double? = nil
  ) {
    self.predictedLow = predictedLow
    self.predictedHigh = predictedHigh
    self.title = title
    self.change = change
    self.predicted = predicted
    self.windowStart = windowStart
    self.windowEnd = windowEnd
    self.due = due
    self.owner = owner
    self.reason = reason
  }
}

package struct ActionEntry: Sendable, Equatable {
  package var text: String
  package var minutes: Int?
  package var link: String?
  /// Who acted, where that is not the account that logged it (an import).
  package var by: String?
  /// True where a machine or an assistant wrote it down; nil else.
  package var byMachine: Bool?

  package init(
    text: String, minutes: Int? = nil, link: String? = nil, by: String? = nil,
    byMachine: Bool? = nil
  ) {
    self.byMachine = byMachine
    self.text = text
    self.minutes = minutes
    self.link = link
    self.by = by
  }
}

/// What a check found. The verdict is computed from the observations, shown, and
/// confirmed or overridden by a person.
package struct CycleCheck: Sendable, Equatable {
  package enum Measurement: Sendable, Equatable {
    /// `actual` is the mean of `count` observations in the window.
    case measured(actual: Double, count: Int, computed: Verdict, evidence: String?)
    case notMeasured(reason: String)
  }

  package var measurement: Measurement
  package var verdict: Verdict
  /// Why a person's verdict differs from the computed one.
  package var overrideReason: String?
  package var note: String?
  /// What was looked at besides the observations.
  package var files: [EvidenceFile]

  package init(
    measurement: Measurement, verdict: Verdict, overrideReason: String? = nil,
    note: String? = nil, files: [EvidenceFile] = []
  ) {
    self.measurement = measurement
    self.verdict = verdict
    self.overrideReason = overrideReason
    self.note = note
    self.files = files
  }
}

/// A file that speaks for a check. The log keeps its name and its hash, by which whoever kept the file
/// can show that it is the same; the file itself stays where it is.
package struct EvidenceFile: Sendable, Equatable {
  /// Without the folders that it was in.
  package var name: String
  /// SHA-256 of its bytes, in lower-case hexadecimal.
  package var sha256: String

  package init(name: String, sha256: String) {
    self.name = name
    self.sha256 = sha256
  }
}

extension CycleEvent: StoredEvent {
  package static let cases: [EventCase<CycleEvent>] = [
    EventCase("CyclePlanned", CycleEvent.planned, CyclePlan.form) {
      if case .planned(let plan) = $0 { plan } else { nil }
    },
    EventCase("JournalOpened", CycleEvent.journalOpened, .text("title", .title)) {
      if case .journalOpened(let title) = $0 { title } else { nil }
    },
    EventCase("PlanAmended", CycleEvent.planAmended, PlanAmendment.form) {
      if case .planAmended(let amendment) = $0 { amendment } else { nil }
    },
    EventCase("ActionLogged", CycleEvent.actionLogged, ActionEntry.form) {
      if case .actionLogged(let entry) = $0 { entry } else { nil }
    },
    EventCase(
      "ActionWithdrawn", CycleEvent.actionWithdrawn, .value("action"), .text("reason", .reason)
    ) {
      if case .actionWithdrawn(let action, let reason) = $0 { (action, reason) } else { nil }
    },
    EventCase("CycleCancelled", CycleEvent.cancelled, .text("reason", .reason)) {
      if case .cancelled(let reason) = $0 { reason } else { nil }
    },
    EventCase(
      "ObstacleReported", CycleEvent.obstacleReported, .text("obstacle", .obstacle),
      .value("byMachine")
    ) {
      if case .obstacleReported(let obstacle, let byMachine) = $0 {
        (obstacle, byMachine)
      } else {
        nil
      }
    },
    EventCase("CycleChecked", CycleEvent.checked, CycleCheck.form) {
      if case .checked(let check) = $0 { check } else { nil }
    },
    EventCase(
      "CycleActed", CycleEvent.acted, .value("choice"), .text("why", .why), .value("overriding")
    ) {
      if case .acted(let choice, let why, let verdict) = $0 { (choice, why, verdict) } else { nil }
    },
    EventCase("NextCycleLinked", CycleEvent.nextLinked, .value("next")) {
      if case .nextLinked(let next) = $0 { next } else { nil }
    },
    EventCase(
      "PracticeStandardised", CycleEvent.practiceStandardised, .text("practice", .practice),
      .text("link", .link)
    ) {
      if case .practiceStandardised(let practice, let link) = $0 { (practice, link) } else { nil }
    },
  ]
}

extension CyclePlan {
  static let form = Field<CyclePlan>.record(
    CyclePlan.init, (\.title, .text("title", .title)), (\.problem, .text("problem", .problem)),
    (\.change, .text("change", .change)), (\.kpi, .value("kpi")),
    (\.predicted, .value("predicted")), (\.baseline, .value("baseline")),
    (\.windowStart, .value("windowStart")), (\.windowEnd, .value("windowEnd")),
    (\.due, .value("due")), (\.owner, .value("owner")),
    (\.lessonsConsulted, .value("lessonsConsulted")),
    (\.predictedLow, .value("predictedLow")), (\.predictedHigh, .value("predictedHigh")),
    (\.precedents, .valuesIfAny("precedents")))
}

extension PlanAmendment {
  static let form = Field<PlanAmendment>.record(
    PlanAmendment.init, (\.title, .text("title", .title)), (\.change, .text("change", .change)),
    (\.predicted, .value("predicted")), (\.windowStart, .value("windowStart")),
    (\.windowEnd, .value("windowEnd")), (\.due, .value("due")), (\.owner, .value("owner")),
    (\.reason, .text("reason", .reason)), (\.predictedLow, .value("predictedLow")),
    (\.predictedHigh, .value("predictedHigh")))
}

extension ActionEntry {
  static let form = Field<ActionEntry>.record(
    ActionEntry.init, (\.text, .text("text", .action)), (\.minutes, .value("minutes")),
    (\.link, .text("link", .link)), (\.by, .text("by", .name)),
    (\.byMachine, .value("byMachine")))
}

/// A check's payload: `verdict` tells a measured check from one that could not be
/// measured (`notMeasured`), which has `notMeasuredReason` and no numbers.
extension CycleCheck {
  static let form = Field<CycleCheck>.record(
    CycleCheck.init(stored:_:_:_:_:_:_:_:_:), (\.verdict, .value("verdict")),
    (\.overrideReason, .text("overrideReason", .reason)), (\.note, .text("note", .note)),
    (\.notMeasuredReason, .text("notMeasuredReason", .reason)), (\.actual, .value("actual")),
    (\.count, .value("count")), (\.computed, .value("computed")),
    (\.evidence, .text("evidence", .evidence)), (\.files, .listIfAny("files", EvidenceFile.form)))

  private init(
    stored verdict: Verdict, _ overrideReason: String?, _ note: String?,
    _ notMeasuredReason: String?, _ actual: Double?, _ count: Int?, _ computed: Verdict?,
    _ evidence: String?, _ files: [EvidenceFile]
  ) throws(PayloadError) {
    let measurement: Measurement
    switch (verdict, notMeasuredReason, actual, count, computed) {
    case (.notMeasured, let reason?, _, _, _): measurement = .notMeasured(reason: reason)
    case (.notMeasured, nil, _, _, _): throw .missing(field: "notMeasuredReason")
    case (.met, _, let actual?, let count?, let computed?),
      (.partly, _, let actual?, let count?, let computed?),
      (.missed, _, let actual?, let count?, let computed?):
      measurement = .measured(
        actual: actual, count: count, computed: computed, evidence: evidence)
    case (.met, _, _, _, _), (.partly, _, _, _, _), (.missed, _, _, _, _):
      throw .missing(field: actual == nil ? "actual" : count == nil ? "count" : "computed")
    }
    self.init(
      measurement: measurement, verdict: verdict, overrideReason: overrideReason, note: note,
      files: files)
  }

  private var notMeasuredReason: String? {
    if case .notMeasured(let reason) = measurement { reason } else { nil }
  }

  private var actual: Double? {
    if case .measured(let actual, _, _, _) = measurement { actual } else { nil }
  }

  private var count: Int? {
    if case .measured(_, let count, _, _) = measurement { count } else { nil }
  }

  private var computed: Verdict? {
    if case .measured(_, _, let computed, _) = measurement { computed } else { nil }
  }

  private var evidence: String? {
    if case .measured(_, _, _, let evidence) = measurement { evidence } else { nil }
  }
}

extension EvidenceFile {
  static let form = Field<EvidenceFile>.record(
    EvidenceFile.init, (\.name, .text("name", .title)), (\.sha256, .word("sha256")))
}

/// One plan–do–check–act cycle. Its actions and obstacles are not part of the
/// state: what decisions need of them comes in `CycleFacts`.
package enum Cycle: Sendable, Equatable {
  case unplanned
  /// Actions without a plan.
  case journal(title: String)
  /// The plan in force, amendments included.
  case planned(CyclePlan)
  case checked(CyclePlan, CycleCheck, next: [ItemID])
  case acted(CyclePlan, CycleCheck, Outcome)
  case cancelled(reason: String)

  package struct Outcome: Sendable, Equatable {
    package let choice: Choice
    package let why: String
    package let overriding: Verdict?
    package fileprivate(set) var next: [ItemID]
    package fileprivate(set) var practices: [Practice] = []
  }

  package struct Practice: Sendable, Equatable {
    package let practice: String
    package let link: String?
  }

  package init() { self = .unplanned }
}

extension Cycle {
  /// An event that does not fit the state (there is none in a log that `decide`
  /// wrote) leaves the state as it is.
  package mutating func evolve(_ event: CycleEvent) {
    switch event {
    case .planned(let plan): self = .planned(plan)
    case .journalOpened(let title): self = .journal(title: title)
    case .planAmended(let amendment): amend(amendment)
    case .cancelled(let reason): self = .cancelled(reason: reason)
    case .checked(let check): close(check)
    case .acted(let choice, let why, let verdict): act(choice, why, overriding: verdict)
    case .nextLinked(let next): link(next)
    case .practiceStandardised(let practice, let link):
      standardise(Practice(practice: practice, link: link))
    case .actionLogged, .actionWithdrawn, .obstacleReported: break
    }
  }

  private mutating func amend(_ amendment: PlanAmendment) {
    if case .planned(let plan) = self { self = .planned(plan.amended(by: amendment)) }
  }

  private mutating func close(_ check: CycleCheck) {
    if case .planned(let plan) = self { self = .checked(plan, check, next: []) }
  }

  private mutating func act(_ choice: Choice, _ why: String, overriding: Verdict?) {
    if case .checked(let plan, let check, let next) = self {
      self = .acted(
        plan, check,
        Outcome(choice: choice, why: why, overriding: overriding, next: next))
    }
  }

  private mutating func link(_ cycle: ItemID) {
    if case .checked(let plan, let check, let next) = self {
      self = .checked(plan, check, next: next + [cycle])
    } else if case .acted(let plan, let check, var outcome) = self {
      outcome.next.append(cycle)
      self = .acted(plan, check, outcome)
    }
  }

  private mutating func standardise(_ practice: Practice) {
    if case .acted(let plan, let check, var outcome) = self {
      outcome.practices.append(practice)
      self = .acted(plan, check, outcome)
    }
  }
}

extension CyclePlan {
  package func amended(by amendment: PlanAmendment) -> CyclePlan {
    var plan = self
    plan.title = amendment.title ?? title
    plan.change = amendment.change ?? change
    if let predicted = amendment.predicted {
      plan.predicted = predicted
      plan.predictedLow = amendment.predictedLow
      plan.predictedHigh = amendment.predictedHigh
    }
    plan.windowStart = amendment.windowStart ?? windowStart
    plan.windowEnd = amendment.windowEnd ?? windowEnd
    plan.due = amendment.due ?? due
    plan.owner = amendment.owner ?? owner
    return plan
  }
}

extension PlanAmendment {
  /// Whether it names nothing to change.
  var isEmpty: Bool {
    self == PlanAmendment(reason: reason)
  }

  /// What of it differs from the plan in force.
  func changes(of plan: CyclePlan) -> PlanAmendment {
    let isSame =
      predicted == plan.predicted && predictedLow == plan.predictedLow
      && predictedHigh == plan.predictedHigh
    return PlanAmendment(
      title: title == plan.title ? nil : title,
      change: change == plan.change ? nil : change,
      predicted: isSame ? nil : predicted,
      windowStart: windowStart == plan.windowStart ? nil : windowStart,
      windowEnd: windowEnd == plan.windowEnd ? nil : windowEnd,
      due: due == plan.due ? nil : due,
      owner: owner == plan.owner ? nil : owner, reason: reason,
      predictedLow: isSame || predicted == nil ? nil : predictedLow,
      predictedHigh: isSame || predicted == nil ? nil : predictedHigh)
  }
}

/// A prediction given as a range: the level is expected to lie in it eight times out of ten, as
/// often below as above it else.
package struct PredictionRange: Sendable, Equatable {
  /// How often the level is expected to lie within.
  package static let confidence = 0.8

  package let low: Double
  package let high: Double

  /// Nil unless both are finite and `low` is below `high`.
  package init?(low: Double, high: Double) {
    guard low.isFinite, high.isFinite, low < high else { return nil }
    self.low = low
    self.high = high
  }

  package var middle: Double { low + (high - low) / 2 }
}

extension CyclePlan {
  /// Nil where one number was predicted.
  package var range: PredictionRange? {
    guard let predictedLow, let predictedHigh else { return nil }
    return PredictionRange(low: predictedLow, high: predictedHigh)
  }
}

/// What was expected of a KPI, and how far what came about answers to it.
package struct Prediction: Sendable, Equatable {
  package var predicted: Double
  /// The level that the change started from; nil when it was not known.
  package var baseline: Double?
  package var direction: Direction
  /// Nil where one number was predicted.
  package var range: PredictionRange?

  package init(
    predicted: Double, baseline: Double?, direction: Direction, range: PredictionRange? = nil
  ) {
    self.range = range
    self.predicted = predicted
    self.baseline = baseline
    self.direction = direction
  }
}

extension Prediction {
  /// The part of the way from baseline to prediction by which a neutral KPI may
  /// miss its prediction on either side and still meet it.
  package static let neutralTolerance = 0.05

  /// - met: at the prediction or beyond it, in the KPI's direction;
  /// - partly: at least half of the way from the baseline to the prediction, where
  ///   the baseline is known and the prediction better than it;
  /// - missed: else.
  ///
  /// A range is met from its end on that is nearer to where the change started: in it or beyond it.
  ///
  /// A neutral KPI has no "beyond": it meets the prediction within
  /// `neutralTolerance` of the way from baseline to prediction (of the prediction
  /// itself where there is no way: no baseline, or no change predicted), partly
  /// within half of the way. A range it meets inside of it.
  package func verdict(on actual: Double) -> Verdict {
    switch direction {
    case .up:
      let least = range?.low ?? predicted
      return verdict(gain: actual - least, way: baseline.map { least - $0 })
    case .down:
      let most = range?.high ?? predicted
      return verdict(gain: most - actual, way: baseline.map { $0 - most })
    case .neutral:
      if let range, actual >= range.low, actual <= range.high { return .met }
      return verdict(distance: abs(actual - predicted))
    }
  }

  /// - gain: how far beyond the prediction, negative short of it.
  /// - way: from baseline to prediction, in the KPI's direction.
  private func verdict(gain: Double, way: Double?) -> Verdict {
    if gain >= -rounding { return .met }
    guard let way, way > 0 else { return .missed }
    return gain >= -way / 2 - rounding ? .partly : .missed
  }

  private func verdict(distance: Double) -> Verdict {
    let way = baseline.map { abs(predicted - $0) } ?? 0
    let measure = way > 0 ? way : abs(predicted)
    if distance <= Self.neutralTolerance * measure + rounding { return .met }
    return way > 0 && distance <= way / 2 + rounding ? .partly : .missed
  }

  /// What summing doubles may lose: no prediction is missed by that.
  private var rounding: Double { 1e-9 * abs(predicted) }
}

extension [Observation] {
  /// The level over all periods: the sum of the values by the sum of the
  /// denominators, as a p or u chart draws its centre line, or the mean of the
  /// values where they stand for themselves. Nil without observations.
  package var level: Double? {
    if isEmpty { return nil }
    let values = reduce(0) { $0 + $1.value }
    return values / reduce(0) { $0 + ($1.denominator ?? 1) }
  }
}
