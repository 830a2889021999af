import ArgumentParser
import Glibc
import Office
import OperatingSystem
import Wording

/// What the process was started with.
enum Surroundings {
  static let variables = ProcessEnvironment.variables()

  /// This program's own file, for the watcher that it starts beside a server.
  static var program: String {
    var buffer = [UInt8](repeating: 0, count: 4_096)
    let count = buffer.withUnsafeMutableBytes { bytes in
      readlink(
        "/proc/self/exe", bytes.baseAddress!.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    guard count > 0 else { return CommandLine.arguments[0] }
    return String(decoding: buffer[..<count], as: UTF8.self)
  }

  /// The department that `PDCA_DEPARTMENT` names; an empty one names none.
  static var department: String? {
    variables["PDCA_DEPARTMENT"].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Whether what is recorded needs a clock like the server's: `PDCA_CLOCK_CHECK=off` says that another
  /// day is meant, as in a rehearsal.
  static var checksClock: Bool { variables["PDCA_CLOCK_CHECK"] != "off" }

  /// A variable that holds a number of seconds, up to a day.
  static func seconds(_ variable: String, usually: Double) throws -> Duration {
    guard let text = variables[variable], !text.isEmpty else { return .seconds(usually) }
    guard let value = Double(text), value > 0, value <= 86_400 else {
      throw InputFault.unreadable(argument: variable, text: text, wanted: .seconds)
    }
    return .seconds(value)
  }

  /// The command line as it was typed, quoted for a shell.
  static var commandLine: String {
    (["pdca"] + CommandLine.arguments.dropFirst()).map(ShellWord.quoted).joined(separator: " ")
  }

  /// `pdca` and the names of the command below it that was typed.
  static var commandPath: String {
    var path = ["pdca"]
    var parent = PDCA.configuration
    for word in CommandLine.arguments.dropFirst() {
      let children = parent.subcommands.map { $0.configuration }
      guard let child = children.first(where: { $0.commandName == word }) else { continue }
      path.append(word)
      parent = child
    }
    return path.joined(separator: " ")
  }
}
