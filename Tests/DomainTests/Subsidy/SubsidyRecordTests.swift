import CivilTime
import Testing

@testable import Domain

@Suite("Records for a subsidy's papers")
struct SubsidyRecordTests {
  static let design: ItemID = "HQ-D1"
  static let today = Circumstances.person.today

  static let facts = SubsidyFacts(
    design: design, designIsApproved: true,
    sessions: [
      1: .held(on: today), 2: .held(on: today.adding(days: 7)), 3: .cancelled,
    ], members: ["sato", "suzuki"])

  static func span(_ text: String) -> ClockSpan { ClockSpan(text)! }

  @Test("A clock's times are read as people write them")
  func clock() {
    #expect(ClockTime("9:40")?.minutes == 580)
    #expect(ClockTime("09:40")?.description == "09:40")
    #expect(ClockTime("24:00")?.minutes == 1440)
    for text in ["24:01", "9:60", "9", "9:4", "-1:00", "9：40", "9:40:00"] {
      #expect(ClockTime(text) == nil, "\(text)")
    }
    #expect(ClockSpan("17:00-9:00") == nil)
    #expect(ClockSpan("9:40-17:00")?.minutes == 440)
  }

  @Test("Nothing is recorded of a design that isn't approved")
  func notApproved() {
    SubsidyRecord.given()
      .when(
        .file(.plan, on: Self.today, reference: nil), knowing: SubsidyFacts(design: Self.design)
      )
      .thenRefused(.designNotApproved(Self.design))
  }

  @Test("Parts of a day don't overlap, and teach")
  func parts() {
    let lesson = DayPart(Self.span("9:00-12:00"), .lesson)
    let given = SubsidyRecord.given()
    given.when(.planTimes(session: 1, parts: [lesson]), knowing: Self.facts)
      .then(.timesPlanned(session: 1, parts: [lesson]))
    given.when(
      .planTimes(session: 1, parts: [DayPart(Self.span("9:00-12:00"), .meal)]),
      knowing: Self.facts
    ).thenRefused(.noParts(Self.design, session: 1))
    given.when(
      .planTimes(session: 1, parts: [lesson, DayPart(Self.span("11:59-13:00"), .meal)]),
      knowing: Self.facts
    ).thenRefused(
      .partsOverlap(
        Self.design, session: 1, Self.span("9:00-12:00"), Self.span("11:59-13:00")))
    given.when(
      .planTimes(session: 1, parts: [DayPart(Self.span("9:00-12:00"), .lesson, subject: 1)]),
      knowing: Self.facts
    ).thenRefused(.unknownSubject(Self.design, subject: 1, count: 0))
  }

  @Test("What was is recorded on the day or after, of sessions that are held")
  func ahead() {
    let lesson = [DayPart(Self.span("9:00-12:00"), .lesson)]
    let given = SubsidyRecord.given()
    given.when(.recordTimes(session: 2, parts: lesson), knowing: Self.facts)
      .thenRefused(
        .sessionAhead(
          Self.design, session: 2, date: Self.today.adding(days: 7), today: Self.today))
    given.when(.planTimes(session: 3, parts: lesson), knowing: Self.facts)
      .thenRefused(.sessionCancelled(Self.design, session: 3))
    given.when(.planTimes(session: 4, parts: lesson), knowing: Self.facts)
      .thenRefused(.unknownSession(Self.design, session: 4, count: 3))
  }

  @Test("A person is in one place at a time; the same again adds nothing")
  func attendance() {
    let one = TimedAttendance(session: 1, account: "sato", span: Self.span("9:00-12:00"))
    let event = SubsidyEvent.attendanceTimed(
      session: 1, account: "sato", span: Self.span("9:00-12:00"))
    SubsidyRecord.given().when(.attend([one]), knowing: Self.facts).then(event)
    SubsidyRecord.given(event).when(.attend([one]), knowing: Self.facts).thenNothing()
    var other = one
    other.span = Self.span("11:00-13:00")
    SubsidyRecord.given(event).when(.attend([other]), knowing: Self.facts)
      .thenRefused(
        .attendedAlready(Self.design, session: 1, "sato", Self.span("9:00-12:00")))
    SubsidyRecord.given().when(.attend([one, other]), knowing: Self.facts)
      .thenRefused(
        .attendedAlready(Self.design, session: 1, "sato", Self.span("9:00-12:00")))
    other.span = Self.span("13:00-17:00")
    SubsidyRecord.given(event).when(.attend([other]), knowing: Self.facts)
      .then(.attendanceTimed(session: 1, account: "sato", span: Self.span("13:00-17:00")))
    other.account = "nobody"
    SubsidyRecord.given().when(.attend([other]), knowing: Self.facts)
      .thenRefused(.notMembers(Self.design, accounts: ["nobody"]))
  }

  @Test("Times are withdrawn with a reason, and can be recorded anew")
  func withdrawal() {
    let event = SubsidyEvent.attendanceTimed(
      session: 1, account: "sato", span: Self.span("9:00-12:00"))
    let back = SubsidyEvent.attendanceWithdrawn(session: 1, account: "sato", reason: "Left")
    let command = SubsidyCommand.withdrawAttendance(
      session: 1, account: "sato", reason: "Left")
    SubsidyRecord.given(event).when(command, knowing: Self.facts).then(back)
    SubsidyRecord.given(event, back).when(command, knowing: Self.facts)
      .thenRefused(.nothingToWithdraw(Self.design, session: 1, "sato"))
    SubsidyRecord.given(event, back)
      .when(
        .attend([TimedAttendance(session: 1, account: "sato", span: Self.span("9:00-11:00"))]),
        knowing: Self.facts
      )
      .then(.attendanceTimed(session: 1, account: "sato", span: Self.span("9:00-11:00")))
  }

  @Test("Expenses are in yen; papers aren't filed ahead; a machine states nothing")
  func others() {
    let euro = TrainingExpense(
      kind: .tuition, what: "Fee", amount: Money(minorUnits: 100, currency: "EUR"))
    SubsidyRecord.given().when(.recordExpense(euro), knowing: Self.facts)
      .thenRefused(.notYen(Self.design, currency: "EUR"))
    let tomorrow = Self.today.adding(days: 1)
    SubsidyRecord.given().when(.file(.claim, on: tomorrow, reference: nil), knowing: Self.facts)
      .thenRefused(.filedAhead(on: tomorrow, today: Self.today))
    SubsidyRecord.given()
      .when(.state(.insured, holds: true, note: nil), knowing: Self.facts, in: .machine)
      .thenRefused(.machineCannotState(Self.design))
  }
}
