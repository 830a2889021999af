package import CivilTime
package import Domain
package import Postgres

/// A signal of a KPI's chart, as the star schema keeps it.
package struct StarSignal: Sendable, Hashable {
  package var kpi: KPIReference
  /// A rule's name as charts give it.
  package var rule: String
  /// First day of the period that first completed the pattern.
  package var period: LocalDate
  /// From 1: patterns of one rule that one period completed.
  package var number: Int
  /// First days of the first and the last period of the pattern.
  package var firstPeriod: LocalDate
  package var lastPeriod: LocalDate
  package var points: Int
  /// `high` or `low`; nil for patterns without a side.
  package var side: String?
  /// `improvement`, `concern` or `neutral`.
  package var reading: String
  package var isProvisional: Bool
  /// Of the change that it tells of; nil on trial limits.
  package var change: Change?

  /// What changed, as its signals tell of it.
  package struct Change: Sendable, Hashable {
    /// Whether the signal told of it first.
    package var isFirst: Bool
    /// Whether it waits for somebody to take note.
    package var isOpen: Bool
    /// First day of the period in which it began.
    package var onset: LocalDate
    /// In the KPI's unit.
    package var levelBefore: Double?
    package var level: Double?

    package init(
      isFirst: Bool, isOpen: Bool, onset: LocalDate, levelBefore: Double?, level: Double?
    ) {
      (self.isFirst, self.isOpen, self.onset) = (isFirst, isOpen, onset)
      (self.levelBefore, self.level) = (levelBefore, level)
    }
  }

  package init(
    kpi: KPIReference, rule: String, period: LocalDate, number: Int = 1, firstPeriod: LocalDate,
    lastPeriod: LocalDate, points: Int, side: String?, reading: String, isProvisional: Bool,
    change: Change?
  ) {
    (self.kpi, self.rule, self.period, self.number) = (kpi, rule, period, number)
    (self.firstPeriod, self.lastPeriod, self.points) = (firstPeriod, lastPeriod, points)
    (self.side, self.reading, self.isProvisional) = (side, reading, isProvisional)
    self.change = change
  }
}

/// From what a department's signals were computed.
package struct StarBasis: Sendable, Equatable {
  /// Of the department's log.
  package var position: Int
  /// The rules that found them.
  package var profile: String
  package var profileVersion: Int

  package init(position: Int, profile: String, profileVersion: Int) {
    (self.position, self.profile, self.profileVersion) = (position, profile, profileVersion)
  }
}

/// What is computed and not selected, in `bi_store`.
package enum StarStore {
  /// From what each department's signals were computed; without those that never were.
  package static func computed(in view: View) throws -> [DepartmentCode: StarBasis] {
    let rows = try view.query(
      "SELECT department, \"position\", profile, profile_version FROM bi_store.computed"
    ) { row in
      (
        try row.value(0, as: DepartmentCode.self),
        StarBasis(
          position: try row.int(1), profile: try row.text(2), profileVersion: try row.int(3))
      )
    }
    return Dictionary(uniqueKeysWithValues: rows)
  }

  /// Those that are kept, of all departments.
  package static func signals(in view: View) throws -> [StarSignal] {
    try view.query(
      """
      SELECT department, kpi, rule, period, number, first_period, last_period, points, side,
        reading, is_provisional, is_first, is_open, onset, level_before, level_after
      FROM bi_store.signal ORDER BY department, kpi, period, rule, number
      """
    ) { row in
      StarSignal(
        kpi: KPIReference(try row.value(0), try row.value(1)), rule: try row.text(2),
        period: try row.value(3), number: try row.int(4), firstPeriod: try row.value(5),
        lastPeriod: try row.value(6), points: try row.int(7), side: try row.textIfPresent(8),
        reading: try row.text(9), isProvisional: try row.bool(10), change: try change(row))
    }
  }

  private static func change(_ row: borrowing Row) throws -> StarSignal.Change? {
    guard let onset = try row.value(13, as: LocalDate?.self) else { return nil }
    return StarSignal.Change(
      isFirst: try row.bool(11), isOpen: try row.bool(12), onset: onset,
      levelBefore: try row.doubleIfPresent(14), level: try row.doubleIfPresent(15))
  }

  /// Puts a department's signals in the place of those kept, unless they were computed from less of its log.
  /// - Returns: whether they are kept now.
  package static func keep(
    _ signals: [StarSignal], of department: DepartmentCode, from basis: StarBasis,
    in session: Session
  ) throws -> Bool {
    try session.transaction { session in
      let taken = try session.execute(
        """
        INSERT INTO bi_store.computed AS c (department, "position", profile, profile_version)
        VALUES (\(department), \(basis.position), \(basis.profile), \(basis.profileVersion))
        ON CONFLICT (department) DO UPDATE SET "position" = excluded."position",
          profile = excluded.profile, profile_version = excluded.profile_version,
          computed_at = clock_timestamp()
        WHERE c."position" <= excluded."position"
        """)
      guard taken == 1 else { return false }
      try session.execute("DELETE FROM bi_store.signal WHERE department = \(department)")
      for signal in signals { try insert(signal, basis, session) }
      return true
    }
  }

  private static func insert(
    _ signal: StarSignal, _ basis: StarBasis, _ session: Session
  ) throws {
    try session.execute(
      """
      INSERT INTO bi_store.signal (department, kpi, rule, period, number, first_period, last_period,
        points, side, reading, is_provisional, is_first, is_open, onset, level_before, level_after,
        "position", profile, profile_version)
      VALUES (\(signal.kpi.department), \(signal.kpi.code.rawValue), \(signal.rule),
        \(signal.period), \(signal.number), \(signal.firstPeriod), \(signal.lastPeriod),
        \(signal.points), \(signal.side), \(signal.reading), \(signal.isProvisional),
        \(signal.change?.isFirst ?? false), \(signal.change?.isOpen ?? false),
        \(signal.change?.onset), \(signal.change?.levelBefore), \(signal.change?.level),
        \(basis.position), \(basis.profile), \(basis.profileVersion))
      """)
  }
}
