import CanonicalJSON

/// An event's exported line, made from its columns: RFC 8785 JSON whose bytes are the leaf of the
/// department's tree. It says the same as the database's own `log.line`, from which it is
/// independent, so that a changed function in the database deceives nobody.
struct EventLine: Sendable {
  /// A zero byte, which makes it a leaf, and the line.
  private(set) var leafBytes: [UInt8] = [0]

  init() { leafBytes.reserveCapacity(4_096) }

  var line: ArraySlice<UInt8> { leafBytes.dropFirst() }

  /// What of an event is written.
  enum Form {
    /// As it is: the leaf, unless the event was redacted.
    case whole
    /// Without payload and salt, as a redaction keeps it.
    case bare
    /// With its kept leaf, as a redacted event is exported.
    case marked
  }

  /// Writes the line anew.
  /// - Returns: the column that can't be written, nil when all could.
  @discardableResult
  mutating func write(_ event: EventColumns, as form: Form = .whole) -> EventColumns.Column? {
    leafBytes.removeAll(keepingCapacity: true)
    leafBytes.append(0)
    put(#"{"actor":"#)
    quote(event[.actor])
    put(#","causation":"#)
    if event.isAbsent(.causation) { put("null") } else { quote(event[.causation]) }
    put(#","commandId":""#, event[.commandID])
    put(event.isAbsent(.correlation) ? #"","correlation":null"# : #"","correlation":""#)
    if !event.isAbsent(.correlation) { put(event[.correlation], #"""#) }
    put(#","department":""#, event[.department])
    if form == .marked { put(#"","leafHash":""#, event[.leafHash].dropFirst(2)) }
    put(#"","occurredAt":""#)
    guard time(event[.occurredAt]) else { return .occurredAt }
    put(#"","ordinal":"#, event[.ordinal])
    put(#","payload":"#)
    if form == .bare { put("null") } else { leafBytes += event[.payload] }
    put(#","position":"#, event[.position])
    put(#","recordedAt":""#)
    guard time(event[.recordedAt]) else { return .recordedAt }
    put(#"","request":""#, event[.request].dropFirst(2))
    put(#"","salt":""#)
    if form != .bare { leafBytes += event[.salt].dropFirst(2) }
    put(#"","schemaVersion":"#, event[.schemaVersion])
    put(#","stream":""#, event[.stream])
    put(#"","streamVersion":"#, event[.streamVersion])
    put(#","type":""#, event[.type])
    put(#""}"#)
    return nil
  }

  private mutating func put(_ text: StaticString) {
    text.withUTF8Buffer { leafBytes.append(contentsOf: $0) }
  }

  private mutating func put(_ text: StaticString, _ value: ArraySlice<UInt8>) {
    put(text)
    leafBytes += value
  }

  private mutating func put(_ value: ArraySlice<UInt8>, _ text: StaticString) {
    leafBytes += value
    put(text)
  }

  /// A JSON string with RFC 8785's escapes.
  private mutating func quote(_ text: ArraySlice<UInt8>) {
    if text.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }) {
      put("\"")
      put(text, "\"")
    } else {
      leafBytes += JSON.string(String(decoding: text, as: UTF8.self)).canonicalBytes
    }
  }

  /// `2026-11-22 00:10:01.5+00` as `2026-11-22T00:10:01.500000Z`; false for other forms, such as
  /// years that don't have four digits.
  private mutating func time(_ text: ArraySlice<UInt8>) -> Bool {
    let start = text.startIndex
    guard text.count >= 22, text.count != 23, text.count <= 29, text.suffix(3) == Self.utc,
      text[start + 10] == 0x20, text[start + 4] == 0x2D
    else { return false }
    leafBytes += text[start..<start + 10]
    put("T")
    leafBytes += text[start + 11..<start + 19]
    put(".")
    let fraction = text[(start + 19)..<(text.endIndex - 3)].dropFirst()
    leafBytes += fraction
    for _ in fraction.count..<6 { put("0") }
    put("Z")
    return true
  }

  private static let utc = ArraySlice("+00".utf8)
}
