import CanonicalJSON

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
  /// and the salts or commitments that the log keeps. That they fit each other the leaf shows, which
  /// `log.import` makes anew of them.
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
        ArchivedEvent.isHexadecimal(salt, 32)
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
}
