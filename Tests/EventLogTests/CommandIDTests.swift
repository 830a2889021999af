import CivilTime
import EventLog
import Testing

@Suite("Command ids")
struct CommandIDTests {
  @Test("An id says the millisecond in which its command was given (RFC 9562, version 7)")
  func givenAt() throws {
    // The example of RFC 9562, appendix A.6.
    let example = try #require(CommandID("017F22E2-79B0-7CC3-98C4-DC0C0C07398F"))
    #expect(example.givenAt == Instant(rfc3339: "2022-02-22T19:22:22Z"))
    let moment = try #require(Instant(rfc3339: "2026-11-27T09:15:00.123456Z"))
    let id = CommandID.given(at: moment)
    #expect(id.givenAt == Instant(rfc3339: "2026-11-27T09:15:00.123Z"))
    #expect(CommandID(id.rawValue) == id)
    #expect(id != CommandID.given(at: moment))
    #expect(["8", "9", "a", "b"].contains(id.rawValue.dropFirst(19).first))
  }

  @Test("Other versions say nothing of time")
  func otherVersions() {
    #expect(CommandID.random().givenAt == nil)
    #expect(CommandID("00000000-0000-4000-8000-00000000000f")?.givenAt == nil)
  }
}
