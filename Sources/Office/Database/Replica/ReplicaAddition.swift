import Postgres

/// Makes a database a reporting server's: what is looked at first, and the statements that come of it.
package struct ReplicaAddition: Sendable {
  package let upstream: Upstream
  /// The primary, as this process connects to it.
  let target: Target
  /// Whether all is copied anew into a reporting server that lost its slot.
  let copiesAgain: Bool

  /// - Parameters:
  ///   - address: of the primary, as the reporting server and this process connect to it.
  ///   - name: of the subscription and of the slot.
  /// - Throws: `TargetError`, `ReplicaError.badName`.
  package init(address: String, name: String, copiesAgain: Bool) throws {
    guard name.utf8.count <= 63, !name.isEmpty,
      name.utf8.allSatisfy({
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "_")
      })
    else { throw ReplicaError.badName(name) }
    target = try Target(address, from: .argument)
    self.copiesAgain = copiesAgain
    upstream = Upstream(
      place: Self.place(of: target), address: Self.conninfo(target.settings), name: name)
  }

  static func place(of target: Target) -> String {
    let settings = target.settings
    let host = settings["host"] ?? settings["hostaddr"] ?? settings["service"] ?? "localhost"
    return host + (settings["port"].map { ":" + $0 } ?? "")
      + (settings["dbname"].map { "/" + $0 } ?? "")
  }

  /// libpq's form, in order of the words.
  private static func conninfo(_ settings: [String: String]) -> String {
    settings.filter { $0.key != "password" }.sorted { $0.key < $1.key }.map { key, value in
      let text = value.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
      return "\(key)='\(text)'"
    }.joined(separator: " ")
  }

  /// What the subscription connects with: row security fails there rather than leave something out.
  private var subscriptionAddress: String {
    var settings = target.settings
    settings["options"] =
      (settings["options"].map { $0 + " " } ?? "") + "-c row_security=off"
    settings["application_name"] = settings["application_name"] ?? upstream.name
    return Self.conninfo(settings)
  }

  /// Who asks, and whether as a superuser.
  static func superuser(_ session: Session) throws -> (String, Bool) {
    try session.first(
      "SELECT current_user::text, (SELECT r.rolsuper FROM pg_roles r WHERE r.rolname = current_user)"
    ) { (try $0.text(0), try $0.bool(1)) } ?? ("", false)
  }
}

/// Tells a database from all others, and its log from other logs.
struct ReplicaIdentity: Sendable, Equatable {
  let system: String
  let database: String
  let schema: SchemaState
  let migrations: Int
  let upstream: String?
  /// Leaf of the head department's first event; nil without any.
  let firstLeaf: [UInt8]?

  init(of session: Session) throws {
    schema = try ProgramSchema.applier.state(session)
    let place = try session.first(
      """
      SELECT (SELECT s.system_identifier FROM pg_control_system() s)::text, d.oid::text
      FROM pg_database d WHERE d.datname = current_database()
      """
    ) { (try $0.text(0), try $0.text(1)) }
    (system, database) = place ?? ("", "")
    guard schema != .missing else {
      (migrations, upstream, firstLeaf) = (0, nil, nil)
      return
    }
    migrations =
      try session.first("SELECT s.migrations::bigint FROM pdca_schema.state s") { try $0.int(0) }
      ?? 0
    let isLookable = try session.first(
      """
      SELECT CASE WHEN has_schema_privilege('log', 'USAGE')
          THEN coalesce(has_table_privilege(to_regclass('log.upstream'), 'SELECT'), false)
          ELSE false END,
        CASE WHEN has_schema_privilege('log', 'USAGE')
          THEN has_table_privilege('log.event', 'SELECT') ELSE false END
      """
    ) { (try $0.bool(0), try $0.bool(1)) }
    upstream =
      isLookable?.0 == true
      ? try session.first("SELECT u.place FROM log.upstream u") { try $0.text(0) } : nil
    firstLeaf =
      isLookable?.1 == true
      ? try session.first(
        """
        SELECT e.leaf_hash FROM log.event e JOIN log.department d USING (department)
        WHERE d.head AND e."position" = 1
        """
      ) { try $0.bytes(0) } : nil
  }
}

/// What the primary has for it.
struct PrimaryOffer: Sendable {
  let identity: ReplicaIdentity
  let walLevel: String
  let role: String
  let roleLacks: [String]
  let unpublished: [String]
  let slot: SlotState?

