import CLibPQ
import Glibc
import Postgres
import Synchronization
import TestSupport
import Testing

@Suite("What the server refuses")
struct RefusalTests {
  @Test("A server that is not there is told from one that refuses")
  func cannotConnect() async throws {
    let cluster = try TestCluster.shared
    let nowhere = Target(settings: ["host": "/nonexistent", "user": "a", "dbname": "b"])
    let absent = try await postgresError { _ = try await Connection.open(nowhere) }
    guard case .connectionFailed(_, sqlState: nil) = absent else {
      Issue.record("\(String(describing: absent))")
      return
    }
    let unknown = try await postgresError {
      _ = try await Connection.open(cluster.target.database("no such"))
    }
    #expect(unknown?.sqlState == .undefinedDatabase)
    let stranger = try await postgresError {
      _ = try await Connection.open(cluster.target.user("nobody such"))
    }
    guard case .notPermitted = stranger else {
      Issue.record("\(String(describing: stranger))")
      return
    }
  }

  @Test("Too many connections have a case of their own")
  func tooMany() async throws {
    try await withDatabase { target in
      let owner = try await Connection.open(target)
      try await owner.execute("CREATE ROLE crowd LOGIN CONNECTION LIMIT 1")
      let first = try await Connection.open(target.user("crowd"))
      let error = try await postgresError { _ = try await Connection.open(target.user("crowd")) }
      guard case .tooManyConnections(let account) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(account.message.contains("too many connections"))
      await first.close()
      try await owner.execute("DROP ROLE crowd")
    }
  }

  @Test("Codes of the server are sorted", arguments: ["53100", "42501", "53300", "22012"])
  func codes(code: String) async throws {
    try await withConnection { connection in
      let error = try await postgresError {
        try await connection.executeScript(
          "DO $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '\(code)', HINT = 'do'; END $$")
      }
      let account = try #require(error?.serverError)
      #expect(account.sqlState == SQLState(code))
      #expect(account.hint == "do")
      let isRight =
        switch (code, error) {
        case ("53100", .diskFull), ("42501", .notPermitted), ("53300", .tooManyConnections),
          ("22012", .server):
          true
        default: false
        }
      #expect(isRight)
      #expect(await connection.isOpen)
    }
  }

  @Test("COPY through a query is refused instead of waiting for ever")
  func copyThroughQuery() async throws {
    try await withConnection { connection in
      let error = try await postgresError {
        try await connection.execute("COPY (SELECT 1) TO STDOUT")
      }
      guard case .misuse = error else {
        Issue.record("\(String(describing: error))")
        return
      }
    }
  }
}
