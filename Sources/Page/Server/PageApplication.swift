import HTTPTypes
import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore
package import Office
package import ServiceLifecycle

/// The house behind an HTTP server: what reaches it is bounded in size and time, what it answers is
/// written down, and streams end when either side leaves.
package struct PageApplication: Sendable {
  /// Bytes of a form, and seconds in which it has to arrive.
  private static let (mostBytes, mostSeconds) = (65_536, 10)
  /// Connections at one time, and seconds in which something has to be written on each.
  private static let (mostConnections, quiet) = (4_000, 60)

  private let house: PageHouse
  private let listen: ServeSettings.Listen
  private let logger: Logger
  private let running: @Sendable (Int?) async -> Void

  /// - Parameter running: told when requests are taken, and at which port.
  package init(
    _ house: PageHouse, listen: ServeSettings.Listen, logger: Logger,
    running: @escaping @Sendable (Int?) async -> Void = { _ in }
  ) {
    self.house = house
    self.listen = listen
    self.logger = logger
    self.running = running
  }

  /// All that has to run.
  package var services: [any Service] {
    let house = house
    let running = running
    let address: BindAddress =
      switch listen {
      case .tcp(let host, let port): .hostname(host, port: port)
      case .unix(let path): .unixDomainSocket(path: path)
      }
    let application = Application(
      responder: CallbackResponder<PageContext> { try await respond(to: $0, context: $1) },
      server: .http1(
        configuration: .init(
          additionalChannelHandlers: [
            IdleStateHandler(writeTimeout: .seconds(Int64(Self.quiet))), SlowClientHandler(),
          ], idleTimeout: .seconds(Int64(Self.quiet)),
          httpDecoderConfiguration: .init(
            maxHeaderFieldSize: 16_384, maxHeaderListSize: 32_768, maxHeaderFieldCount: 100))),
      configuration: ApplicationConfiguration(
        address: address, backlog: 512,
        availableConnectionsDelegate: MaximumAvailableConnections(Self.mostConnections)),
      onServerRunning: { await running($0.localAddress?.port) }, logger: logger)
    return [FeedService(feed: house.feed), application]
  }

  @Sendable private func respond(
    to request: Request, context: PageContext
  ) async throws -> Response {
    let began = ContinuousClock.now
    let response: Response
    if request.uri.path == "/events", request.method == .get {
      response = await stream(request, context)
    } else {
      response = await answer(request, context)
    }
    let taken = Int(began.duration(to: .now) / .milliseconds(1))
    context.logger.info(
      "answered",
      metadata: [
        "method": "\(request.method.rawValue)", "status": "\(response.status.code)",
        "milliseconds": "\(taken)", "page": "\(response.headers[.page] ?? "")",
      ])
    var plain = response
    plain.headers[.page] = nil
    plain.headers[.requestID] = context.id
    return plain
  }

  private func answer(_ request: Request, _ context: PageContext) async -> Response {
    guard let method = PageRequest.Method(rawValue: request.method.rawValue) else {
      return Response(status: .methodNotAllowed, headers: [.allow: "GET, HEAD, POST"])
    }
    let form: String
    do { form = method == .post ? try await Self.form(of: request) : "" } catch {
      return Response(Fault.tooLarge.answer(house.language, asJSON: false), page: "other")
    }
    let asked = PageRequest(request, method, form: form, remote: context.remote)
    return Response(await house.answer(asked), page: house.kind(of: asked))
  }

  /// A form that doesn't arrive in time is given up.
  private static func form(of request: Request) async throws -> String {
    let type = request.headers[.contentType] ?? ""
    guard type.lowercased().hasPrefix("application/x-www-form-urlencoded") else { return "" }
    return try await withThrowingTaskGroup(of: String.self) { group in
      group.addTask { String(buffer: try await request.body.collect(upTo: mostBytes)) }
      group.addTask {
        try await Task.sleep(for: .seconds(mostSeconds))
        throw CancellationError()
      }
      defer { group.cancelAll() }
      return try await group.next() ?? ""
    }
  }
}

