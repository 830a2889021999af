import CanonicalJSON
package import CivilTime
package import Domain
import EventLog
import Proof
package import TestSupport

/// Collects what people did, and writes it as a log that `pdca import log` takes.
package struct LogBook: Sendable {
  private struct Entry {
    let stream: String
    let event: DomainEvent
    let actor: String
    let occurredAt: Instant
    let recordedAt: Instant
  }

  private var entries: [DepartmentCode: [Entry]] = [:]
  private let head: DepartmentCode
  private let founder: String

  package init(head: DepartmentCode, founder: String) {
    self.head = head
    self.founder = founder
  }

  /// - Parameter recordedAt: nil for at once.
  package mutating func add(
    _ event: DomainEvent, to stream: String, of department: DepartmentCode, by actor: String,
    at instant: Instant, recordedAt: Instant? = nil
  ) {
    entries[department, default: []].append(
      Entry(
        stream: stream, event: event, actor: actor, occurredAt: instant,
        recordedAt: max(recordedAt ?? instant, instant)))
  }

  /// The exported log, line by line; salts and ids come from the generator.
  package func lines(_ random: inout SeededGenerator) -> [String] {
    var lines: [String] = []
    var file = TreeFrontier()
    func add(_ line: String) {
      lines.append(line)
      file.append(TreeHash.leaf(line.utf8))
    }
    let codes = entries.keys.sorted()
    for code in codes {
      var tree = TreeFrontier()
      for line in events(of: code, &random) {
        add(line)
        tree.append(TreeHash.leaf(line.utf8))
      }
      add(own(code, tree))
    }
    let end = ArchiveEnd(
      departments: codes.map(\.rawValue), lines: lines.count,
      rootHash: Hexadecimal.encode(file.root))
    return lines + [end.json.canonical]
  }

  private func own(_ code: DepartmentCode, _ tree: TreeFrontier) -> String {
    let first = entries[code]?.map(\.recordedAt).min() ?? Instant(microseconds: 0)
    let line: JSON = [
      "department": JSON(code.rawValue), "events": JSON(tree.size),
      "format": JSON(ArchivedDepartment.format), "head": JSON(code == head),
      "madeAt": JSON(first.adding(seconds: -1).rfc3339), "madeBy": JSON(founder),
      "rootHash": JSON(Hexadecimal.encode(tree.root)),
    ]
    return line.canonical
  }

  /// By when they were recorded; those of one instant as they were added.
  private func events(of code: DepartmentCode, _ random: inout SeededGenerator) -> [String] {
    let ordered = (entries[code] ?? []).enumerated().sorted {
      ($0.element.recordedAt, $0.offset) < ($1.element.recordedAt, $1.offset)
    }
    var versions: [String: Int] = [:]
    return ordered.enumerated().map { place, item in
      let entry = item.element
      versions[entry.stream, default: 0] += 1
      return line(
        entry, code, position: place + 1, version: versions[entry.stream] ?? 1, &random)
    }
  }

  private func line(
    _ entry: Entry, _ code: DepartmentCode, position: Int, version: Int,
    _ random: inout SeededGenerator
  ) -> String {
    let line: JSON = [
      "actor": JSON(entry.actor), "causation": .null,
      "commandId": JSON("\(CommandID(bytes: random.bytes(16), version: 4))"),
      "correlation": .null, "department": JSON(code.rawValue),
      "occurredAt": JSON(entry.occurredAt.rfc3339), "ordinal": 0, "payload": entry.event.payload,
      "position": JSON(position), "recordedAt": JSON(entry.recordedAt.rfc3339),
      "request": JSON(Hexadecimal.encode(random.bytes(32))),
      "salt": JSON(Hexadecimal.encode(random.bytes(16))), "schemaVersion": 1,
      "stream": JSON(entry.stream), "streamVersion": JSON(version),
      "type": JSON(entry.event.type),
    ]
    return line.canonical
  }
}

extension SeededGenerator {
  fileprivate mutating func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8(truncatingIfNeeded: next()) }
  }
}
