import CanonicalJSON

/// What opens a target: an address that is a credential, a token, a signing key. It is written by
/// administrators and read by the sender alone, and says nothing of itself.
package struct ShareSecret: Sendable, Equatable, CustomStringConvertible,
  CustomDebugStringConvertible
{
  package enum Part: String, Sendable, CaseIterable {
    /// Where it is sent to.
    case url
    /// Webhooks: the key that signs, and one that is on its way out and signs as well.
    case key, formerKey
    /// Notion: the connection's token.
    case token
    /// Mail by SMTP: the account's password.
    case password
  }

  private var parts: [Part: String] = [:]

  package init() {}

  package subscript(part: Part) -> String? {
    get { parts[part] }
    set { parts[part] = newValue }
  }

  package var isEmpty: Bool { parts.isEmpty }
  package var description: String { "(hidden)" }
  package var debugDescription: String { "(hidden)" }

  /// Refuses an address that can't be sent to as the target is set, and a key that can't sign.
  package func require(by settings: ShareSettings) throws(SharingFault) {
    if let url = self[.url] {
      guard let address = HTTPAddress(url) else { throw .badAddress(.unreadable) }
      if address.hasUserInfo { throw .badAddress(.withPassword) }
      guard address.scheme == "https" || settings.allowsPrivate else {
        throw .badAddress(.insecure)
      }
    }
    if let key = self[.key], WebhookKey(key) == nil { throw .badKey }
  }

  /// For the table that the sender reads, and for nothing else.
  var json: JSON {
    .object(
      Part.allCases.reduce(into: JSONObject()) { object, part in
        object[part.rawValue] = JSON(parts[part])
      })
  }

  init(_ json: JSON) {
    for part in Part.allCases { parts[part] = json.object?[part.rawValue]?.string }
  }
}
