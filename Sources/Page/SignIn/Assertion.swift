import CanonicalJSON
import JWTKit
import Proof

/// The head of an assertion, which is read before anything in it is believed.
struct AssertionHead {
  let algorithm: String
  /// Nil where it names none.
  let key: String?

  init(of token: String) throws {
    let parts = token.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, token.utf8.count < 16_384, let bytes = Self.decoded(parts[0]),
      let json = try? JSON(parsing: String(decoding: bytes, as: UTF8.self)), let head = json.object,
      let algorithm = head["alg"]?.string, head["crit"] == nil
    else { throw DoorFault.refused }
    self.algorithm = algorithm
    key = head["kid"]?.string
  }

  /// Base64 for addresses, without what fills it up.
  private static func decoded(_ text: Substring) -> [UInt8]? {
    let plain = text.replacing("-", with: "+").replacing("_", with: "/")
    let filled = plain + String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4)
    return Base64.decode(filled)
  }
}

/// What an assertion claims. Who made it, for whom and until when is looked at by who reads it.
struct AssertionClaims: JWTPayload {
  let issuer: String
  let audiences: [String]
  /// Seconds since 1970.
  let expires: Double
  let notBefore: Double?
  let issuedAt: Double?
  /// Claims that are texts, by name.
  let texts: [String: String]

  init(from decoder: any Decoder) throws {
    let claims = try decoder.container(keyedBy: Name.self)
    issuer = try claims.decode(String.self, forKey: Name("iss"))
    let one = try? claims.decode(String.self, forKey: Name("aud"))
    audiences = try one.map { [$0] } ?? claims.decode([String].self, forKey: Name("aud"))
    expires = try claims.decode(Double.self, forKey: Name("exp"))
    notBefore = try claims.decodeIfPresent(Double.self, forKey: Name("nbf"))
    issuedAt = try claims.decodeIfPresent(Double.self, forKey: Name("iat"))
    texts = claims.allKeys.reduce(into: [:]) { texts, key in
      texts[key.stringValue] = try? claims.decode(String.self, forKey: key)
    }
  }

  /// Only read here.
  func encode(to encoder: any Encoder) throws {
    var claims = encoder.container(keyedBy: Name.self)
    try claims.encode(issuer, forKey: Name("iss"))
  }

  func verify(using algorithm: some JWTAlgorithm) async throws {}

  private struct Name: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(_ text: String) { stringValue = text }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}

/// Keys as their owner publishes them (RFC 7517); those that both sides would have to keep secret are
/// taken out.
struct JWKSet {
  let json: String
  let kids: Set<String>

  init(_ text: String) throws {
    guard let object = (try? JSON(parsing: text))?.object, case .array(let all)? = object["keys"]
    else { throw JWKFault.unreadable }
    let keys = all.filter { key in
      let members = key.object
      let isPublic = ["RSA", "EC", "OKP"].contains(members?["kty"]?.string ?? "")
      return isPublic && members?["d"] == nil && members?["use"]?.string ?? "sig" == "sig"
    }
    guard !keys.isEmpty else { throw JWKFault.unreadable }
    json = (["keys": .array(keys)] as JSON).canonical
    kids = Set(keys.compactMap { $0.object?["kid"]?.string })
  }
}

enum JWKFault: Error, Equatable {
  case unreadable, unsafeAddress
  case notAnswered(Int)
}
