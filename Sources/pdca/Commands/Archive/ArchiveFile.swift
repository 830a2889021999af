import EventLog
import Office
import Tables

/// An exported log, read and checked line by line.
struct ArchiveFile: LogSource {
  private static let longestLine = 64 << 20
  private let file: InputFile

  /// - Parameter path: `-` is standard input.
  init(path: String) throws { file = try InputFile(path) }

  /// Hands over each event with its line, counted from 1, and its leaf; answers with the
  /// departments.
  /// - Throws: `ArchiveLineFault` for the first line that is wrong.
  func read(
    _ body: (ArchivedEvent, _ line: Int, _ leaf: [UInt8]) throws -> Void
  ) throws -> [ArchivedDepartment] {
    var check = ArchiveCheck()
    try file.lines(limit: Self.longestLine) { try check.take($0.text, body) }
    return try check.finish()
  }
}

extension TextLine {
  /// Nil for what is no text, or far too long.
  var text: String? {
    if case .line(_, let text) = self { text } else { nil }
  }
}
