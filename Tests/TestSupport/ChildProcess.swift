package import Glibc
import OperatingSystem
import SystemPackage

/// A program that a test starts, watches and ends as it likes, beside others and without waiting;
/// the command itself starts programs by ``Program``.
package struct ChildProcess: Sendable {
  package let pid: pid_t

  /// What a finished program left behind.
  package struct Outcome: Sendable {
    /// The exit status, or 128 and the signal's number.
    package let status: Int32
    /// Standard output and standard error together.
    package let output: String
  }

  /// Starts `arguments[0]`, found on the PATH, with nothing inherited but the environment.
  /// - Parameters:
  ///   - input: a descriptor for its standard input; nil for `/dev/null`.
  ///   - output: a descriptor for its standard output and error; nil for `/dev/null`.
  ///   - detached: in a session of its own, so that no terminal's signals reach it.
  package static func start(
    _ arguments: [String], input: Int32? = nil, output: Int32? = nil, detached: Bool = false
  ) throws -> ChildProcess {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    connect(&actions, input, to: [0], O_RDONLY)
    connect(&actions, output, to: [1, 2], O_WRONLY)
    var attributes = attributes(detached: detached)
    defer { posix_spawnattr_destroy(&attributes) }
    return ChildProcess(pid: try spawn(arguments, &actions, &attributes))
  }

  /// Runs a program to its end.
  /// - Parameter input: its standard input, at most 64 KiB; nil for none.
  package static func run(_ arguments: [String], input: String? = nil) throws -> Outcome {
    guard let input else { return try collect(arguments, input: nil) }
    let pipe = try Pipe()
    defer { close(pipe.readEnd) }
    try Descriptor.write(Array(input.utf8), to: pipe.writeEnd)
    close(pipe.writeEnd)
    return try collect(arguments, input: pipe.readEnd)
  }

  private static func collect(_ arguments: [String], input: Int32?) throws -> Outcome {
    let pipe = try Pipe()
    defer { close(pipe.readEnd) }
    let child: ChildProcess
    do {
      defer { close(pipe.writeEnd) }
      child = try start(arguments, input: input, output: pipe.writeEnd)
    }
    let output = TextFile.rest(of: pipe.readEnd)
    return Outcome(status: child.waitForExit(), output: output)
  }

  /// The exit status, or 128 and the number of the signal that ended it.
  @discardableResult
  package func waitForExit() -> Int32 {
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0, errno == EINTR {}
    return Self.decode(status)
  }

  /// Nil while it runs; an ended process is reaped.
  package func exitIfEnded() -> Int32? {
    var status: Int32 = 0
    return waitpid(pid, &status, WNOHANG) == pid ? Self.decode(status) : nil
  }

  private static func decode(_ status: Int32) -> Int32 {
    let signal = status & 0x7f
    return signal == 0 ? (status >> 8) & 0xff : 128 + signal
  }

  private static func connect(
    _ actions: inout posix_spawn_file_actions_t, _ source: Int32?, to targets: [Int32],
    _ mode: Int32
  ) {
    for target in targets {
      if let source {
        posix_spawn_file_actions_adddup2(&actions, source, target)
      } else {
        posix_spawn_file_actions_addopen(&actions, target, "/dev/null", mode, 0)
      }
    }
  }

  /// Signals as a fresh program expects them, whatever this process ignores or blocks.
  private static func attributes(detached: Bool) -> posix_spawnattr_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in [SIGINT, SIGTERM, SIGPIPE, SIGHUP, SIGQUIT] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    let newSession: Int32 = 0x80  // POSIX_SPAWN_SETSID, which glibc hides behind _GNU_SOURCE
    let flags = Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)
    posix_spawnattr_setflags(&attributes, Int16(detached ? flags | newSession : flags))
    return attributes
  }

  private static func spawn(
    _ arguments: [String], _ actions: inout posix_spawn_file_actions_t,
    _ attributes: inout posix_spawnattr_t
  ) throws -> pid_t {
    var vector = arguments.map { strdup($0) } + [nil]
    defer { for argument in vector { free(argument) } }
    var pid = pid_t()
    let code = posix_spawnp(&pid, arguments[0], &actions, &attributes, &vector, environ)
    guard code == 0 else { throw SystemError("start \(arguments[0])", code: code) }
    return pid
  }
}

/// Both ends of a pipe; neither is inherited by programs that this process starts.
package struct Pipe {
  package let readEnd: Int32
  package let writeEnd: Int32

  package init() throws {
    let ends = try FileDescriptor.pipe(options: .closeOnExec)
    (readEnd, writeEnd) = (ends.readEnd.rawValue, ends.writeEnd.rawValue)
  }
}
