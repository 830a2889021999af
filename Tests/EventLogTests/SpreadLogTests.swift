import Foundation
import Postgres
import Schema
import TestSupport
import Testing

/// What keeps logs from being spread over servers by department, found by trying (docs/scale.md): each of
/// these either fails there or, worse, answers of another session.
@Suite("What a log that is spread over servers can't do")
struct SpreadLogTests {
  /// Steps aside where the server has Citus, before its first statement.
  static let steppingAside = ["functions/62_append_one.sql"]

  @Test("No query of the log is recursive, asks EXISTS without a column, or reads the session")
  func queries() throws {
    let statements = try Self.inFunctions() + Self.inSources()
    #expect(statements.count > 60)
    for (place, statement) in statements {
      let faults = Self.faults(of: statement)
        .filter { !($0 == "session" && Self.steppingAside.contains(place)) }
      #expect(faults == [], "\(place): \(statement)")
    }
  }

  @Test(
    "No function in SQL with parameters asks the log, none joins roles with what stands on all servers"
  )
  func functions() {
    let functions = Schema.definitions.flatMap { file in
      file.sql.replacing(/--[^\n]*/, with: "").split(separator: "CREATE OR REPLACE ").map {
        (file.path, String($0))
      }
    }
    #expect(functions.count > 100)
    for (place, function) in functions {
      #expect(Self.functionFaults(of: function) == [], "\(place): \(function.prefix(200))")
    }
  }

  /// A query of a function in SQL has the function's parameters, which isn't planned there.
  private static func functionFaults(of function: String) -> [String] {
    let asksLog = function.matches(#"\b(FROM|JOIN)\s+log\.(event|department)\b"#)
    let inSQL = function.matches(#"^FUNCTION\s+\S+\s*\(\s*[^)\s][^)]*\)[^$]*LANGUAGE sql"#)
    let whole = #"log\.(membership|access|login_group|department_key|event_type)"#
    return (asksLog && inSQL ? ["parameters"] : [])
      + (function.split(separator: ";").contains {
        String($0).matches(#"\bpg_(roles|auth_members)\b"#) && String($0).matches(whole)
      } ? ["roles"] : [])
  }

  @Test("The lint finds what it is for")
  func lint() {
    let faults: [(String, [String])] = [
      ("WITH RECURSIVE a AS (SELECT 1) SELECT * FROM log.event", ["recursive"]),
      ("SELECT EXISTS (SELECT FROM log.event e)", ["exists"]),
      ("INSERT INTO event SELECT session_user FROM event last", ["session"]),
      ("SELECT * FROM log.department d WHERE log.reading() <> 'all'", ["session"]),
      ("SELECT log.exported(e) FROM log.event e", ["row"]),
      ("SELECT EXISTS (SELECT 1 FROM log.event e), who", []),
      (
        "SELECT f.d FROM unnest($1) f (d) WHERE EXISTS (SELECT 1 FROM log.event e WHERE e.department = f.d)",
        ["unnest"]
      ),
      ("WITH RECURSIVE a AS (SELECT 1) SELECT * FROM a", []),
    ]
    for (statement, expected) in faults {
      #expect(Self.faults(of: statement) == expected, "\(statement)")
    }
    let functions: [(String, [String])] = [
      (
        "FUNCTION log.a(p text) RETURNS int LANGUAGE sql AS $$ SELECT 1 FROM log.event e $$",
        ["parameters"]
      ),
      ("FUNCTION log.a() RETURNS int LANGUAGE sql AS $$ SELECT 1 FROM log.event e $$", []),
      (
        "FUNCTION log.a(p text) RETURNS int LANGUAGE plpgsql AS $$ SELECT 1 FROM log.event e $$", []
      ),
      ("x; SELECT 1 FROM log.membership m JOIN pg_roles r ON r.rolname = m.person; y", ["roles"]),
    ]
    for (function, expected) in functions {
      #expect(Self.functionFaults(of: function) == expected, "\(function)")
    }
  }

  @Test("No unique index of the log lacks the department")
  func indexes() async throws {
    try await withLog { log in
      let connection = try await Connection.open(log.target)
      let lacking = try await connection.query(
        """
        SELECT i.indexrelid::regclass::text FROM pg_index i
        WHERE i.indisunique AND i.indrelid IN ('log.event'::regclass, 'log.department'::regclass)
          AND (SELECT a.attnum FROM pg_attribute a
            WHERE a.attrelid = i.indrelid AND a.attname = 'department') <> ALL (i.indkey::smallint[])
        """
      ) { try $0.text(0) }
      #expect(lacking == [])
    }
  }

  private static func faults(of statement: String) -> [String] {
    let table = #"\b(FROM|JOIN|INTO|UPDATE)\s+(log\.)?(event|department)\b"#
    guard statement.matches(table) else { return [] }
    return [
      ("recursive", #"\bRECURSIVE\b"#), ("exists", #"\bEXISTS\s*\(\s*SELECT\s+FROM\b"#),
      (
        "session",
        #"\bsession_user\b|\bcurrent_user\b|log\.(person|door|reading|reads_all|reads_shared|readable)\("#
          + #"|pg_has_role\(|current_setting\("#
      ), ("unnest", #"\bFROM\s+unnest\([^;]*\bWHERE\s+(NOT\s+)?EXISTS\s*\([^;]*\blog\.event\b"#),
      ("row", #"log\.(exported|cloud_event|line|leaf)\(\s*[a-z]+\s*[,)]"#),
    ].filter { statement.matches($0.1) }.map(\.0)
  }

  /// Statements of functions of the log and of kept reports, without comments.
  private static func inFunctions() -> [(String, String)] {
    Schema.definitions.filter { $0.path.hasPrefix("functions/") }.flatMap { file in
      file.sql.replacing(/--[^\n]*/, with: "").split(separator: ";").map { (file.path, String($0)) }
    }
  }

  /// Texts of Swift sources that hold queries of the log.
  private static func inSources() throws -> [(String, String)] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources")
    let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    return try (files?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }.flatMap {
      file in
      try String(contentsOf: file, encoding: .utf8).matches(
        of: /"""(.*?)"""|"([^"\n]*)"/.dotMatchesNewlines()
      )
      .map { (file.lastPathComponent, String($0.1 ?? $0.2 ?? "")) }
      .filter { $0.1.contains("log.event") || $0.1.contains("log.department") }
    }
  }
}

extension String {
  fileprivate func matches(_ pattern: String) -> Bool {
    range(of: pattern, options: [.regularExpression, .caseInsensitive]) != nil
  }
}
