import CanonicalJSON
import EventLog
import Proof

/// Takes a department's exported events in and makes its own line of them.
struct ExportSeal {
  private let department: ExportedDepartment
  private var tree = TreeFrontier()

  init(_ department: ExportedDepartment) { self.department = department }

  /// - Throws: `TamperedEvent` for an event that its hash doesn't fit.
  mutating func take(_ event: LogExport.Event) throws {
    guard event.position == tree.size + 1, let kept = [UInt8](hexadecimal: event.leafHash) else {
      throw TamperedEvent(reference: "\(department.code)@\(tree.size + 1)")
    }
    if !event.isRedacted, TreeHash.leaf(event.line) != kept {
      throw TamperedEvent(reference: "\(department.code)@\(event.position)")
    }
    tree.append(kept)
  }

  /// The department's own line.
  var line: [UInt8] {
    let line = ArchivedDepartment(department, rootHash: tree.root.hexadecimal)
    return Array(line.json.canonical.utf8)
  }
}

/// The log holds an event that is not what was recorded.
struct TamperedEvent: Error {
  let reference: String
}

extension [UInt8] {
  /// Lower-case digits, two a byte.
  var hexadecimal: String {
    let digits = [UInt8]("0123456789abcdef".utf8)
    return String(
      decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// Nil when the text is not pairs of lower-case hexadecimal digits.
  init?(hexadecimal text: String) {
    let digits = text.utf8.compactMap { byte -> UInt8? in
      switch byte {
      case 0x30...0x39: byte - 0x30
      case 0x61...0x66: byte - 0x61 + 10
      default: nil
      }
    }
    guard digits.count == text.utf8.count, digits.count.isMultiple(of: 2) else { return nil }
    self = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }
}
