import CanonicalJSON
import EventLog
import Postgres
import TestSupport
import Testing

/// What a member can set up in a session of its own, to be met by functions that run as the owner.
@Suite("Hostile sessions")
struct HostileSessionTests {
  @Test("Temporary objects do not stand in for the log's own")
  func temporaryObjects() async throws {
    try await withLog { log in
      try await log.withRole { target in
        let member = try await Connection.open(target)
        try await member.executeScript(
          """
          CREATE TEMP TABLE event AS SELECT * FROM log.event;
          CREATE TEMP TABLE department AS SELECT * FROM log.department;
          INSERT INTO pg_temp.department VALUES ('D9', false, now(), 'x');
          CREATE FUNCTION pg_temp.first_result(text, uuid, text) RETURNS TABLE (
            first_position bigint, last_position bigint, recorded_at timestamptz)
            LANGUAGE sql AS 'SELECT 1::bigint, 1::bigint, now()';
          CREATE FUNCTION pg_temp.line(log.event) RETURNS text LANGUAGE sql AS 'SELECT ''x''';
          CREATE FUNCTION pg_temp.sha256(bytea) RETURNS bytea LANGUAGE sql AS 'SELECT $1';
          CREATE DOMAIN pg_temp.json AS text;
          CREATE FUNCTION pg_temp.never(bytea, bytea) RETURNS boolean LANGUAGE sql AS 'SELECT false';
          CREATE OPERATOR pg_temp.<> (LEFTARG = bytea, RIGHTARG = bytea, FUNCTION = pg_temp.never);
          SET search_path = pg_temp, pg_catalog;
          """)
        let request = Sample.request(at: 0, events: 2)
        #expect(try await member.append(request).positions == 1...2)
        #expect(try await member.append(request).repeated)
        var other = request
        other.content = ["do": "another thing"]
        let reused = try await refusal { try await member.append(other) }
        #expect(reused == .commandReused(request.commandID))
        let unknown = try await refusal { try await member.append(Sample.request("D9", at: 0)) }
        #expect(unknown == .unknownDepartment("D9"))
        #expect(try await member.execute("SELECT FROM pg_temp.event") == 0)
      }
      #expect(try await Connection.open(log.target).audit().problems == [])
    }
  }

  static let settings = [
    "standard_conforming_strings = off", "DateStyle = 'SQL, DMY'", "IntervalStyle = sql_standard",
    "TimeZone = 'Asia/Kathmandu'", "bytea_output = escape", "extra_float_digits = -15",
    "backslash_quote = off", "transform_null_equals = on", "quote_all_identifiers = on",
    "plan_cache_mode = force_generic_plan", "plan_cache_mode = force_custom_plan",
    "array_nulls = off", "row_security = off", "jit_above_cost = 0",
    "escape_string_warning = on", "client_min_messages = debug5", "search_path = ''",
    "lc_time = 'C'", "enable_indexscan = off", "xmloption = document",
  ]

  @Test("Settings of the session change nothing of what is stored")
  func settings() async throws {
    try await withLog { log in
      try await log.withRole { target in
        for (index, setting) in Self.settings.enumerated() {
          let member = try await Connection.open(target)
          try await member.execute("SET \(unescaped: setting)")
          let request = Sample.request(
            stream: "s\(index)", at: 0, events: 2, payload: ["a": #"\ " é"#])
          try await member.append(request)
          #expect(try await member.append(request).repeated, "\(setting)")
          try await member.perform { session in
            _ = try LogWriter.appendBatch(
              [Sample.entry(), Sample.entry()], to: "j\(index)", at: 0, of: "D1", in: session)
          }
          await member.close()
        }
      }
      let owner = try await Connection.open(log.target)
      let audit = try await owner.audit()
      #expect(audit.problems == [])
      #expect(audit.count == Self.settings.count * 4)
      #expect(try await owner.events().allSatisfy { $0.occurredAt == Sample.occurred })
    }
  }
}
