import CanonicalJSON
import Glibc
import Postgres
import TestSupport
import Testing

@Suite("Who follows, as pdca projection status shows it", .serialized)
struct FollowerStatusTests {
  @Test("A follower is shown with its tenure while it lives, when it is gone, and no longer")
  func shown() async throws {
    try await withCycle { pdca async throws in
      #expect(try followers(pdca) == [])
      #expect(try pdca("projection", "status").lines.count == 12)
      let first = try pdca.follower()
      try await eventually("it waits") { try followers(pdca).first?["state"] == "waiting" }
      #expect(try followers(pdca).first?.keys.contains("department") == false)
      #expect(
        try pdca("projection", "status").lines.last?.hasPrefix("–           waiting  ") == true)
      try await pdca.logTens(1)
      try await pdca.waitUntilCurrent()
      let name = try #require(try await pdca.holder())
      let text = try pdca("projection", "status").lines.suffix(3)
      #expect(text.first == "")
      #expect(text.dropFirst().first == Self.header)
      #expect(text.last?.hasPrefix("SALES       following  ") == true)
      #expect(text.last?.contains("Z      1  \(name.prefix(8))") == true)
      let shown = try #require(try followers(pdca).first)
      #expect(shown["department"] == "SALES" && shown["follower"] == .string(name))
      #expect(shown["epoch"] == 1 && shown["state"] == "following")
      for member in ["since", "lastSeen"] {
        #expect(shown[member]?.string?.hasPrefix("20") == true)
        #expect(shown[member]?.string?.hasSuffix("Z") == true)
      }
      first.signal(SIGKILL)
      first.process.waitForExit()
      try await eventually("it is gone") { try followers(pdca).first?["state"] == "gone" }
      #expect(try pdca.japanese("projection", "status").lines.last?.contains("切断") == true)
      let second = try pdca.follower()
      try await pdca.logTens(1)
      try await pdca.waitUntilCurrent()
      let next = try #require(try followers(pdca).first)
      #expect(next["epoch"] == 2 && next["state"] == "following")
      #expect(second.end() == 0)
      #expect(try followers(pdca) == [])
    }
  }

  @Test("One that sleeps while events wait is shown as stalled")
  func stalled() async throws {
    try await withCycle { pdca async throws in
      let follower = try pdca.follower()
      try await pdca.logTens(1)
      try await pdca.waitUntilCurrent()
      try await follower.freeze()
      defer { follower.signal(SIGKILL) }
      try await pdca.logTens(1)
      try await eventually("it is stalled") { try followers(pdca).first?["state"] == "stalled" }
      #expect(try pdca("projection", "status").lines.last?.contains("  stalled  ") == true)
    }
  }

  private static let header =
    "Department  State      Seen     Since                 Epoch  Follower"

  private func followers(_ pdca: CommandLineRunner) throws -> [JSONObject] {
    let run = try pdca("projection", "status", "--json")
    guard case .array(let all)? = try JSON(parsing: run.output).object?["followers"] else {
      return []
    }
    return all.compactMap(\.object)
  }
}
