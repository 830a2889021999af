package import CanonicalJSON

/// What came in one line.
package enum Message: Sendable, Equatable {
  case request(Request)
  case notification(method: String, params: JSONObject)
  /// An answer to a question of the server's; nil where the host refused to ask it.
  case response(id: JSON, result: JSONObject?)

  /// - Throws: `ProtocolError`, for what is no JSON-RPC 2.0 message.
  package init(_ line: [UInt8]) throws(ProtocolError) {
    let json: JSON
    do { json = try JSON(parsing: line) } catch {
      throw ProtocolError(.parse, "\(error)")
    }
    guard let object = json.object, object["jsonrpc"] == "2.0" else {
      throw ProtocolError(
        .invalidRequest, "One JSON-RPC 2.0 message a line; batches are not taken.")
    }
    try self.init(object)
  }

  private init(_ object: JSONObject) throws(ProtocolError) {
    let id = try Self.id(of: object)
    guard let member = object["method"] else {
      guard let id, object["result"] != nil || object["error"] != nil else {
        throw ProtocolError(.invalidRequest, "A message needs a method, a result or an error.")
      }
      self = .response(id: id, result: object["result"]?.object)
      return
    }
    guard let method = member.string else {
      throw ProtocolError(.invalidRequest, "The method must be a string.", id: id)
    }
    let params = object["params"]
    if let params, params.object == nil {
      throw ProtocolError(.invalidParams, "The params must be an object.", id: id)
    }
    let members = params?.object ?? [:]
    guard let id else {
      self = .notification(method: method, params: members)
      return
    }
    self = .request(Request(id: id, method: method, params: members))
  }

  /// Nil without one; a number or a string, never null.
  private static func id(of object: JSONObject) throws(ProtocolError) -> JSON? {
    switch object["id"] {
    case nil: return nil
    case .string?, .number?: return object["id"]
    default: throw ProtocolError(.invalidRequest, "An id is a string or a number.")
    }
  }
}

package struct Request: Sendable, Equatable {
  package let id: JSON
  package let method: String
  package let params: JSONObject

  var meta: JSONObject { params["_meta"]?.object ?? [:] }
}
