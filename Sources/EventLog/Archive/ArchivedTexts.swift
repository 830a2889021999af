import CanonicalJSON
import Crypto

/// What stands beside a line of form 2: the request's salt, and texts with theirs.
struct ArchivedTexts {
  /// Empty where texts were erased.
  let salt: String
  private let texts: JSONObject

  init(_ beside: JSON) throws(ArchiveFault) {
    guard let object = beside.object else { throw Self.fault }
    let members = ArchiveMembers(object)
    guard let texts = object["texts"]?.object, object.count == 2 else { throw Self.fault }
    salt = try members.text("salt") { $0.isEmpty || ArchivedEvent.isHexadecimal($0, 32) }
    self.texts = texts
  }

  private static let fault = ArchiveFault.member("unhashed")

  /// The payload with its texts in place of the commitments, `[redacted]` for those that were erased,
  /// and the salts or commitments that the log keeps.
  func restored(_ payload: String) throws(ArchiveFault) -> (payload: String, salts: JSONObject) {
    var salts = JSONObject()
    var isFit = true
    var shown = 0
    let written = JSONStrings.rewritten(Array(payload.utf8)[...]) { path, found in
      guard case .commitment(let digits) = found else { return nil }
      let pointer = String(decoding: path.pointer, as: UTF8.self)
      guard let said = texts[pointer]?.object else {
        salts[pointer] = .string(String(decoding: digits, as: UTF8.self))
        return Array("\"[redacted]\"".utf8)
      }
      guard said.count == 2, let text = said["text"]?.string, let salt = said["salt"]?.string,
        Self.isCommitted(text, salt, path.pointer, to: digits)
      else {
        isFit = false
        return nil
      }
      shown += 1
      salts[pointer] = .string(salt)
      return JSON.string(text).canonicalBytes
    }
    guard isFit, shown == texts.count, (salts.count > shown) == salt.isEmpty, let written else {
      throw Self.fault
    }
    return (String(decoding: written, as: UTF8.self), salts)
  }

  /// Whether the digits are those of `SHA-256(salt ‖ path ‖ 0x00 ‖ text)`.
  private static func isCommitted(
    _ text: String, _ salt: String, _ path: [UInt8], to digits: ArraySlice<UInt8>
  ) -> Bool {
    guard ArchivedEvent.isHexadecimal(salt, 32) else { return false }
    var hash = SHA256()
    hash.update(data: bytes(salt))
    hash.update(data: path + [0])
    hash.update(data: Array(text.utf8))
    return hash.finalize().flatMap { [$0 >> 4, $0 & 15] } == values(digits)
  }

  /// Whether the digits are of the request's salt; of one that was erased they stand for it.
  func isSalt(hashedTo digits: String) -> Bool {
    salt.isEmpty
      || SHA256.hash(data: Self.bytes(salt)).flatMap { [$0 >> 4, $0 & 15] }
        == Self.values(digits.utf8)
  }

  private static func bytes(_ digits: String) -> [UInt8] {
    let halves = values(digits.utf8)
    return stride(from: 0, to: halves.count, by: 2).map { halves[$0] << 4 | halves[$0 + 1] }
  }

  /// What hexadecimal digits stand for, each.
  private static func values(_ digits: some Sequence<UInt8>) -> [UInt8] {
    digits.map { $0 < UInt8(ascii: "a") ? $0 - UInt8(ascii: "0") : $0 - UInt8(ascii: "a") + 10 }
  }
}
