package import CanonicalJSON

/// Why a line of an exported log can't be imported.
package enum ArchiveFault: Error, Equatable, Sendable {
  /// Not UTF-8, or longer than a line may be.
  case unreadableLine
  case notJSON(JSONParseError)
  /// JSON, but not in the form of RFC 8785.
  case notCanonical
  /// A member that is missing, not known, or not what it should be.
  case member(String)
  /// The department's events don't stand together, or not in the order of the departments.
  case departmentOrder(String)
  case position(expected: Int, found: Int)
  case streamVersion(stream: String, expected: Int, found: Int)
  /// The place within its command.
  case ordinal(command: String, expected: Int, found: Int)
  /// The command's events don't stand together.
  case commandTwice(String)
  case recordedEarlier
  /// The department's own line counts other events.
  case count(department: String, expected: Int, found: Int)
  /// The department's events are not those that its own line was made from.
  case hash(department: String)
  /// The lines above are not those that the last line was made from.
  case fileHash
  /// The file ends, or goes on to another department, before the department's own line.
  case truncated(department: String)
  /// The file's last line is missing, or others come after it.
  case end
  case noHead
  case twoHeads
  /// Of a form that only a newer program knows.
  case newerFormat(Int)
}

/// A fault with the line that it stands in, counted from 1.
package struct ArchiveLineFault: Error, Equatable, Sendable {
  package var line: Int
  package var fault: ArchiveFault

  package init(line: Int, fault: ArchiveFault) {
    self.line = line
    self.fault = fault
  }
}
