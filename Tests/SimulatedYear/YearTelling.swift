import CivilTime
import Domain
import TestSupport

/// Tells a planned year event by event, each as its person would have recorded it.
struct YearTelling {
  let plan: YearPlan
  var book: LogBook
  var company: Company { plan.company }
  var head: DepartmentCode { company.head.code }
  var boss: String { company.executives[0] }
  var reviewer: String { company.head.promoter }

  init(_ plan: YearPlan) {
    self.plan = plan
    book = LogBook(head: plan.company.head.code, founder: plan.company.head.promoter)
  }

  /// Local time in Japan, which has no summer time.
  static func at(_ day: LocalDate, _ hour: Int, _ minute: Int = 0) -> Instant {
    Instant(secondsSince1970: Int64(day.dayNumber) * 86_400)
      .adding(seconds: (hour - 9) * 3600 + minute * 60)
  }

  mutating func tell(_ random: inout SeededGenerator) {
    found()
    for place in plan.kpis.indices { measure(place, &random) }
    for cycle in plan.cycles { tell(cycle, &random) }
    for issue in plan.issues { tell(issue) }
    work(&random)
    review(&random)
    learn()
    change()
  }

  mutating func add(
    _ event: OrganizationEvent, by actor: String, at instant: Instant
  ) {
    book.add(.organization(event), to: "organization", of: head, by: actor, at: instant)
  }

  private mutating func found() {
    let (start, founder) = (plan.monday, reviewer)
    func minute(_ minute: Int) -> Instant { Self.at(start, 9, minute) }
    add(
      .founded(
        name: "さくら産業株式会社", head: head, timeZone: "Asia/Tokyo", fiscalYearStart: 4,
        trialDays: 14), by: founder, at: minute(0))
    add(.departmentRegistered(code: head, name: company.head.name), by: founder, at: minute(0))
    join(founder, head, .promoter, minute(0))
    add(.roleGranted(account: Account(founder)!, role: .administrator), by: founder, at: minute(0))
    for department in company.departments {
      add(
        .departmentRegistered(code: department.code, name: department.name), by: founder,
        at: minute(1))
      join(department.promoter, department.code, .promoter, minute(2))
      for account in department.field { join(account, department.code, .field, minute(2)) }
      add(
        .roleGranted(account: Account(department.promoter)!, role: .reviewer), by: founder,
        at: minute(3))
    }
    for account in company.head.field { join(account, head, .field, minute(2)) }
    for account in company.executives { join(account, head, .executive, minute(2)) }
    for (place, department) in company.departments.enumerated() {
      let sponsor = company.executives[place % 2]
      add(
        .sponsorAssigned(department: department.code, account: Account(sponsor)!), by: founder,
        at: minute(4))
    }
    declare(at: minute(30))
  }

  private mutating func join(
    _ account: String, _ department: DepartmentCode, _ layer: Layer, _ instant: Instant
  ) {
    add(
      .memberJoined(
        account: Account(account)!, department: department, layer: layer, isMachine: false),
      by: reviewer, at: instant)
  }

  private mutating func declare(at instant: Instant) {
    let watched = plan.kpis.filter { $0.measured.kind == .outcome }.prefix(3).map {
      KPIReference($0.department.code, KPICode($0.measured.code)!)
    }
    book.add(
      .strategy(
        .visionDeclared(statement: "手間を減らし、お客様と向き合う時間を増やす", kpis: watched)),
      to: "strategy", of: head, by: boss, at: instant)
    book.add(
      .strategy(
        .trainingPolicySet(policy: "実務の題材で学び、すぐに試す", profile: "AIの出力を確かめて使える人")),
      to: "strategy", of: head, by: boss, at: instant)
  }

  /// Who leaves, what is closed.
  private mutating func change() {
    add(
      .memberLeft(account: Account(plan.leaver.account)!, reason: "退職"), by: reviewer,
      at: Self.at(plan.leaver.day, 17))
    let renamed = company.departments.first { $0.code != plan.closed?.department }!
    add(
      .departmentRenamed(code: renamed.code, name: "\(renamed.name)（本社）"), by: reviewer,
      at: Self.at(plan.week(20), 9))
    guard let closed = plan.closed else { return }
    add(
      .departmentClosed(code: closed.department, successor: closed.into, reason: "組織の統合"),
      by: reviewer, at: Self.at(plan.halfYear, 10))
  }

  func isOpen(_ department: DepartmentCode, on day: LocalDate) -> Bool {
    plan.closed?.department != department || day < plan.halfYear
  }

  func isHere(_ account: String, on day: LocalDate) -> Bool {
    account != plan.leaver.account || day <= plan.leaver.day
  }
}
