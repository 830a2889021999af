package import CanonicalJSON

/// That the texts of an earlier event of the same log were erased (stream `redactions`). Appended
/// by the log itself; no command of the domain makes it.
package enum RedactionEvent: Sendable, Equatable {
  case redacted(Redaction)
}

package struct Redaction: Sendable, Equatable {
  /// The redacted event's line, without payload and salt.
  package var envelope: JSONObject
  /// The leaf that stays in the tree, and SHA-256 of the payload left; lower-case hexadecimal.
  package var leafHash: String
  package var payloadHash: String
  package var reason: String
  /// Of the redacted event.
  package var position: Int
  package var type: String

  /// The stream that holds a department's redactions.
  package static let stream = "redactions"
}

extension RedactionEvent: StoredEvent {
  private static let typeName = "EventRedacted"

  package static let types: Set<String> = [typeName]

  package var type: String { Self.typeName }

  package var payload: JSON {
    switch self {
    case .redacted(let redaction):
      [
        "envelope": .object(redaction.envelope), "leafHash": JSON(redaction.leafHash),
        "payloadHash": JSON(redaction.payloadHash), "reason": JSON(redaction.reason),
      ]
    }
  }

  package init(type: String, payload: Fields) throws(PayloadError) {
    guard type == Self.typeName else { throw .unknownType(type) }
    let envelope = try payload.object("envelope")
    self = .redacted(
      Redaction(
        envelope: envelope.object, leafHash: try payload.string("leafHash"),
        payloadHash: try payload.string("payloadHash"), reason: try payload.string("reason"),
        position: try envelope.int("position"), type: try envelope.string("type")))
  }
}
