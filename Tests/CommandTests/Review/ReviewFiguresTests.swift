import CanonicalJSON
import OperatingSystem
import Postgres
import Testing

@Suite("Figures of a review")
struct ReviewFiguresTests {
  /// By name, as plain SQL over the read models counts them. The month is that of Tokyo.
  static let sql = """
    WITH span AS (
      SELECT '2026-01-01 00:00+09'::timestamptz AS start, '2026-02-01 00:00+09'::timestamptz AS "end"
    )
    SELECT
      (SELECT count(*) FROM cycle, span WHERE opened_at >= start AND opened_at < "end"),
      (SELECT count(*) FROM cycle WHERE status NOT IN ('acted', 'cancelled') AND due <= '2026-01-31'),
      (SELECT count(*) FROM cycle, span WHERE checked_at >= start AND checked_at < "end"),
      (SELECT count(*) FROM cycle, span WHERE checked_at >= start AND checked_at < "end"
        AND verdict = 'met'),
      (SELECT count(*) FROM cycle, span WHERE acted_at >= start AND acted_at < "end"
        OR cancelled_at >= start AND cancelled_at < "end"),
      (SELECT count(*) FROM action, span WHERE occurred_at >= start AND occurred_at < "end"
        AND withdrawn_at IS NULL),
      (SELECT sum(minutes)::bigint FROM action, span WHERE occurred_at >= start
        AND occurred_at < "end" AND withdrawn_at IS NULL),
      (SELECT count(*) FROM observation WHERE period BETWEEN '2026-01-01' AND '2026-01-31'),
      (SELECT count(*) FROM lesson, span WHERE drafted_at >= start AND drafted_at < "end"),
      (SELECT count(*) FROM lesson, span WHERE validated_at >= start AND validated_at < "end"),
      (SELECT count(*) FROM adoption, span WHERE adopted AND decided_at >= start
        AND decided_at < "end"),
      (SELECT (count(*) FILTER (WHERE EXISTS (
          SELECT FROM adoption a WHERE a.adopted AND a.lesson = l.department || '-L' || l.number))
          * 100 / count(*))::bigint
        FROM lesson l WHERE status = 'validated'),
      (SELECT extract(epoch FROM percentile_cont(0.5) WITHIN GROUP (ORDER BY decided_at - raised_at))
          ::bigint / 3600
        FROM issue, span WHERE decided_at >= start AND decided_at < "end"),
      (SELECT extract(epoch FROM percentile_cont(0.5) WITHIN GROUP (ORDER BY done_at - made_at))
          ::bigint / 3600
        FROM review_decision, span WHERE done_at >= start AND done_at < "end"),
      (SELECT count(*) FROM review_decision, span WHERE done_at IS NULL AND made_at < "end"),
      (SELECT count(*) FROM review_decision, span WHERE done_at IS NULL AND made_at < "end"
        AND due <= '2026-01-31'),
      (SELECT count(*) FROM session WHERE date BETWEEN '2026-01-01' AND '2026-01-31'
        AND NOT is_cancelled),
      (SELECT count(*) FROM attendance a JOIN session s
        ON s.department = a.department AND s.design = a.design AND s.number = a.session
        WHERE s.date BETWEEN '2026-01-01' AND '2026-01-31'),
      (SELECT sum(amount)::bigint FROM cost, span WHERE occurred_at >= start
        AND occurred_at < "end")
    """

  /// Their names, in the same order.
  static let names = [
    "opened", "overdue", "checked", "met", "closed", "actions", "minutes", "observations",
    "drafted", "validated", "adopted", "reusePercent", "issueHours", "decisionHours", "open",
    "late", "sessions", "attended", "cost",
  ]

