import CanonicalJSON
import OperatingSystem
import Postgres
import TestSupport
import Testing

/// Logs whose reviews were closed by earlier programs, one a form of the report: they stay closed for
/// good. Each is an exported log with the reports that were kept beside it.
@Suite("Reviews that earlier programs closed")
struct ClosedReviewsTests {
  static let forms = [2]

  private static func file(_ name: String, in home: String) throws -> String {
    let folder = #filePath.prefix(upTo: #filePath.lastIndex(of: "/")!) + "/ClosedReviews"
    let path = "\(home)/\(name)"
    let outcome = try ChildProcess.run([
      "/bin/sh", "-c", "gunzip -c '\(folder)/\(name).gz' >'\(path)'",
    ])
    #expect(outcome.status == 0)
    return path
  }

  private func imported(
    _ form: Int, withReports: Bool, _ body: (CommandLineRunner) async throws -> Void
  ) async throws {
    try await withCommandLine { pdca async throws in
      let log = try Self.file("form-\(form).ndjson", in: pdca.home)
      var words = ["import", "log", log]
      if withReports {
        words += ["--reports", try Self.file("form-\(form).reports.ndjson", in: pdca.home)]
      }
      let run = try pdca.run(words)
      guard run.status == 0 else { throw SetUpFailed(step: words, run: run) }
      try await body(pdca)
    }
  }

  private func closed(_ pdca: CommandLineRunner) throws -> [String] {
    let list = try JSON(parsing: pdca("review", "list", "--json").output)
    guard case .array(let reviews)? = list.object?["reviews"] else { return [] }
    return reviews.compactMap(\.object).filter { $0["closedAt"]?.string != nil }
      .compactMap { $0["id"]?.string }
  }

  private func verb(_ id: String) -> String { id.contains("-W") ? "week" : "month" }

  @Test(
    "All reprint as closed, with their kept reports and without", arguments: forms, [true, false])
  func asClosed(_ form: Int, withReports: Bool) async throws {
    try await imported(form, withReports: withReports) { pdca throws in
      let ids = try closed(pdca)
      #expect(ids.count == 11)
      for id in ids {
        let shown = try pdca("review", verb(id), id, "--as-of", id, "--format", "markdown").output
        #expect(shown.contains("As closed, hash "), "\(id): \(shown.suffix(600))")
        #expect(!shown.contains("Differs"))
        let json = try JSON(parsing: pdca("review", "show", id, "--json").output)
        #expect(json.object?["reprint"]?.object?["same"] == true, "\(id)")
      }
    }
  }

  @Test("With their kept reports they are shown byte by byte as they were closed", arguments: forms)
  func asKept(_ form: Int) async throws {
    try await imported(form, withReports: true) { pdca throws in
      for id in try closed(pdca) {
        let shown = try JSON(
          parsing: pdca("review", verb(id), id, "--as-of", id, "--format", "json").output)
        guard case .object(var report) = shown else {
          Issue.record("\(id) has no JSON")
          continue
        }
        let reprint = report["reprint"]?.object
        for added in ["reprint", "asOf", "effective"] { report[added] = nil }
        #expect(report["version"] == JSON(form))
        #expect(reprint?["reportHash"] == reprint?["pinnedReportHash"], "\(id)")
        let japanese = try pdca.japanese("review", verb(id), id, "--as-of", id).output
        #expect(japanese.contains("終了時の内容と一致しています"))
      }
    }
  }

