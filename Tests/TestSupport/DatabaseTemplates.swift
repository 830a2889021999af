package import Postgres

/// Databases that tests get copies of: each is made once for the whole process, since making one
/// step by step takes as long as many a test.
actor DatabaseTemplates {
  private var made: [String: Task<Void, any Error>] = [:]

  /// Returns when the template stands, whoever made it.
  func make(
    _ name: String, _ work: @escaping @Sendable () async throws -> Void
  ) async throws {
    let task = made[name] ?? Task { try await work() }
    made[name] = task
    try await task.value
  }
}

extension TestCluster {
  /// A copy of a database that `make` has filled, and that is dropped after the body.
  /// - Parameter template: names what `make` makes.
  package func withCopy<T: Sendable>(
    of template: String, madeBy make: @escaping @Sendable (Target) async throws -> Void,
    _ body: (Target) async throws -> T
  ) async throws -> T {
    try await templates.make(template) {
      try await self.create(template, like: "template0")
      try await make(self.target.database(template))
      try await self.close(template)
    }
    return try await withDatabase(like: template, body)
  }

  /// A database that somebody is connected to can't be copied.
  private func close(_ template: String) async throws {
    let administrator = try await connect()
    try await administrator.execute(
      "ALTER DATABASE \(identifier: template) WITH ALLOW_CONNECTIONS false")
    await administrator.close()
  }
}

/// See ``TestCluster/withCopy(of:madeBy:_:)``; in the shared test server.
package func withCopy<T: Sendable>(
  of template: String, madeBy make: @escaping @Sendable (Target) async throws -> Void,
  _ body: (Target) async throws -> T
) async throws -> T {
  try await TestCluster.shared.withCopy(of: template, madeBy: make, body)
}
