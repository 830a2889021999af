import Glibc
import OperatingSystem
import Postgres
import TestSupport
import Testing

/// Runs the built program as a person would, on a database and with a home of its own.
struct CommandLineRunner: Sendable {
  let target: Target
  /// Holds the configuration; removed with the database.
  let home: String
  /// Added to the environment, which holds nothing of the caller's but `PATH`.
  var variables: [String: String] = ["LANG": "C"]

  /// What a command left behind.
  struct Run: Equatable, CustomStringConvertible {
    let status: Int32
    let output: String
    let errors: String

    /// Lines of the output, without the last line's end.
    var lines: [String] {
      output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }
    var description: String { "status \(status)\n\(output)\(errors)" }
  }

  /// - Parameter input: standard input, at most 64 KiB; nothing can be asked for either way.
  func callAsFunction(_ arguments: String..., input: String? = nil) throws -> Run {
    try run(arguments, input: input)
  }

  func run(_ arguments: [String], input: String? = nil) throws -> Run {
    let errors = "\(home)/errors-\(UInt64.random(in: 0...UInt64.max))"
    defer { unlink(errors) }
    let redirected = ["/bin/sh", "-c", "exec \"$@\" 2>\(errors)", "sh", Self.program] + arguments
    let outcome = try ChildProcess.run(cleared + redirected, input: input)
    let run = Run(
      status: outcome.status, output: outcome.output,
      errors: try TextFile.readIfPresent(errors) ?? "")
    if run.status != 0 { try UnsuccessfulRuns.keep(arguments, run) }
    return run
  }

  /// The words that start a command in its own environment; they become its process.
  func command(_ arguments: [String]) -> [String] { cleared + [Self.program] + arguments }

  private var cleared: [String] {
    ["/usr/bin/env", "-i"] + environment.map { "\($0)=\($1)" }.sorted()
  }

  /// The same in Japanese.
  var japanese: CommandLineRunner { with("PDCA_LANG", "ja") }

  func with(_ variable: String, _ value: String) -> CommandLineRunner {
    var copy = self
    copy.variables[variable] = value
    return copy
  }

  /// The same, run by another account, which need not be a member yet.
  func acting(as account: String) async throws -> CommandLineRunner {
    let connection = try await Connection.open(target)
    // Roles belong to the whole server, so another test may have made it, or let it in just now.
    do { try await connection.execute("CREATE ROLE \(identifier: account) LOGIN") } catch {}
    let group = try await connection.group("member")
    let grant = "GRANT \(identifier: group) TO \(identifier: account)" as Query
    do { try await connection.execute(grant) } catch {
      try await Task.sleep(for: .milliseconds(100))
      try await connection.execute(grant)
    }
    await connection.close()
    return with("PDCA_USER", account)
  }

  /// `pdca`, beside the bundle that runs these tests.
  static let program: String = {
    var buffer = [UInt8](repeating: 0, count: 4_096)
    let count = buffer.withUnsafeMutableBytes { bytes in
      readlink(
        "/proc/self/exe", bytes.baseAddress!.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    let bundle = String(decoding: buffer[..<max(0, count)], as: UTF8.self)
    return bundle[...(bundle.lastIndex(of: "/") ?? bundle.startIndex)] + "pdca"
  }()

  var environment: [String: String] {
    let settings = target.settings
    let own = [
      "PATH": ProcessEnvironment.variables()["PATH"] ?? "/usr/bin:/bin", "HOME": home,
      "PDCA_HOME": home + "/pdca",
      "PDCA_DATABASE_URL":
        "postgresql:///\(settings["dbname"]!)?host=\(settings["host"]!)&user=\(settings["user"]!)",
    ]
    return own.merging(variables) { $1 }
  }
}

/// Runs the body on an empty database.
func withCommandLine<T: Sendable>(
  _ body: (CommandLineRunner) async throws -> T
) async throws -> T {
  try await withDatabase { target in
    try await withHome { home in try await body(CommandLineRunner(target: target, home: home)) }
  }
}

/// Runs the body on a copy of what commands have made of an empty database and an empty home.
/// - Parameter name: tells the steps from those of others.
func withCommandLine<T: Sendable>(
  after steps: [[String]], named name: String, _ body: (CommandLineRunner) async throws -> T
) async throws -> T {
  let model = try TestCluster.shared.directory + "/home-\(name)"
  return try await withCopy(of: "commands_\(name)") { target in
    guard mkdir(model, 0o700) == 0 else { throw NoHome() }
    let pdca = CommandLineRunner(target: target, home: model)
    for step in steps {
      let run = try pdca.run(step)
      guard run.status == 0 else { throw SetUpFailed(step: step, run: run) }
    }
  } _: { target in
    try await withHome { home in
      _ = try ChildProcess.run(["/bin/cp", "-a", model + "/.", home])
      return try await body(CommandLineRunner(target: target, home: home))
    }
  }
}

private func withHome<T: Sendable>(_ body: (String) async throws -> T) async throws -> T {
  var template = Array("/tmp/pdca-home-XXXXXX".utf8CString)
  guard mkdtemp(&template) != nil else { throw NoHome() }
  let home = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
  defer { _ = try? ChildProcess.run(["/bin/rm", "-rf", home]) }
  return try await body(home)
}

/// Runs the body on an organization in Tokyo's time: the head department `HQ`, the department
/// `SALES` as the current one, and the account `postgres`, a promoter, as its only member.
func withOrganization<T: Sendable>(
  _ body: (CommandLineRunner) async throws -> T
) async throws -> T {
  try await withCommandLine(after: OrganizationSample.steps, named: "organization", body)
}

enum OrganizationSample {
  static let steps = [
    ["init", "Osaka Trading", "--head-name", "Head office", "--time-zone", "Asia/Tokyo"],
    ["department", "add", "SALES", "Sales"], ["department", "use", "SALES"],
  ]
}

/// A command that prepares a test was refused.
struct SetUpFailed: Error {
  let step: [String]
  let run: CommandLineRunner.Run
}

/// `/tmp` took no directory.
struct NoHome: Error {}
