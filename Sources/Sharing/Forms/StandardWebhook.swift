import Crypto
package import Office
import Proof

/// Signatures of Standard Webhooks 1.0.0: HMAC-SHA256 over `id.timestamp.body`.
package struct StandardWebhook: Sendable {
  private let keys: [WebhookKey]

  /// - Parameter keys: the one in force first, one on its way out after it.
  package init(keys: [WebhookKey]) { self.keys = keys }

  /// The headers of one attempt.
  /// - Parameters:
  ///   - id: the same on every attempt; it holds no full stop.
  ///   - timestamp: of the attempt, in seconds since 1970.
  package func headers(
    id: String, timestamp: Int64, body: [UInt8]
  ) -> [(name: String, value: String)] {
    [
      ("webhook-id", id), ("webhook-timestamp", "\(timestamp)"),
      ("webhook-signature", signature(id: id, timestamp: timestamp, body: body)),
    ]
  }

  /// One signature for each key, with blanks between them.
  package func signature(id: String, timestamp: Int64, body: [UInt8]) -> String {
    let content = Array("\(id).\(timestamp).".utf8) + body
    return keys.map { key in
      let code = HMAC<SHA256>.authenticationCode(
        for: content, using: SymmetricKey(data: key.bytes))
      return "v1," + Base64.encode(code)
    }.joined(separator: " ")
  }
}
