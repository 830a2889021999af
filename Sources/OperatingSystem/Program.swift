import Dispatch
import Glibc
import Subprocess
import Synchronization
import SystemPackage

/// A program to be run by this one. It gets the environment and standard input, output and error:
/// no other descriptor of this process, and none that this process was given by its caller.
package struct Program: Sendable {
  package let arguments: [String]
  /// Added to the environment.
  package var variables: [String: String] = [:]
  /// Whose account it runs as; nil for this process's own.
  package var account: SystemAccount?

  /// - Parameter arguments: the program first: a path, or a name looked for on the PATH.
  package init(
    _ arguments: [String], variables: [String: String] = [:], account: SystemAccount? = nil
  ) {
    self.arguments = arguments
    self.variables = variables
    self.account = account
  }

  /// What a finished program left behind.
  package struct Outcome: Sendable, Equatable {
    /// The exit status, or 128 and the signal's number.
    package let status: Int32
    /// Standard output and standard error together.
    package let output: String
  }

  /// The program was ended, since it took longer than it was given.
  package struct Late: Error {}

  private static let longestOutput = 64 << 20

  /// Runs it to its end.
  /// - Parameter input: its standard input; nil for none.
  /// - Throws: ``SystemError`` where it can't be started, ``Late``.
  package func run(input: String? = nil, within limit: Duration? = nil) async throws -> Outcome {
    guard let limit else { return try await collect(input) }
    return try await withThrowingTaskGroup(of: Outcome.self) { group in
      group.addTask { try await collect(input) }
      group.addTask {
        try await Task.sleep(for: limit)
        throw Late()
      }
      defer { group.cancelAll() }
      return try await group.next()!
    }
  }

  /// The same for work on a connection's own thread, which waits meanwhile. A thread of the pool
  /// that async functions share must not come here.
  package func runHere(input: String? = nil, within limit: Duration? = nil) throws -> Outcome {
    let result = Mutex<Result<Outcome, any Error>?>(nil)
    let isOver = DispatchSemaphore(value: 0)
    Task.detached {
      let outcome = await Result.of { try await run(input: input, within: limit) }
      result.withLock { $0 = outcome }
      isOver.signal()
    }
    isOver.wait()
    return try result.withLock { $0! }.get()
  }

  /// The input comes from a file without a name, and not through a pipe: swift-subprocess ends the
  /// whole process when a program stops reading before all was written.
  private func collect(_ input: String?) async throws -> Outcome {
    guard let input else { return try await collect(from: .none) }
    let file = try Self.nameless(holding: input)
    return try await collect(from: .fileDescriptor(file, closeAfterSpawningProcess: true))
  }

  /// A file that only its descriptor leads to, at its beginning.
  private static func nameless(holding text: String) throws -> FileDescriptor {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(folder)/pdca-input-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw SystemError("make a file in \(folder)") }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    unlink(template)
    let file = FileDescriptor(rawValue: descriptor)
    do {
      try file.writeAll(text.utf8)
      try file.seek(offset: 0, from: .start)
      return file
    } catch let number as Errno {
      try? file.close()
      throw SystemError("write to a file in \(folder)", number)
    }
  }

  private func collect(from input: some InputProtocol) async throws -> Outcome {
    try await naming {
      let result = try await Subprocess.run(
        configuration(detached: false), input: input, output: .bytes(limit: Self.longestOutput),
        error: .combinedWithOutput)
      return Outcome(
        status: result.terminationStatus.number,
        output: String(decoding: result.standardOutput, as: UTF8.self))
    }
  }

  func configuration(detached: Bool) -> Configuration {
    var options = PlatformOptions()
    options.createSession = detached
    let command = words
    let isPath = command[0].contains("/")
    let added = variables.map { (Environment.Key(stringLiteral: $0.key), Optional($0.value)) }
    return Configuration(
      executable: isPath ? .path(FilePath(command[0])) : .name(command[0]),
      arguments: Arguments(Array(command.dropFirst())),
      environment: .inherit.updating(Dictionary(uniqueKeysWithValues: added)),
      // Another account may not be let into the directory that this process works in.
      workingDirectory: account == nil ? nil : "/", platformOptions: options)
  }

  /// For another account by way of `setpriv`, which becomes the program. swift-subprocess would call
  /// setgroups in a forked child, where glibc waits for ever for a thread that had just been made
  /// in the parent.
  private var words: [String] {
    guard let account else { return arguments }
    let groups = account.groups.map { "\($0)" }.joined(separator: ",")
    return [
      "setpriv", "--reuid=\(account.user)", "--regid=\(account.group)", "--groups=\(groups)", "--",
    ] + arguments
  }

  /// Says which program could not be started.
  func naming<T>(_ body: () async throws -> T) async throws -> T {
    do { return try await body() } catch let error as SubprocessError {
      throw SystemError("start \(words[0])", error.number)
    }
  }
}

extension Result where Failure == any Error, Success: Sendable {
  fileprivate static func of(_ body: () async throws -> Success) async -> Self {
    do { return .success(try await body()) } catch { return .failure(error) }
  }
}

extension TerminationStatus {
  /// The exit status, or 128 and the signal's number.
  var number: Int32 {
    switch self {
    case .exited(let status): status
    case .signaled(let signal): 128 + signal
    }
  }
}

extension SubprocessError {
  fileprivate var number: Errno {
    if code == .executableNotFound { return .noSuchFileOrDirectory }
    return underlyingError ?? .ioError
  }
}
