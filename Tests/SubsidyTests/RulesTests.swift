import Bilingual
import CivilTime
import Domain
import Testing

@testable import Subsidy

@Suite struct RulesTests {
  @Test func threeYearsOfTwoCoursesAreThere() throws {
    let all = try RuleBook.all()
    #expect(
      Set(all.map(\.id)) == [
        "reskilling-r6", "reskilling-r7", "reskilling-r8", "investment-r6", "investment-r7",
        "investment-r8",
      ])
    for rules in all {
      #expect(!rules.sources.isEmpty && !rules.unknown.isEmpty)
      #expect(rules.validity.days == 365)
    }
  }

  @Test func theYearOfTheFirstDayDecides() throws {
    #expect(try RuleBook.rules(on: day("2025-03-31")).map(\.label.ja) == ["令和6年度", "令和6年度"])
    #expect(try RuleBook.rules(on: day("2025-04-01")).map(\.label.ja) == ["令和7年度", "令和7年度"])
    #expect(try RuleBook.rules(on: day("2027-04-01")).isEmpty)
  }

  @Test func noFormHasANumberThatIsNotKnown() throws {
    #expect(try rules("reskilling-r6").form("plan")?.number == "様式第1-1号")
    #expect(try rules("reskilling-r8").forms.allSatisfy { $0.number == nil })
    #expect(try rules("reskilling-r7").form("report")?.number == nil)
  }

  @Test func monthsEndWhereTheyEnd() throws {
    let year = try rules("reskilling-r7").deadlines
    let march = SubsidyDeadlines(first: day("2026-03-31"), last: day("2026-03-31"), year)
    #expect(march.planBy == day("2026-02-28"))
    #expect(march.planFrom == day("2025-09-30"))
    #expect(
      SubsidyDeadlines(first: day("2028-03-31"), last: day("2028-03-31"), year).planBy
        == day("2028-02-29"))
    for (last, by) in [
      ("2025-12-31", "2026-02-28"), ("2023-12-31", "2024-02-29"), ("2025-12-30", "2026-02-28"),
      ("2025-12-27", "2026-02-27"), ("2026-01-15", "2026-03-15"), ("2026-06-30", "2026-08-31"),
    ] {
      let deadlines = SubsidyDeadlines(first: day(last), last: day(last), year)
      #expect(deadlines.claimBy == day(by), "after \(last)")
    }
    #expect(try rules("reskilling-r6").deadlines.planEarliestMonths == nil)
  }

  @Test func tenHoursAreTheLeast() throws {
    var record = TrainingRecord.held(
      days: 2, parts: [DayPart(span("9:00-13:59"), .lesson)],
      attendance: [sato: Array(repeating: [span("9:00-13:59")], count: 2)])
    record.stateAll()
    func standing() throws -> Standing? {
      SubsidyAssessment(record, rules: try RuleBook.all(), today: day("2025-06-01"))
        .best?.requirements.first {
          if case .leastHours = $0.requirement { true } else { false }
        }?.standing
    }
    #expect(try standing() == .unmet)
    record.sessions[0].actual = [DayPart(span("9:00-14:01"), .lesson)]
    #expect(try standing() == .met)
  }

  @Test func whatIsUntoldIsUnknownAndNotMet() throws {
    let record = TrainingRecord(design: ItemID("HQ-D1")!, title: "研修")
    let assessment = SubsidyAssessment(record, rules: try RuleBook.all(), today: day("2026-06-01"))
    let best = try #require(assessment.best)
    #expect(best.rules.label.ja == "令和8年度")
    #expect(!best.isComplete && best.isPossible)
    #expect(assessment.gaps.contains(.noProvider))
    #expect(assessment.gaps.contains(.untold(.insured)))
  }

  @Test func aChangeAfterThePlanNeedsANoticeBeforeItTakesPlace() throws {
    var record = TrainingRecord.held(
      days: 2, parts: [DayPart(span("9:00-14:00"), .lesson)],
      attendance: [sato: Array(repeating: [span("9:00-14:00")], count: 2)])
    record.filings = [.init(paper: .plan, on: day("2025-04-01"), reference: nil)]
    let early = TrainingRecord.PlanChange(
      matter: .date, session: 1, recordedOn: day("2025-03-20"), takesPlaceOn: day("2025-05-12"))
    let late = TrainingRecord.PlanChange(
      matter: .date, session: 2, recordedOn: day("2025-05-01"), takesPlaceOn: day("2025-05-13"))
    record.changes = [early, late]
    #expect(SubsidyAssessment.unfiledChanges(record) == [late])
    record.filings.append(.init(paper: .change, on: day("2025-05-13"), reference: nil))
    #expect(SubsidyAssessment.unfiledChanges(record) == [late])
    record.filings.append(.init(paper: .change, on: day("2025-05-12"), reference: nil))
    #expect(SubsidyAssessment.unfiledChanges(record).isEmpty)
  }

  @Test func aPlanThatWentInLateIsSaidToBe() throws {
    var record = TrainingRecord.held(
      days: 1, parts: [DayPart(span("9:00-19:00"), .lesson)],
      attendance: [sato: [[span("9:00-19:00")]]])
    record.stateAll()
    record.filings = [.init(paper: .plan, on: day("2025-04-13"), reference: nil)]
    let late = SubsidyAssessment(record, rules: try RuleBook.all(), today: day("2025-06-01"))
    #expect(late.gaps.contains(.planLate(filed: day("2025-04-13"), by: day("2025-04-12"))))
    #expect(late.best?.isPossible == false)
    record.filings[0].on = day("2025-04-12")
    let timely = SubsidyAssessment(record, rules: try RuleBook.all(), today: day("2025-06-01"))
    #expect(timely.best?.isPossible == true)
    record.filings[0].on = day("2024-11-11")
    let early = SubsidyAssessment(record, rules: try RuleBook.all(), today: day("2025-06-01"))
    #expect(early.gaps.contains(.planEarly(filed: day("2024-11-11"), from: day("2024-11-12"))))
  }
}
