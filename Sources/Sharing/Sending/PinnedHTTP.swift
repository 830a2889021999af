import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOSSL
import Office
import OperatingSystem
import Synchronization

/// Sends over the network, to addresses that were looked at: a host's name is resolved, each of its
/// addresses is judged, and the connection goes to the one that was judged, whatever the name stands for
/// a moment later. No redirect is followed, certificates are verified, and answers are bounded.
package final class PinnedHTTP: Transport {
  /// Bytes of an answer that are read.
  private static let longestAnswer = 1 << 20

  private struct Pin: Hashable {
    let host: String
    let address: String
  }

  private let clients = Mutex<[Pin: HTTPClient]>([:])
  private let limit: Duration
  private let authorities: String?

  /// - Parameters:
  ///   - limit: for one request, from the look-up of the name to the end of the answer.
  ///   - authorities: a file of certificates (PEM) that are trusted beside the system's.
  package init(within limit: Duration = .seconds(25), trusting authorities: String? = nil) {
    self.limit = limit
    self.authorities = authorities
  }

  package func send(
    _ request: OutgoingRequest, allowingPrivate: Bool
  ) async throws -> ReceivedAnswer {
    try await withThrowingTaskGroup(of: ReceivedAnswer.self) { group in
      group.addTask { try await self.exchange(request, allowingPrivate) }
      group.addTask { [limit] in
        try await Task.sleep(for: limit)
        throw SendingFault.timeout
      }
      defer { group.cancelAll() }
      return try await group.next()!
    }
  }

  private func exchange(
    _ request: OutgoingRequest, _ allowingPrivate: Bool
  ) async throws -> ReceivedAnswer {
    guard let address = HTTPAddress(request.url), !address.hasUserInfo,
      address.scheme == "https" || allowingPrivate
    else { throw SendingFault.badAddress }
    let pinned = try await Self.judged(address.host, allowingPrivate)
    let client = try client(for: Pin(host: address.host, address: "\(pinned)"))
    do {
      let response = try await client.execute(Self.made(request), timeout: .seconds(60))
      return ReceivedAnswer(
        status: Int(response.status.code),
        retryAfter: response.headers.first(name: "retry-after").flatMap { Int($0) },
        body: await Self.beginning(of: response.body))
    } catch let fault as SendingFault { throw fault } catch { throw Self.fault(error) }
  }

  /// The first of the host's addresses, when every one of them may be sent to.
  private static func judged(
    _ host: String, _ allowingPrivate: Bool
  ) async throws -> NetworkAddress {
    let addresses = await NetworkAddress.resolve(host)
    guard let first = addresses.first else { throw SendingFault.unresolved }
    guard allowingPrivate || addresses.allSatisfy(AddressRule.isPublic) else {
      throw SendingFault.forbiddenAddress
    }
    return first
  }

  private static func made(_ request: OutgoingRequest) -> HTTPClientRequest {
    var made = HTTPClientRequest(url: request.url)
    made.method = HTTPMethod(rawValue: request.method)
    for (name, value) in request.headers { made.headers.add(name: name, value: value) }
    made.headers.add(name: "user-agent", value: "pdca")
    made.body = .bytes(ByteBuffer(bytes: request.body))
    return made
  }

  /// What comes before the limit, and before it is cut.
  private static func beginning(of body: HTTPClientResponse.Body) async -> [UInt8] {
    var bytes: [UInt8] = []
    do {
      for try await part in body {
        bytes += part.readableBytesView.prefix(longestAnswer - bytes.count)
        if bytes.count >= longestAnswer { break }
      }
    } catch {}
    return bytes
  }
}

extension PinnedHTTP {
  private func client(for pin: Pin) throws -> HTTPClient {
    try clients.withLock { clients in
      if let client = clients[pin] { return client }
      let client = HTTPClient(
        eventLoopGroupProvider: .singleton, configuration: try configuration(pin))
      clients[pin] = client
      return client
    }
  }

  private func configuration(_ pin: Pin) throws -> HTTPClient.Configuration {
    var tls = TLSConfiguration.makeClientConfiguration()
    tls.certificateVerification = .fullVerification
    if let authorities { tls.additionalTrustRoots = [.file(authorities)] }
    var configuration = HTTPClient.Configuration(
      tlsConfiguration: tls, redirectConfiguration: .disallow,
      timeout: .init(connect: .seconds(10), read: .seconds(20)), decompression: .disabled)
    configuration.httpVersion = .http1Only
    configuration.dnsOverride = [pin.host: pin.address]
    return configuration
  }

  /// Ends the connections that are kept for the next request.
  package func close() async {
    let all = clients.withLock { clients in
      defer { clients = [:] }
      return Array(clients.values)
    }
    for client in all { try? await client.shutdown() }
  }

  private static func fault(_ error: any Error) -> SendingFault {
    switch error {
    case let error as HTTPClientError:
      switch error {
      case .connectTimeout, .readTimeout, .writeTimeout, .deadlineExceeded,
        .getConnectionFromPoolTimeout, .tlsHandshakeTimeout:
        .timeout
      case .remoteConnectionClosed, .uncleanShutdown, .bodyLengthMismatch: .cut
      case .invalidURL, .emptyHost, .missingSocketPath, .emptyScheme: .badAddress
      default: .noConnection
      }
    case is NIOSSLError, is NIOSSLExtraError, is BoringSSLError: .tls
    case is CancellationError: .timeout
    case is ChannelError: .noConnection
    default: .noConnection
    }
  }
}
