import Domain
package import Postgres
import ReadModels
import Schema

extension GuardReport {
  /// Looks at the database's catalog, as any member may.
  package init(of session: Session) throws {
    self = try session.transaction(isolation: .repeatableRead, readOnly: true) { session in
      try GuardReport(
        findings: Self.triggers(session) + Self.functions(session) + Self.foreignDefiners(session)
          + Self.rights(session) + Self.calls(session) + Self.tables(session)
          + Self.reading(session) + Self.lists(session) + Self.holders(session),
        owner: Self.owner(session), mayActAsOwner: Self.actingAsOwner(session))
    }
  }

  /// Tables of the log with their triggers, as `pg_get_triggerdef` writes them, and whether each table
  /// is one that only the owner may write.
  static let guards: [String: String] = [
    "event_is_append_only":
      "BEFORE DELETE OR TRUNCATE ON log.event FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change()",
    "event_stays":
      "BEFORE DELETE ON log.event FOR EACH ROW EXECUTE FUNCTION log.refuse_change()",
    "event_is_redacted_alone":
      "BEFORE UPDATE ON log.event FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_update()",
    "event_keeps_all_but_text":
      "BEFORE UPDATE ON log.event FOR EACH ROW EXECUTE FUNCTION log.refuse_but_redaction()",
    "department_is_append_only":
      "BEFORE DELETE OR UPDATE OF department, head, made_at, made_by OR TRUNCATE ON log.department "
      + "FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change()",
    "department_stays":
      "BEFORE DELETE OR UPDATE OF department, head, made_at, made_by ON log.department "
      + "FOR EACH ROW EXECUTE FUNCTION log.refuse_change()",
    "report_stays":
      "BEFORE DELETE OR UPDATE OR TRUNCATE ON kept.report FOR EACH STATEMENT EXECUTE FUNCTION "
      + "kept.refuse_change()",
  ]

  /// Those of a reporting server besides, and when they fire: for all but the apply worker (O), for it
  /// alone (R).
  static let replicaGuards: [String: (state: String, definition: String)] = [
    "event_is_replicated": (
      "O",
      "BEFORE INSERT OR DELETE OR UPDATE ON log.event FOR EACH STATEMENT EXECUTE FUNCTION "
        + "log.refuse_on_replica()"
    ),
    "department_is_replicated": (
      "O",
      "BEFORE INSERT OR DELETE OR UPDATE ON log.department FOR EACH STATEMENT EXECUTE FUNCTION "
        + "log.refuse_on_replica()"
    ),
    "report_is_replicated": (
      "O",
      "BEFORE INSERT OR DELETE OR UPDATE ON kept.report FOR EACH STATEMENT EXECUTE FUNCTION "
        + "log.refuse_on_replica()"
    ),
    "event_was_replicated": (
      "R", "AFTER INSERT ON log.event FOR EACH ROW EXECUTE FUNCTION log.after_replicated_event()"
    ),
    "event_was_redacted": (
      "R",
      "AFTER UPDATE ON log.event FOR EACH ROW EXECUTE FUNCTION log.after_replicated_redaction()"
    ),
    "department_was_replicated": (
      "R",
      "AFTER INSERT ON log.department FOR EACH ROW WHEN (new.head) EXECUTE FUNCTION "
        + "log.after_replicated_department()"
    ),
  ]

  /// Name, state and definition of each that this database is to have.
  private static func wantedGuards(
    _ session: Session
  ) throws -> [String: (state: String, definition: String)] {
    let own = guards.mapValues { (state: "A", definition: $0) }
    guard try Upstream(in: session) != nil else { return own }
    return own.merging(replicaGuards) { own, _ in own }
  }

  private static func triggers(_ session: Session) throws -> [GuardFinding] {
    let wantedGuards = try wantedGuards(session)
    let found = try session.query(
      """
      SELECT t.tgname::text, t.tgrelid::regclass::text, t.tgenabled::text, pg_get_triggerdef(t.oid)
      FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname IN ('log', 'kept') AND NOT t.tgisinternal ORDER BY 2, 1
      """
    ) { (try $0.text(0), try $0.text(1), try $0.text(2), try $0.text(3)) }
    let names = Set(found.map(\.0))
    let missing = wantedGuards.keys.filter { !names.contains($0) }.sorted().map {
      GuardFinding(.missingTrigger, $0)
    }
    return missing
      + found.compactMap { name, table, enabled, definition in
        guard let wanted = wantedGuards[name] else {
          return GuardFinding(.extraTrigger, name, table)
        }
        if definition != "CREATE TRIGGER \(name) \(wanted.definition)" {
          return GuardFinding(.changedTrigger, name, definition)
        }
        return enabled == wanted.state ? nil : GuardFinding(.disabledTrigger, name, table)
      }
  }