  init(of session: Session, slot name: String) throws {
    identity = try ReplicaIdentity(of: session)
    walLevel = try session.first("SHOW wal_level") { try $0.text(0) } ?? ""
    let found = try session.first(
      """
      SELECT r.rolname::text, r.rolsuper OR r.rolreplication, r.rolsuper OR r.rolbypassrls
      FROM pg_roles r WHERE r.rolname = current_user
      """
    ) { (try $0.text(0), try $0.bool(1), try $0.bool(2)) }
    role = found?.0 ?? ""
    roleLacks =
      (found?.1 == true ? [] : ["REPLICATION"]) + (found?.2 == true ? [] : ["BYPASSRLS"])
      + (identity.schema == .missing ? [] : try Self.ungranted(session))
    unpublished = identity.schema == .missing ? [] : try ReplicaPublication.missing(in: session)
    slot = try SlotState.all(in: session).first { $0.name == name }
  }

  private static func ungranted(_ session: Session) throws -> [String] {
    try session.query(
      """
      SELECT 'SELECT ' || t.name
      FROM (VALUES ('log.event'), ('log.department'), ('log.department_key'), ('kept.report'),
        ('people.absence')) t (name)
      WHERE NOT CASE WHEN has_schema_privilege(split_part(t.name, '.', 1), 'USAGE')
        THEN has_table_privilege(t.name, 'SELECT') ELSE false END
      """
    ) { try $0.text(0) }
  }
}

/// What stands in the database that is to be a reporting server's.
struct ReplicaPresent: Sendable {
  let identity: ReplicaIdentity
  let asker: String
  let isSuperuser: Bool
  let upstream: Upstream?
  let isEmpty: Bool
  let hasSubscription: Bool
  let serverVersion: Int

  init(of session: Session, name: String) throws {
    identity = try ReplicaIdentity(of: session)
    (asker, isSuperuser) = try ReplicaAddition.superuser(session)
    serverVersion =
      try session.first("SELECT current_setting('server_version_num')::bigint") { try $0.int(0) }
      ?? 0
    hasSubscription = try Self.hasSubscription(name, session)
    guard identity.schema == .current else {
      (upstream, isEmpty) = (nil, true)
      return
    }
    upstream = try Upstream(in: session)
    isEmpty =
      try session.first(
        """
        SELECT NOT EXISTS (SELECT 1 FROM log.department) AND NOT EXISTS (SELECT 1 FROM log.event)
          AND NOT EXISTS (SELECT 1 FROM kept.report) AND NOT EXISTS (SELECT 1 FROM people.directory)
          AND NOT EXISTS (SELECT 1 FROM people.absence)
        """
      ) { try $0.bool(0) } ?? false
  }

  static func hasSubscription(_ name: String, _ session: Session) throws -> Bool {
    try session.first(
      """
      SELECT EXISTS (SELECT FROM pg_subscription s JOIN pg_database d ON d.oid = s.subdbid
        WHERE d.datname = current_database() AND s.subname = \(name))
      """
    ) { try $0.bool(0) } ?? false
  }
}

extension ReplicaAddition {
  /// What is to be done, in order; nothing where all stands.
  /// - Throws: ``ReplicaError``, and `OfficeError` about the schema here.
  func steps(_ here: ReplicaPresent, _ primary: PrimaryOffer) throws -> [ReplicaStep] {
    try require(here, primary)
    let isLost = primary.slot.map(\.isLost) ?? true
    if here.hasSubscription {
      if !isLost, !copiesAgain {
        return here.upstream == upstream ? [] : [moving]
      }
      guard copiesAgain else { throw ReplicaError.slotLost(upstream.name) }
    } else if here.upstream != nil, !here.isEmpty, !copiesAgain {
      throw ReplicaError.slotLost(upstream.name)
    }
    if let slot = primary.slot, !here.hasSubscription,
      here.upstream?.name != slot.name || slot.isActive
    {
      throw ReplicaError.slotTaken(slot.name)
    }
    return [
      here.hasSubscription ? unsubscribing : nil,
      here.isEmpty ? nil : emptying,
      primary.slot == nil ? nil : Self.droppingSlot(upstream.name),
      following, slotMaking, subscribing(here),
    ].compactMap(\.self)
  }

