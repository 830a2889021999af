import Proof

/// A key of Standard Webhooks: 24 to 64 bytes, written `whsec_` and Base64.
package struct WebhookKey: Sendable, Equatable {
  package let bytes: [UInt8]

  private static let prefix = "whsec_"

  /// Nil for one that is empty, too short or too long, or no Base64. The prefix may be left out.
  package init?(_ text: String) {
    let body = text.hasPrefix(Self.prefix) ? String(text.dropFirst(Self.prefix.count)) : text
    guard let bytes = Base64.decode(body), (24...64).contains(bytes.count) else { return nil }
    self.bytes = bytes
  }

  /// Of 32 random bytes.
  package static func random() -> WebhookKey {
    var generator = SystemRandomNumberGenerator()
    return WebhookKey(bytes: (0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) })
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// As it is handed on to the receiver.
  package var text: String { Self.prefix + Base64.encode(bytes) }
}
