import Postgres
import Testing

@Suite("Targets")
struct TargetTests {
  private func settings(
    _ text: String, environment: [String: String] = [:]
  ) throws -> [String: String] {
    try Target(text, from: .environment, environment: environment).settings
  }

  @Test("URLs and keywords say the same")
  func forms() throws {
    let url = try settings("postgresql://ann@localhost:5433/db?application_name=x")
    let words = try settings("host=localhost port=5433 user=ann dbname=db application_name=x")
    #expect(url == words)
  }

  @Test("A password on the command line is refused, elsewhere it is taken")
  func password() throws {
    #expect(throws: TargetError.passwordInArgument) {
      try Target("postgresql://ann:secret@localhost/db", from: .argument)
    }
    #expect(try settings("postgresql://ann:secret@localhost/db")["password"] == "secret")
  }

  @Test(
    "Local servers need no certificate",
    arguments: ["", "host=/tmp", "host=localhost", "host=127.0.0.1", "host=::1"])
  func local(text: String) throws {
    #expect(try settings(text)["sslmode"] == nil)
  }

  @Test(
    "Remote servers are verified",
    arguments: ["host=db.example.org", "hostaddr=192.0.2.1", "host=localhost,db.example.org"])
  func remote(text: String) throws {
    #expect(try settings(text)["sslmode"] == "verify-full")
    #expect(try settings("", environment: ["PGHOST": "db.example.org"])["sslmode"] == "verify-full")
  }

  @Test("A choice of sslmode stands, wherever it was made")
  func chosen() throws {
    #expect(try settings("host=db.example.org sslmode=require")["sslmode"] == "require")
    #expect(
      try settings("host=db.example.org", environment: ["PGSSLMODE": "prefer"])["sslmode"] == nil)
  }

  @Test("What can't be read is refused with libpq's account")
  func malformed() {
    #expect { try Target("nonsense==", from: .argument) } throws: { error in
      guard case .malformed(let text) = error as? TargetError else { return false }
      return text.contains("nonsense")
    }
  }
}
