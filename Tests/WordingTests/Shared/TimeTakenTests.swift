import Bilingual
import Testing
import Wording

@Suite("How long something took")
struct TimeTakenTests {
  @Test(
    "It is told in the unit that fits, in the singular where there is one",
    arguments: [
      (0.000_33, "under a minute", "1分未満"), (1.0 / 60, "1 minute", "1分"),
      (0.5, "30 minutes", "30分"), (0.999, "1 hour", "1時間"), (1.5, "1.5 hours", "1.5時間"),
      (23.99, "1 day", "1日"), (24.0, "1 day", "1日"), (36.0, "1.5 days", "1.5日"),
      (48.0, "2 days", "2日"), (8_328.0, "347 days", "347日"),
    ])
  func unit(_ hours: Double, _ english: String, _ japanese: String) {
    #expect(TimeTaken.text(hours: hours, .english) == english)
    #expect(TimeTaken.text(hours: hours, .japanese) == japanese)
  }
}
