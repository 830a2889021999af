import CanonicalJSON
import Crypto

/// An event's exported line, made from its columns: RFC 8785 JSON whose bytes are the leaf of the
/// department's tree. It says the same as the database's own `log.line`, from which it is
/// independent, so that a changed function in the database deceives nobody.
struct EventLine: Sendable {
  /// A zero byte, which makes it a leaf, and the line.
  private(set) var leafBytes: [UInt8] = [0]

  init() { leafBytes.reserveCapacity(4_096) }

  var line: ArraySlice<UInt8> { leafBytes.dropFirst() }

  /// What of an event is written.
  enum Content {
    /// The leaf, unless the event was redacted and has form 1.
    case leaf
    /// Without payload and salt, as a redaction keeps it.
    case bare
    /// As exports have it: with what stands beside a line of form 2; with the leaf kept of one of form 1
    /// that was redacted.
    case exported
  }

  /// What was met in a payload of form 2.
  private(set) var committed: Commitments.Line?

  /// Writes the line anew.
  /// - Returns: the column that can't be written, nil when all could.
  @discardableResult
  mutating func write(_ event: EventColumns, as content: Content = .leaf) -> EventColumns.Column? {
    committed = nil
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
    return event.form == 2 ? writeSecond(event, content) : writeFirst(event, content)
  }

  private mutating func writeFirst(
    _ event: EventColumns, _ content: Content
  ) -> EventColumns.Column? {
    if content == .exported, event.isRedacted {
      put(#"","leafHash":""#, event[.leafHash].dropFirst(2))
    }
    put(#"","occurredAt":""#)
    guard time(event[.occurredAt]) else { return .occurredAt }
    put(#"","ordinal":"#, event[.ordinal])
    put(#","payload":"#)
    if content == .bare { put("null") } else { leafBytes += event[.payload] }
    put(#","position":"#, event[.position])
    put(#","recordedAt":""#)
    guard time(event[.recordedAt]) else { return .recordedAt }
    put(#"","request":""#, event[.request].dropFirst(2))
    put(#"","salt":""#)
    if content != .bare { leafBytes += event[.salt].dropFirst(2) }
    put(#"","schemaVersion":"#, event[.schemaVersion])
    put(#","stream":""#, event[.stream])
    put(#"","streamVersion":"#, event[.streamVersion])
    put(#","type":""#, event[.type])
    put(#""}"#)
    return nil
  }

  private mutating func writeSecond(
    _ event: EventColumns, _ content: Content
  ) -> EventColumns.Column? {
    guard let commitments = Commitments(event) else { return .salts }
    put(#"","door":"#)
    if event.isAbsent(.door) { put("null") } else { quote(event[.door]) }
    put(#","form":2,"occurredAt":""#)
    guard time(event[.occurredAt]) else { return .occurredAt }
    put(#"","ordinal":"#, event[.ordinal])
    put(#","payload":"#)
    if content == .bare {
      put("null")
    } else {
      guard let line = commitments.line(of: event[.payload]) else { return .payload }
      leafBytes += line.payload
      committed = line
    }
    put(#","position":"#, event[.position])
    put(#","recordedAt":""#)
    guard time(event[.recordedAt]) else { return .recordedAt }
    put(#"","request":""#, event[.request].dropFirst(2))
    put(#"","salt":""#)
    guard let hash = hash(ofSalt: event) else { return .salt }
    leafBytes += hash
    put(#"","schemaVersion":"#, event[.schemaVersion])
    put(#","stream":""#, event[.stream])
    put(#"","streamVersion":"#, event[.streamVersion])
    put(#","type":""#, event[.type])
    put(#"""#)
    if content == .exported, let committed {
      put(#","unhashed":"#)
      leafBytes += commitments.beside(event, committed)
    }
    put("}")
    return nil
  }

  /// The digits of the hash of the request's salt, which is all that a redaction leaves of it.
  private func hash(ofSalt event: EventColumns) -> [UInt8]? {
    if event.isRedacted { return Array(event[.salt].dropFirst(2)) }
    guard let salt = Hexadecimal.decode(event.text(.salt).dropFirst(2)) else { return nil }
    return Array(Hexadecimal.encode(SHA256.hash(data: salt)).utf8)
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