  private static func functions(_ session: Session) throws -> [GuardFinding] {
    let found = try session.query(
      """
      SELECT n.nspname || '.' || p.proname, p.oid::regprocedure::text, p.prosrc, p.prosecdef,
        coalesce(array(SELECT unnest(p.proconfig) ORDER BY 1), '{}'), p.proowner = n.nspowner,
        pg_get_userbyid(p.proowner)::text
      FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE n.nspname IN ('log', 'kept', 'share', 'people') ORDER BY 2
      """
    ) { row in
      (
        SchemaFunction(
          name: try row.text(0), body: try row.text(2), isDefiner: try row.bool(3),
          settings: try row.texts(4)),
        signature: try row.text(1), isOwners: try row.bool(5), owner: try row.text(6)
      )
    }
    let wanted = Schema.functions.filter { isGuarded($0.name) }
    let (own, made) = (Set(wanted), Set(found.map(\.0)))
    let names = Set(wanted.map(\.name))
    // One that is made twice, as `log.line` is, is missing by its body.
    let changed = Set(found.filter { !own.contains($0.0) }.map(\.0.name))
    let missing = wanted.filter { !made.contains($0) && !changed.contains($0.name) }
    return missing.map { GuardFinding(.missingFunction, $0.name) }
      + found.compactMap { function, signature, isOwners, owner in
        if !names.contains(function.name) { return GuardFinding(.extraFunction, signature, owner) }
        if !own.contains(function) { return GuardFinding(.changedFunction, signature) }
        return isOwners ? nil : GuardFinding(.otherOwner, signature, owner)
      }
  }

  private static func isGuarded(_ name: String) -> Bool {
    ["log.", "kept.", "share.", "people."].contains { name.hasPrefix($0) }
  }

  /// Functions of other schemas that run with rights over the log, those of extensions left out.
  private static func foreignDefiners(_ session: Session) throws -> [GuardFinding] {
    let own = Set(Schema.functions.map(\.name))
    return try session.query(
      """
      SELECT n.nspname || '.' || p.proname, p.oid::regprocedure::text, pg_get_userbyid(p.proowner)::text
      FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE p.prosecdef AND n.nspname NOT IN ('log', 'kept', 'pg_catalog', 'information_schema')
        AND has_table_privilege(p.proowner, 'log.event', 'INSERT')
        AND NOT EXISTS (
          SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid
            AND d.deptype = 'e')
      ORDER BY 2
      """
    ) { (try $0.text(0), GuardFinding(.foreignDefiner, try $0.text(1), try $0.text(2))) }
    .filter { !own.contains($0.0) }.map(\.1)
  }

  /// Who besides the owner may write tables of the log or make things beside them.
  private static func rights(_ session: Session) throws -> [GuardFinding] {
    try session.query(
      """
      SELECT 'writable', c.oid::regclass::text,
        coalesce(r.rolname::text, 'PUBLIC') || ': ' || string_agg(DISTINCT a.privilege_type, ', ')
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace,
        aclexplode(c.relacl) a LEFT JOIN pg_roles r ON r.oid = a.grantee
      WHERE n.nspname IN ('log', 'kept') AND c.relkind IN ('r', 'p')
        AND a.grantee <> c.relowner AND a.privilege_type <> 'SELECT'
      GROUP BY c.oid, r.rolname
      UNION ALL
      SELECT 'writable', c.oid::regclass::text || '.' || t.attname,
        coalesce(r.rolname::text, 'PUBLIC') || ': ' || string_agg(DISTINCT a.privilege_type, ', ')
      FROM pg_attribute t JOIN pg_class c ON c.oid = t.attrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace,
        aclexplode(t.attacl) a LEFT JOIN pg_roles r ON r.oid = a.grantee
      WHERE n.nspname IN ('log', 'kept') AND a.grantee <> c.relowner AND a.privilege_type <> 'SELECT'
      GROUP BY c.oid, t.attname, r.rolname
      UNION ALL
      SELECT 'creatable', n.nspname::text, coalesce(r.rolname::text, 'PUBLIC')
      FROM pg_namespace n, aclexplode(n.nspacl) a LEFT JOIN pg_roles r ON r.oid = a.grantee
      WHERE n.nspname IN ('log', 'kept') AND a.grantee <> n.nspowner
        AND a.privilege_type = 'CREATE'
      UNION ALL
      SELECT 'otherOwner', c.oid::regclass::text, pg_get_userbyid(c.relowner)::text
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname IN ('log', 'kept') AND c.relkind IN ('r', 'p') AND c.relowner <> n.nspowner
      ORDER BY 1, 2, 3
      """, Self.finding)
  }

