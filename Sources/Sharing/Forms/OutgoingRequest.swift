import Office

/// The exact bytes of a request. Its address and its `authorization` may be credentials, so that it says
/// nothing of itself.
package struct OutgoingRequest: Sendable, CustomStringConvertible, CustomDebugStringConvertible {
  package var method = "POST"
  package var url: String
  package var headers: [(name: String, value: String)]
  package var body: [UInt8]

  package init(
    method: String = "POST", url: String, headers: [(name: String, value: String)], body: [UInt8]
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
  }

  package var description: String { "(hidden)" }
  package var debugDescription: String { "(hidden)" }

  /// As people may see it: what opens the receiver is hidden, the body is as it is sent.
  package var shown: String {
    let lines =
      ["\(method) \(Self.origin(of: url))/(hidden)"]
      + headers.map { name, value in
        "\(name): \(name.lowercased() == "authorization" ? "(hidden)" : value)"
      }
    return lines.joined(separator: "\n") + "\n\n" + String(decoding: body, as: UTF8.self)
  }

  /// `https://hooks.example.com`
  static func origin(of url: String) -> String {
    guard let address = HTTPAddress(url) else { return "" }
    return "\(address.scheme)://\(address.authority)"
  }
}

/// What comes back: no more than a bounded beginning of it.
package struct ReceivedAnswer: Sendable {
  package var status: Int
  /// In seconds.
  package var retryAfter: Int?
  package var body: [UInt8]

  package init(status: Int, retryAfter: Int? = nil, body: [UInt8] = []) {
    self.status = status
    self.retryAfter = retryAfter
    self.body = body
  }
}

/// Why there is no answer. It names neither address nor text of either side.
package enum SendingFault: Error, Equatable, Sendable {
  case badAddress
  /// The name leads to an address that isn't allowed.
  case forbiddenAddress
  case unresolved
  case noConnection
  /// The certificate isn't one for that name, or TLS failed otherwise.
  case tls
  case timeout
  case cut

  package var word: String {
    switch self {
    case .badAddress: "bad-address"
    case .forbiddenAddress: "forbidden-address"
    case .unresolved: "unresolved"
    case .noConnection: "no-connection"
    case .tls: "tls"
    case .timeout: "timeout"
    case .cut: "cut"
    }
  }
}

/// What sends requests: the network, or a test's stand-in.
package protocol Transport: Sendable {
  /// - Throws: ``SendingFault``
  func send(_ request: OutgoingRequest, allowingPrivate: Bool) async throws -> ReceivedAnswer
}
