package import EventLog
package import Postgres
import PrivateServer

/// What there is to say about a database; nil where nobody answered.
package struct DatabaseFacts: Sendable {
  /// Where it is, without secrets.
  package let place: String
  package let isPrivate: Bool
  /// Of a private server: its process, nil when it rests.
  package private(set) var process: Int32?
  package private(set) var version: String?
  package private(set) var bytes: Int?
  package private(set) var schema: SchemaState?
  /// Nil, as what follows is empty, where the schema is missing.
  package private(set) var departments: Int?
  package private(set) var events: Int?
  /// Logs whose last event lies in the server's future.
  package private(set) var clockLeads: [ClockLead] = []
  /// Nil where the schema isn't this program's.
  package private(set) var health: DatabaseHealth?

  /// Looks without starting a server that rests.
  /// - Throws: `ClusterError.notCreated` where there is none.
  package static func gather(
    of premises: Premises, by reach: Reach
  ) async throws -> DatabaseFacts {
    var facts = DatabaseFacts(place: premises.place, isPrivate: premises.isPrivate)
    if case .privateCluster(let cluster, _) = premises {
      guard case .running(let process) = cluster.status else {
        if cluster.status == .missing {
          throw ClusterError.notCreated(directory: cluster.directory)
        }
        return facts
      }
      facts.process = process
    }
    let connection = try await premises.connect(by: reach)
    let (sealing, bare) = (try Sealing.usual, facts)
    facts = try await connection.perform { session in
      var facts = bare
      try facts.look(session, sealing)
      return facts
    }
    await connection.close()
    return facts
  }

  private init(place: String, isPrivate: Bool) {
    (self.place, self.isPrivate) = (place, isPrivate)
  }

  private mutating func look(_ session: Session, _ sealing: Sealing) throws {
    version = try session.first("SHOW server_version") { try $0.text(0) }
    bytes = try session.first("SELECT pg_database_size(current_database())") { try $0.int(0) }
    schema = try ProgramSchema.applier.state(session)
    guard schema != .missing else { return }
    let heads = try LogReader.departments(in: session)
    departments = heads.count
    events = heads.values.reduce(0, +)
    clockLeads = try ClockLead.all(in: session)
    if schema == .current { health = try DatabaseHealth(of: session, sealing) }
  }
}

extension Premises {
  fileprivate var isPrivate: Bool {
    if case .privateCluster = self { true } else { false }
  }

  fileprivate var place: String {
    switch self {
    case .privateCluster(let cluster, _): cluster.directory
    case .server(let target):
      ["host", "port", "dbname", "user"].compactMap { key in
        target.settings[key].map { "\(key)=\($0)" }
      }.joined(separator: " ")
    }
  }
}
