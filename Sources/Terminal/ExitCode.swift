/// The status the program leaves with; scripts may rely on each value.
package enum ExitCode: Int32, CaseIterable, Sendable {
  case ok = 0
  /// A rule of the domain refused the command.
  case rule = 1
  /// The record changed since it was read.
  case staleVersion = 3
  /// What the command rests on has stopped: a projection could not take in an event.
  case stopped = 4
  /// The log doesn't match its proof.
  case tampering = 5
  case usage = 64
  /// Lines of an import were refused.
  case dataError = 65
  /// The database can't be reached.
  case unavailable = 69
  case bug = 70
  case ioError = 74
  /// The outcome is unknown or passing; repeating the command is safe.
  case temporary = 75
  case notPermitted = 77
  case interrupted = 130
}
