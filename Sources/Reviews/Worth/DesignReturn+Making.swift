import CivilTime
import Domain
import ReadModels
import Statistics

/// Makes the return of one training.
struct DesignReckoning {
  private let material: ReturnMaterial
  private let detail: DesignDetail
  private let sessions: [SessionRow]
  /// Of every attendee the first day.
  private let attended: [Account: LocalDate]
  private let currency: String
  var id: ItemID { detail.design.id }

  init(_ detail: DesignDetail, _ material: ReturnMaterial, currency: String) {
    (self.detail, self.material, self.currency) = (detail, material, currency)
    sessions = detail.sessions.filter { !$0.isCancelled && $0.date <= material.today }
    let dates = Dictionary(uniqueKeysWithValues: sessions.map { ($0.number, $0.date) })
    attended = detail.attendance.reduce(into: [:]) { days, row in
      guard let day = dates[row.session] else { return }
      days[row.account] = min(days[row.account] ?? day, day)
    }
  }

  /// Days that a gain of a short training counts: its first year.
  static let days = 365
  /// Days within which a cycle that an attendee plans counts as come of the training.
  static let reach = 182
  /// Days within which what was taught is to be tried.
  static let trial = 14

  /// - Parameter ends: from which day on another training's gain begins, by KPI.
  func made(until ends: [KPIReference: LocalDate]) throws -> DesignReturn {
    var gaps: [ReturnGap] = []
    let gains = try links.sorted { $0.key < $1.key }.compactMap {
      try credited($0.key, $0.value, until: ends[$0.key])
    }
    let time = attendance(&gaps)
    let costs = recorded(&gaps) + time.costs + cycleTime(of: gains, &gaps)
    if costs.isEmpty { gaps.append(.noCost(id)) }
    let scores = scores
    for level in 1...4 where !scores.contains(where: { $0.level == level }) && !sessions.isEmpty {
      gaps.append(.evaluation(id, level: level))
    }
    let figures = figures(costs, gains, &gaps)
    var made = DesignReturn(
      id: id, title: detail.design.title, sessions: sessions, attendees: attended.count,
      minutes: time.minutes, costs: costs.merged, subsidies: material.book.subsidies[id] ?? [],
      scores: scores, application: application, gains: gains, figures: figures,
      gaps: gaps.distinct, sources: sources)
    if let told = made.toldFrom, material.today < told.from, !gains.contains(where: \.gain.counts) {
      made.gaps.insert(.early(id, held: told.held, from: told.from), at: 0)
    }
    return made
  }

  private func figures(
    _ costs: [CostSum], _ gains: [CreditedGain], _ gaps: inout [ReturnGap]
  ) -> ReturnFigures {
    var figures = ReturnFigures()
    figures.cost = costs.map(\.amount).reduce(0, +)
    figures.subsidy = (material.book.subsidies[id] ?? [])
      .filter { $0.value.currency == currency }
      .map { Double($0.value.minorUnits) }.reduce(0, +)
    let moved = gains.filter(\.gain.counts)
    figures.benefit = .sum(moved.compactMap(\.money?.total))
    figures.yearly = .sum(moved.compactMap(\.money?.yearly))
    for one in moved {
      if let money = one.money {
        if money.unvalued > 0 { gaps.append(.earlierValue(one.kpi, periods: money.unvalued)) }
      } else {
        figures.isValued = false
        gaps.append(.value(one.kpi))
      }
      if material.book.shares[one.kpi]?.value.isEmpty ?? true { gaps.append(.area(one.kpi)) }
    }
    return figures
  }

  private var sources: [String] {
    let head = detail.design.department
    return
      (detail.attendance.map(\.position) + detail.evaluations.map(\.position)
      + sessions.map(\.position)).sorted().map { "\(head)@\($0)" }.distinct
  }
}

/// What it cost.
extension DesignReckoning {
  /// The costs recorded of the design; where there are none, the expenses of its subsidy papers.
  private func recorded(_ gaps: inout [ReturnGap]) -> [CostSum] {
    let costs = detail.costs.map {
      (
        kind: $0.kind, amount: Money(minorUnits: $0.amount, currency: $0.currency),
        place: "\($0.department)@\($0.position)"
      )
    }
    let expenses = (material.expenses[id] ?? []).map {
      (kind: CostKind?.some(.delivery), amount: $0.amount, place: $0.place)
    }
    return (costs.isEmpty ? expenses : costs).compactMap { one in
      guard one.amount.currency == currency else {
        gaps.append(.otherCurrency(one.amount.currency, place: one.place))
        return nil
      }
      return CostSum(
        kind: .recorded(one.kind), amount: Double(one.amount.minorUnits), minutes: nil,
        sources: [one.place])
    }
  }

