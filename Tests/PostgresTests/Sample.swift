import Postgres
import TestSupport

/// Opens a connection to an empty database for the length of the body.
func withConnection<T: Sendable>(
  deadline: Duration = .seconds(30), libpq: LibPQ = .real,
  _ body: (Connection) async throws -> T
) async throws -> T {
  try await withDatabase { target in
    let connection = try await Connection.open(target, deadline: deadline, libpq: libpq)
    let value = try await body(connection)
    await connection.close()
    return value
  }
}

/// What the body throws, if it is a `PostgresError`.
func postgresError(_ body: () async throws -> Void) async throws -> PostgresError? {
  do { try await body() } catch let error as PostgresError { return error }
  return nil
}

struct Refusal: Error, Equatable {}
