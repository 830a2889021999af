package import CanonicalJSON
package import CivilTime

/// What it is worth (stream `worth` of a department's log): what one unit of its KPIs is worth and what
/// they measure; in the head department's log also what an hour costs, which value areas KPIs belong
/// to, and what of a training no other event holds.
package enum WorthEvent: Sendable, Equatable {
  case unitValueSet(UnitValue, reason: String?)
  case indicatorNamed(kpi: KPIReference, indicator: WorthIndicator)
  /// Shares add up to one; none takes the KPI out of all areas.
  case areasShared(kpi: KPIReference, shares: [AreaShare])
  case wageRateSet(WageRate, reason: String?)
  /// How long a session took, where no times of the day are recorded.
  case sessionLengthStated(session: SessionID, minutes: Int)
  case subsidyReceived(design: ItemID, amount: Money, on: LocalDate, note: String?)
  case effectEstimated(EffectEstimate)
}

/// What one unit of a KPI's change is worth in one of its periods; of a proportion, what one more of
/// the items counted is worth.
package struct UnitValue: Sendable, Equatable {
  package var kpi: KPIReference
  package var amount: Money
  /// How often the unit arises in a period, above 0; nil for once.
  package var times: Double?
  package var from: LocalDate
  package var basis: String

  package init(
    kpi: KPIReference, amount: Money, times: Double? = nil, from: LocalDate, basis: String
  ) {
    self.kpi = kpi
    self.amount = amount
    self.times = times
    self.from = from
    self.basis = basis
  }
}

package struct AreaShare: Sendable, Equatable {
  /// A value area's name.
  package var area: String
  /// Above 0, at most 1.
  package var share: Double

  package init(area: String, share: Double) { (self.area, self.share) = (area, share) }
}

/// What an hour of a layer's people costs, with all that the employer pays on top.
package struct WageRate: Sendable, Equatable {
  package var layer: Layer
  package var perHour: Money
  package var from: LocalDate
  package var basis: String

  package init(layer: Layer, perHour: Money, from: LocalDate, basis: String) {
    self.layer = layer
    self.perHour = perHour
    self.from = from
    self.basis = basis
  }
}

/// What somebody who took part thinks came of a training: how much of a KPI's change is due to it, and
/// how sure they are.
package struct EffectEstimate: Sendable, Equatable {
  package var design: ItemID
  package var kpi: KPIReference
  package var account: Account
  /// 0…1.
  package var share: Double
  /// 0…1.
  package var confidence: Double
  package var note: String?

  package init(
    design: ItemID, kpi: KPIReference, account: Account, share: Double, confidence: Double,
    note: String? = nil
  ) {
    self.design = design
    self.kpi = kpi
    self.account = account
    self.share = share
    self.confidence = confidence
    self.note = note
  }
}

extension WorthEvent: StoredEvent {
  package static let cases: [EventCase<WorthEvent>] = [
    EventCase("UnitValueSet", WorthEvent.unitValueSet, UnitValue.form, .text("reason", .reason)) {
      if case .unitValueSet(let value, let reason) = $0 { (value, reason) } else { nil }
    },
    EventCase("IndicatorNamed", WorthEvent.indicatorNamed, .value("kpi"), .value("indicator")) {
      if case .indicatorNamed(let kpi, let indicator) = $0 { (kpi, indicator) } else { nil }
    },
    EventCase(
      "ValueAreasShared", WorthEvent.areasShared, .value("kpi"), .list("shares", AreaShare.form)
    ) {
      if case .areasShared(let kpi, let shares) = $0 { (kpi, shares) } else { nil }
    },
    EventCase("WageRateSet", WorthEvent.wageRateSet, WageRate.form, .text("reason", .reason)) {
      if case .wageRateSet(let rate, let reason) = $0 { (rate, reason) } else { nil }
    },
    EventCase(
      "SessionLengthStated", WorthEvent.sessionLengthStated, .value("session"), .value("minutes")
    ) {
      if case .sessionLengthStated(let session, let minutes) = $0 {
        (session, minutes)
      } else {
        nil
      }
    },
    EventCase(
      "SubsidyReceived", WorthEvent.subsidyReceived, .value("design"), .amount("amount"),
      .value("on"), .text("note", .note)
    ) {
      if case .subsidyReceived(let design, let amount, let day, let note) = $0 {
        (design, amount, day, note)
      } else {
        nil
      }
    },
    EventCase("EffectEstimated", WorthEvent.effectEstimated, EffectEstimate.form) {
      if case .effectEstimated(let estimate) = $0 { estimate } else { nil }
    },
  ]
}

extension UnitValue {
  static let form = Field<UnitValue>.record(
    UnitValue.init, (\.kpi, .value("kpi")), (\.amount, .amount("amount")),
    (\.times, .value("times")), (\.from, .value("from")), (\.basis, .text("basis", .basis)))
}

