import Bilingual
import CanonicalJSON
import Domain
import Glibc
package import Logging
import NIOCore
package import Office
import OperatingSystem
import Postgres
import PrivateServer
import ServiceLifecycle
import UnixSignals

/// The page as it is served by a program of its own, from its settings to its end.
package enum PageServer {
  /// Seconds that requests have to end in when the server stops.
  private static let grace = 10

  /// Serves until it is told to stop.
  /// - Parameter said: what is told to who started it, line by line.
  package static func run(
    _ settings: ServeSettings, logger: Logger, said: @escaping @Sendable (String) -> Void
  ) async throws {
    try require(settings)
    let premises = try Premises.find(
      database: settings.database, user: settings.user, Configuration())
    let hold = try premises.hold()
    let login = try await self.login(of: premises, settings)
    let database = PageDatabase {
      try await premises.connect(watchedBy: settings.program, deadline: .seconds(30))
    }
    let door = PageDoor(try way(settings, premises, login))
    let house = PageHouse(
      database, door: door, hosts: hosts(settings),
      language: Language(rawValue: settings.language) ?? .english,
      report: { logger.error("a page could not be made", metadata: ["error": "\($0)"]) })
    let address = self.address(settings)
    let application = PageApplication(house, listen: settings.listen, logger: logger) { port in
      tell(settings, address, door, said)
    }
    let register = SessionRegister(directory: settings.directory, door: door, address: address)
    var configuration = ServiceGroupConfiguration(
      services: (application.services + [register]).map { .init(service: $0) },
      gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
    configuration.maximumGracefulShutdownDuration = .seconds(grace)
    removeSocket(settings)
    try await run(ServiceGroup(configuration: configuration), at: address)
    removeSocket(settings)
    await house.close()
    hold?.release()
  }

  private static func run(_ group: ServiceGroup, at address: String) async throws {
    do { try await group.run() } catch {
      guard let reason = refusal(of: error) else { throw error }
      throw ServeFault.cannotListen(address, reason)
    }
  }

  /// Why the system gives no place to listen at, in its words; nil for what went wrong elsewhere.
  private static func refusal(of error: any Error) -> String? {
    switch error {
    case let error as IOError: String(cString: strerror(error.errnoCode))
    case let error as SocketAddressError.UnknownHost: error.errorDescription
    case let error as SocketAddressError: "\(error)"
    default: nil
    }
  }

  /// What would let anybody in is refused before anything listens.
  static func require(_ settings: ServeSettings) throws {
    switch (settings.signIn, settings.listen) {
    case (.header, .tcp): throw ServeFault.headerNeedsSocket
    case (.assertion, _):
      let rules = settings.assertion
      guard !rules.issuer.isEmpty, !rules.audience.isEmpty, !rules.keys.isEmpty,
        !rules.algorithms.isEmpty,
        !rules.algorithms.contains(where: { $0.hasPrefix("HS") || $0 == "none" })
      else { throw ServeFault.assertionNeedsRules }
    default: break
    }
  }

  /// Asked of the session alone: the login of a team's page may not even use the log's functions.
  private static func login(
    of premises: Premises, _ settings: ServeSettings
  ) async throws -> Account {
    let connection = try await premises.connect(
      watchedBy: settings.program, deadline: .seconds(30))
    let login = try await connection.perform { session in
      try ProgramSchema.require(session)
      let name = try session.first("SELECT session_user::text") { try $0.text(0) } ?? ""
      guard let login = Account(name) else { throw ServeFault.noAccount(name) }
      return login
    }
    await connection.close()
    return login
  }

  private static func way(
    _ settings: ServeSettings, _ premises: Premises, _ login: Account
  ) throws -> PageDoor.Way {
    switch settings.signIn {
    case .link: return .link(login)
    case .header: return .header(settings.header.lowercased())
    case .assertion: return .assertion(try AssertionReader(settings.assertion))
    case .password:
      guard case .server(let target) = premises else { throw ServeFault.passwordNeedsServer }
      let check = PasswordCheck(target)
      return .password { try await check($0, $1) }
    }
  }

  private static func hosts(_ settings: ServeSettings) -> Set<String> {
    guard case .tcp(let host, let port) = settings.listen else {
      return Set(settings.hosts.map { $0.lowercased() })
    }
    let own =
      ["127.0.0.1", "::1", "localhost", "0.0.0.0", "::"].contains(host)
      ? ["localhost", "127.0.0.1", "[::1]"] : [host]
    return Set((own.map { "\($0):\(port)" } + own + settings.hosts).map { $0.lowercased() })
  }

  private static func address(_ settings: ServeSettings) -> String {
    switch settings.listen {
    case .tcp(let host, let port):
      let shown = ["0.0.0.0", "::"].contains(host) ? "localhost" : host
      return "http://\(shown.contains(":") ? "[\(shown)]" : shown):\(port)"
    case .unix(let path): return "http+unix://\(path)"
    }
  }

  private static func tell(
    _ settings: ServeSettings, _ address: String, _ door: PageDoor,
    _ said: @Sendable (String) -> Void
  ) {
    let japanese = settings.language == Language.japanese.rawValue
    said(japanese ? "提供を開始しました: \(address)" : "Serving at \(address)")
    guard let link = door.link else { return }
    said(japanese ? "サインイン（一度だけ有効）: \(address)\(link)" : "Sign in, once: \(address)\(link)")
    if settings.opensBrowser {
      let url = address + link
      Task.detached { _ = try? await DetachedProgram.start(Program(["xdg-open", url])) }
    }
  }

  private static func removeSocket(_ settings: ServeSettings) {
    if case .unix(let path) = settings.listen { unlink(path) }
  }
}

/// Settings under which nothing is served.
package enum ServeFault: Error, Equatable {
  case headerNeedsSocket
  case assertionNeedsRules
  case passwordNeedsServer
  /// A login whose name no account can have.
  case noAccount(String)
  /// An address at which it can't be served, such as one that is taken, and why.
  case cannotListen(String, String)
}
