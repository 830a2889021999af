import CanonicalJSON
import CivilTime
import Crypto

/// Seals what a host carries back with a person's confirmation, so that nobody else can make or
/// change it: HMAC-SHA-256 over the state (RFC 2104), under a key of this process alone.
package struct StateSeal: Sendable {
  /// Seconds for which a person may take to confirm.
  package static let lifetime = 600
  private let key: SymmetricKey

  package init() { key = SymmetricKey(size: .bits256) }

  /// For tests: a key that is known.
  package init(key: [UInt8]) { self.key = SymmetricKey(data: key) }

  func seal(_ state: JSON) -> String {
    let body = Self.hexadecimal(state.canonicalBytes)
    let code = HMAC<SHA256>.authenticationCode(for: Array(body.utf8), using: key)
    return body + "." + Self.hexadecimal(Array(code))
  }

  /// Nil for what this process did not seal.
  func open(_ text: String) -> JSONObject? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let code = Self.bytes(parts[1]), let body = Self.bytes(parts[0]),
      HMAC<SHA256>.isValidAuthenticationCode(
        code, authenticating: Array(parts[0].utf8), using: key)
    else { return nil }
    return (try? JSON(parsing: body))?.object
  }

  static func digest(of json: JSON) -> String {
    hexadecimal(Array(SHA256.hash(data: json.canonicalBytes)))
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private static func bytes(_ text: Substring) -> [UInt8]? {
    let digits = Array(text.utf8)
    guard digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    for place in stride(from: 0, to: digits.count, by: 2) {
      let pair = String(decoding: digits[place...(place + 1)], as: UTF8.self)
      guard let byte = UInt8(pair, radix: 16) else { return nil }
      bytes.append(byte)
    }
    return bytes
  }
}
