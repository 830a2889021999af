import CivilTime
import OperatingSystem
import Testing

@testable import Office
@testable import Sharing

@Suite("Rules of sending")
struct RuleTests {
  @Test(
    "Addresses of this machine and of private networks are told from public ones",
    arguments: [
      ("127.0.0.1", false), ("127.8.8.8", false), ("10.1.2.3", false), ("172.16.0.1", false),
      ("172.32.0.1", true), ("192.168.1.1", false), ("169.254.169.254", false),
      ("100.64.0.1", false), ("0.0.0.0", false), ("224.0.0.1", false), ("255.255.255.255", false),
      ("8.8.8.8", true), ("::1", false), ("::", false), ("fe80::1", false), ("fc00::1", false),
      ("ff02::1", false), ("::ffff:127.0.0.1", false), ("::ffff:8.8.8.8", true),
      ("64:ff9b::7f00:1", false), ("64:ff9b::808:808", true), ("2002:7f00:1::", false),
      ("2001:db8::1", false), ("2606:4700:4700::1111", true),
    ])
  func addresses(_ text: String, _ isPublic: Bool) async {
    let found = await NetworkAddress.resolve(text)
    #expect(found.count == 1)
    #expect(found.allSatisfy(AddressRule.isPublic) == isPublic, "\(text)")
  }

  @Test("A name that nobody knows has no address")
  func unknownName() async {
    #expect(await NetworkAddress.resolve("no-such-host.invalid").isEmpty)
  }

  @Test("An address is taken apart as a connection would take it")
  func urls() {
    #expect(HTTPAddress("https://Example.com:8443/a?b")?.host == "example.com")
    #expect(HTTPAddress("https://example.com")?.port == 443)
    #expect(HTTPAddress("http://[::1]:80/")?.host == "::1")
    #expect(HTTPAddress("https://good.example@evil.example/")?.hasUserInfo == true)
    for bad in [
      "ftp://example.com", "https://", "https://a b/", "//x", "https://x:0/", "https://x/\n",
    ] {
      #expect(HTTPAddress(bad) == nil, "\(bad)")
    }
  }

  @Test("Text is cut where a sentence ends")
  func sentences() {
    #expect(TextCut.fit("短い。", 10) == "短い。")
    #expect(TextCut.fit("一つ目の文。二つ目の文。三つ目の文。", 14) == "一つ目の文。二つ目の文。")
    #expect(TextCut.fit("First one. Second one. Third", 24) == "First one. Second one.")
    #expect(TextCut.fit("Version 1.5 is much better than before", 20) == "Version 1.5 is much…")
    #expect(TextCut.fit("あいうえおかきくけこ", 5) == "あいうえ…")
    #expect(TextCut.fit("👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 12).utf16.count <= 12)
  }

  @Test("Trying again spreads over about three days, never after, never before it is asked for")
  func schedule() throws {
    var generator = SystemRandomNumberGenerator()
    let (schedule, start) = (RetrySchedule(), Sample.now)
    var ends: [Double] = []
    for _ in 0..<200 {
      var (now, attempts) = (start, 1)
      while let next = schedule.next(
        attempts: attempts, since: start, at: now, using: &generator)
      {
        #expect(next >= now)
        (now, attempts) = (next, attempts + 1)
      }
      ends.append(now.seconds(since: start) / 3_600)
      #expect((15...80).contains(attempts))
    }
    #expect(ends.allSatisfy { (72...78).contains($0) })
    let asked = try #require(
      schedule.next(attempts: 1, since: start, at: start, asked: 120, using: &generator))
    #expect(asked.seconds(since: start) >= 120)
  }

  @Test("Messages wait for hours, days and the day after a holiday")
  func hours() throws {
    let zone = try TimeZoneRules.load(identifier: "Asia/Tokyo")
    func instant(_ day: String, _ hour: Int) -> Instant {
      zone.instant(of: LocalDate(iso: day)!, hour: hour)
    }
    let hours = ShareHours(
      minutes: try #require(ShareHours.minutes("9-18")),
      days: try #require(ShareHours.days("mon-fri")),
      holidays: [LocalDate(iso: "2026-11-23")!])
    #expect(hours.next(from: instant("2026-11-24", 10), in: zone) == instant("2026-11-24", 10))
    #expect(hours.next(from: instant("2026-11-24", 7), in: zone) == instant("2026-11-24", 9))
    #expect(hours.next(from: instant("2026-11-24", 18), in: zone) == instant("2026-11-25", 9))
    // Friday evening, and Monday is a holiday.
    #expect(hours.next(from: instant("2026-11-20", 19), in: zone) == instant("2026-11-24", 9))
    #expect(ShareHours(days: []).next(from: Sample.now, in: zone) == nil)
    #expect(ShareHours.minutes("18-9") == nil && ShareHours.days("mon-foo") == nil)
    #expect(hours.daysText == "mon-fri" && hours.minutesText == "09:00-18:00")
  }
}
