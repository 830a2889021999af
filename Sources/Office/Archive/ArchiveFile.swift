package import EventLog
import Tables

/// An exported log, read and checked line by line.
package struct ArchiveFile: LogSource {
  private static let longestLine = 64 << 20
  private let file: InputFile

  package init(_ file: InputFile) { self.file = file }

  /// Hands over each event with its line, counted from 1, and its leaf; answers with the
  /// departments.
  /// - Throws: `ArchiveLineFault` for the first line that is wrong.
  package func read(
    _ body: (ArchivedEvent, _ line: Int, _ leaf: [UInt8]) throws -> Void
  ) throws -> [ArchivedDepartment] {
    var check = ArchiveCheck()
    try file.lines(limit: Self.longestLine) { try check.take($0.text, body) }
    return try check.finish()
  }
}

/// The side file of an exported log: reports of closed reviews, each held against the hashes that the
/// log pins.
package struct ReportsFile: ReportSource {
  private static let longestLine = 256 << 20
  private let file: InputFile

  package init(_ file: InputFile) { self.file = file }

  /// Hands over each report.
  /// - Returns: how many.
  /// - Throws: ``ReportsFileFault`` for the first line that is wrong.
  @discardableResult
  package func read(
    pinnedBy pins: ReportPins, _ body: (KeptReport) throws -> Void
  ) throws -> Int {
    var check = ReportsCheck(pins: pins)
    try file.lines(limit: Self.longestLine) { try check.take($0.text, body) }
    return try check.finish()
  }
}

extension TextLine {
  /// Nil for what is no text, or far too long.
  fileprivate var text: String? {
    if case .line(_, let text) = self { text } else { nil }
  }
}