extension PageApplication {
  /// A stream of changes for one page, which goes on from the position that the reader saw last.
  private func stream(_ request: Request, _ context: PageContext) async -> Response {
    let asked = PageRequest(request, .get, form: "", remote: context.remote)
    let refusal = await house.refusalOfStream(asked)
    guard refusal == nil, let watcher = await house.watch(asked) else {
      return Response(refusal ?? .plain(503, "Too many pages are open."), page: "events")
    }
    let (feed, seen) = (house.feed, asked.header("last-event-id").flatMap { Int($0) })
    var headers: HTTPFields = [
      .contentType: "text/event-stream; charset=utf-8", .cacheControl: "no-store",
    ]
    headers[.buffering] = "no"
    headers[.page] = "events"
    return Response(
      status: .ok, headers: headers,
      body: ResponseBody { writer in
        defer { feed.leave(watcher.id) }
        try await withGracefulShutdownHandler {
          try await request.body.consumeWithCancellationOnInboundClose { _ in
            try await writer.write(ByteBuffer(string: "retry: 2000\n: here\n\n"))
            for await sign in watcher.signs where sign != seen.map(FeedSign.changed) {
              try await writer.write(ByteBuffer(string: sign.event))
            }
          }
        } onGracefulShutdown: {
          feed.leave(watcher.id)
        }
        try await writer.finish(nil)
      })
  }
}

extension PageHouse {
  /// Why a stream isn't opened; nil where it may be.
  func refusalOfStream(_ request: PageRequest) async -> PageAnswer? {
    do {
      guard isOurHost(request) else {
        return .plain(421, "This server does not answer for that host.")
      }
      _ = try await door.visitor(request, at: clock())
      return nil
    } catch { return .plain(401, "Sign in first.") }
  }

  func watch(_ request: PageRequest) async -> (id: Int, signs: AsyncStream<FeedSign>)? {
    guard let visitor = try? await door.visitor(request, at: clock()) else { return nil }
    return feed.watch(as: visitor.account)
  }
}

/// Looks for changes until the server stops, and then ends all streams.
private struct FeedService: Service {
  let feed: ChangeFeed

  func run() async throws {
    await cancelWhenGracefulShutdown { await feed.run() }
    feed.close()
  }
}

/// Hangs up on a client to which nothing could be written for long.
private final class SlowClientHandler: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = Any

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    guard case IdleStateHandler.IdleStateEvent.write? = event as? IdleStateHandler.IdleStateEvent
    else { return context.fireUserInboundEventTriggered(event) }
    context.close(promise: nil)
  }
}

/// What a request brings besides itself.
struct PageContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// Nil on a Unix socket.
  let remote: String?

  init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
    remote = source.channel.remoteAddress?.ipAddress
  }
}

extension PageRequest {
  init(_ request: Request, _ method: Method, form: String, remote: String?) {
    var headers: [String: [String]] = [:]
    for field in request.headers {
      headers[field.name.canonicalName, default: []].append(field.value)
    }
    if let host = request.head.authority { headers["host"] = [host] }
    self.init(
      method, request.head.path ?? "/", headers: headers, form: form, remote: remote)
  }
}

extension Response {
  init(_ answer: PageAnswer, page: String) {
    var headers = HTTPFields()
    for (name, value) in answer.headers {
      if let name = HTTPField.Name(name) { headers.append(HTTPField(name: name, value: value)) }
    }
    headers[.page] = page
    self.init(
      status: .init(code: answer.status), headers: headers,
      body: answer.body.isEmpty
        ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body)))
  }
}

extension HTTPField.Name {
  fileprivate static let page = HTTPField.Name("x-pdca-page")!
  fileprivate static let requestID = HTTPField.Name("x-request-id")!
  fileprivate static let buffering = HTTPField.Name("x-accel-buffering")!
}
