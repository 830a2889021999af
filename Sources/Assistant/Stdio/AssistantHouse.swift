import CivilTime
import EventLog
package import Office
import OperatingSystem
import Postgres

/// Where the tools' questions are answered: the office under the person's login.
package protocol AssistantHouse: Sendable {
  func work<T: Sendable>(_ body: @escaping @Sendable (Office) throws -> T) async throws -> T
  /// Gives up what is held between questions.
  func rest() async
}

/// The house of a database: connected when it is asked, and left again when it isn't asked for a
/// while, so that a private server can rest.
package actor PremisesHouse: AssistantHouse {
  private let premises: Premises
  private let program: String
  private let deadline: Duration
  private var connection: Connection?
  private var lock: FileLock?

  /// - Parameter program: `pdca` itself, which watches over a private server that is started here.
  package init(_ premises: Premises, program: String, deadline: Duration) {
    self.premises = premises
    self.program = program
    self.deadline = deadline
  }

  /// A connection that had rested and turns out to be gone is replaced, once; what writes has an
  /// identity, so that nothing is doubled.
  package func work<T: Sendable>(
    _ body: @escaping @Sendable (Office) throws -> T
  ) async throws -> T {
    let hadRested = connection != nil
    do { return try await perform(body) } catch let error as PostgresError {
      await rest()
      guard hadRested, !error.outcomeIsUnknown, error.isOfLoss else { throw error }
      return try await perform(body)
    }
  }

  package func rest() async {
    await connection?.close()
    connection = nil
    lock.take()?.release()
  }

  private func perform<T: Sendable>(
    _ body: @escaping @Sendable (Office) throws -> T
  ) async throws -> T {
    if connection == nil {
      lock = try premises.hold()
      connection = try await premises.connect(watchedBy: program, deadline: deadline)
      try await connection?.perform { try LogWriter.enter(through: .assistant, in: $0) }
    }
    return try await connection!.perform { session in
      try body(try Office(in: session, at: .now()))
    }
  }
}

extension PostgresError {
  /// Whether another connection may do what this one couldn't.
  fileprivate var isOfLoss: Bool {
    switch self {
    case .connectionLost, .connectionFailed: true
    case .server(let error): error.sqlState.classCode == "57"
    default: false
    }
  }
}
