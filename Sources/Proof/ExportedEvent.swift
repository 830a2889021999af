package import CanonicalJSON
import Crypto

/// An event's line as exports and proof files hold it. In form 2 its last member stands beside what is
/// hashed: texts with their salts. In form 1 a redacted event's bears its kept leaf, since what is left
/// of it no longer makes it.
package struct ExportedEvent: Sendable, Equatable {
  package let line: [UInt8]
  package let leaf: [UInt8]
  package let isRedacted: Bool
  /// Whether the tree covers what the line says; of a redacted event of form 1 only its leaf.
  package let isProven: Bool
  /// The line's members, without what stands beside it.
  package let members: JSONObject
  /// The payload with the texts that stand beside it, as far as they weren't erased.
  package let payload: JSON

  package init?(_ event: EventColumns) {
    var writer = EventLine()
    guard writer.write(event, as: .exported) == nil else { return nil }
    self.init(line: Array(writer.line))
  }

  /// Nil for what is no canonical line of an event, or has texts beside it that it doesn't commit to.
  package init?(line: [UInt8]) {
    guard JSON.isCanonical(bytes: line), var members = try? JSON(parsing: line).object else {
      return nil
    }
    self.line = line
    if members["form"] == 2 {
      guard let split = SplitLine(line, members) else { return nil }
      leaf = TreeHash.leaf(split.hashed)
      (isRedacted, isProven, payload) = (split.isRedacted, true, split.payload)
      members["unhashed"] = nil
    } else {
      payload = members["payload"] ?? .null
      isRedacted = members["leafHash"] != nil
      isProven = !isRedacted
      guard let kept = members["leafHash"]?.string else {
        if isRedacted { return nil }
        leaf = TreeHash.leaf(line)
        self.members = members
        return
      }
      guard let bytes = Hexadecimal.decode(kept), bytes.count == TreeHash.length else { return nil }
      leaf = bytes
    }
    self.members = members
  }

  package func text(_ name: String) -> String? { members[name]?.string }

  package var position: Int? {
    guard case .number(let number)? = members["position"] else { return nil }
    return Int(exactly: number)
  }
}

/// An exported line of form 2, parted into what is hashed and what stands beside it.
private struct SplitLine {
  let hashed: [UInt8]
  let payload: JSON
  let isRedacted: Bool

  init?(_ line: [UInt8], _ members: JSONObject) {
    guard let beside = members["unhashed"]?.object, let texts = beside["texts"]?.object,
      let written = members["payload"], beside.count == 2, let salt = beside["salt"]?.string
    else { return nil }
    // The member is the last, as its name sorts behind all others.
    let tail = Array(",\"unhashed\":".utf8) + JSON.object(beside).canonicalBytes + Array("}".utf8)
    guard line.count > tail.count, line.suffix(tail.count) == tail[...] else { return nil }
    hashed = Array(line.dropLast(tail.count)) + Array("}".utf8)
    var shown = 0
    var gone = 0
    var isSound = true
    let restored = JSONStrings.rewritten(written.canonicalBytes[...]) { path, found in
      guard case .commitment(let digits) = found else { return nil }
      guard let said = texts[String(decoding: path.pointer, as: UTF8.self)]?.object else {
        gone += 1
        return JSON.string("[redacted]").canonicalBytes
      }
      shown += 1
      guard said.count == 2, let text = said["text"]?.string,
        let salt = said["salt"]?.string.flatMap({ Hexadecimal.decode($0) }),
        salt.count == Commitments.saltLength,
        Commitments.hash(of: text, at: path.pointer, salt: salt)
          == String(decoding: digits, as: UTF8.self)
      else {
        isSound = false
        return nil
      }
      return JSON.string(text).canonicalBytes
    }
    guard isSound, shown == texts.count, (gone > 0) == salt.isEmpty, let restored,
      let payload = try? JSON(parsing: restored)
    else { return nil }
    if !salt.isEmpty {
      guard let bytes = Hexadecimal.decode(salt), bytes.count == Commitments.saltLength,
        members["salt"]?.string == Hexadecimal.encode(SHA256.hash(data: bytes))
      else { return nil }
    }
    self.payload = payload
    isRedacted = gone > 0
  }
}
