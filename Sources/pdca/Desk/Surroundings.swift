import ArgumentParser
import Glibc
import Postgres
import Terminal

/// What the process was started with.
enum Surroundings {
  static let variables = Target.processEnvironment()

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

  /// The command line as it was typed, quoted for a shell.
  static var commandLine: String {
    (["pdca"] + CommandLine.arguments.dropFirst()).map(shellQuoted).joined(separator: " ")
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

  /// A word as a POSIX shell reads it back.
  static func shellQuoted(_ word: String) -> String {
    let plain = word.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: "-_./:=@%+,".utf8.contains(byte)
      }
    }
    if plain, !word.isEmpty { return word }
    return "'"
      + word.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: #"'\''"#) + "'"
  }
}