  /// Hours of those who took part, and their wages.
  private func attendance(_ gaps: inout [ReturnGap]) -> (costs: [CostSum], minutes: Int?) {
    var (costs, whole, isKnown) = ([CostSum](), 0, true)
    for session in sessions {
      let key = SessionID(id, session.number)
      for row in detail.attendance where row.session == session.number {
        guard let minutes = minutes(of: row.account, in: key) else {
          isKnown = false
          gaps.append(.sessionLength(key))
          continue
        }
        whole += minutes
        let place = "\(row.department)@\(row.position)"
        if let cost = wage(row.account, minutes, on: session.date, place, .wages, &gaps) {
          costs.append(cost)
        }
      }
    }
    return (costs, isKnown ? whole : nil)
  }

  private func minutes(of account: Account, in session: SessionID) -> Int? {
    material.minutes[session]?[account] ?? material.book.lengths[session]?.value
      ?? material.lengths[session]
  }

  /// Time logged on the cycles that came of it, in its first year.
  private func cycleTime(of gains: [CreditedGain], _ gaps: inout [ReturnGap]) -> [CostSum] {
    guard let first = sessions.map(\.date).min() else { return [] }
    let cycles = Dictionary(
      linkedCycles.map { ($0.id, $0.since) }, uniquingKeysWith: { min($0, $1) })
    return material.actions.compactMap { action in
      guard let since = cycles[action.cycle], let minutes = action.minutes, action.day >= since,
        action.day < first.adding(days: Self.days), action.day <= material.today
      else { return nil }
      return wage(
        action.account, minutes, on: action.day, "\(action.cycle.department)@\(action.position)",
        .cycles, &gaps)
    }
  }

  private func wage(
    _ account: Account, _ minutes: Int, on day: LocalDate, _ place: String,
    _ kind: ReturnCostKind, _ gaps: inout [ReturnGap]
  ) -> CostSum? {
    guard let member = material.members[account] else {
      gaps.append(.layer(account))
      return nil
    }
    guard let rate = material.book.wage(of: member.layer, on: day),
      rate.value.perHour.currency == currency
    else {
      gaps.append(.wage(member.layer))
      return nil
    }
    return CostSum(
      kind: kind, amount: Double(rate.value.perHour.minorUnits) * Double(minutes) / 60,
      minutes: minutes, sources: [place, rate.entry.place])
  }
}

/// What it was to move.
extension DesignReckoning {
  /// The KPIs that the training was to move, with what ties them to it.
  var links: [KPIReference: [GainLink]] {
    var links: [KPIReference: [GainLink]] = [:]
    for item in detail.items where item.removedReason == nil {
      let taught = sessions.filter { $0.items.contains(item.number) }
      guard let day = (taught.isEmpty ? sessions : taught).map(\.date).min() else { continue }
      for kpi in item.reasons.compactMap({ KPIReference($0) }) where material.charts[kpi] != nil {
        links[kpi, default: []].append(GainLink(tie: .item(item.number), since: day))
      }
    }
    for concept in concepts {
      guard let day = sessions.first(where: { $0.number == concept.session?.number })?.date else {
        continue
      }
      links[concept.kpi, default: []].append(GainLink(tie: .concept(concept.id), since: day))
    }
    for cycle in linkedCycles {
      links[cycle.kpi, default: []].append(GainLink(tie: .cycle(cycle.id), since: cycle.since))
    }
    return links
  }

  private var concepts: [ConceptRow] {
    material.concepts.filter { $0.session?.design == id }
  }

  /// Cycles of attendees that were open when they attended, or were planned within half a year; and
  /// those that concepts became.
  private var linkedCycles: [(id: ItemID, kpi: KPIReference, since: LocalDate)] {
    let started = Set(concepts.compactMap(\.cycle))
    return material.cycles.compactMap { cycle in
      guard let kpi = cycle.kpi, let planned = cycle.plannedAt.map(material.zone.date(at:)),
        planned <= material.today
      else { return nil }
      if started.contains(cycle.id) { return (cycle.id, kpi, planned) }
      guard let day = cycle.owner.flatMap({ attended[$0] }) else { return nil }
      let ended = (cycle.actedAt ?? cycle.cancelledAt).map(material.zone.date(at:))
      let isOpen = planned <= day && (ended.map { $0 >= day } ?? true)
      let comes = planned > day && planned <= day.adding(days: Self.reach)
      return isOpen || comes ? (cycle.id, kpi, max(day, planned)) : nil
    }
  }

  /// From which day on its gains count, by KPI.
  var beginnings: [KPIReference: LocalDate] {
    links.compactMapValues { $0.map(\.since).min() }
  }

