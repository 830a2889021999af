/// What a call was doing when the connection or its time ran out.
package enum Stage: String, Sendable {
  case connecting
  /// A statement inside a transaction that had not been asked to commit: nothing was saved.
  case statement
  /// A statement outside a transaction, sent: the server may have committed it.
  case autocommit
  case commit
  case copy
  case listening
}

/// Everything that can go wrong between this process and PostgreSQL.
package enum PostgresError: Error, Equatable, Sendable {
  /// The server refused the statement; the connection is usable.
  case server(ServerError)
  /// SQLSTATE 53300.
  case tooManyConnections(ServerError)
  /// SQLSTATE 42501 and class 28.
  case notPermitted(ServerError)
  /// SQLSTATE 53100.
  case diskFull(ServerError)
  /// No connection came about; `sqlState` is nil when no server answered.
  case connectionFailed(message: String, sqlState: SQLState?)
  /// A pooler between here and the server left out the settings that decoding rests on: which one,
  /// and what it is instead.
  case settingsNotKept(name: String, value: String)
  /// What needs a session of its own, such as a lock that lasts, was asked of a pooler, which gives
  /// each transaction another.
  case sharedSession
  /// The connection broke before anything that could commit was sent: nothing was saved.
  case connectionLost(during: Stage, message: String)
  /// A commit was sent and its answer is missing or doubtful: it may or may not be saved, and
  /// repeating must be safe.
  case outcomeUnknown(reason: String)
  /// No progress within the deadline; the connection was closed.
  case deadlineExceeded(stage: Stage)
  /// No progress within the deadline, since another session holds what the statement waits for. It
  /// was cancelled, so that nothing was saved; the connection was closed.
  case blocked(by: Blocker)
  /// The server answered COMMIT with ROLLBACK: nothing was saved.
  case rolledBack
  /// The person interrupted it (SIGINT), and the server cancelled it: nothing was saved.
  case interrupted
  case decode(DecodeError)
  /// Text with a NUL character, which PostgreSQL can't hold; `parameter` counts from 1.
  case nulInText(parameter: Int)
  /// This program used the connection wrongly.
  case misuse(String)

  /// True when the work may have been saved although the call failed.
  package var outcomeIsUnknown: Bool {
    switch self {
    case .outcomeUnknown, .deadlineExceeded(stage: .autocommit), .deadlineExceeded(stage: .commit):
      true
    default: false
    }
  }

  /// The server's own account of the error, where there is one.
  package var serverError: ServerError? {
    switch self {
    case .server(let error), .tooManyConnections(let error), .notPermitted(let error),
      .diskFull(let error):
      error
    default: nil
    }
  }

  package var sqlState: SQLState? {
    if case .connectionFailed(_, let state) = self { return state }
    return serverError?.sqlState
  }

  /// Sorts a server's error by its code.
  init(_ error: ServerError) {
    switch error.sqlState {
    case .tooManyConnections: self = .tooManyConnections(error)
    case .diskFull: self = .diskFull(error)
    case .queryCanceled where Interruption.wasReceived: self = .interrupted
    case .insufficientPrivilege: self = .notPermitted(error)
    case let state where state.classCode == "28": self = .notPermitted(error)
    default: self = .server(error)
    }
  }
}

extension PostgresError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .server(let error), .tooManyConnections(let error), .notPermitted(let error),
      .diskFull(let error):
      error.description
    case .connectionFailed(let message, _): "no connection to PostgreSQL: \(message)"
    case .connectionLost(_, let message): "the connection to PostgreSQL was lost: \(message)"
    case .outcomeUnknown(let reason): "it is unknown whether the work was saved: \(reason)"
    case .deadlineExceeded(let stage): "PostgreSQL did not answer in time (\(stage.rawValue))"
    case .blocked(let blocker):
      "session \(blocker.process) of \(blocker.role) holds what this waits for: nothing was saved"
    case .rolledBack: "PostgreSQL answered COMMIT with ROLLBACK: nothing was saved"
    case .interrupted: "interrupted: nothing was saved"
    case .decode(let error): error.description
    case .nulInText(let parameter):
      "parameter $\(parameter) holds a NUL character, which PostgreSQL text can't hold"
    case .settingsNotKept(let name, let value):
      "a pooler left out the settings of the session: \(name) is \(value)"
    case .sharedSession: "a pooler stands between, and a session of its own is needed"
    case .misuse(let text): text
    }
  }
}
