import CanonicalJSON
import CivilTime
import EventLog
import Proof

@testable import Office

extension House {
  /// - Parameter departments: nil for all.
  func exported(_ departments: [String]? = nil) async throws -> ExportedLog {
    try await work { session in
      let lines = ExportedLines()
      _ = try Office(in: session, at: .now()).export(
        departments, as: .line, to: lines, reports: nil)
      return lines.whole
    }
  }
}

/// The lines of an export, and the last one that the file ends with.
final class ExportedLines: ExportSink {
  private var lines: [String] = []
  private var tree = TreeFrontier()
  private var departments: [String] = []

  var isOpen: Bool { true }

  func write(_ line: [UInt8], hash: [UInt8]?) throws {
    lines.append(String(decoding: line, as: UTF8.self))
    tree.append(TreeHash.leaf(line))
    guard hash == nil, let object = try JSON(parsing: line).object,
      let code = object["department"]?.string
    else { return }
    departments.append(code)
  }

  var whole: ExportedLog {
    let end = ArchiveEnd(
      departments: departments, lines: lines.count, rootHash: Hexadecimal.encode(tree.root))
    return ExportedLog(lines: lines + [end.json.canonical])
  }
}

struct ExportedLog: LogSource, Sendable {
  let lines: [String]

  func read(
    _ body: (ArchivedEvent, _ line: Int, _ leaf: [UInt8]) throws -> Void
  ) throws -> [ArchivedDepartment] {
    var check = ArchiveCheck()
    for line in lines { try check.take(line, body) }
    return try check.finish()
  }
}

extension ExportedLog {
  /// The file of these lines but the last, which is made anew, as a forger would.
  func forged(_ change: (String) -> String) throws -> ExportedLog {
    let sink = ExportedLines()
    for line in lines.dropLast().map(change) {
      let isEvent = line.contains(#","position":"#)
      try sink.write(Array(line.utf8), hash: isEvent ? [] : nil)
    }
    return sink.whole
  }

  var text: String { lines.map { $0 + "\n" }.joined() }
}
