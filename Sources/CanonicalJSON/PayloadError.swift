/// Why an event's payload can't be decoded. A field inside others is named by its path:
/// `items[2].title`.
package enum PayloadError: Error, Sendable, Equatable {
  case missing(field: String)
  case wrongType(field: String, expected: String, found: String)
  /// The value has the right JSON type; the reason says what is wrong with it.
  case invalid(field: String, reason: String)
  case unknownType(String)
  case unsupportedVersion(type: String, version: Int)
}

extension PayloadError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .missing(let field): "The field \(field) is missing."
    case .wrongType(let field, let expected, let found):
      "The field \(field) should be a \(expected) and is a \(found)."
    case .invalid(let field, let reason): "The field \(field) is not valid: \(reason)."
    case .unknownType(let type):
      "The event type \(type) is not known to this version: upgrade to read it."
    case .unsupportedVersion(let type, let version):
      "Version \(version) of the event type \(type) is not known: upgrade to read it."
    }
  }
}
