package import Postgres

/// What a primary publishes for reporting servers. What sharing keeps isn't in it, nor are addresses.
package struct ReplicaPublication: Sendable {
  let name: String
  let tables: String
  let publish: String

  /// Rows of `log.department` are only added: its bound `near_end` is the primary's own. Events get
  /// nothing but redactions.
  package static let all = [
    ReplicaPublication(name: "pdca_log", tables: "log.event", publish: "insert, update"),
    ReplicaPublication(
      name: "pdca_departments",
      tables: "log.department_key, log.department (department, head, made_at, made_by)",
      publish: "insert"),
    ReplicaPublication(
      name: "pdca_beside",
      tables: "kept.report, people.absence, "
        + "people.directory (account, name, language, changed_at, changed_by)",
      publish: "insert, update, delete"),
  ]

  /// What of it a database lacks or has otherwise.
  static func missing(in session: Session) throws -> [String] {
    let found = try session.query(
      """
      SELECT p.pubname::text,
        p.pubname || ' ' || p.pubinsert::int || p.pubupdate::int || p.pubdelete::int || ' '
          || coalesce((SELECT string_agg(r.prrelid::regclass || ' ' || coalesce((
              SELECT string_agg(a.attname, ',' ORDER BY a.attname) FROM pg_attribute a
              WHERE a.attrelid = r.prrelid AND a.attnum = ANY (r.prattrs)), '*') || coalesce(r.prqual::text, ''),
            ';' ORDER BY r.prrelid::regclass::text)
            FROM pg_publication_rel r WHERE r.prpubid = p.oid), '')
      FROM pg_publication p WHERE p.pubname = ANY (\(all.map(\.name))::text[])
      """
    ) { (try $0.text(0), try $0.text(1)) }
    return all.map(\.name).filter { name in !found.contains { $0.0 == name && wanted[name] == $0.1 }
    }
  }

  private static let wanted = [
    "pdca_log": "pdca_log 110 log.event *",
    "pdca_departments": "pdca_departments 100 log.department department,head,made_at,made_by;"
      + "log.department_key *",
    "pdca_beside": "pdca_beside 111 kept.report *;people.absence *;people.directory "
      + "account,changed_at,changed_by,language,name",
  ]
}

extension ReplicaPublication {
  /// Makes or repairs the publications, and lets a role copy what is in them.
  /// - Throws: ``ReplicaError``.
  package static func steps(for role: String, in session: Session) throws -> [ReplicaStep] {
    try ProgramSchema.require(session)
    if let upstream = try Upstream(in: session) {
      throw ReplicaError.primaryIsReplica(of: upstream.place)
    }
    let level = try session.first("SHOW wal_level") { try $0.text(0) } ?? ""
    guard level == "logical" else { throw ReplicaError.walLevel(level) }
    let stands = try session.query(
      "SELECT pubname::text FROM pg_publication WHERE pubname = ANY (\(all.map(\.name))::text[])"
    ) { try $0.text(0) }
    let isKnown = try session.first(
      """
      SELECT EXISTS (SELECT FROM pg_roles r WHERE r.rolname = \(role)
        AND (r.rolsuper OR r.rolreplication AND r.rolbypassrls AND r.rolcanlogin))
      """
    ) { try $0.bool(0) }
    let asker = try ReplicaAddition.superuser(session)
    if isKnown != true, !asker.1 {
      throw ReplicaError.needsSuperuser(role: asker.0, on: .primary)
    }
    let publications = try missing(in: session).flatMap { name in
      all.filter { $0.name == name }.flatMap { $0.statements(stands: stands.contains(name)) }
    }
    let sql = (isKnown == true ? [] : [making(role)]) + grants(role) + publications
    return [ReplicaStep(side: .primary, sql: sql.joined(separator: "\n"))]
  }

  private func statements(stands: Bool) -> [String] {
    stands
      ? [
        "ALTER PUBLICATION \(name) SET TABLE \(tables);",
        "ALTER PUBLICATION \(name) SET (publish = '\(publish)');",
      ]
      : ["CREATE PUBLICATION \(name) FOR TABLE \(tables) WITH (publish = '\(publish)');"]
  }

  /// Without BYPASSRLS it would copy what row security shows of it, and nobody would notice.
  private static func making(_ role: String) -> String {
    let (name, text) = (Query.quoted(identifier: role), Query.quoted(literal: role))
    return """
      DO $$ BEGIN IF to_regrole(quote_ident(\(text))) IS NULL THEN CREATE ROLE \(name); END IF; END $$;
      ALTER ROLE \(name) LOGIN REPLICATION BYPASSRLS;
      """
  }

  private static func grants(_ role: String) -> [String] {
    let name = Query.quoted(identifier: role)
    return [
      // Everybody else connects by a group.
      """
      DO $$ BEGIN EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), \(Query.quoted(literal: role))); END $$;
      """,
      "GRANT USAGE ON SCHEMA log, kept, people TO \(name);",
      "GRANT SELECT ON log.event, log.department, log.department_key, log.upstream TO \(name);",
      "GRANT SELECT ON kept.report, people.absence TO \(name);",
      "GRANT SELECT (account, name, language, changed_at, changed_by) ON people.directory TO \(name);",
    ]
  }
}
