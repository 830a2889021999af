/// Follows an exported log line by line and refuses the first that can't come after those before:
/// departments by their codes, each with its events from 1 on and then its own line.
package struct ArchiveOrder: Sendable {
  /// The department whose events are coming in; nil between two.
  private var open: String?
  private var position = 0
  private var recordedAt = ""
  private var versions: [String: Int] = [:]
  private var commands: Set<String> = []
  /// The last event's, and how many of its events there were.
  private var command = (id: "", events: 0)
  package private(set) var departments: [ArchivedDepartment] = []
  private var isEnded = false

  package init() {}

  package mutating func take(_ event: ArchivedEvent) throws(ArchiveFault) {
    if open != event.department { try begin(event.department) }
    guard event.position == position + 1 else {
      throw .position(expected: position + 1, found: event.position)
    }
    position += 1
    let version = versions[event.stream, default: 0] + 1
    guard event.streamVersion == version else {
      throw .streamVersion(stream: event.stream, expected: version, found: event.streamVersion)
    }
    versions[event.stream] = version
    try follow(event)
    guard event.recordedAt >= recordedAt else { throw .recordedEarlier }
    recordedAt = event.recordedAt
  }

  /// The department's own line, given the root of the events that came before it.
  package mutating func take(
    _ department: ArchivedDepartment, rootHash: String
  ) throws(ArchiveFault) {
    if open != department.code { try begin(department.code) }
    guard department.events == position else {
      throw .count(department: department.code, expected: department.events, found: position)
    }
    guard department.rootHash == rootHash else { throw .hash(department: department.code) }
    if department.isHead, departments.contains(where: \.isHead) { throw .twoHeads }
    departments.append(department)
    open = nil
  }

  /// The last line, given what the lines above it come to.
  package mutating func take(
    _ end: ArchiveEnd, lines: Int, rootHash: String
  ) throws(ArchiveFault) {
    if let open { throw .truncated(department: open) }
    guard !isEnded else { throw .end }
    guard end.departments == departments.map(\.code), end.lines == lines, end.rootHash == rootHash
    else { throw .fileHash }
    isEnded = true
  }

  /// Refuses a file that ends too early.
  package func finish() throws(ArchiveFault) {
    if let open { throw .truncated(department: open) }
    guard isEnded else { throw .end }
    guard departments.contains(where: \.isHead) else { throw .noHead }
  }

  private mutating func begin(_ department: String) throws(ArchiveFault) {
    if isEnded { throw .end }
    if let open { throw .truncated(department: open) }
    if let last = departments.last?.code, !last.precedes(department) {
      throw .departmentOrder(department)
    }
    open = department
    (position, recordedAt, command) = (0, "", ("", 0))
    versions.removeAll(keepingCapacity: true)
    commands.removeAll(keepingCapacity: true)
  }

  private mutating func follow(_ event: ArchivedEvent) throws(ArchiveFault) {
    if event.commandID != command.id {
      guard commands.insert(event.commandID).inserted else {
        throw .commandTwice(event.commandID)
      }
      command = (event.commandID, 0)
    }
    guard event.ordinal == command.events else {
      throw .ordinal(command: event.commandID, expected: command.events, found: event.ordinal)
    }
    command.events += 1
  }
}

extension String {
  /// In the order of `COLLATE "C"`.
  fileprivate func precedes(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }
}
