import AsyncHTTPClient
import CivilTime
import Domain
import JWTKit
package import Office
import OperatingSystem

/// Reads signed assertions (JWT) of a proxy: by whom, for whom, until when, signed by which key.
package actor AssertionReader {
  /// Seconds that clocks may differ.
  private static let leeway = 60.0
  /// Seconds after which keys are read anew, and between two readings for the sake of an unknown key.
  private static let (lasting, pause) = (600.0, 30.0)

  private let rules: ServeSettings.Assertion
  private let source: JWKSource
  private var keys: JWTKeyCollection?
  private var readAt: Instant?
  private var kids: Set<String> = []

  package init(_ rules: ServeSettings.Assertion) throws {
    self.rules = rules
    source = try JWKSource(rules.keys)
  }

  func account(of request: PageRequest, at now: Instant) async throws -> Account {
    let header = rules.header.lowercased()
    let alike = request.headers.keys.filter { $0.replacing("_", with: "-") == header }
    guard !alike.isEmpty else { throw DoorFault.unknown }
    guard alike == [header], let text = request.header(header) else { throw DoorFault.refused }
    let bearer = "bearer "
    let token = text.lowercased().hasPrefix(bearer) ? String(text.dropFirst(bearer.count)) : text
    do { return try await account(in: token, at: now) } catch is DoorFault {
      throw DoorFault.refused
    } catch let error as JWTError {
      _ = error
      throw DoorFault.refused
    }
  }

  private func account(in token: String, at now: Instant) async throws -> Account {
    let head = try AssertionHead(of: token)
    guard rules.algorithms.contains(head.algorithm) else { throw DoorFault.refused }
    let keys = try await keys(knowing: head.key, at: now)
    let claims: AssertionClaims
    do {
      claims = try await keys.verify(
        token, as: AssertionClaims.self, iteratingKeys: head.key == nil)
    } catch {
      throw DoorFault.refused
    }
    let seconds = Double(now.microseconds) / 1_000_000
    guard claims.issuer == rules.issuer, claims.audiences.contains(rules.audience),
      claims.expires > seconds - Self.leeway, (claims.notBefore ?? 0) < seconds + Self.leeway,
      (claims.issuedAt ?? 0) < seconds + Self.leeway, let name = claims.texts[rules.claim],
      let account = Account(name)
    else { throw DoorFault.refused }
    return account
  }

  /// Keys are read anew when they are old, and when an assertion names one that isn't known.
  private func keys(knowing key: String?, at now: Instant) async throws -> JWTKeyCollection {
    let age = readAt.map { now.seconds(since: $0) } ?? .infinity
    let isUnknown = key.map { !kids.contains($0) } ?? false
    if let keys, age < Self.lasting, !(isUnknown && age > Self.pause) { return keys }
    do {
      let found = try JWKSet(try await source.text())
      let fresh = JWTKeyCollection()
      try await fresh.add(jwksJSON: found.json)
      (keys, kids, readAt) = (fresh, found.kids, now)
      return fresh
    } catch {
      // What is known goes on for a while when the keys' place doesn't answer.
      if let keys, age < 10 * Self.lasting { return keys }
      throw error
    }
  }
}
