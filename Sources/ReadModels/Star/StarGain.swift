package import CivilTime
package import Domain
package import Postgres

/// What a training design gained by a KPI, as the star schema keeps it: the part of one value area.
package struct StarGain: Sendable, Hashable {
  package var kpi: KPIReference
  package var design: ItemID
  /// Nil for a KPI that belongs to none.
  package var area: String?
  /// The area's part of the whole gain, above 0 and up to 1.
  package var share: Double
  /// Days that count.
  package var first: LocalDate
  package var last: LocalDate
  /// In the KPI's unit; below 0 for a loss.
  package var quantity: Interval
  /// Minor units; nil where nobody stated a value.
  package var amount: Amount?
  package var method: String

  /// A figure with the ends of its interval.
  package struct Interval: Sendable, Hashable {
    package var value: Double
    package var low: Double
    package var high: Double

    package init(_ value: Double, _ low: Double, _ high: Double) {
      (self.value, self.low, self.high) = (value, low, high)
    }
  }

  package struct Amount: Sendable, Hashable {
    package var value: Int
    package var low: Int
    package var high: Int
    package var currency: String

    package init(_ value: Int, _ low: Int, _ high: Int, _ currency: String) {
      (self.value, self.low, self.high, self.currency) = (value, low, high, currency)
    }
  }

  package init(
    kpi: KPIReference, design: ItemID, area: String?, share: Double, first: LocalDate,
    last: LocalDate, quantity: Interval, amount: Amount?, method: String
  ) {
    (self.kpi, self.design, self.area, self.share) = (kpi, design, area, share)
    (self.first, self.last, self.quantity) = (first, last, quantity)
    (self.amount, self.method) = (amount, method)
  }
}

/// From what gains were computed: they rest on all departments' logs, and on the day.
package struct StarGainBasis: Sendable, Equatable {
  /// Events of all logs together.
  package var events: Int
  /// In the organization's time zone.
  package var day: LocalDate
  package var profile: String
  package var profileVersion: Int

  package init(events: Int, day: LocalDate, profile: String, profileVersion: Int) {
    (self.events, self.day) = (events, day)
    (self.profile, self.profileVersion) = (profile, profileVersion)
  }
}

extension StarStore {
  /// Nil before they were computed.
  package static func gainBasis(in view: View) throws -> StarGainBasis? {
    try view.first("SELECT events, day, profile, profile_version FROM bi_store.gains_computed") {
      StarGainBasis(
        events: try $0.int(0), day: try $0.value(1), profile: try $0.text(2),
        profileVersion: try $0.int(3))
    }
  }

  /// Those that are kept.
  package static func gains(in view: View) throws -> [StarGain] {
    try view.query(
      """
      SELECT department, kpi, design, nullif(value_area, ''), share, since, until, quantity,
        quantity_low, quantity_high, amount, amount_low, amount_high, currency, method
      FROM bi_store.gain ORDER BY department, kpi, design, value_area
      """
    ) { row in
      StarGain(
        kpi: KPIReference(try row.value(0), try row.value(1)), design: try row.value(2),
        area: try row.textIfPresent(3), share: try row.double(4), first: try row.value(5),
        last: try row.value(6),
        quantity: StarGain.Interval(try row.double(7), try row.double(8), try row.double(9)),
        amount: try amount(row), method: try row.text(14))
    }
  }

  private static func amount(_ row: borrowing Row) throws -> StarGain.Amount? {
    guard let value = try row.intIfPresent(10) else { return nil }
    return StarGain.Amount(value, try row.int(11), try row.int(12), try row.text(13))
  }

  /// Puts gains in the place of those kept, unless they were computed from fewer events.
  /// - Parameter positions: how far each department's log was known.
  /// - Returns: whether they are kept now.
  package static func keep(
    _ gains: [StarGain], from basis: StarGainBasis, at positions: [DepartmentCode: Int],
    in session: Session
  ) throws -> Bool {
    try session.transaction { session in
      let taken = try session.execute(
        """
        INSERT INTO bi_store.gains_computed AS c (events, day, profile, profile_version)
        VALUES (\(basis.events), \(basis.day), \(basis.profile), \(basis.profileVersion))
        ON CONFLICT (one) DO UPDATE SET events = excluded.events, day = excluded.day,
          profile = excluded.profile, profile_version = excluded.profile_version,
          computed_at = clock_timestamp()
        WHERE c.events <= excluded.events
        """)
      guard taken == 1 else { return false }
      try session.execute("DELETE FROM bi_store.gain")
      for gain in gains { try insert(gain, basis, positions[gain.kpi.department] ?? 0, session) }
      return true
    }
  }

  private static func insert(
    _ gain: StarGain, _ basis: StarGainBasis, _ position: Int, _ session: Session
  ) throws {
    let (quantity, amount) = (gain.quantity, gain.amount)
    try session.execute(
      """
      INSERT INTO bi_store.gain (department, kpi, design, value_area, share, since, until, quantity,
        quantity_low, quantity_high, amount, amount_low, amount_high, currency, method, "position",
        profile, profile_version)
      VALUES (\(gain.kpi.department), \(gain.kpi.code.rawValue), \("\(gain.design)"),
        \(gain.area ?? ""), \(gain.share), \(gain.first), \(gain.last), \(quantity.value),
        \(quantity.low), \(quantity.high), \(amount?.value), \(amount?.low), \(amount?.high),
        \(amount?.currency), \(gain.method), \(position), \(basis.profile),
        \(basis.profileVersion))
      """)
  }
}
