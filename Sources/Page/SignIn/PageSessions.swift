package import CivilTime
package import Domain
import Synchronization

/// Somebody who is signed in, from one browser.
package struct PageSession: Sendable, Equatable {
  /// By which people name it; the cookie's own text is known to the browser alone.
  package let handle: String
  package let account: Account
  package let began: Instant
  package var lastSeen: Instant
  /// What forms of this session bear.
  let token: String
}

/// Who is signed in: in memory alone, so that a restart signs everybody out.
package final class PageSessions: Sendable {
  /// Seconds without a request after which a session ends, and seconds after which it ends in any case.
  private static let (idle, longest) = (8 * 3_600, 7 * 86_400)
  /// Sessions at one time; the one that was seen least lately goes.
  private static let (most, mostOfPerson) = (5_000, 20)

  private let sessions = Mutex<[String: PageSession]>([:])

  package init() {}

  /// - Returns: what the cookie holds.
  func begin(_ account: Account, at now: Instant) -> (cookie: String, session: PageSession) {
    let cookie = Secret.make()
    let session = PageSession(
      handle: String(Secret.make().prefix(12)), account: account, began: now, lastSeen: now,
      token: Secret.make())
    sessions.withLock { sessions in
      Self.dropOld(&sessions, at: now)
      let own = sessions.filter { $0.value.account == account }
      if own.count >= Self.mostOfPerson { Self.dropEldest(of: own, in: &sessions) }
      if sessions.count >= Self.most { Self.dropEldest(of: sessions, in: &sessions) }
      sessions[cookie] = session
    }
    return (cookie, session)
  }

  /// The session of a cookie, seen now; nil for none, or one that has ended.
  func session(_ cookie: String, at now: Instant) -> PageSession? {
    sessions.withLock { sessions in
      guard var session = sessions[cookie] else { return nil }
      guard !Self.isOld(session, at: now) else {
        sessions[cookie] = nil
        return nil
      }
      session.lastSeen = now
      sessions[cookie] = session
      return session
    }
  }

  func end(_ cookie: String) { sessions.withLock { $0[cookie] = nil } }

  /// - Returns: whether there was one of the handle.
  package func end(handle: String) -> Bool {
    sessions.withLock { sessions in
      guard let found = sessions.first(where: { $0.value.handle == handle }) else { return false }
      sessions[found.key] = nil
      return true
    }
  }

  /// The latest seen first.
  package func all(at now: Instant) -> [PageSession] {
    sessions.withLock { sessions in
      Self.dropOld(&sessions, at: now)
      return sessions.values.sorted { $0.lastSeen > $1.lastSeen }
    }
  }

  var count: Int { sessions.withLock { $0.count } }

  private static func isOld(_ session: PageSession, at now: Instant) -> Bool {
    now.seconds(since: session.lastSeen) > Double(idle)
      || now.seconds(since: session.began) > Double(longest)
  }

  private static func dropOld(_ sessions: inout [String: PageSession], at now: Instant) {
    sessions = sessions.filter { !isOld($0.value, at: now) }
  }

  private static func dropEldest(
    of some: [String: PageSession], in sessions: inout [String: PageSession]
  ) {
    guard let eldest = some.min(by: { $0.value.lastSeen < $1.value.lastSeen }) else { return }
    sessions[eldest.key] = nil
  }
}
