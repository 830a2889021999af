import CivilTime
import Domain
import Testing

@testable import Subsidy

@Suite struct AmountTests {
  /// Published: 400,000 yen and 10 hours of one person give 300,000 (the cap) and wages.
  @Test(arguments: [
    ("2024-05-13", 9_600, 309_600, 90_400), ("2025-05-12", 10_000, 310_000, 90_000),
  ])
  func theWorkedExample(first: String, wage: Int, total: Int, own: Int) throws {
    var record = TrainingRecord.held(
      from: first, days: 2,
      parts: [DayPart(span("10:00-12:00"), .lesson), DayPart(span("13:00-16:00"), .lesson)],
      attendance: [sato: Array(repeating: [span("10:00-16:00")], count: 2)])
    record.pay(400_000)
    record.stateAll()
    let assessment = SubsidyAssessment(record, rules: try RuleBook.all(), today: day("2026-01-05"))
    let best = try #require(assessment.best)
    #expect(best.rules.course == "reskilling" && best.scheme.id == "offjt")
    #expect(best.amount.expense == 300_000)
    #expect(best.amount.wage == wage)
    #expect(best.amount.total == total)
    #expect(best.amount.ownShare == own)
    #expect(best.amount.people.map(\.isCapped) == [false])
    #expect(best.amount.cap == 300_000)
  }

  @Test func capsRiseWithTheHours() throws {
    for (days, cap) in [(13, 300_000), (15, 400_000), (29, 500_000)] {
      var record = TrainingRecord.held(
        from: "2025-05-01", days: days, parts: [DayPart(span("9:00-16:00"), .lesson)],
        attendance: [sato: Array(repeating: [span("9:00-16:00")], count: days)])
      record.pay(1_000_000)
      record.stateAll()
      let best = try #require(
        SubsidyAssessment(record, rules: try RuleBook.all(), today: day("2025-07-01")).best)
      #expect(best.amount.cap == cap, "\(days) days")
      #expect(best.amount.expense == cap)
      record.conditions[.smallOrMedium] = false
      let large = try #require(
        SubsidyAssessment(record, rules: try RuleBook.all(), today: day("2025-07-01")).best)
      #expect(large.amount.rate == 60 && large.amount.wagePerHour == 500)
    }
  }

  @Test func whoAttendsTooLittleBringsNothing() throws {
    var record = TrainingRecord.held(
      days: 4, parts: [DayPart(span("9:00-12:00"), .lesson)],
      attendance: [
        sato: Array(repeating: [span("9:00-12:00")], count: 4),
        suzuki: [[span("9:00-12:00")], [span("9:00-12:00")], [span("9:00-12:00")], []],
      ])
    record.pay(200_000)
    record.stateAll()
    let assessment = SubsidyAssessment(record, rules: try RuleBook.all(), today: day("2025-06-01"))
    let best = try #require(assessment.best)
    #expect(best.amount.people.map(\.isEligible) == [true, false])
    #expect(best.amount.people.map(\.expense) == [75_000, 0])
    #expect(best.amount.people.map(\.wage) == [12_000, 0])
    #expect(assessment.gaps.contains(.notEnough(suzuki, attended: 540, of: 720)))
  }

  @Test func eLearningPaysNoWages() throws {
    var record = TrainingRecord.held(
      days: 2, parts: [DayPart(span("9:00-14:00"), .lesson)],
      attendance: [sato: Array(repeating: [span("9:00-14:00")], count: 2)])
    record.provider?.delivery = .eLearning
    record.pay(500_000)
    record.stateAll()
    let best = try #require(
      SubsidyAssessment(record, rules: try RuleBook.all(), today: day("2025-06-01")).best)
    #expect(best.amount.wagePerHour == nil && best.amount.wage == 0)
    #expect(best.amount.expense == 300_000)
  }

  @Test func aSubscriptionIsCappedByMonths() throws {
    var record = TrainingRecord.held(
      days: 1, parts: [DayPart(span("9:00-19:00"), .lesson)],
      attendance: [sato: [[span("9:00-19:00")]]])
    record.provider?.delivery = .subscription
    record.pay(100_000, .subscription)
    record.stateAll()
    let best = try #require(
      SubsidyAssessment(record, rules: try RuleBook.all(), today: day("2025-06-01")).best)
    #expect(best.scheme.deliveries == [.subscription])
    #expect(best.amount.cap == 20_000)
    #expect(best.amount.total == 20_000)
  }

  @Test func lecturersFeesAndTravelHaveLimitsAndEquipmentDoesNotCount() throws {
    var record = TrainingRecord.held(
      days: 2, parts: [DayPart(span("9:00-14:00"), .lesson)],
      attendance: [sato: Array(repeating: [span("9:00-14:00")], count: 2)])
    record.pay(350_000, .lecturerFee)
    record.pay(60_000, .lecturerTravel)
    record.pay(10_000, .equipment)
    record.stateAll()
    let assessment = SubsidyAssessment(record, rules: try RuleBook.all(), today: day("2025-06-01"))
    let best = try #require(assessment.best)
    #expect(best.amount.eligibleExpense == 300_000 + 50_000)
    #expect(best.amount.cutExpenses == [0: 50_000, 1: 10_000, 2: 10_000])
    #expect(assessment.gaps.contains(.expenseCut(expense: 2, by: 10_000)))
  }

  @Test func minutesOfCyclesNeverEnterAClaim() throws {
    var record = TrainingRecord.held(
      days: 2, parts: [DayPart(span("9:00-14:00"), .lesson)],
      attendance: [sato: Array(repeating: [span("9:00-14:00")], count: 2)])
    record.stateAll()
    let before = SubsidyAssessment(record, rules: try RuleBook.all(), today: day("2025-06-01"))
    record.cycleMinutes = 6_000
    let after = SubsidyAssessment(record, rules: try RuleBook.all(), today: day("2025-06-01"))
    #expect(after.best?.amount == before.best?.amount)
    #expect(after.hours == before.hours)
  }
}