  /// Who may call what: the owner's functions nobody, an administrator's no other group, and none
  /// everybody.
  private static func calls(_ session: Session) throws -> [GuardFinding] {
    try session.query(
      """
      SELECT 'executable', p.oid::regprocedure::text, coalesce(r.rolname::text, 'PUBLIC')
      FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace,
        aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
        LEFT JOIN pg_roles r ON r.oid = a.grantee
      WHERE n.nspname IN ('log', 'kept') AND a.grantee <> p.proowner AND (a.grantee = 0
        OR n.nspname = 'log' AND p.proname IN ('import', 'stage_import')
        OR n.nspname = 'log' AND p.proname IN ('redact', 'set_aside')
          AND r.rolname IS DISTINCT FROM log.group_of('administrator'))
      ORDER BY 2, 3
      """, Self.finding)
  }

  /// Row security of what members read, and who besides the owner may write the read models.
  private static func reading(_ session: Session) throws -> [GuardFinding] {
    let isBuilt = try session.first("SELECT to_regclass('read.pointer') IS NOT NULL") {
      try $0.bool(0)
    }
    let live = isBuilt == true ? try ReadSchema.name(in: session) : ""
    return try session.query(
      """
      SELECT 'unrestricted', c.oid::regclass::text, ''
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE (n.nspname = \(live) OR (n.nspname, c.relname) IN (('log', 'event'), ('kept', 'report')))
        AND (c.relkind IN ('r', 'p') AND NOT log.is_restricted(c.oid, log.shown_of(c.relname::text))
          OR c.relkind = 'v' AND NOT coalesce('security_invoker=true' = ANY (c.reloptions), false))
      UNION ALL
      SELECT 'writable', c.oid::regclass::text,
        coalesce(r.rolname::text, 'PUBLIC') || ': ' || string_agg(DISTINCT a.privilege_type, ', ')
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace,
        aclexplode(c.relacl) a LEFT JOIN pg_roles r ON r.oid = a.grantee
      WHERE (n.nspname = \(live) OR (n.nspname, c.relname) = ('read', 'pointer'))
        AND a.grantee <> c.relowner AND a.privilege_type <> 'SELECT'
      GROUP BY c.oid, r.rolname
      ORDER BY 1, 2, 3
      """, Self.finding)
  }

  private static func finding(_ row: borrowing Row) throws -> GuardFinding {
    guard let problem = GuardFinding.Problem(rawValue: try row.text(0)) else {
      throw PostgresError.misuse("\(try row.text(0)) is no problem of a guard")
    }
    return GuardFinding(problem, try row.text(1), try row.text(2))
  }

  /// Keys, and other ways to the rows than the table.
  private static func tables(_ session: Session) throws -> [GuardFinding] {
    try session.query(
      """
      SELECT 'missingKey', 'log.event', k.columns
      FROM (VALUES ('department, position'), ('department, stream, stream_version'),
        ('department, command_id, ordinal')) k (columns)
      WHERE NOT EXISTS (
        SELECT FROM pg_index i
        WHERE i.indrelid = 'log.event'::regclass AND i.indisunique AND i.indisvalid
          AND i.indpred IS NULL AND k.columns = (
            SELECT string_agg(a.attname, ', ' ORDER BY u.place)
            FROM unnest(i.indkey::smallint[]) WITH ORDINALITY u (number, place)
            JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = u.number))
      UNION ALL
      SELECT 'rewritten', r.ev_class::regclass::text, r.rulename::text
      FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class
      JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname IN ('log', 'kept') AND c.relkind IN ('r', 'p')
      UNION ALL
      SELECT 'inherited', c.oid::regclass::text, i.inhparent::regclass::text
      FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname IN ('log', 'kept')
      UNION ALL
      SELECT 'inherited', i.inhparent::regclass::text, c.oid::regclass::text
      FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
      JOIN pg_class p ON p.oid = i.inhparent
      JOIN pg_namespace n ON n.oid = p.relnamespace WHERE n.nspname IN ('log', 'kept')
      ORDER BY 1, 2, 3
      """, Self.finding)
  }

