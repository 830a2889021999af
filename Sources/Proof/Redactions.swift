import CanonicalJSON
import Crypto

/// What of payloads a redaction may erase, and what stays.
package struct TextPlaces: Sendable {
  /// Where people write, by type: `items.title`.
  let texts: [String: Set<String>]
  /// Where strings stand for something: ids, days, choices.
  let kept: [String: Set<String>]
  /// What stands where a text was.
  let marker: String

  package init(texts: [String: Set<String>], kept: [String: Set<String>], marker: String) {
    self.texts = texts
    self.kept = kept
    self.marker = marker
  }

  /// Knows no type, so that it finds fault with nothing.
  package static let unknown = TextPlaces(texts: [:], kept: [:], marker: "[redacted]")

  /// What is wrong about erasing those places of an event of a type; nil for nothing.
  func fault(_ erased: [String], of type: String) -> LogFault.Reason? {
    guard let texts = texts[type] else { return nil }
    if let place = erased.first(where: { isKept($0, of: type) }) { return .erasedIdentifier(place) }
    return texts.isEmpty || erased.isEmpty ? .erasedNoText : nil
  }

  /// The last name of a place may stand for any.
  private func isKept(_ place: String, of type: String) -> Bool {
    guard let kept = kept[type] else { return false }
    if kept.contains(place) { return true }
    guard let dot = place.lastIndex(of: ".") else { return false }
    return kept.contains(place[...dot] + "*")
  }
}

/// Redacted events waiting for the event that says so.
struct Redactions: Sendable {
  /// The type of the event that says so, and the member of its payload that holds the line.
  package static let type = "EventRedacted"
  /// The type of the event that says that another is passed over.
  private static let exclusion = ArraySlice("EventSetAside".utf8)

  private struct Erased: Sendable, Equatable {
    let envelope: [UInt8]
    let leaf: String
    let payload: String
  }

  let places: TextPlaces
  private var waiting: [Int: Erased] = [:]
  private(set) var done: [Int: Int] = [:]
  /// What was erased of each event.
  private(set) var erased: [Int: [String]] = [:]
  /// Events whose other content nothing proves any more.
  private(set) var unproven: Set<Int> = []
  private var faults: [(position: Int, reason: LogFault.Reason)] = []
  private var excluded: Set<Int> = []
  private static let typeBytes = ArraySlice(type.utf8)

  init(_ places: TextPlaces) { self.places = places }

  /// - Parameter envelope: the event's line without payload and salt.
  mutating func expect(
    at position: Int, _ envelope: ArraySlice<UInt8>, _ event: EventColumns
  ) {
    waiting[position] = Erased(
      envelope: Array(envelope),
      leaf: String(decoding: event[.leafHash].dropFirst(2), as: UTF8.self),
      payload: Hexadecimal.encode(SHA256.hash(data: Array(event[.payload]))))
    let payload = try? JSON(parsing: Array(event[.payload]))
    let gone = payload?.places(of: { $0 == places.marker }) ?? []
    erased[position] = gone
    if event.form != 2 { unproven.insert(position) }
    if let fault = places.fault(gone, of: event.text(.type)) { doubt(position, fault) }
  }

  /// Notes a fault that counts unless the event was set aside.
  mutating func doubt(_ position: Int, _ fault: LogFault.Reason) {
    faults.append((position, fault))
  }

  /// Takes in an event that says that an earlier one was redacted, or is passed over.
  mutating func note(_ event: EventColumns, at position: Int, _ found: inout Findings) {
    if event[.type] == Self.exclusion { return exclude(event) }
    guard event[.type] == Self.typeBytes else { return }
    guard let payload = try? JSON(parsing: Array(event[.payload])).object,
      let envelope = payload["envelope"], let leaf = payload["leafHash"]?.string,
      let hash = payload["payloadHash"]?.string, let said = envelope.wholeNumber("position")
    else { return found.add(position, .idleRedaction(of: nil)) }
    guard let erased = waiting.removeValue(forKey: said) else {
      return found.add(position, .idleRedaction(of: said))
    }
    done[said] = position
    let stated = Erased(envelope: envelope.canonicalBytes, leaf: leaf, payload: hash)
    if erased != stated { found.add(said, .redactionDiffers(position)) }
  }

  private mutating func exclude(_ event: EventColumns) {
    guard let payload = try? JSON(parsing: Array(event[.payload])),
      let said = payload.wholeNumber("position")
    else { return }
    excluded.insert(said)
  }

  /// An event that nobody can apply and that was set aside may hold anything, and anything of it may
  /// have been erased: in form 2 what stays is proven. In form 1 nothing tells whether it was one that
  /// could be applied, so that no word of setting aside excuses what was erased of it.
  func finish(_ found: inout Findings) {
    for position in waiting.keys.sorted() { found.add(position, .erased) }
    for (position, fault) in faults
    where waiting[position] == nil && !(excluded.contains(position) && isExcused(fault, position)) {
      found.add(position, fault)
    }
  }

  private func isExcused(_ fault: LogFault.Reason, _ position: Int) -> Bool {
    switch fault {
    case .erasedIdentifier, .erasedNoText: !unproven.contains(position)
    default: true
    }
  }
}

extension JSON {
  fileprivate func wholeNumber(_ name: String) -> Int? {
    guard case .number(let number)? = object?[name] else { return nil }
    return Int(exactly: number)
  }
}
