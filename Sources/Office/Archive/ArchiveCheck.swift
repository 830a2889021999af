import CanonicalJSON
import EventLog
import Proof
import Terminal

/// An exported log, read and checked line by line.
struct ArchiveFile {
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
    try file.lines(limit: Self.longestLine) { try check.take($0, body) }
    return try check.finish()
  }
}

/// Checks the lines of an exported log, each by itself and after those before it.
private struct ArchiveCheck {
  private var order = ArchiveOrder()
  /// Of the department whose events are coming in.
  private var tree = TreeFrontier()
  /// Of all lines so far.
  private var file = TreeFrontier()
  private var number = 0

  mutating func take(
    _ line: TextLine, _ body: (ArchivedEvent, Int, [UInt8]) throws -> Void
  ) throws {
    number += 1
    guard case .line(_, let text) = line else { throw fault(.unreadableLine) }
    do {
      let object = try object(text)
      let own = TreeHash.leaf(text.utf8)
      if object["position"] != nil {
        try take(ArchivedEvent(object), own, body)
      } else if object["departments"] == nil {
        try seal(ArchivedDepartment(object))
      } else {
        try order.take(
          ArchiveEnd(object), lines: file.size, rootHash: Hexadecimal.encode(file.root))
      }
      file.append(own)
    } catch let fault as ArchiveFault {
      throw self.fault(fault)
    }
  }

  private mutating func take(
    _ event: ArchivedEvent, _ own: [UInt8], _ body: (ArchivedEvent, Int, [UInt8]) throws -> Void
  ) throws {
    try order.take(event)
    let leaf = event.keptLeafHash.flatMap { Hexadecimal.decode($0) } ?? own
    tree.append(leaf)
    try body(event, number, leaf)
  }

  func finish() throws -> [ArchivedDepartment] {
    do { try order.finish() } catch { throw fault(error) }
    return order.departments
  }

  private mutating func seal(_ department: ArchivedDepartment) throws(ArchiveFault) {
    try order.take(department, rootHash: Hexadecimal.encode(tree.root))
    tree = TreeFrontier()
  }

  private func object(_ text: String) throws(ArchiveFault) -> JSONObject {
    let json: JSON
    do { json = try JSON(parsing: text) } catch { throw .notJSON(error) }
    guard json.canonical.hasSameBytes(as: text) else { throw .notCanonical }
    guard let object = json.object else { throw .member("position") }
    return object
  }

  private func fault(_ fault: ArchiveFault) -> ArchiveLineFault {
    ArchiveLineFault(line: number, fault: fault)
  }
}
