import CanonicalJSON
import Crypto

/// The texts of an event whose line has form 2: they stand beside the line, which holds for each
/// `{"@sha256":"…"}`, a commitment to it.
struct Commitments: Sendable {
  /// Of a text, by the bytes of its JSON pointer in the payload, 32 hexadecimal digits of salt; of an erased one the
  /// 64 of its commitment.
  let salts: [[UInt8]: String]

  /// Nil where the column holds something else. In any order: it isn't hashed.
  init?(_ event: EventColumns) {
    guard !event.isAbsent(.salts),
      let members = try? JSON(parsing: Array(event[.salts])).object
    else { return nil }
    var salts: [[UInt8]: String] = [:]
    for member in members {
      guard let salt = member.value.string, let bytes = Hexadecimal.decode(salt),
        [Self.saltLength, TreeHash.length].contains(bytes.count)
      else { return nil }
      salts[Array(member.key.utf8)] = salt
    }
    self.salts = salts
  }

  static let saltLength = 16

  /// Paths of texts that were erased.
  var erased: [[UInt8]] {
    salts.filter { $0.value.utf8.count == 2 * TreeHash.length }.map(\.key)
  }

  /// `SHA-256(salt ‖ path ‖ 0x00 ‖ text)` in hexadecimal.
  static func hash(of text: String, at path: [UInt8], salt: [UInt8]) -> String {
    var hash = SHA256()
    hash.update(data: salt)
    hash.update(data: path)
    hash.update(data: [0])
    hash.update(data: Array(text.utf8))
    return Hexadecimal.encode(hash.finalize())
  }

  /// A payload as the line holds it, and what was met in it.
  struct Line {
    fileprivate(set) var payload: [UInt8] = []
    /// Texts that are committed to, by path.
    fileprivate(set) var texts: [[UInt8]: String] = [:]
    /// Places of strings that aren't: `items.title`.
    fileprivate(set) var others: Set<String> = []
  }

  /// - Returns: nil for what is no JSON.
  func line(of payload: ArraySlice<UInt8>) -> Line? {
    var line = Line()
    let written = JSONStrings.rewritten(payload) { path, found in
      guard case .text(let string) = found else { return nil }
      guard let kept = salts[path.pointer], let text = JSONStrings.content(of: string) else {
        line.others.insert(String(decoding: path.place, as: UTF8.self))
        return nil
      }
      line.texts[path.pointer] = text
      return Self.committed(kept, text, path.pointer)
    }
    guard let written else { return nil }
    line.payload = written
    return line
  }

  private static func committed(_ kept: String, _ text: String, _ path: [UInt8]) -> [UInt8] {
    let digits =
      kept.utf8.count == 2 * saltLength
      ? hash(of: text, at: path, salt: Hexadecimal.decode(kept) ?? []) : kept
    return Array("{\"\(JSONStrings.commitment)\":\"\(digits)\"}".utf8)
  }

  /// The member behind the line: the request's salt, and each text that is left with its own.
  func beside(_ event: EventColumns, _ line: Line) -> [UInt8] {
    var texts = JSONObject()
    for (path, salt) in salts where salt.utf8.count == 2 * Self.saltLength {
      texts[String(decoding: path, as: UTF8.self)] = [
        "salt": .string(salt), "text": .string(line.texts[path] ?? ""),
      ]
    }
    let salt = event.isRedacted ? "" : String(decoding: event[.salt].dropFirst(2), as: UTF8.self)
    let beside: JSON = ["salt": .string(salt), "texts": .object(texts)]
    return beside.canonicalBytes
  }
}

extension Commitments {
  /// What is wrong with them beside an event whose line was made; nil for nothing. Salts belong to texts
  /// that are there, what was erased shows the marker and belongs to a redaction, and no text that
  /// people wrote stands in the line itself.
  func fault(_ line: Line, of event: EventColumns, _ places: TextPlaces) -> LogFault.Reason? {
    let erased = erased
    if line.texts.count != salts.count || erased.isEmpty == event.isRedacted {
      return .malformed(.salts)
    }
    if erased.contains(where: { line.texts[$0] != places.marker }) { return .malformed(.payload) }
    return places.texts[event.text(.type)]?.intersection(line.others).min().map { .uncommitted($0) }
  }
}
