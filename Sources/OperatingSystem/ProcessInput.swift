import Glibc

/// What this process was started with, looked at as the bytes that came.
package enum ProcessInput {
  /// A text that can't be read as UTF-8. Repaired it would be another text, kept for good.
  package enum Fault: Error, Equatable, Sendable {
    /// `number` counts from 1; `shown` has a question mark for every byte that means nothing.
    case argument(number: Int, shown: String)
    case variable(String)
  }

  /// Variables whose texts name files or are recorded.
  private static let looked = ["HOME", "TZ", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"]

  /// The first that is there; nil when all can be read.
  package static var fault: Fault? {
    for number in 1..<max(1, Int(CommandLine.argc)) {
      guard let pointer = CommandLine.unsafeArgv[number] else { break }
      if !isValid(pointer) { return .argument(number: number, shown: shown(pointer)) }
    }
    return variableFault
  }

  private static var variableFault: Fault? {
    var entry = environ
    while let pointer = entry.pointee {
      defer { entry += 1 }
      if isValid(pointer) { continue }
      let name = String(String(cString: pointer).prefix { $0 != "=" })
      if name.hasPrefix("PDCA_") || looked.contains(name) { return .variable(name) }
    }
    return nil
  }

  /// Keeps the numbers of standard input, output and error taken. A caller may close them (`>&-`), and
  /// what is opened next would be written to in their place: a write to a closed output fails instead.
  package static func holdStandardDescriptors() {
    for (number, mode) in [
      (STDIN_FILENO, O_RDONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_WRONLY),
    ]
    where fcntl(number, F_GETFD) < 0 {
      let opened = open("/dev/null", mode)
      if opened >= 0, opened != number {
        dup2(opened, number)
        close(opened)
      }
    }
  }

  private static func isValid(_ pointer: UnsafePointer<CChar>) -> Bool {
    String(validatingCString: pointer) != nil
  }

  private static func shown(_ pointer: UnsafePointer<CChar>) -> String {
    String(cString: pointer).replacing("\u{FFFD}", with: "?")
  }
}