  private func credited(
    _ kpi: KPIReference, _ links: [GainLink], until end: LocalDate?
  ) throws -> CreditedGain? {
    guard let chart = material.charts[kpi], let since = links.map(\.since).min() else { return nil }
    let year = since.adding(days: Self.days - 1)
    let last = min(material.today, min(year, end?.adding(days: -1) ?? year))
    let gain = try GainFinder(
      chart, since: since, through: last, valued: material.book,
      besides: comparisons(with: chart.kpi, through: last)
    ).gain
    return CreditedGain(
      gain: gain, links: links, others: gain.effect.map { others(kpi, $0.onset) } ?? [],
      estimates: material.book.estimates.filter { $0.value.design == id && $0.value.kpi == kpi })
  }

  /// The same KPI in departments of which nobody had attended any training by the day.
  private func comparisons(with kpi: KPIRow, through last: LocalDate) -> [KPIChart] {
    let trained = material.trainedDepartments(by: last)
    return material.charts.values.filter { other in
      other.kpi.department != kpi.department && !trained.contains(other.kpi.department)
        && other.kpi.code == kpi.code && other.kpi.unit == kpi.unit
        && other.kpi.cadence == kpi.cadence && other.kpi.measure == kpi.measure
        && other.kpi.direction == kpi.direction
    }.sorted { $0.kpi.reference < $1.kpi.reference }
  }

  /// One of each cycle and kind, of the 90 days before the change.
  private func others(_ kpi: KPIReference, _ onset: LocalDate) -> [Antecedent] {
    let days = onset.adding(days: -90)...onset.adding(days: 6)
    var seen: Set<String> = []
    return material.antecedents.filter {
      days.contains(material.zone.date(at: $0.occurredAt))
        && ($0.concerns == nil || $0.concerns == kpi.department || $0.kpi == kpi)
        && !($0.kind == .training && ($0.about ?? "").hasPrefix("\(id)."))
    }.sorted { $0.occurredAt > $1.occurredAt }.filter {
      seen.insert($0.kind == .action ? $0.about ?? "" : "\($0.kind)\($0.reference)").inserted
    }
  }
}

/// What people thought of it, and what they did with it.
extension DesignReckoning {
  /// By level; of each session the latest.
  private var scores: [LevelScore] {
    let latest = detail.evaluations.reduce(into: [Int: [Int: EvaluationRow]]()) {
      $0[$1.level, default: [:]][$1.session] = $1
    }
    return latest.sorted { $0.key < $1.key }.map { level, rows in
      let rows = rows.values.sorted { $0.session < $1.session }
      return LevelScore(
        level: level, score: Descriptive.mean(rows.compactMap(\.score)), evaluations: rows)
    }
  }

  private var application: Application {
    let cycles = Set(linkedCycles.map(\.id))
    let rows = material.cycles.filter { cycles.contains($0.id) }
    return Application(
      attended: attended.count, tried: attended.count { tried($0.key, since: $0.value) },
      cycles: rows.map(\.id), checked: rows.count { $0.checkedAt != nil },
      met: rows.count { $0.verdict == .met }, acted: rows.count { $0.choice != nil },
      adopted: rows.count { $0.choice == .adopt || $0.choice == .adapt },
      concepts: concepts.count,
      conceptsChosen: concepts.count { [.chosen, .started].contains($0.status) },
      conceptsStarted: concepts.count { $0.status == .started })
  }

  private func tried(_ account: Account, since day: LocalDate) -> Bool {
    let days = day...day.adding(days: Self.trial)
    return material.actions.contains { $0.account == account && days.contains($0.day) }
      || material.cycles.contains {
        $0.owner == account
          && ($0.plannedAt.map { days.contains(material.zone.date(at: $0)) } ?? false)
      }
  }
}

extension ReturnMaterial {
  /// Those of which somebody had attended a session by the day, where they were taken over included.
  func trainedDepartments(by day: LocalDate) -> Set<DepartmentCode> {
    var trained: Set<DepartmentCode> = []
    for detail in designs {
      let held = Set(
        detail.sessions.filter { !$0.isCancelled && $0.date <= day }.map(\.number))
      for row in detail.attendance where held.contains(row.session) {
        if let member = members[row.account] { trained.insert(member.home) }
      }
    }
    return trained.union(successors.filter { trained.contains($0.value) }.keys)
  }
}

extension [CostSum] {
  /// One a kind, in their order.
  var merged: [CostSum] {
    ReturnCostKind.all.compactMap { kind in
      let parts = filter { $0.kind == kind }
      guard !parts.isEmpty else { return nil }
      let minutes = parts.compactMap(\.minutes)
      return CostSum(
        kind: kind, amount: parts.map(\.amount).reduce(0, +),
        minutes: minutes.isEmpty ? nil : minutes.reduce(0, +),
        sources: parts.flatMap(\.sources).distinct)
    }
  }
}

extension Array where Element: Hashable {
  /// Each where it first occurs.
  var distinct: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
