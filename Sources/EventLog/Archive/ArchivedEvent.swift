package import CanonicalJSON
import CivilTime

/// An event as a line of an exported log tells it, each member checked by itself.
package struct ArchivedEvent: Sendable, Equatable {
  package var department: String
  package var position: Int
  package var stream: String
  package var streamVersion: Int
  package var type: String
  package var schemaVersion: Int
  package var commandID: String
  package var ordinal: Int
  /// Lower-case hexadecimal, as salt and leaf hash.
  package var request: String
  package var causation: String?
  package var correlation: String?
  package var actor: String
  /// As the line spells it.
  package var occurredAt: String
  package var recordedAt: String
  package var payload: JSON
  /// Of an event that nobody can read: its payload as the line has it, which is no canonical JSON.
  package var oddPayload: String?
  /// Empty for a redacted event; in form 2 its SHA-256.
  package var salt: String
  /// Told by redacted events of form 1 alone, whose line is not their leaf any more.
  package var keptLeafHash: String?
  /// 1 for a line that holds its texts, 2 for one with commitments to them.
  package var form = 1
  /// In form 2, the login through which the actor came where it isn't their own.
  package var door: String?
  /// In form 2, by JSON pointer: the salt of each text of the payload, or what commits to an erased one.
  package var salts: JSONObject?

  static let members: [String] = [
    "actor", "causation", "commandId", "correlation", "department", "occurredAt", "ordinal",
    "payload", "position", "recordedAt", "request", "salt", "schemaVersion", "stream",
    "streamVersion", "type",
  ]
  /// Of form 2, whose salt stands in the last, and its hash where the salt did.
  static let membersOfForm2 = members + ["door", "form", "unhashed"]
}

extension ArchivedEvent {
  /// The payload as it is stored.
  package var payloadText: String { oddPayload ?? payload.canonical }

  /// The position that an `EventSetAside` names; nil for any other event.
  package var settingAside: Int? {
    guard type == "EventSetAside", stream == "exclusions",
      case .number(let position)? = payload.object?["position"]
    else { return nil }
    return Int(exactly: position)
  }

  /// A line whose payload is no canonical JSON, parted into the line with a null payload and that
  /// payload; nil where the rest isn't an event's line. Before the payload and behind it no string can
  /// hold the marks, since their quotes would be escaped.
  package static func parted(_ line: String) -> (rest: String, payload: String)? {
    guard let head = line.firstRange(of: #","payload":"#),
      let tail = line.ranges(of: #","position":"#).last, head.upperBound < tail.lowerBound
    else { return nil }
    return (
      line[..<head.upperBound] + "null" + line[tail.lowerBound...],
      String(line[head.upperBound..<tail.lowerBound])
    )
  }

  /// The bytes of an exported line that are hashed: of form 2 without its last member. No string can hold
  /// the mark, since its quotes would be escaped.
  package static func hashed(_ line: String, form: Int) -> String {
    guard form == 2, let beside = line.ranges(of: #","unhashed":"#).last else { return line }
    return line[..<beside.lowerBound] + "}"
  }

  /// - Parameter odd: the payload as the line has it, where that is no canonical JSON and the object's
  ///   is null.
  /// - Throws: `ArchiveFault.member` for the first member that is wrong.
  package init(_ object: JSONObject, odd: String? = nil) throws(ArchiveFault) {
    let members = ArchiveMembers(object)
    if object["form"] != nil {
      form = try members.whole("form", from: 2)
      guard form == 2 else { throw .newerFormat(form) }
      try members.expect(Self.membersOfForm2)
      door = try members.nullableText("door") { !$0.isEmpty }
    } else {
      keptLeafHash = try members.optionalText("leafHash", Self.isHash)
      try members.expect(Self.members + (keptLeafHash == nil ? [] : ["leafHash"]))
    }
    department = try members.text("department", Self.isCode)
    position = try members.whole("position", from: 1)
    stream = try members.text("stream") { Self.isWord($0, "._-") && $0.utf8.count <= 128 }
    streamVersion = try members.whole("streamVersion", from: 1)
    type = try members.text("type") { Self.isWord($0, "") && $0.utf8.count <= 64 }
    schemaVersion = try members.whole("schemaVersion", from: 1)
    commandID = try members.text("commandId", Self.isUUID)
    ordinal = try members.whole("ordinal", from: 0)
    request = try members.text("request", Self.isHash)
    causation = try members.nullableText("causation")
    correlation = try members.nullableText("correlation", Self.isUUID)
    actor = try members.text("actor") { !$0.isEmpty }
    occurredAt = try members.text("occurredAt", Self.isInstant)
    recordedAt = try members.text("recordedAt", Self.isInstant)
    payload = try members.json("payload")
    oddPayload = odd
    if form == 2 {
      let texts = try ArchivedTexts(members.json("unhashed"))
      let restored = try texts.restored(odd ?? payload.canonical)
      salts = restored.salts
      let hash = try members.text("salt") { Self.isHash($0) && texts.isSalt(hashedTo: $0) }
      salt = texts.salt.isEmpty ? hash : texts.salt
      if odd != nil {
        oddPayload = restored.payload
      } else {
        payload = (try? JSON(parsing: restored.payload)) ?? .null
      }
    } else {
      let isRedacted = keptLeafHash != nil
      salt = try members.text("salt") { isRedacted ? $0.isEmpty : Self.isHexadecimal($0, 32) }
    }
  }

  private static func isHash(_ text: String) -> Bool { isHexadecimal(text, 64) }

  static func isHexadecimal(_ text: String, _ digits: Int) -> Bool {
    text.utf8.count == digits
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  private static func isUUID(_ text: String) -> Bool { CommandID(text)?.rawValue == text }

  static func isInstant(_ text: String) -> Bool { Instant(rfc3339: text)?.rfc3339 == text }

  static func isCode(_ text: String) -> Bool { isWord(text, "-") && text.utf8.count <= 32 }

  /// ASCII letters and digits, and these marks except at the start.
  private static func isWord(_ text: String, _ marks: String) -> Bool {
    text.utf8.first.map { isLetterOrDigit($0) } == true
      && text.utf8.allSatisfy { isLetterOrDigit($0) || marks.utf8.contains($0) }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
