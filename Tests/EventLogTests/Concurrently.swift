import Postgres

/// Runs the body on connections of their own, all at once, opened beforehand.
func concurrently<T: Sendable>(
  _ count: Int, on target: Target,
  meanwhile other: @escaping @Sendable () async throws -> Void = {},
  _ body: @escaping @Sendable (Int, Connection) async throws -> T
) async throws -> [T] {
  var connections: [Connection] = []
  for _ in 0..<count { connections.append(try await Connection.open(target)) }
  async let done: Void = other()
  let results = try await withThrowingTaskGroup(of: T.self) { group in
    for (index, connection) in connections.enumerated() {
      group.addTask { try await body(index, connection) }
    }
    var results: [T] = []
    for try await result in group { results.append(result) }
    return results
  }
  try await done
  return results
}
