import CivilTime
import Domain
import JWTKit
import Office
import OperatingSystem
import Testing

@testable import Page

@Suite struct DoorTests {
  private let now = Instant.now()

  @Test func `Nobody sees a page without a session`() async throws {
    try await withPages { pages in
      for address in PageTests.addresses {
        let answer = await pages.get(address, headers: ["cookie": ["__Host-pdca=guessed"]])
        #expect(answer.status == 401, "\(address)")
        #expect(!answer.text.contains("SALES"))
      }
      let data = await pages.get("/index.json", headers: ["cookie": []])
      #expect(data.status == 401)
    }
  }

  @Test func `A link lets in once`() async throws {
    try await withPages { pages in
      let link = try #require(pages.house.door.link)
      let first = await pages.get(link, headers: ["cookie": []])
      #expect(first.status == 303)
      let cookie = try #require(first.header("set-cookie"))
      for part in ["__Host-pdca=", "; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/"] {
        #expect(cookie.contains(part))
      }
      #expect(await pages.get(link, headers: ["cookie": []]).status == 403)
      #expect(pages.house.door.renewLink() != link)
    }
  }

  @Test func `Another host than ours is sent away`() async throws {
    try await withPages { pages in
      for host in ["evil.example", "localhost.evil.example", ""] {
        #expect(await pages.get("/", headers: ["host": [host]]).status == 421)
      }
      #expect(await pages.get("/", headers: ["host": ["localhost:8010"]]).status == 200)
      #expect(await pages.get("/healthz").status == 200)
      #expect(await pages.get("/metrics").text.contains("pdca_requests_total"))
    }
  }

  @Test func `Sessions end when nobody uses them, and when they are old or ended`() {
    let sessions = PageSessions()
    let account = Account("sato")!
    let (cookie, session) = sessions.begin(account, at: now)
    #expect(sessions.session(cookie, at: now.adding(seconds: 7 * 3_600)) != nil)
    #expect(sessions.session(cookie, at: now.adding(seconds: 16 * 3_600)) == nil)
    let (second, other) = sessions.begin(account, at: now)
    #expect(other.handle != session.handle)
    #expect(sessions.end(handle: other.handle))
    #expect(sessions.session(second, at: now) == nil)
    for _ in 0..<100 { _ = sessions.begin(account, at: now) }
    #expect(sessions.all(at: now).count == 20)
  }

  @Test func `Who guesses has to wait longer each time`() {
    let limit = SignInLimit()
    let names = ["account sato"]
    for _ in 0..<4 { limit.refuse(names, at: now) }
    #expect(limit.wait(for: names, at: now) == nil)
    for _ in 0..<4 { limit.refuse(names, at: now) }
    #expect(limit.wait(for: names, at: now) == 8)
    #expect(limit.wait(for: names, at: now.adding(seconds: 9)) == nil)
    limit.accept(names[0])
    limit.refuse(names, at: now)
    #expect(limit.wait(for: names, at: now) == nil)
  }

  @Test func `A proxy's header is taken once, under its very name`() throws {
    func account(_ headers: [String: [String]]) throws -> Account {
      try PageDoor.account(
        in: "x-remote-user", of: PageRequest(.get, "/", headers: headers))
    }
    #expect(try account(["x-remote-user": ["sato"]]).rawValue == "sato")
    #expect(throws: DoorFault.unknown) { try account([:]) }
    for headers in [
      ["x-remote-user": ["sato", "root"]], ["x_remote_user": ["root"]],
      ["x-remote-user": ["sato"], "x_remote_user": ["root"]], ["x-remote-user": [""]],
    ] {
      #expect(throws: DoorFault.refused) { try account(headers) }
    }
  }

  @Test func `What would let anybody in is refused before it listens`() throws {
    var settings = ServeSettings()
    settings.signIn = .header
    #expect(throws: ServeFault.headerNeedsSocket) { try PageServer.require(settings) }
    settings.listen = .unix(path: "/run/x")
    try PageServer.require(settings)
    settings.signIn = .assertion
    #expect(throws: ServeFault.assertionNeedsRules) { try PageServer.require(settings) }
    settings.assertion.issuer = "https://id.example"
    settings.assertion.audience = "pdca"
    settings.assertion.keys = "/keys.json"
    settings.assertion.algorithms = ["RS256", "HS256"]
    #expect(throws: ServeFault.assertionNeedsRules) { try PageServer.require(settings) }
    #expect(throws: JWKFault.unsafeAddress) { try JWKSource("http://id.example/keys") }
    #expect(try ServeSettings(settings.json) == settings)
  }
}