extension AreaShare {
  static let form = Field<AreaShare>.record(
    AreaShare.init, (\.area, .text("area", .name)), (\.share, .value("share")))
}

extension WageRate {
  static let form = Field<WageRate>.record(
    WageRate.init, (\.layer, .value("layer")), (\.perHour, .amount("perHour")),
    (\.from, .value("from")), (\.basis, .text("basis", .basis)))
}

extension EffectEstimate {
  static let form = Field<EffectEstimate>.record(
    EffectEstimate.init, (\.design, .value("design")), (\.kpi, .value("kpi")),
    (\.account, .value("account")), (\.share, .value("share")),
    (\.confidence, .value("confidence")), (\.note, .text("note", .note)))
}

/// What decisions on a department's worth need to know of it.
package struct Worth: Sendable, Equatable {
  package private(set) var values: [KPIReference: [LocalDate: UnitValue]] = [:]
  package private(set) var wages: [Layer: [LocalDate: WageRate]] = [:]
  package private(set) var shares: [KPIReference: [AreaShare]] = [:]
  package private(set) var indicators: [KPIReference: WorthIndicator] = [:]
  package private(set) var lengths: [SessionID: Int] = [:]
  /// The latest of each person for each training and KPI.
  package private(set) var estimates: [EffectEstimate] = []

  package init() {}

  package mutating func evolve(_ event: WorthEvent) {
    switch event {
    case .unitValueSet(let value, _): values[value.kpi, default: [:]][value.from] = value
    case .wageRateSet(let rate, _): wages[rate.layer, default: [:]][rate.from] = rate
    case .indicatorNamed(let kpi, let indicator): indicators[kpi] = indicator
    case .areasShared(let kpi, let shares): self.shares[kpi] = shares
    case .sessionLengthStated(let session, let minutes): lengths[session] = minutes
    case .subsidyReceived: break
    case .effectEstimated(let estimate):
      estimates.removeAll { $0.isAbout(the: estimate) }
      estimates.append(estimate)
    }
  }
}

extension EffectEstimate {
  /// Whether the same person says something of the same.
  fileprivate func isAbout(the other: EffectEstimate) -> Bool {
    (design, kpi, account) == (other.design, other.kpi, other.account)
  }
}

/// Asks for what an event says.
package struct WorthCommand: Sendable, Equatable {
  package var event: WorthEvent

  package init(_ event: WorthEvent) { self.event = event }
}

extension WorthCommand: StatedCommand {
  package var needs: Right {
    switch event {
    case .unitValueSet, .indicatorNamed: .lead
    case .areasShared, .wageRateSet: .decide
    case .sessionLengthStated, .subsidyReceived, .effectEstimated: .train
    }
  }

  package var content: JSON { .command("worth.\(event.type)", ["stated": event.payload]) }
}

/// What other streams know that a statement of worth needs.
package struct WorthFacts: Sendable, Equatable {
  /// The KPI that the command names; nil for one that isn't there.
  package var kpi: KPIDefinition?
  /// The value areas chosen so far.
  package var valueAreas: Set<String>
  /// Whether the session that the command names is one of its design.
  package var sessionExists: Bool
  package var designIsApproved: Bool
  /// Whether the account belongs to the organization, or once did.
  package var isMember: Bool
  /// The currency that worth is stated in, if any is.
  package var currency: String?

  package init(
    kpi: KPIDefinition? = nil, valueAreas: Set<String> = [], sessionExists: Bool = false,
    designIsApproved: Bool = false, isMember: Bool = false, currency: String? = nil
  ) {
    self.kpi = kpi
    self.valueAreas = valueAreas
    self.sessionExists = sessionExists
    self.designIsApproved = designIsApproved
    self.isMember = isMember
    self.currency = currency
  }
}

package enum WorthRefusal: RefusalReason {
  case text(TextRefusal)
  case unknownKPI(KPIReference)
  /// A KPI that counts activity brings no gain, whatever it does.
  case countsActivity(KPIReference, name: String)
  /// 0 or less, or more than the log holds exactly.
  case amountOutOfRange(Money)
  case malformedCurrency(String)
  /// Everything is stated in one currency, so that it can be added up.
  case otherCurrency(Money, known: String)
  case timesOutOfRange(Double)
  /// A value or rate from that day is stated already; another one needs a reason.
  case statedAlready(from: LocalDate, amount: Money)
  case unknownValueArea(String, known: [String])
  case areaNamedTwice(String)
  case sharesNotWhole(KPIReference, sum: Double)
  case unknownSession(SessionID)
  /// 1 to 1440 in a day.
  case minutesOutOfRange(Int)
  case designNotApproved(ItemID)
  case receivedAhead(on: LocalDate, today: LocalDate)
  /// Outside 0…1.
  case partOutOfRange(Double)
  case notMember(Account)
  case machineCannotState
}

extension Worth: Aggregate {
  package static let decisionTypes = WorthEvent.types
  package static let factsFrom: Set<Subject> = [.kpi]

