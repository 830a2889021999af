package import CivilTime
package import Domain
import Orders
package import Postgres
package import ReadModels
import Reviews
import Tracker

/// The care of the star schema, and questions about it.
package enum StarOffice {
  /// What a refresh did.
  package struct Refresh: Sendable, Equatable {
    /// Whether the views show the read models in use.
    package var follows = true
    /// Departments whose signals were computed, and how many signals those are.
    package var departments: [DepartmentCode] = []
    package var signals = 0
    /// How many gains were computed; nil where those that are kept still hold.
    package var gains: Int?

    package init() {}
  }

  /// Makes the views follow the read models, as the schema's owner, and computes what is computed anew.
  /// - Parameter always: whether also for departments whose log has not grown.
  /// - Throws: `StarError` where views of others rest on ones that are to be made anew.
  package static func refresh(always: Bool = false, in session: Session) throws -> Refresh {
    try Projector.requireKeeper(in: session)
    let state = try StarSchema.state(in: session)
    if always || state.map({ !$0.follows || !$0.isOurs }) ?? true {
      try StarSchema.follow(session)
    }
    var refresh = try computeSignals(always: always, in: session)
    refresh.gains = try computeGains(always: always, in: session)
    refresh.follows = try StarSchema.state(in: session)?.follows ?? false
    return refresh
  }

  /// The same as the owner of what is there.
  package static func refresh(
    always: Bool, at premises: Premises, by reach: Reach
  ) async throws -> Refresh {
    let connection = try await premises.connect(asAdministrator: true, by: reach)
    let done = try await connection.perform { session in
      try ProgramSchema.require(session)
      return try refresh(always: always, in: session)
    }
    await connection.close()
    return done
  }

  /// Computes signals of departments whose logs have grown since, one department after the other.
  /// - Parameter catchingUp: whether the read models are brought up to the logs first; a follower leaves
  ///   that to whoever has the department.
  package static func computeSignals(
    always: Bool = false, catchingUp: Bool = true, in session: Session
  ) throws -> Refresh {
    let departments = try look(catchingUp, session) { try stale(always: always, in: $0) }
    var refresh = Refresh()
    for department in departments {
      let (position, signals) = try look(false, session) { view in
        (
          try view.positions()[department] ?? 0,
          try StarSignals.computed(of: department, in: view)
        )
      }
      let basis = StarSignals.basis(at: position)
      guard try StarStore.keep(signals, of: department, from: basis, in: session) else { continue }
      refresh.departments.append(department)
      refresh.signals += signals.count
    }
    return refresh
  }

  /// Computes gains anew where any log has grown since, or another day has come.
  /// - Returns: how many; nil where those that are kept still hold.
  package static func computeGains(
    always: Bool = false, catchingUp: Bool = true, at now: Instant = .now(), in session: Session
  ) throws -> Int? {
    let found = try look(catchingUp, session) { view -> GainsComputed? in
      let zone = try ChartSurroundings.zone(view)
      let (positions, today) = (try view.positions(), zone.date(at: now))
      let basis = StarGains.basis(positions, on: today)
      if try !always && StarStore.gainBasis(in: view) == basis { return nil }
      let reader = ReturnReader(zone: zone, now: now, today: today)
      return (try StarGains.computed(reader, in: view), basis, positions)
    }
    guard let (gains, basis, positions) = found,
      try StarStore.keep(gains, from: basis, at: positions, in: session)
    else { return nil }
    return gains.count
  }

  private typealias GainsComputed = (
    gains: [StarGain], basis: StarGainBasis, positions: [DepartmentCode: Int]
  )

  private static func look<T>(
    _ catchingUp: Bool, _ session: Session, _ body: (View) throws -> T
  ) throws -> T {
    if catchingUp { return try Projector.caughtUp(in: session, body) }
    return try session.transaction(isolation: .repeatableRead, readOnly: true) { session in
      try body(ReadSchema.enter(session))
    }
  }

  /// Departments whose signals are of less than their log, or of other rules.
  private static func stale(always: Bool, in view: View) throws -> [DepartmentCode] {
    let computed = try StarStore.computed(in: view)
    return try view.positions().filter { department, position in
      always || computed[department] != StarSignals.basis(at: position)
    }.keys.sorted()
  }
}

extension Office {
  /// What the star schema's views and columns mean.
  /// - Throws: `StarError.missing` before it is made.
  package func starDictionary() throws -> [StarEntry] {
    try withStar { try tracker.read { try StarEntry.all(in: $0) } }
  }

  /// What doesn't hold in the star schema: its form, what is computed, and figures beside the review's.
  /// - Throws: `StarError.missing` before it is made.
  package func checkStar() throws -> [StarFinding] {
    try withStar {
      let state = try StarSchema.state(in: session)
      return try (state.map(following) ?? [])
        + tracker.read { view in
          try StarCheck.form(in: view) + signals(in: view) + gains(in: view) + figures(in: view)
        }
    }
  }

