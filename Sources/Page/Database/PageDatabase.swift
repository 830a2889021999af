package import Domain
package import Postgres

/// Connections to the database, a few for all readers. Each is one person's while it is used, and
/// nobody's before the next takes it; one on which something went wrong is closed.
package actor PageDatabase {
  /// Nobody is let wait for a connection behind more than so many others.
  private static let mostWaiting = 200

  private let open: @Sendable () async throws -> Connection
  private let most: Int
  private var idle: [PageConnection] = []
  private var inUse = 0
  private var waiting: [CheckedContinuation<Void, Never>] = []

  /// - Parameters:
  ///   - most: connections at one time.
  ///   - open: opens one as the role that the page logs in as.
  package init(most: Int = 8, open: @escaping @Sendable () async throws -> Connection) {
    self.most = most
    self.open = open
  }

  /// Others beside these, which don't wait for each other.
  nonisolated func beside(most: Int) -> PageDatabase { PageDatabase(most: most, open: open) }

  /// Runs the body as the person. A connection that had rested and turns out to be gone is replaced by a
  /// new one, once: commands bear an identity, so that nothing is doubled.
  /// - Parameter person: nil for the role that the page logs in as.
  package func perform<T: Sendable>(
    as person: Account?, _ body: @escaping @Sendable (Session) throws -> T
  ) async throws -> T {
    try await take()
    defer { giveBack() }
    if let rested = idle.popLast() {
      do { return try await use(rested, as: person, body) } catch let error as PostgresError {
        guard error.isOfLostConnection, !error.outcomeIsUnknown else { throw error }
        idle.removeAll()
      }
    }
    return try await use(PageConnection(try await open()), as: person, body)
  }

  private func use<T: Sendable>(
    _ connection: PageConnection, as person: Account?,
    _ body: @escaping @Sendable (Session) throws -> T
  ) async throws -> T {
    do {
      let value = try await connection.perform(as: person, body)
      if await connection.isClean { idle.append(connection) } else { await connection.close() }
      return value
    } catch {
      // What a rule refuses leaves the connection as it was.
      if !(error is PostgresError), await connection.isClean {
        idle.append(connection)
      } else {
        await connection.close()
      }
      throw error
    }
  }

  private func take() async throws {
    if inUse < most {
      inUse += 1
      return
    }
    guard waiting.count < Self.mostWaiting else { throw TooManyReaders() }
    await withCheckedContinuation { waiting.append($0) }
  }

  /// Whoever waits longest goes on with the place.
  private func giveBack() {
    guard !waiting.isEmpty else {
      inUse -= 1
      return
    }
    waiting.removeFirst().resume()
  }

  /// Those that rest, and those in use.
  package var count: (idle: Int, inUse: Int) { (idle.count, inUse) }

  package func close() async {
    for connection in idle { await connection.close() }
    idle = []
  }
}

/// More readers at one time than can be served soon.
package struct TooManyReaders: Error {}

/// A person for whom the database has no login.
package struct NoLogin: Error {}

/// A connection that takes the role of the person that it works for.
private struct PageConnection: Sendable {
  private let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  /// The role is taken before, and given back after all that is done; privileges and row security go by
  /// it.
  func perform<T: Sendable>(
    as person: Account?, _ body: @escaping @Sendable (Session) throws -> T
  ) async throws -> T {
    try await connection.perform { session in
      do { try session.execute(Self.taking(person)) } catch let error as PostgresError
        where error.sqlState?.code == "22023"
      {
        throw NoLogin()
      }
      let value = try body(session)
      if session.isOpen, !session.isInTransaction { try session.execute("RESET ROLE") }
      return value
    }
  }

  private static func taking(_ person: Account?) -> Query {
    guard let person else { return "RESET ROLE" }
    return """
      SELECT set_config('role',
        CASE WHEN session_user::text = \(person.rawValue) THEN 'none' ELSE \(person.rawValue) END,
        false)
      """
  }

  var isClean: Bool {
    get async {
      guard await connection.isOpen else { return false }
      return (try? await connection.perform { $0.isOpen && !$0.isInTransaction }) ?? false
    }
  }

  func close() async { await connection.close() }
}

extension PostgresError {
  /// Whether the server is gone, rather than that it refused something.
  var isOfLostConnection: Bool {
    switch self {
    case .connectionLost, .connectionFailed, .rolledBack: true
    case .server(let error): error.sqlState.classCode == "57"
    default: false
    }
  }
}
