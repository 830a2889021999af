/// A revision of the Model Context Protocol that is served.
package enum Revision: String, Sendable, CaseIterable {
  /// Stateless: every request says which revision it speaks.
  case stateless = "2026-07-28"
  /// Begun by a handshake.
  case handshake2025November = "2025-11-25"
  case handshake2025June = "2025-06-18"

  /// Those that a handshake may choose, the newest first.
  package static let handshakes: [Revision] = [.handshake2025November, .handshake2025June]

  package var isStateless: Bool { self == .stateless }
}

/// Names of members of `_meta` that the protocol sets.
enum MetaKey {
  static let version = "io.modelcontextprotocol/protocolVersion"
  static let capabilities = "io.modelcontextprotocol/clientCapabilities"
  static let server = "io.modelcontextprotocol/serverInfo"
}