  private func withStar<T>(_ body: () throws -> T) throws -> T {
    guard try StarSchema.state(in: session) != nil else { throw StarError.missing }
    return try body()
  }

  private func following(_ state: StarState) throws -> [StarFinding] {
    if state.follows, state.isOurs { return [] }
    return [
      StarFinding(
        .views, "bi", expected: try ReadSchema.name(in: session), found: state.schema)
    ]
  }
}

extension Office {
  private func signals(in view: View) throws -> [StarFinding] {
    let computed = try StarStore.computed(in: view)
    let behind = try view.positions().filter { department, position in
      computed[department] != StarSignals.basis(at: position)
    }
    let late = behind.sorted { $0.key < $1.key }.map { department, position in
      StarFinding(
        .behind, "\(department)", expected: "\(position)",
        found: computed[department].map { "\($0.position)" })
    }
    let kept = Set(try StarStore.signals(in: view))
    let own = Set(try StarSignals.computed(in: view))
    let others = kept.symmetricDifference(own).filter { behind[$0.kpi.department] == nil }
    return late
      + others.map { finding($0, isKept: kept.contains($0)) }.sorted { $0.subject < $1.subject }
  }

  private func finding(_ signal: StarSignal, isKept: Bool) -> StarFinding {
    let name = "\(signal.kpi):\(signal.rule):\(signal.period)"
    return StarFinding(
      .signal, name, expected: isKept ? nil : signal.reading, found: isKept ? signal.reading : nil)
  }

  /// Those that are kept beside those of `pdca roi` now. Of a day that is over they are told as what
  /// was known then.
  private func gains(in view: View) throws -> [StarFinding] {
    let (known, basis) = (
      try StarStore.gainBasis(in: view), StarGains.basis(try view.positions(), on: today)
    )
    let late = StarFinding(
      .gainsBehind, "fact_gain", expected: "\(basis.events)", found: known.map { "\($0.events)" })
    guard let known, known.events == basis.events else { return [late] }
    let kept = try StarStore.gains(in: view)
    let own = try StarGains.computed(
      ReturnReader(zone: setting.zone, now: setting.now, today: today), in: view)
    if Set(kept) == Set(own) { return [] }
    if known.day != basis.day { return [late] }
    return Set(kept).symmetricDifference(own).map { gain in
      let isKept = kept.contains(gain)
      let figure = "\(gain.quantity.value)"
      let area = gain.area.map { ":\($0)" } ?? ""
      return StarFinding(
        .gain, "\(gain.design):\(gain.kpi)\(area)", expected: isKept ? nil : figure,
        found: isKept ? figure : nil)
    }.sorted { ($0.subject, $0.found ?? "") < ($1.subject, $1.found ?? "") }
  }

  /// Of the month and the week of the last action, and of what waits now.
  private func figures(in view: View) throws -> [StarFinding] {
    let charts = try KPIChart.load(KPIQueries.list(in: view), in: view, annotated: false)
    let open = charts.reduce(0) { $0 + $1.openSignals.count }
    var findings = compared("openSignals", open, try StarFigures.openSignals(in: view))
    guard let day = try StarFigures.lastDay(upTo: today, in: view) else { return findings }
    for period in [ReviewPeriod.month(YearMonth(containing: day)), .week(ISOWeek(containing: day))]
    {
      findings += try figures(of: period, in: view)
    }
    return findings
  }

  private func figures(of period: ReviewPeriod, in view: View) throws -> [StarFinding] {
    let days = DateSpan(period.firstDay...period.lastDay)
    let material = try ReviewMaterial.read(Span(days, in: setting.zone), of: nil, in: view)
    guard let star = try StarFigures.read(days, in: view) else { return [] }
    let made = material.decisions.filter { days.contains(setting.zone.date(at: $0.madeAt)) }
    return compared(
      "\(period) actions", material.actions.reduce(0) { $0 + $1.actions }, star.actions)
      + compared("\(period) minutes", material.actions.reduce(0) { $0 + $1.minutes }, star.minutes)
      + compared(
        "\(period) observations", material.kpis.reduce(0) { $0 + $1.observations.count },
        star.observations)
      + compared("\(period) opened", material.opened.count, star.opened)
      + compared("\(period) checked", material.checked.count, star.checked)
      + compared("\(period) decisions", made.count, star.decisions)
      + compared("\(period) sessions", material.sessions.count, star.sessions)
  }

  private func compared(_ name: String, _ review: Int, _ star: Int) -> [StarFinding] {
    review == star
      ? [] : [StarFinding(.figure, name, expected: "\(review)", found: "\(star)")]
  }
}
