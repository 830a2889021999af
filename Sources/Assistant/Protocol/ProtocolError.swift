package import CanonicalJSON

/// A fault of a message itself. What a model can put right by other arguments is no such fault: it
/// is told in a tool's answer.
package struct ProtocolError: Error, Equatable {
  package enum Code: Int, Sendable {
    case parse = -32700
    case invalidRequest = -32600
    case methodNotFound = -32601
    case invalidParams = -32602
    case internalFault = -32603
    case unsupportedVersion = -32022
    /// Of the handshakes' revisions; later ones say ``invalidParams``.
    case resourceNotFound = -32002
  }

  package let code: Code
  package let message: String
  package let data: JSON?
  /// Of the request; nil where it can't be told.
  package let id: JSON?

  package init(_ code: Code, _ message: String, data: JSON? = nil, id: JSON? = nil) {
    self.code = code
    self.message = message
    self.data = data
    self.id = id
  }

  func json(answering id: JSON?) -> JSON {
    [
      "jsonrpc": "2.0", "id": id ?? self.id,
      "error": ["code": JSON(code.rawValue), "message": .string(message), "data": data],
    ]
  }
}
