import CivilTime
package import Domain
import Office
import Postgres
import Synchronization

/// Who may look, and as whom: one way for each kind of server.
package final class PageDoor: Sendable {
  package enum Way: Sendable {
    /// By a link; everybody is the role that the page logs in as.
    case link(Account)
    /// By the password of a role, which the database itself looks at.
    case password(@Sendable (Account, String) async throws -> Bool)
    /// By a signed assertion that each request bears.
    case assertion(AssertionReader)
    /// By a header that a proxy sets, over a Unix socket.
    case header(String)
  }

  let way: Way
  package let sessions = PageSessions()
  let limit = SignInLimit()
  /// What the link bears that is not used yet.
  private let ticket: Mutex<String?>

  package init(_ way: Way) {
    self.way = way
    if case .link = way { ticket = Mutex(Secret.make()) } else { ticket = Mutex(nil) }
  }

  /// Where who started the server is let in, once; nil for servers that have no link.
  package var link: String? { ticket.withLock { $0 }.map { "/sign-in?ticket=\($0)" } }

  /// Takes the ticket; the next link has another one.
  func accept(ticket given: String) -> Account? {
    guard case .link(let account) = way else { return nil }
    return ticket.withLock { ticket in
      guard let known = ticket, Secret.matches(known, given) else { return nil }
      ticket = nil
      return account
    }
  }

  /// A new link, as for another browser.
  package func renewLink() -> String? {
    guard case .link = way else { return nil }
    ticket.withLock { $0 = Secret.make() }
    return link
  }
}

/// Who looks.
struct Visitor: Sendable {
  let account: Account
  /// What forms bear.
  let token: String
}

/// Why somebody isn't let in.
enum DoorFault: Error, Equatable {
  /// Nobody said who they are.
  case unknown
  /// What was said can't be believed.
  case refused
  /// Seconds until the next attempt.
  case tooOften(Int)
}

extension PageDoor {
  /// Over TLS, or on the loopback, where browsers take it as such.
  static let cookie = "__Host-pdca"

  /// - Throws: `DoorFault`.
  func visitor(_ request: PageRequest, at now: Instant) async throws -> Visitor {
    switch way {
    case .link, .password:
      guard let cookie = request.cookie(Self.cookie),
        let session = sessions.session(cookie, at: now)
      else { throw DoorFault.unknown }
      return Visitor(account: session.account, token: session.token)
    case .assertion(let reader):
      let account = try await reader.account(of: request, at: now)
      return Visitor(account: account, token: standing(account, at: now).token)
    case .header(let name):
      let account = try Self.account(in: name, of: request)
      return Visitor(account: account, token: standing(account, at: now).token)
    }
  }

  /// A proxy says who it is with every request; forms need something that lasts.
  private func standing(_ account: Account, at now: Instant) -> PageSession {
    if let session = sessions.all(at: now).first(where: { $0.account == account }) {
      return session
    }
    return sessions.begin(account, at: now).session
  }

  /// A header that came once, and nothing that a proxy may take for it: `x_remote_user` passes where
  /// `x-remote-user` is taken out.
  static func account(in name: String, of request: PageRequest) throws -> Account {
    let alike = request.headers.keys.filter { $0.replacing("_", with: "-") == name }
    guard alike == [name], let text = request.header(name), let account = Account(text) else {
      throw alike.isEmpty ? DoorFault.unknown : DoorFault.refused
    }
    return account
  }

  /// Signs in by a password.
  func begin(
    _ name: String, password: String, from remote: String?, at now: Instant
  ) async throws -> String {
    guard case .password(let check) = way else { throw DoorFault.refused }
    let names = ["account \(name)"] + Self.places(remote)
    if let seconds = limit.wait(for: names, at: now) { throw DoorFault.tooOften(seconds) }
    guard let account = Account(name), !password.isEmpty, try await check(account, password) else {
      limit.refuse(names, at: now)
      throw DoorFault.refused
    }
    limit.accept(names[0])
    return sessions.begin(account, at: now).cookie
  }

  /// Where an attempt comes from, as far as that tells one person from another: behind a proxy, and on this
  /// machine, all come from the same place, and one who guesses must not lock out the others.
  private static func places(_ remote: String?) -> [String] {
    guard let remote, remote != "::1", !remote.hasPrefix("127.") else { return [] }
    return ["remote \(remote)"]
  }

  /// What makes the browser keep a session, or forget it where the cookie is empty.
  static func setting(_ cookie: String) -> (name: String, value: String) {
    let life = cookie.isEmpty ? "; Max-Age=0" : ""
    return ("set-cookie", "\(Self.cookie)=\(cookie); Path=/; Secure; HttpOnly; SameSite=Lax\(life)")
  }
}
