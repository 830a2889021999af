package import Bilingual
package import CivilTime
import Crypto
import Domain
import EventLog
import Office
import Orders
import Postgres
import Presentation

/// Answers requests: finds out who asks, reads at the office as that person, and shows it. It knows no
/// server, so that tests ask it directly.
package final class PageHouse: Sendable {
  package let door: PageDoor
  let database: PageDatabase
  /// Of the feed alone: who watches is told of changes however many views wait.
  let watching: PageDatabase
  let metrics = PageMetrics()
  let overviews = OverviewMemo()
  let feed: ChangeFeed
  let language: Language
  /// Names in `Host` by which it may be asked; empty for any, as behind a Unix socket.
  let hosts: Set<String>
  let clock: @Sendable () -> Instant
  /// Told of what went wrong inside, which nobody is shown.
  private let report: @Sendable (any Error) -> Void

  package init(
    _ database: PageDatabase, door: PageDoor, hosts: Set<String>, language: Language,
    clock: @escaping @Sendable () -> Instant = { .now() },
    report: @escaping @Sendable (any Error) -> Void = { _ in }
  ) {
    self.report = report
    self.database = database
    self.door = door
    self.hosts = hosts
    self.language = language
    self.clock = clock
    let watching = database.beside(most: 1)
    self.watching = watching
    feed = ChangeFeed { person in
      try await watching.perform(as: person) { session in
        try LogReader.departments(in: session).values.reduce(0, +)
      }
    }
  }

  func close() async {
    await watching.close()
    await database.close()
  }

  /// The answer, with the headers that keep it safe.
  package func answer(_ request: PageRequest) async -> PageAnswer {
    let began = ContinuousClock.now
    var answer = await answered(request)
    for header in SecurityHeaders.of(answer) { answer.headers.append(header) }
    let taken = began.duration(to: .now) / .milliseconds(1)
    metrics.count(kind(of: request), status: answer.status, taking: taken)
    if request.method == .head { answer.body = [] }
    return answer
  }

  /// What a request is counted by, and logged as: no id and no text of anybody.
  package func kind(of request: PageRequest) -> String {
    if request.path.hasPrefix("/assets/") { return "asset" }
    if let place = request.place, let page = PageAddress(place.parts) { return page.kind }
    return Self.others.first { $0 == request.path }.map { String($0.dropFirst()) } ?? "other"
  }

  private static let others =
    [
      "/healthz", "/metrics", "/events", "/sign-in", "/sign-out",
    ] + PageEntry.Kind.allCases.map(\.path)

  private func answered(_ request: PageRequest) async -> PageAnswer {
    guard isOurHost(request) else {
      return .plain(421, "This server does not answer for that host.")
    }
    switch request.path {
    case "/healthz": return await health()
    case "/metrics": return await measures()
    case "/sign-in": return await signIn(request)
    case "/sign-out": return signOut(request)
    case let path where path.hasPrefix("/assets/"): return asset(path)
    default: break
    }
    if request.method == .post { return await entry(request) }
    return await page(request)
  }

  /// Browsers that were led here under another name are sent away (DNS rebinding).
  func isOurHost(_ request: PageRequest) -> Bool {
    if hosts.isEmpty { return true }
    guard let host = request.header("host")?.lowercased() else { return false }
    return hosts.contains(host) || hosts.contains(Self.withoutPort(host))
  }

  private static func withoutPort(_ host: String) -> String {
    guard let colon = host.lastIndex(of: ":"),
      host[host.index(after: colon)...].allSatisfy(\.isNumber)
    else { return host }
    return String(host[..<colon])
  }

  /// What an error is answered with; a defect goes into the log.
  func fault(_ error: any Error) -> Fault {
    let fault = Fault(error)
    if fault.status == 500 { report(error) }
    return fault
  }

  private func asset(_ path: String) -> PageAnswer {
    guard let asset = Assets.at(path) else { return .plain(404, "There is no such asset.") }
    return PageAnswer(
      type: asset.type, asset.text,
      headers: [("cache-control", "public, max-age=31536000, immutable")])
  }

  private func health() async -> PageAnswer {
    do {
      try await database.perform(as: nil) { _ = try $0.execute("SELECT 1") }
      return .plain(200, "ok")
    } catch { return .plain(503, "the database does not answer") }
  }

  private func measures() async -> PageAnswer {
    let connections = await database.count
    return PageAnswer(
      type: "text/plain; version=0.0.4; charset=utf-8",
      metrics.text(
        streams: feed.count, sessions: door.sessions.count, connections: connections))
  }
}

/// Headers of every answer.
enum SecurityHeaders {
  private static let policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

  static func of(_ answer: PageAnswer) -> [(name: String, value: String)] {
    var headers = [
      ("content-security-policy", policy), ("x-content-type-options", "nosniff"),
      ("referrer-policy", "same-origin"), ("cross-origin-opener-policy", "same-origin"),
      ("cross-origin-resource-policy", "same-origin"),
      ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
      ("x-frame-options", "DENY"),
    ]
    if answer.header("cache-control") == nil { headers.append(("cache-control", "no-store")) }
    return headers
  }
}