  private func require(_ here: ReplicaPresent, _ primary: PrimaryOffer) throws {
    switch here.identity.schema {
    case .missing: throw ReplicaError.replicaHasNoSchema
    case .outdated: throw OfficeError.outdatedSchema
    case .newer: throw OfficeError.newerSchema
    case .current: break
    }
    if primary.identity.system == here.identity.system,
      primary.identity.database == here.identity.database
    {
      throw ReplicaError.sameDatabase
    }
    if !here.isSuperuser { throw ReplicaError.needsSuperuser(role: here.asker, on: .replica) }
    if let upstream = here.upstream {
      if upstream.name != self.upstream.name {
        throw ReplicaError.alreadyReplica(of: upstream.place)
      }
    } else if !here.isEmpty {
      throw ReplicaError.notEmpty
    }
    if primary.identity.schema == .missing { throw ReplicaError.primaryHasNoSchema }
    if let upstream = primary.identity.upstream {
      throw ReplicaError.primaryIsReplica(of: upstream)
    }
    if primary.walLevel != "logical" { throw ReplicaError.walLevel(primary.walLevel) }
    if primary.identity.migrations > here.identity.migrations { throw ReplicaError.primaryIsNewer }
    if !primary.roleLacks.isEmpty {
      throw ReplicaError.roleLacks(role: primary.role, primary.roleLacks)
    }
    if !primary.unpublished.isEmpty { throw ReplicaError.notPublished(primary.unpublished) }
    if let own = here.identity.firstLeaf, let theirs = primary.identity.firstLeaf, own != theirs {
      throw ReplicaError.otherLog
    }
  }

  // MARK: Statements

  private var name: String { Query.quoted(identifier: upstream.name) }
  private var publications: String {
    ReplicaPublication.all.map(\.name).joined(separator: ", ")
  }

  private var following: ReplicaStep {
    ReplicaStep(
      side: .replica,
      sql: """
        SELECT log.follow(\(Query.quoted(literal: upstream.place)), \
        \(Query.quoted(literal: upstream.address)), \(Query.quoted(literal: upstream.name)));
        """)
  }

  /// Made from here: one that CREATE SUBSCRIPTION makes would wait for its own transaction where both
  /// databases are one server's.
  private var slotMaking: ReplicaStep {
    ReplicaStep(
      side: .primary,
      sql: """
        SELECT pg_create_logical_replication_slot(\(Query.quoted(literal: upstream.name)), 'pgoutput');
        """)
  }

  private func subscribing(_ here: ReplicaPresent) -> ReplicaStep {
    // From version 16 on the worker would else take on the table's owner, whom row security stops.
    let asOwner = here.serverVersion >= 160_000 ? ", run_as_owner = true" : ""
    return ReplicaStep(
      side: .replica,
      sql: """
        CREATE SUBSCRIPTION \(name) CONNECTION \(Query.quoted(literal: subscriptionAddress))
          PUBLICATION \(publications)
          WITH (create_slot = false, slot_name = \(Query.quoted(literal: upstream.name))\(asOwner));
        """)
  }

  private var moving: ReplicaStep {
    ReplicaStep(
      side: .replica,
      sql: following.sql
        + "\nALTER SUBSCRIPTION \(name) CONNECTION \(Query.quoted(literal: subscriptionAddress));")
  }

  private var unsubscribing: ReplicaStep {
    ReplicaStep(side: .replica, sql: Self.unsubscribing(upstream.name))
  }

  /// The slot isn't asked for, which may be gone, or its server.
  static func unsubscribing(_ name: String) -> String {
    let name = Query.quoted(identifier: name)
    return """
      ALTER SUBSCRIPTION \(name) DISABLE;
      ALTER SUBSCRIPTION \(name) SET (slot_name = NONE);
      DROP SUBSCRIPTION \(name);
      """
  }

  static func droppingSlot(_ name: String) -> ReplicaStep {
    ReplicaStep(
      side: .primary,
      sql: """
        SELECT pg_drop_replication_slot(s.slot_name) FROM pg_replication_slots s
        WHERE s.slot_name = \(Query.quoted(literal: name)) AND s.database = current_database();
        """)
  }

  /// What was copied before; read models go with it, since a redaction may have come meanwhile.
  private var emptying: ReplicaStep {
    ReplicaStep(
      side: .replica,
      sql: """
        SELECT log.unproject(d.department, true) FROM log.department d;
        ALTER TABLE log.event DISABLE TRIGGER event_is_append_only;
        ALTER TABLE log.department DISABLE TRIGGER department_is_append_only;
        ALTER TABLE kept.report DISABLE TRIGGER report_stays;
        TRUNCATE log.event, log.department, log.department_key, log.membership, log.held_role,
          log.closure, log.access, kept.report, people.directory, people.absence;
        ALTER TABLE log.event ENABLE ALWAYS TRIGGER event_is_append_only;
        ALTER TABLE log.department ENABLE ALWAYS TRIGGER department_is_append_only;
        ALTER TABLE kept.report ENABLE ALWAYS TRIGGER report_stays;
        UPDATE log.upstream SET organization_at = 0;
        """)
  }
}