@Suite struct AssertionTests {
  private struct Claims: JWTPayload {
    var iss = "https://id.example"
    var aud = "pdca"
    var sub = "sato"
    var exp: Double
    func verify(using algorithm: some JWTAlgorithm) async throws {}
  }

  private let now = Instant.now()
  private var seconds: Double { Double(now.microseconds) / 1_000_000 }

  private func rules(_ path: String) -> ServeSettings.Assertion {
    var rules = ServeSettings.Assertion()
    rules.issuer = "https://id.example"
    rules.audience = "pdca"
    rules.keys = path
    return rules
  }

  /// The public half as its owner publishes it.
  private func published(_ keys: [(kid: String, key: ES256PrivateKey)]) -> String {
    let all = keys.map { kid, key -> String in
      let (x, y) = (key.parameters!.x, key.parameters!.y)
      return
        "{\"kty\":\"EC\",\"crv\":\"P-256\",\"alg\":\"ES256\",\"use\":\"sig\",\"kid\":\"\(kid)\",\"x\":\"\(plain(x))\",\"y\":\"\(plain(y))\"}"
    }
    return "{\"keys\":[\(all.joined(separator: ","))]}"
  }

  private func plain(_ text: String) -> String {
    text.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }

  private func token(
    _ claims: Claims, _ key: ES256PrivateKey, kid: String
  ) async throws -> String {
    let keys = JWTKeyCollection()
    await keys.add(ecdsa: key, kid: JWKIdentifier(string: kid))
    return try await keys.sign(claims, kid: JWKIdentifier(string: kid))
  }

  private func request(_ token: String) -> PageRequest {
    PageRequest(.get, "/", headers: ["authorization": ["Bearer \(token)"]])
  }

  @Test func `An assertion is believed for its issuer, audience, time and key alone`() async throws
  {
    let directory = "/tmp/page-keys-\(Secret.make().prefix(12))"
    try Directory.make(directory)
    defer { Directory.remove(directory) }
    let path = directory + "/keys.json"
    let (key, other) = (ES256PrivateKey(), ES256PrivateKey())
    try TextFile.replace(path, with: published([("one", key)]))
    let reader = try AssertionReader(rules(path))
    let good = Claims(exp: seconds + 600)
    let account = try await reader.account(
      of: request(try await token(good, key, kid: "one")), at: now)
    #expect(account.rawValue == "sato")
    var (strange, elsewhere, late) = (good, good, good)
    strange.iss = "https://evil.example"
    elsewhere.aud = "other"
    late.exp = seconds - 600
    var refused = [
      try await token(strange, key, kid: "one"), try await token(elsewhere, key, kid: "one"),
      try await token(late, key, kid: "one"), try await token(good, other, kid: "one"),
      "a.b.c", "",
    ]
    let parts = try await token(good, key, kid: "one").split(separator: ".")
    refused.append("eyJhbGciOiJub25lIn0.\(parts[1]).")
    refused.append("eyJhbGciOiJIUzI1NiJ9.\(parts[1]).\(parts[2])")
    for token in refused {
      await #expect(throws: DoorFault.refused, "\(token)") {
        try await reader.account(of: request(token), at: now)
      }
    }
    await #expect(throws: DoorFault.unknown) {
      try await reader.account(of: PageRequest(.get, "/"), at: now)
    }
  }

  @Test func `Keys that are changed are read anew`() async throws {
    let directory = "/tmp/page-keys-\(Secret.make().prefix(12))"
    try Directory.make(directory)
    defer { Directory.remove(directory) }
    let path = directory + "/keys.json"
    let (old, new) = (ES256PrivateKey(), ES256PrivateKey())
    try TextFile.replace(path, with: published([("old", old)]))
    let reader = try AssertionReader(rules(path))
    let claims = Claims(exp: seconds + 3_600)
    _ = try await reader.account(of: request(try await token(claims, old, kid: "old")), at: now)
    try TextFile.replace(path, with: published([("new", new)]))
    let later = now.adding(seconds: 60)
    _ = try await reader.account(of: request(try await token(claims, new, kid: "new")), at: later)
    await #expect(throws: DoorFault.refused) {
      try await reader.account(of: request(try await token(claims, old, kid: "old")), at: later)
    }
  }
}
