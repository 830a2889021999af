import Glibc
import OperatingSystem
import Postgres
import TestSupport
import Testing

/// The private server of an account: as root its data belong to `postgres`, else to the account.
@Suite("The private server of an account")
struct PrivateServerTests {
  @Test("Begins, records and rests", arguments: accounts)
  func account(_ account: String) async throws {
    try withHome(of: account) { home in
      let pdca = { (line: [String]) throws in
        try run(["\(home)/pdca"] + line, as: account, home: home)
      }
      let founded = try pdca(["init", "Osaka Trading", "--time-zone", "Asia/Tokyo"])
      #expect(founded.status == 0, "\(founded)")
      #expect(try pdca(["department", "add", "SALES", "Sales"]).status == 0)
      #expect(
        try pdca(["issue", "raise", "No room", "-d", "SALES", "--to", "promoter"]).status == 0)
      #expect(try pdca(["log", "-d", "SALES"]).output.contains(account))
      let owner = try ChildProcess.run(["/usr/bin/stat", "-c", "%U", "\(home)/data/data"]).output
      #expect(owner == (account == "root" ? "postgres\n" : "\(account)\n"))
      #expect(try pdca(["database", "stop"]).status == 0)
    }
  }

  @Test("A lock that a caller holds is free again when the caller ends, though the server goes on")
  func callersLock() async throws {
    let account = Self.accounts[0]
    try withHome(of: account) { home in
      let script = "exec 9>\(home)/lock; flock 9; exec \(home)/pdca init 'Osaka Trading' --no-input"
      #expect(try run(["/bin/sh", "-c", script], as: account, home: home).status == 0)
      #expect(try FileLock.attempt("\(home)/lock", .exclusive) != nil)
      let status = try run(["\(home)/pdca", "database", "status"], as: account, home: home)
      #expect(status.output.contains("running"))
      #expect(try run(["\(home)/pdca", "database", "stop"], as: account, home: home).status == 0)
    }
  }

  @Test(
    "The example is told whole, and its reviews have something to say", arguments: ["en", "ja"])
  func example(language: String) throws {
    let account = Self.accounts[0]
    try withHome(of: account) { home in
      let pdca = { (line: [String]) throws in
        try run(
          ["/usr/bin/env", "PDCA_LANG=\(language)", "\(home)/pdca"] + line, as: account, home: home)
      }
      let founded = try pdca(["init", "--example", "--time-zone", "Asia/Tokyo", "--no-input"])
      #expect(founded.status == 0, "\(founded)")
      let words = founded.output.split(whereSeparator: \.isWhitespace).map(String.init)
      let week = try #require(words.firstIndex(of: "week").map { words[$0 + 1] })
      let review = try pdca(["review", "week", week])
      // A lesson that waits is left to the whole review in a week with other things to say.
      let told = ["SALES-L1", "SALES-I1", "SALES-2"].filter { review.output.contains($0) }
      #expect(review.status == 0 && !told.isEmpty, "\(review)")
      #expect(try pdca(["audit", "verify"]).status == 0)
      #expect(try pdca(["database", "stop"]).status == 0)
    }
  }

  @Test("The story of make run comes to its end", arguments: ["en", "ja"])
  func story(language: String) throws {
    let account = Self.accounts[0]
    try withHome(of: account) { home in
      let script = Self.sources + "/docs/examples/hospital.sh"
      let told = try run(
        ["/usr/bin/env", "TMPDIR=\(home)", "bash", script, "\(home)/pdca", language], as: account,
        home: home)
      #expect(told.status == 0, "\(told)")
      #expect(told.output.contains("IPC-2015-10"))
      let stories = Directory.entries(of: home).filter { $0.hasPrefix("pdca-story-") }
      let folder = try #require(stories.first { !$0.hasSuffix(".config") })
      let stopped = try run(
        ["/usr/bin/env", "PDCA_HOME=\(home)/\(folder)", "\(home)/pdca", "database", "stop"],
        as: account, home: home)
      #expect(stopped.status == 0, "\(stopped)")
    }
  }

  private static let sources = #filePath.replacing(/\/Tests\/.*/, with: "")

  @Test("A hardened umask changes nothing", arguments: accounts, ["027", "077"])
  func hardened(_ account: String, mask: String) throws {
    try withHome(of: account) { home in
      let script = "umask \(mask); \(home)/pdca init Osaka --time-zone Asia/Tokyo --no-input"
      let founded = try run(["/bin/sh", "-c", script], as: account, home: home)
      #expect(founded.status == 0, "\(founded)")
      let listed = try run(["\(home)/pdca", "department", "list"], as: account, home: home)
      #expect(listed.output.contains("HQ"), "\(listed)")
      // Whoever isn't the server's owner has it project what they record.
      let added = try run(
        ["\(home)/pdca", "department", "add", "SALES", "Sales"], as: account, home: home)
      #expect(added.status == 0, "\(added)")
      let status = try run(
        ["\(home)/pdca", "projection", "status", "--json"], as: account, home: home)
      #expect(status.output.contains(#""lagEvents":0"#), "\(status)")
      #expect(!status.output.contains(/"lagEvents":[1-9]/), "\(status)")
      let modes = try ChildProcess.run(
        ["/usr/bin/stat", "-c", "%a", "\(home)/data/data", "\(home)/data/server.log"])
      #expect(modes.output == "700\n600\n")
      #expect(try run(["\(home)/pdca", "database", "stop"], as: account, home: home).status == 0)
    }
  }

  @Test(
    "What an attempt left closed or half made is repaired by the next",
    arguments: [
      "mkdir -m 700 $H/data", "mkdir -m 755 $H/data && mkdir -m 700 $H/data/data.new",
      "mkdir -m 755 $H/data && mkdir $H/data/socket && chmod 700 $H/data/socket && chown $A $H/data/socket",
    ])
  func repaired(_ left: String) throws {
    let account = Self.accounts[0]
    try withHome(of: account) { home in
      let server = account == "root" ? "postgres" : account
      let made = try ChildProcess.run([
        "/usr/bin/env", "H=\(home)", "A=\(server)", "sh", "-c", left,
      ])
      #expect(made.status == 0, "\(made)")
      let founded = try run(
        ["\(home)/pdca", "init", "Osaka", "--time-zone", "Asia/Tokyo"], as: account, home: home)
      #expect(founded.status == 0, "\(founded)")
      #expect(try run(["\(home)/pdca", "database", "stop"], as: account, home: home).status == 0)
    }
  }

  @Test(
    "Its place may bear any name that a file can",
    arguments: ["a,b", "with space", "データ", "it's", "back\\slash", "@at", "%41", "qu\"ote"])
  func names(_ name: String) throws {
    let account = Self.accounts[0]
    try withHome(of: account) { home in
      let pdca = { (line: [String]) throws in
        try run(
          ["/usr/bin/env", "PDCA_HOME=\(home)/\(name)", "\(home)/pdca"] + line, as: account,
          home: home)
      }
      #expect(try pdca(["init", "Osaka", "--time-zone", "Asia/Tokyo"]).status == 0)
      #expect(try pdca(["database", "stop"]).status == 0)
      let again = try pdca(["department", "list"])
      #expect(again.status == 0 && again.output.contains("HQ"), "\(again)")
      #expect(try pdca(["database", "stop"]).status == 0)
    }
  }

  @Test(
    "As root, a directory that the server's account can't get through is named",
    .enabled(if: getuid() == 0))
  func unreachable() throws {
    try withHome(of: "root") { home in
      let closed = home + "/closed"
      #expect(mkdir(closed, 0o700) == 0)
      let founded = try run(
        [
          "/usr/bin/env", "PDCA_HOME=\(closed)/data", "\(home)/pdca", "init", "Osaka",
          "--time-zone", "Asia/Tokyo",
        ], as: "root", home: home)
      #expect(founded.status == 69 && founded.output.contains("\(closed) (mode 700)"), "\(founded)")
    }
  }

  static let accounts = getuid() == 0 ? ["root", "nobody"] : [name(of: getuid())]

  private static func name(of user: uid_t) -> String {
    String(cString: getpwuid(user).pointee.pw_name)
  }

  /// A directory of the account's with a copy of the program, which it may not reach elsewhere.
  private func withHome(of account: String, _ body: (String) throws -> Void) throws {
    var template = Array("/var/tmp/pdca-account-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw NoHome() }
    let home = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    defer { _ = try? ChildProcess.run(["/bin/rm", "-rf", home]) }
    _ = try ChildProcess.run(["/bin/cp", CommandLineRunner.program, "\(home)/pdca"])
    _ = try ChildProcess.run(["/bin/chmod", "755", home])
    _ = try ChildProcess.run(["/bin/chown", account, home])
    try body(home)
  }

  private func run(
    _ line: [String], as account: String, home: String
  ) throws -> ChildProcess.Outcome {
    let path = ProcessEnvironment.variables()["PATH"] ?? "/usr/bin:/bin"
    let other = getuid() == 0 && account != "root"
    let become = other ? ["setpriv", "--reuid=\(account)", "--clear-groups"] : []
    return try ChildProcess.run(
      become + ["/usr/bin/env", "-i", "PATH=\(path)", "HOME=\(home)", "PDCA_HOME=\(home)/data"]
        + line)
  }
}