  /// How often a unit may arise in one period.
  package static let times = 1e-6...1e9

  package func decide(
    _ command: WorthCommand, knowing facts: WorthFacts, in circumstances: Circumstances
  ) throws(WorthRefusal) -> [WorthEvent] {
    if circumstances.actorIsMachine { throw .machineCannotState }
    let isSaid: Bool
    switch command.event {
    case .unitValueSet(let value, let reason): isSaid = try check(value, reason, facts)
    case .wageRateSet(let rate, let reason): isSaid = try check(rate, reason, facts)
    case .indicatorNamed(let kpi, let indicator):
      if facts.kpi == nil { throw .unknownKPI(kpi) }
      isSaid = indicators[kpi] == indicator
    case .areasShared(let kpi, let shares): isSaid = try check(shares, of: kpi, facts)
    case .sessionLengthStated(let session, let minutes):
      if !facts.sessionExists { throw .unknownSession(session) }
      guard (1...1440).contains(minutes) else { throw .minutesOutOfRange(minutes) }
      isSaid = lengths[session] == minutes
    case .subsidyReceived(let design, let amount, let day, let note):
      try check(received: amount, for: design, on: day, note, facts, circumstances)
      isSaid = false
    case .effectEstimated(let estimate): isSaid = try check(estimate, facts)
    }
    return isSaid ? [] : [command.event]
  }

  private func check(
    _ value: UnitValue, _ reason: String?, _ facts: WorthFacts
  ) throws(WorthRefusal) -> Bool {
    try WorthRefusal.check((value.basis, .basis), (reason, .reason))
    guard let kpi = facts.kpi else { throw .unknownKPI(value.kpi) }
    if kpi.kind == .activity { throw .countsActivity(value.kpi, name: kpi.name) }
    try Self.require(value.amount, facts)
    if let times = value.times, !Self.times.contains(times) { throw .timesOutOfRange(times) }
    let known = values[value.kpi]?[value.from]
    if known == value { return true }
    if let known, reason == nil { throw .statedAlready(from: value.from, amount: known.amount) }
    return false
  }

  private func check(
    _ rate: WageRate, _ reason: String?, _ facts: WorthFacts
  ) throws(WorthRefusal) -> Bool {
    try WorthRefusal.check((rate.basis, .basis), (reason, .reason))
    try Self.require(rate.perHour, facts)
    let known = wages[rate.layer]?[rate.from]
    if known == rate { return true }
    if let known, reason == nil { throw .statedAlready(from: rate.from, amount: known.perHour) }
    return false
  }

  private func check(
    _ wanted: [AreaShare], of kpi: KPIReference, _ facts: WorthFacts
  ) throws(WorthRefusal) -> Bool {
    if facts.kpi == nil { throw .unknownKPI(kpi) }
    var seen: Set<String> = []
    for one in wanted {
      guard facts.valueAreas.contains(one.area) else {
        throw .unknownValueArea(one.area, known: facts.valueAreas.sorted())
      }
      if !seen.insert(one.area).inserted { throw .areaNamedTwice(one.area) }
      guard one.share > 0, one.share <= 1 else { throw .partOutOfRange(one.share) }
    }
    let sum = wanted.reduce(0) { $0 + $1.share }
    if !wanted.isEmpty, abs(sum - 1) > 1e-6 { throw .sharesNotWhole(kpi, sum: sum) }
    return shares[kpi] == wanted || (wanted.isEmpty && shares[kpi] == nil)
  }

  private func check(
    received amount: Money, for design: ItemID, on day: LocalDate, _ note: String?,
    _ facts: WorthFacts, _ circumstances: Circumstances
  ) throws(WorthRefusal) {
    try WorthRefusal.check((note, .note))
    guard facts.designIsApproved else { throw .designNotApproved(design) }
    try Self.require(amount, facts)
    if day > circumstances.today { throw .receivedAhead(on: day, today: circumstances.today) }
  }

  private func check(
    _ estimate: EffectEstimate, _ facts: WorthFacts
  ) throws(WorthRefusal) -> Bool {
    try WorthRefusal.check((estimate.note, .note))
    guard facts.designIsApproved else { throw .designNotApproved(estimate.design) }
    if facts.kpi == nil { throw .unknownKPI(estimate.kpi) }
    if !facts.isMember { throw .notMember(estimate.account) }
    for part in [estimate.share, estimate.confidence] where !(0...1).contains(part) {
      throw .partOutOfRange(part)
    }
    return estimates.contains(estimate)
  }

  private static func require(_ amount: Money, _ facts: WorthFacts) throws(WorthRefusal) {
    guard amount.hasKnownCurrency else { throw .malformedCurrency(amount.currency) }
    guard amount.minorUnits > 0, Money.range.contains(amount.minorUnits) else {
      throw .amountOutOfRange(amount)
    }
    if let known = facts.currency, known != amount.currency {
      throw .otherCurrency(amount, known: known)
    }
  }
}