  /// The same, in the same order, out of the report's JSON.
  private static func figures(_ json: JSON) -> [Int] {
    func count(_ path: String...) -> Int { json.list(path).count }
    func met(_ cycle: JSON) -> Bool { cycle.at(["verdict"]) == "met" }
    return [
      count("cycles", "opened"), count("cycles", "overdue"), count("cycles", "checked"),
      json.list(["cycles", "checked"]).count { met($0) }, count("cycles", "closed"),
      json.sum("actions", "actions"), json.sum("actions", "minutes"),
      json.list(["kpis"]).map { $0.list(["observations"]).count }.reduce(0, +),
      count("lessons", "drafted"), count("lessons", "validated"),
      json.list(["lessons", "adoptions"]).count { $0.at(["adopted"]) == true },
      Int(json.number(["analysis", "reuse", "rate"]) * 100),
      Int(json.number(["analysis", "medianHours", "issueRaisedToDecided"])),
      Int(json.number(["analysis", "medianHours", "decisionMadeToDone"])),
      count("decisions", "open"), count("decisions", "late"), count("training", "held"),
      json.list(["training", "held"]).map { Int($0.number(["attended"])) }.reduce(0, +),
      json.list(["training", "costs"]).map { Int($0.number(["minorUnits"])) }.reduce(0, +),
    ]
  }

  @Test("All of them equal what plain SQL counts in the read models")
  func sql() async throws {
    try await withOrganization { pdca async throws in
      try await ReviewStory().fill(pdca)
      let report = try pdca("review", "month", "2026-01", "--all", "--json").output
      let json = try JSON(parsing: String(report.dropLast()))
      #expect(Self.figures(json) == (try await Self.counted(pdca.target)))
      #expect(
        Self.figures(json) == [
          3, 1, 1, 1, 1, 3, 1305, 2, 2, 1, 1, 100, 60, 48, 2, 1, 1, 2, 120_000,
        ])
      try Self.compare(json, pdca)
    }
  }

  private static func counted(_ target: Target) async throws -> [Int] {
    let connection = try await Connection.open(target)
    let counts = try await connection.perform { session in
      let schema = try session.first("SELECT schema FROM read.pointer") { try $0.text(0) }!
      try session.execute("SET search_path = \(identifier: schema)")
      return try session.first(Query(sql: sql)) { row in
        try (0..<row.columnCount).map { try row.int(.index($0)) }
      }!
    }
    await connection.close()
    return counts
  }

  /// Text, Markdown and HTML of the whole review and of the executives' cut, in both languages, hold
  /// value by value what JSON holds.
  private static func compare(_ json: JSON, _ pdca: CommandLineRunner) throws {
    let known = Dictionary(uniqueKeysWithValues: zip(names, figures(json)))
    let cut = ["--for", "executive"]
    for (runner, form, arguments) in [
      (pdca, ShownFigures.english, ["--full"]), (pdca.japanese, .japanese, ["--full"]),
      (pdca, .englishForExecutives, cut), (pdca.japanese, .japaneseForExecutives, cut),
    ] {
      let expected = known.filter { form.places.keys.contains($0.key) }
      for format in ["text", "markdown", "html"] {
        let path = "\(pdca.home)/report"
        _ = try runner.run(
          ["review", "month", "2026-01", "--all", "--format", format, "--output", path] + arguments)
        let shown = form.read(try TextFile.read(path))
        #expect(shown == expected, "\(format)")
      }
    }
  }
}

extension JSON {
  /// The value at the end of a path of members; nil where it breaks off.
  func at(_ path: [String]) -> JSON? {
    path.reduce(Optional(self)) { value, key in value?.object?[key] }
  }

  func list(_ path: [String]) -> [JSON] {
    guard case .array(let values)? = at(path) else { return [] }
    return values
  }

  func number(_ path: [String]) -> Double {
    guard case .number(let number)? = at(path) else { return .nan }
    return number
  }

  /// Of one member over a list of objects.
  func sum(_ list: String, _ member: String) -> Int {
    self.list([list]).map { Int($0.number([member])) }.reduce(0, +)
  }
}
