package import CivilTime
import Postgres

/// Something that doesn't hold in the star schema.
package struct StarFinding: Sendable, Equatable {
  package let kind: Kind
  /// What it is about: a view, a column (`fact_cost.design_key`), a department, a figure.
  package let subject: String
  /// What should be there, where there is a number or name of it.
  package let expected: String?
  package let found: String?

  package init(_ kind: Kind, _ subject: String, expected: String? = nil, found: String? = nil) {
    (self.kind, self.subject, self.expected, self.found) = (kind, subject, expected, found)
  }

  package enum Kind: String, Sendable, CaseIterable {
    /// The views show read models that were replaced, or are another program's.
    case views
    /// A key is empty or stands twice.
    case key
    /// A key of a dimension that the dimension lacks.
    case orphan
    /// A day that `bi.date` lacks, or a gap, or a part of a year in it.
    case date
    /// A flat view has other rows than its fact.
    case flat
    /// A view or column without words, or of a type that tools can't take.
    case words
    /// A view that the database's group `pdca_bi_…` may not read.
    case grant
    /// Signals that were computed from less of a log than there is.
    case behind
    /// Signals that differ from those computed now.
    case signal
    /// Gains that were computed from fewer events than there are, or on a day that is over.
    case gainsBehind
    /// Gains that differ from those computed now.
    case gain
    /// A figure that differs from the review's.
    case figure
  }
}

/// What is asked of the star schema's form; figures are checked by who knows the reviews.
package enum StarCheck {
  /// - Returns: what doesn't hold; empty when all does.
  package static func form(in view: View) throws -> [StarFinding] {
    let entries = try StarEntry.all(in: view)
    let days = try days(in: view)
    return try words(entries) + (days.findings)
      + entries.flatMap { try check($0, days.span, in: view) } + flat(entries, in: view)
      + grants(in: view)
  }

  private static func check(
    _ entry: StarEntry, _ days: ClosedRange<LocalDate>?, in view: View
  ) throws -> [StarFinding] {
    guard let column = entry.column, entry.entity != "dictionary" else { return [] }
    // The first week of the calendar begins before it.
    if entry.entity == "date", entry.role != "key" { return [] }
    switch entry.role {
    case "key": return try keys(entry.entity, column, in: view)
    case "reference":
      return try entry.refersTo.map { try orphans(entry.entity, column, of: $0, in: view) } ?? []
    case "date": return try outside(days, entry.entity, column, in: view)
    default: return []
    }
  }

  private static func keys(
    _ entity: String, _ column: String, in view: View
  ) throws -> [StarFinding] {
    try view.query(
      """
      SELECT k::text, n FROM (
        SELECT \(identifier: column) AS k, count(*) AS n FROM bi.\(identifier: entity) GROUP BY 1
      ) c WHERE k IS NULL OR n > 1 ORDER BY 1 LIMIT 3
      """
    ) { row in
      StarFinding(
        .key, "\(entity).\(column)", expected: "1",
        found: "\(try row.textIfPresent(0) ?? "NULL"): \(try row.int(1))")
    }
  }

  private static func orphans(
    _ entity: String, _ column: String, of dimension: String, in view: View
  ) throws -> [StarFinding] {
    let key = dimension == "date" ? "date" : dimension + "_key"
    return try view.query(
      """
      SELECT f.\(identifier: column)::text, count(*) FROM bi.\(identifier: entity) f
      WHERE f.\(identifier: column) IS NOT NULL AND f.\(identifier: column) NOT IN (
        SELECT d.\(identifier: key) FROM bi.\(identifier: dimension) d
        WHERE d.\(identifier: key) IS NOT NULL)
      GROUP BY 1 ORDER BY 1 LIMIT 3
      """
    ) { row in
      StarFinding(
        .orphan, "\(entity).\(column)", expected: "bi.\(dimension)",
        found: "\(try row.text(0)): \(try row.int(1))")
    }
  }

  private static func outside(
    _ days: ClosedRange<LocalDate>?, _ entity: String, _ column: String, in view: View
  ) throws -> [StarFinding] {
    let span = try view.first(
      """
      SELECT min(\(identifier: column)), max(\(identifier: column)) FROM bi.\(identifier: entity)
      """
    ) { row in (try row.value(0, as: LocalDate?.self), try row.value(1, as: LocalDate?.self)) }
    guard let first = span?.0, let last = span?.1 else { return [] }
    if let days, days.contains(first), days.contains(last) { return [] }
    return [StarFinding(.date, "\(entity).\(column)", expected: nil, found: "\(first) – \(last)")]
  }
}

