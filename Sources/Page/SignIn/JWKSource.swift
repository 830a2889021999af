import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import OperatingSystem

/// Where the keys of assertions are published: a file, or an address.
struct JWKSource: Sendable {
  private static let mostBytes = 262_144

  private enum Place: Sendable {
    case file(String)
    case address(String)
  }

  private let place: Place

  /// - Throws: `JWKFault` for an address that others on the way could change.
  init(_ text: String) throws {
    guard text.contains("://") else {
      place = .file(text)
      return
    }
    let isLocal = ["http://127.0.0.1", "http://localhost", "http://[::1]"].contains {
      text.hasPrefix($0 + ":") || text.hasPrefix($0 + "/")
    }
    guard text.hasPrefix("https://") || isLocal else { throw JWKFault.unsafeAddress }
    place = .address(text)
  }

  func text() async throws -> String {
    switch place {
    case .file(let path): return try TextFile.read(path)
    case .address(let address):
      var configuration = HTTPClient.Configuration()
      configuration.redirectConfiguration = .disallow
      configuration.timeout = .init(connect: .seconds(5), read: .seconds(5))
      let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
      do {
        let text = try await Self.get(address, client)
        try await client.shutdown()
        return text
      } catch {
        try? await client.shutdown()
        throw error
      }
    }
  }

  private static func get(_ address: String, _ client: HTTPClient) async throws -> String {
    let response = try await client.execute(
      HTTPClientRequest(url: address), timeout: .seconds(10))
    guard response.status == .ok else { throw JWKFault.notAnswered(Int(response.status.code)) }
    let body = try await response.body.collect(upTo: mostBytes)
    return String(buffer: body)
  }
}
