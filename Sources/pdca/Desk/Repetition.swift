import CivilTime
import EventLog
import Office
import Synchronization

/// The identity under which this process's command goes to the log, kept so that a command whose
/// outcome is unknown can be repeated safely.
enum Repetition {
  private static let chosen = Mutex<CommandID?>(nil)

  /// The identity asked for, or a new one; the same for the whole process.
  static func commandID(_ text: String?) throws -> CommandID {
    if let text, CommandID(text) == nil {
      throw InputFault.unreadable(argument: "--command-id", text: text, wanted: .uuid)
    }
    return chosen.withLock { chosen in
      let id = text.flatMap(CommandID.init) ?? chosen ?? CommandID.given(at: .now())
      chosen = id
      return id
    }
  }

  /// When a command that is repeated was first given, by its identity; nil for the first time.
  static let firstGivenAt: Instant? = {
    let words = CommandLine.arguments.flatMap { $0.split(separator: "=", maxSplits: 1) }
    guard let option = words.firstIndex(of: "--command-id"), option + 1 < words.count else {
      return nil
    }
    return CommandID(String(words[option + 1]))?.givenAt
  }()

  /// Whether this repeats a command whose outcome was unknown, as its line says.
  static var isRepetition: Bool {
    CommandLine.arguments.contains { $0 == "--command-id" || $0.hasPrefix("--command-id=") }
  }

  /// The command line that repeats this command under its identity.
  static var line: String {
    let typed = Surroundings.commandLine
    guard let id = chosen.withLock({ $0 }), !typed.contains("--command-id") else { return typed }
    return "\(typed) --command-id \(id)"
  }
}
