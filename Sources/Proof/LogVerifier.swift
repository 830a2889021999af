import CanonicalJSON

/// Recomputes a department's log, event by event and in order: lines, leaves, tree, and what must
/// hold between events. Memory grows with streams and redactions, not with events.
package struct LogVerifier: Sendable {
  private let department: [UInt8]
  private var line = EventLine()
  private var sequence = EventSequence()
  private var redactions: Redactions
  private var heads: KeptHeads
  private var tree = TreeFrontier()
  private var found = Findings()

  /// - Parameters:
  ///   - heads: roots kept outside, by size.
  ///   - places: what a redaction may erase.
  package init(
    of department: String, against heads: [Int: [UInt8]] = [:], erasing places: TextPlaces
  ) {
    self.department = Array(department.utf8)
    self.heads = KeptHeads(heads)
    redactions = Redactions(places)
  }

  /// Takes in the next event.
  package mutating func take(_ event: EventColumns) {
    let position = sequence.place(of: event, &found)
    guard event[.department] == department[...] else {
      return found.add(position, .malformed(.department))
    }
    if let column = EventForm.misfit(in: event) { found.add(position, .malformed(column)) }
    sequence.check(event, at: position, &found)
    if !event.hasCanonicalPayload { redactions.doubt(position, .notCanonical) }
    append(leaf(of: event, at: position))
    redactions.note(event, at: position, &found)
  }

  /// What was found, once all events are in.
  package mutating func finish() -> LogFinding {
    redactions.finish(&found)
    heads.finish(tree.size, &found)
    return LogFinding(
      size: tree.size, root: tree.root, faults: found, redacted: redactions.done,
      erased: redactions.erased, unproven: redactions.unproven)
  }

  private mutating func append(_ leaf: [UInt8]) {
    tree.append(leaf)
    heads.check(tree, &found)
  }

  /// The leaf that the columns make; of a redacted event of form 1 the one kept.
  private mutating func leaf(of event: EventColumns, at position: Int) -> [UInt8] {
    let kept = event[.leafHash].dropFirst(2)
    if event.isRedacted {
      line.write(event, as: .bare)
      redactions.expect(at: position, line.line, event)
      if event.form != 2 {
        return Hexadecimal.decode(String(decoding: kept, as: UTF8.self)) ?? TreeHash.empty
      }
    }
    if let column = line.write(event) { found.add(position, .malformed(column)) }
    if let committed = line.committed,
      let fault = Commitments(event)?.fault(committed, of: event, redactions.places)
    {
      redactions.doubt(position, fault)
    }
    let leaf = TreeHash.leaf(ofPrefixed: line.leafBytes)
    if !Hexadecimal.are(kept, of: leaf) { found.add(position, .leafDiffers) }
    return leaf
  }
}

/// What verifying a log brought.
package struct LogFinding: Sendable {
  package let size: Int
  package let root: [UInt8]
  /// In order of position; the first ones when they are many.
  package let faults: [LogFault]
  /// How many there are.
  package let faultCount: Int
  /// Redacted events, each with the position of the event that says so.
  package let redacted: [Int: Int]
  /// What was erased of each.
  package let erased: [Int: [String]]
  /// Those of form 1, whose numbers, names and times rest on the redaction's word alone.
  package let unproven: Set<Int>

  package var isSound: Bool { faultCount == 0 }

  init(
    size: Int, root: [UInt8], faults: Findings, redacted: [Int: Int], erased: [Int: [String]],
    unproven: Set<Int>
  ) {
    self.size = size
    self.root = root
    self.faults = faults.inOrder
    faultCount = faults.count
    self.redacted = redacted
    self.erased = erased
    self.unproven = unproven
  }
}

/// Faults met so far, of which the first are kept.
struct Findings: Sendable {
  private static let limit = 1_000
  private(set) var count = 0
  private var kept: [LogFault] = []

  mutating func add(_ position: Int, _ reason: LogFault.Reason) {
    count += 1
    if kept.count < Self.limit { kept.append(LogFault(position: position, reason: reason)) }
  }

  var inOrder: [LogFault] {
    kept.enumerated().sorted { ($0.element.reach, $0.offset) < ($1.element.reach, $1.offset) }
      .map(\.element)
  }
}

extension LogFault {
  /// A fork lies somewhere up to its size; what says where it is comes first.
  fileprivate var reach: Int {
    if case .forked(let size) = reason { size } else { position }
  }
}

extension EventColumns {
  /// A redacted event has no salt; in form 2 the hash of it.
  package var isRedacted: Bool {
    hexadecimal(.salt, bytes: form == 2 ? TreeHash.length : 0) != nil
  }

  package var hasCanonicalPayload: Bool { JSON.isCanonical(bytes.span.extracting(range(.payload))) }
}