  /// The lists by which `log.append` and `log.redact` decide are this program's.
  private static func lists(_ session: Session) throws -> [GuardFinding] {
    let types = try session.query(
      "SELECT type, stream_kind, stream_form, versions::bigint, own FROM log.event_type ORDER BY type"
    ) { row in
      ListedType(
        type: try row.text(0), kind: try row.text(1), form: try row.text(2),
        versions: try row.int(3), isOwn: try row.bool(4))
    }
    let strings = try session.query(
      "SELECT type, place, form FROM log.payload_string ORDER BY type, place"
    ) { ListedString(type: try $0.text(0), place: try $0.text(1), form: try $0.textIfPresent(2)) }
    let forms = try session.query("SELECT form, kept FROM log.string_form ORDER BY form") { row in
      (form: try row.text(0), kept: try row.text(1))
    }
    let files = Schema.definitions.map { $0.sql.replacing("'\n    '", with: "") }
    let strange = forms.filter { form in
      !files.contains { $0.contains("('\(form.form)', '\(form.kept)')") }
    }
    return ListedType.differing(types).map { GuardFinding(.otherTypes, "log.event_type", $0) }
      + ListedString.differing(strings).map { GuardFinding(.otherTexts, "log.payload_string", $0) }
      + strange.map { GuardFinding(.otherTexts, "log.string_form", $0.form) }
  }

  /// What rights rest on, held against the head department's log, and roles that the page may take and ought not.
  private static func holders(_ session: Session) throws -> [GuardFinding] {
    try session.query(
      """
      SELECT 'otherRights', s.relation, s.what FROM log.strange_rights() s
      UNION ALL
      SELECT 'lentToPage', m.rolname::text, r.rolname::text
      FROM pg_auth_members a JOIN pg_roles m ON m.oid = a.member JOIN pg_roles r ON r.oid = a.roleid
      WHERE m.rolname IN (log.page_role(), log.inbox_role()) AND r.rolcanlogin AND NOT log.may_lend_itself(r.rolname)
      ORDER BY 1, 2, 3 LIMIT 1000
      """, Self.finding)
  }

  private static func owner(_ session: Session) throws -> String {
    try session.first(
      "SELECT pg_get_userbyid(relowner)::text FROM pg_class WHERE oid = 'log.event'::regclass"
    ) { try $0.text(0) } ?? ""
  }

  private static func actingAsOwner(_ session: Session) throws -> [String] {
    try session.query(
      """
      SELECT r.rolname::text FROM pg_roles r
      JOIN pg_class c ON c.oid = 'log.event'::regclass
      WHERE r.rolcanlogin AND r.oid <> c.relowner
        AND (r.rolsuper OR pg_has_role(r.oid, c.relowner, 'MEMBER'))
      ORDER BY 1
      """
    ) { try $0.text(0) }
  }
}

/// A row of `log.event_type`.
struct ListedType: Hashable {
  let type: String
  let kind: String
  let form: String
  let versions: Int
  let isOwn: Bool

  /// Types that a log takes and this program doesn't know so, or the reverse.
  static func differing(_ listed: [ListedType]) -> [String] {
    let known = Dictionary(
      uniqueKeysWithValues: Subject.allCases.flatMap { subject in
        subject.types.map { ($0, subject) }
      })
    let files = Schema.definitions.map(\.sql)
    let strange = listed.filter { row in
      guard let subject = known[row.type] else { return true }
      return row.kind != subject.rawValue
        || row.versions != Upcasting.present.version(of: row.type)
        || row.isOwn != [.redaction, .exclusion].contains(subject)
        || !files.contains { $0.contains("('\(row.kind)', '\(row.form)')") }
    }
    return (strange.map(\.type) + Set(known.keys).subtracting(listed.map(\.type))).sorted()
  }
}

/// A row of `log.payload_string`.
struct ListedString: Hashable {
  let type: String
  let place: String
  /// Nil for text.
  let form: String?

  /// Types of whose strings the database says otherwise than this program.
  static func differing(_ listed: [ListedString]) -> [String] {
    let texts = DomainEvent.textPlaces.flatMap { type, places in
      places.map { ListedString(type: type, place: $0, form: nil) }
    }
    let kept = DomainEvent.keptPlaces.flatMap { type, places in
      places.map { ListedString(type: type, place: $0.key, form: $0.value.name) }
    }
    return Set(Set(listed).symmetricDifference(texts + kept).map(\.type)).sorted()
  }
}