extension StarCheck {
  /// Whether `bi.date` has every day of whole years, and from when to when.
  private static func days(
    in view: View
  ) throws -> (span: ClosedRange<LocalDate>?, findings: [StarFinding]) {
    let found = try view.first(
      "SELECT min(date), max(date), count(*), count(DISTINCT date) FROM bi.date"
    ) { row in
      (
        try row.value(0, as: LocalDate?.self), try row.value(1, as: LocalDate?.self),
        try row.int(2), try row.int(3)
      )
    }
    guard let (first, last, rows, distinct) = found, let first, let last else { return (nil, []) }
    let days = last.dayNumber - first.dayNumber + 1
    var findings: [StarFinding] = []
    if rows != days || distinct != days {
      findings.append(StarFinding(.date, "date", expected: "\(days)", found: "\(distinct)/\(rows)"))
    }
    if (first.month, first.day, last.month, last.day) != (1, 1, 12, 31) {
      findings.append(
        StarFinding(.date, "date", expected: "01-01 – 12-31", found: "\(first) – \(last)"))
    }
    return (first...last, findings)
  }

  private static let types: Set<String> = [
    "text", "boolean", "date", "integer", "bigint", "numeric", "double precision",
  ]

  private static func words(_ entries: [StarEntry]) -> [StarFinding] {
    entries.compactMap { entry in
      let subject = entry.column.map { "\(entry.entity).\($0)" } ?? entry.entity
      if entry.label == nil || entry.definition == nil || entry.role == nil {
        return StarFinding(.words, subject)
      }
      guard let type = entry.type, !types.contains(type) else { return nil }
      return StarFinding(.words, subject, expected: nil, found: type)
    }
  }

  private static func flat(_ entries: [StarEntry], in view: View) throws -> [StarFinding] {
    try entries.filter { $0.column == nil && $0.role == "flat" }.compactMap { entry in
      let fact = "fact_" + entry.entity.dropFirst("flat_".count)
      let counts = try view.first(
        """
        SELECT (SELECT count(*) FROM bi.\(identifier: fact)),
          (SELECT count(*) FROM bi.\(identifier: entry.entity))
        """
      ) { (try $0.int(0), try $0.int(1)) }
      guard let (rows, flat) = counts, rows != flat else { return nil }
      return StarFinding(.flat, entry.entity, expected: "\(rows)", found: "\(flat)")
    }
  }

  /// Nothing where the group isn't there: nobody could read anything.
  private static func grants(in view: View) throws -> [StarFinding] {
    try view.query(
      """
      SELECT c.relname FROM pg_class c
      JOIN pg_roles r ON r.rolname = 'pdca_bi_' || current_database()
      WHERE c.relnamespace = 'bi'::regnamespace AND c.relkind = 'v'
        AND NOT (has_table_privilege(r.oid, c.oid, 'SELECT')
          AND has_schema_privilege(r.oid, 'bi', 'USAGE'))
      ORDER BY 1
      """
    ) { StarFinding(.grant, try $0.text(0)) }
  }
}

/// Sums of the star schema, to be held against a review's.
package struct StarFigures: Sendable, Equatable {
  /// Of the days that were asked about.
  package let actions: Int
  package let minutes: Int
  package let observations: Int
  package let opened: Int
  package let checked: Int
  package let decisions: Int
  package let sessions: Int

  /// - Parameter days: by the organization's days; a week's observation counts by its Thursday.
  package static func read(_ days: DateSpan, in view: View) throws -> StarFigures? {
    try view.first(
      """
      SELECT
        (SELECT count(*) FROM bi.fact_action WHERE date BETWEEN \(days.first) AND \(days.last)),
        (SELECT coalesce(sum(minutes), 0)::bigint FROM bi.fact_action
         WHERE date BETWEEN \(days.first) AND \(days.last)),
        (SELECT count(*) FROM bi.fact_observation o JOIN bi.kpi k USING (kpi_key)
         WHERE NOT k.is_retired AND o.date + CASE k.cadence WHEN 'weekly' THEN 3 ELSE 0 END
           BETWEEN \(days.first) AND \(days.last)),
        (SELECT count(*) FROM bi.fact_cycle WHERE date BETWEEN \(days.first) AND \(days.last)),
        (SELECT count(*) FROM bi.fact_cycle
         WHERE checked_on BETWEEN \(days.first) AND \(days.last)),
        (SELECT count(*) FROM bi.fact_decision WHERE date BETWEEN \(days.first) AND \(days.last)),
        (SELECT count(*) FROM bi.session WHERE held_on BETWEEN \(days.first) AND \(days.last))
      """
    ) { row in
      StarFigures(
        actions: try row.int(0), minutes: try row.int(1), observations: try row.int(2),
        opened: try row.int(3), checked: try row.int(4), decisions: try row.int(5),
        sessions: try row.int(6))
    }
  }

  /// The last day with an action up to a day; nil without one.
  package static func lastDay(upTo day: LocalDate, in view: View) throws -> LocalDate? {
    try view.first("SELECT max(date) FROM bi.fact_action WHERE date <= \(day)") {
      try $0.value(0, as: LocalDate?.self)
    } ?? nil
  }

  /// Changes that wait for somebody to take note, of KPIs in use.
  package static func openSignals(in view: View) throws -> Int {
    try view.first(
      """
      SELECT count(*) FROM bi.fact_signal s JOIN bi.kpi k USING (kpi_key)
      WHERE s.is_first AND s.is_open AND NOT k.is_retired
      """
    ) { try $0.int(0) } ?? 0
  }
}
