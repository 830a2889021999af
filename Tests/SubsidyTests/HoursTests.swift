import CivilTime
import Domain
import Testing

@testable import Subsidy

@Suite struct HoursTests {
  /// OFF-JT実施状況報告書, the official example: 9:40–17:00 with an hour left out, four days.
  @Test func theOfficialExampleComesTo25HoursAnd20Minutes() throws {
    let parts = [
      DayPart(span("9:40-12:00"), .lesson), DayPart(span("12:00-13:00"), .meal),
      DayPart(span("13:00-17:00"), .lesson),
    ]
    let record = TrainingRecord.held(
      days: 4, parts: parts, attendance: [sato: Array(repeating: [span("9:40-17:00")], count: 4)])
    let hours = TrainingHours(record, try rules("reskilling-r7").hours)
    #expect(hours.days.map(\.counted) == [380, 380, 380, 380])
    #expect(hours.counted == 25 * 60 + 20)
    #expect(hours.days.map(\.excluded) == [60, 60, 60, 60])
    let trainee = TraineeHours(sato, record, hours)
    #expect(trainee.attended == 25 * 60 + 20)
    #expect(trainee.withinHours == 25 * 60 + 20)
  }

  @Test func breaksAndCeremoniesWithoutAKnownLimitDoNotCount() throws {
    let parts = [
      DayPart(span("9:00-9:20"), .ceremony), DayPart(span("9:20-10:20"), .lesson),
      DayPart(span("10:20-10:30"), .pause), DayPart(span("10:30-12:00"), .lesson),
      DayPart(span("13:00-13:30"), .move), DayPart(span("13:30-14:00"), .work),
    ]
    let record = TrainingRecord.held(days: 1, parts: parts, attendance: [:])
    var hourRules = try rules("reskilling-r7").hours
    let day = try #require(TrainingHours(record, hourRules).days.first)
    #expect(day.counted == 150)
    #expect(day.ineligible == 30)
    #expect(day.ceremonies == 20 && day.pauses == 10 && day.moves == 30)
    hourRules.pauseMinutesPerDay = 5
    hourRules.ceremonyMinutesPerCourse = 60
    #expect(TrainingHours(record, hourRules).counted == 150 + 5 + 20)
  }

  @Test func attendanceOutsideTheDayOrTwiceAtATimeCountsOnce() throws {
    let record = TrainingRecord.held(
      days: 1, parts: [DayPart(span("13:00-17:00"), .lesson)],
      attendance: [sato: [[span("8:00-14:00"), span("13:30-15:00")]]])
    let hours = TrainingHours(record, try rules("reskilling-r7").hours)
    #expect(TraineeHours(sato, record, hours).attended == 120)
  }

  @Test func wagesAreForScheduledHoursOnly() throws {
    // Monday 2025-05-12 until 18:30; Saturday 2025-05-17 is a day off.
    var record = TrainingRecord.held(
      days: 1, parts: [DayPart(span("13:00-18:30"), .lesson)],
      attendance: [sato: [[span("13:00-18:30")]]])
    let rules = try rules("reskilling-r7").hours
    #expect(TraineeHours(sato, record, TrainingHours(record, rules)).withinHours == 240)
    record.sessions[0].date = day("2025-05-17")
    #expect(TraineeHours(sato, record, TrainingHours(record, rules)).withinHours == 0)
    record.workingHours.append(
      WorkingHours(span: span("10:00-18:00"), daysOff: [], accounts: [sato]))
    #expect(TraineeHours(sato, record, TrainingHours(record, rules)).withinHours == 300)
    record.workingHours = []
    #expect(TraineeHours(sato, record, TrainingHours(record, rules)).withinHours == nil)
  }

  /// 24 h planned: 20 h attended passes (83.3 %), 19 h doesn't (79.2 %).
  @Test(arguments: [(20, true), (19, false)])
  func fourFifthsMustBeAttended(hours attended: Int, passes: Bool) throws {
    let parts = [DayPart(span("9:00-13:00"), .lesson)]
    let each = (0..<6).map { place -> [ClockSpan] in
      let minutes = min(240, max(0, attended * 60 - place * 240))
      return minutes == 0
        ? [] : [ClockSpan(from: ClockTime("9:00")!, to: ClockTime(minutes: 540 + minutes)!)]
    }
    let record = TrainingRecord.held(days: 6, parts: parts, attendance: [sato: each])
    let rules = try rules("reskilling-r7").hours
    let hours = TrainingHours(record, rules)
    #expect(AttendanceBasis.minutes(record, rules) == 24 * 60)
    #expect(
      TraineeHours(sato, record, hours).attends(rules.attendancePercent, of: 24 * 60) == passes)
  }

  @Test func hoursThatFellAwayHelpNobody() throws {
    var record = TrainingRecord.held(
      days: 2, parts: [DayPart(span("9:00-13:00"), .lesson)],
      attendance: [sato: [[span("9:00-13:00")], []]])
    record.sessions[1].actual = [DayPart(span("9:00-9:30"), .lesson)]
    let rules = try rules("reskilling-r7").hours
    #expect(AttendanceBasis.minutes(record, rules) == 480)
  }

  @Test func moreThanAThirdOfNoTrainingRefusesTheWhole() throws {
    var record = TrainingRecord.held(
      days: 1,
      parts: [
        DayPart(span("9:00-11:00"), .lesson, subject: 1),
        DayPart(span("11:00-12:00"), .lesson, subject: 2),
      ], attendance: [:])
    record.curriculum = [
      CurriculumSubject(title: "生成AI", minutes: 120),
      CurriculumSubject(title: "ビジネスマナー", minutes: 60, nature: .general),
    ]
    let rules = try rules("reskilling-r7").hours
    let third = TrainingHours(record, rules)
    #expect(third.counted == 120 && third.ineligible == 60)
    #expect(!third.isMostlyIneligible(rules))
    record.sessions[0].actual?[1].span = span("11:00-12:01")
    #expect(TrainingHours(record, rules).isMostlyIneligible(rules))
  }
}