  @Test("An export carries the kept reports on", arguments: forms)
  func exported(_ form: Int) async throws {
    try await imported(form, withReports: true) { pdca throws in
      let path = "\(pdca.home)/again.ndjson"
      #expect(
        try pdca("export", "log", "--output", "\(pdca.home)/log", "--reports", path).status == 0)
      let given = try Self.file("form-\(form).reports.ndjson", in: pdca.home)
      #expect(try TextFile.readIfPresent(path) == TextFile.readIfPresent(given))
    }
  }

  @Test("A side file that isn't what the log pins is refused, and nothing is imported")
  func sideFileFaults() async throws {
    try await withCommandLine { pdca throws in
      let log = try Self.file("form-2.ndjson", in: pdca.home)
      let good = try TextFile.readIfPresent(Self.file("form-2.reports.ndjson", in: pdca.home)) ?? ""
      let lines = good.split(separator: "\n").map(String.init)
      func refused(_ lines: [String], _ status: Int32, _ reason: String) throws {
        let path = "\(pdca.home)/changed"
        try TextFile.replace(path, with: lines.map { $0 + "\n" }.joined())
        for more in [["--dry-run"], []] {
          let run = try pdca.run(["import", "log", log, "--reports", path] + more)
          #expect(run.status == status, "\(run)")
          #expect(run.errors.contains(reason), "\(run)")
        }
      }
      let first = lines[0]
      try refused(
        [first.replacing("\"lead\":\"Signals", with: "\"lead\":\"Omens")] + lines.dropFirst(), 5,
        "its hash differs")
      try refused(
        [first.replacing("\"signals\":", with: "\"signale\":")] + lines.dropFirst(), 5,
        "its hash differs")
      try refused(
        [first.replacing("review-2026", with: "review-2025")] + lines.dropFirst(), 65,
        "the log holds no closed review")
      try refused([first, first] + lines.dropFirst(), 65, "stands twice")
      try refused(lines.dropLast(), 65, "line \(lines.count - 1) of the reports")
      try refused(Array(lines.dropFirst()), 65, "of the reports can't be taken")
      let run = try pdca("import", "log", log)
      #expect(run.status == 0, "\(run)")
    }
  }

  @Test("A kept report that was changed is told as tampered with, and the log's is shown")
  func tampered() async throws {
    try await imported(2, withReports: true) { pdca async throws in
      try await pdca.rewritingReports(
        "UPDATE kept.report SET document_en = replace(document_en, 'Signal', 'Silence')")
      let run = try pdca(
        "review", "week", "SALES-2026-W36", "--as-of", "SALES-2026-W36", "--format", "markdown")
      #expect(run.output.contains("Differs: the report kept here is not the one that was pinned"))
      #expect(!run.output.contains("Silence"))
    }
  }

  @Test("A redaction takes away the reports that show its text, and no others")
  func redacted() async throws {
    try await imported(2, withReports: true) { pdca async throws in
      let before = try await pdca.keptReviews()
      let position = try await pdca.position(of: "IssueRaised")
      let run = try pdca("audit", "redact", "DELIV@\(position)", "--reason", "A name")
      #expect(run.status == 0, "\(run)")
      let after = try await pdca.keptReviews()
      #expect(after.isStrictSubset(of: before) && !after.isEmpty)
      let texts = try await pdca.keptTexts()
      #expect(!texts.contains("camera"))
      for id in before.subtracting(after) {
        let shown = try pdca("review", verb(id), id, "--as-of", id).output
        #expect(shown.contains("Differs: redacted at DELIV@\(position). Made anew"), "\(id)")
      }
      for id in after {
        #expect(
          try pdca("review", "show", id).output.split(separator: "\n").joined(separator: " ")
            .contains("As closed"), "\(id)")
      }
    }
  }

  @Test("Nobody changes what is kept, and members can add nothing that the log doesn't pin")
  func guarded() async throws {
    try await imported(2, withReports: true) { pdca async throws in
      let statements = [
        "UPDATE kept.report SET form = 3", "DELETE FROM kept.report", "TRUNCATE kept.report",
      ]
      let connection = try await Connection.open(pdca.target)
      for statement in statements {
        let refused = await #expect(throws: PostgresError.self) {
          try await connection.execute("\(unescaped: statement)")
        }
        #expect(refused?.serverError?.sqlState == "PD006", "\(statement)")
      }
      let group = try await connection.group("member")
      try await connection.execute("SET ROLE \(identifier: group)")
      for statement in statements + ["INSERT INTO kept.report VALUES ('HQ','x',2,'','','')"] {
        let refused = await #expect(throws: PostgresError.self) {
          try await connection.execute("\(unescaped: statement)")
        }
        #expect(refused?.serverError?.sqlState == "42501", "\(statement)")
      }
      let refused = await #expect(throws: PostgresError.self) {
        try await connection.execute(
          "SELECT kept.keep('SALES', 'review-2026-W36', 2, '{\"version\":2}', '{}', '{}')")
      }
      #expect(refused?.serverError?.sqlState == "PD013")
      await connection.close()
    }
  }
}

extension CommandLineRunner {
  /// As somebody could who owns the database.
  fileprivate func rewritingReports(_ sql: String) async throws {
    let connection = try await Connection.open(target)
    try await connection.execute("ALTER TABLE kept.report DISABLE TRIGGER ALL")
    try await connection.execute("\(unescaped: sql)")
    try await connection.execute("ALTER TABLE kept.report ENABLE ALWAYS TRIGGER report_stays")
    await connection.close()
  }

  fileprivate func keptReviews() async throws -> Set<String> {
    Set(
      try await kept("SELECT department || '-' || substr(stream, 8) FROM kept.report"))
  }

  fileprivate func keptTexts() async throws -> String {
    try await kept("SELECT report || document_en || document_ja FROM kept.report").joined()
  }

  fileprivate func position(of type: String) async throws -> String {
    try await kept("SELECT \"position\" || '' FROM log.event WHERE type = '\(type)'").first ?? ""
  }

  private func kept(_ sql: String) async throws -> [String] {
    let connection = try await Connection.open(target)
    let texts = try await connection.query("\(unescaped: sql)") { try $0.text(0) }
    await connection.close()
    return texts
  }
}
