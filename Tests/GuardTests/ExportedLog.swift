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
      return ExportedLog(lines: lines.lines)
    }
  }
}

final class ExportedLines: ExportSink {
  private(set) var lines: [String] = []

  var isOpen: Bool { true }

  func write(_ line: [UInt8]) { lines.append(String(decoding: line, as: UTF8.self)) }
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
    let changed = lines.dropLast().map(change)
    var tree = TreeFrontier()
    for line in changed { tree.append(TreeHash.leaf(Array(line.utf8))) }
    let departments = try lines.dropLast().filter { !$0.contains(#","position":"#) }.compactMap {
      try JSON(parsing: Array($0.utf8)).object?["department"]?.string
    }
    let end = ArchiveEnd(
      departments: departments, lines: changed.count, rootHash: Hexadecimal.encode(tree.root))
    return ExportedLog(lines: changed + [end.json.canonical])
  }

  var text: String { lines.map { $0 + "\n" }.joined() }
}
