import CivilTime
package import Domain
import Orders
import ReadModels
package import Reviews
import Tracker

extension Office {
  /// What is the member's today; of the person who acts without one.
  package func myDay(of named: Account? = nil) throws -> MyDay {
    let account = named ?? setting.actor
    return try tracker.read { view in
      guard let member = try OrganizationQueries.member(account, in: view) else {
        throw OfficeError.unknown(
          .member, text: "\(account)",
          candidates: try OrganizationQueries.members(in: view).map {
            "\($0.member.account)"
          })
      }
      return try myDay(of: member, in: view)
    }
  }

  /// What is the person's on this day.
  private func myDay(of member: MemberEntry, in view: View) throws -> MyDay {
    let person = member.member
    var items =
      try mine(person.account, in: view).map { DayItem($0, on: today) }
      + ReviewQueries.openDecisions(in: view).filter { $0.owner == person.account }
      .map { DayItem($0) } + observations(of: person, in: view)
    if person.layer == .executive { items += try putOff(for: person.account, in: view) }
    if person.layer != .field || member.roles.contains(.reviewer) {
      items += try duties(of: member, in: view)
    }
    return MyDay(person, items, on: today)
  }

  /// Decisions of the departments that the person sponsors, of other owners, put off too often.
  private func putOff(for sponsor: Account, in view: View) throws -> [DayItem] {
    let departments = Set(
      try OrganizationQueries.departments(in: view).filter { $0.sponsor == sponsor }.map(\.code))
    return try ReviewQueries.openDecisions(in: view).filter {
      $0.putOff > ImprovementThresholds.mostPutOff && $0.owner != sponsor
        && departments.contains($0.id.review.department)
    }.map { DayItem(putOff: $0, of: sponsor) }
  }

  /// Open cycles that the person owns or acted on lately; those checked wait for the owner's
  /// decision.
  private func mine(_ account: Account, in view: View) throws -> [CycleRow] {
    let moment = setting.now.adding(seconds: -Tracker.lately)
    return try CycleQueries.mine(account, actingSince: moment, in: view)
      + CycleQueries.list(CycleFilter(statuses: [.checked], owner: account), in: view)
  }

  /// KPIs that wait for their latest period: those that the person recorded last, and for a
  /// promoter those of the department that nobody there did.
  private func observations(of person: MemberRow, in view: View) throws -> [DayItem] {
    let colleagues = Set(
      try OrganizationQueries.members(of: person.home, in: view).map(\.member.account))
    return try KPIQueries.recorded(by: person.account, orOf: person.home, in: view)
      .filter { entry in
        if entry.recordedBy == person.account { return true }
        return person.layer == .promoter && !(entry.recordedBy.map(colleagues.contains) ?? false)
      }.compactMap { DayItem($0.kpi, last: $0.period, on: today) }
  }

  /// Whose reviews wait for the person: of the own department, and of those that the role of a reviewer
  /// was granted for.
  private func reviewed(by member: MemberEntry) -> [DepartmentCode] {
    let granted = member.limits[.reviewer]
    let home =
      member.member.layer == .promoter || member.roles.contains(.reviewer) && granted == nil
    return Set((home ? [member.member.home] : []) + (granted ?? [])).sorted()
  }

  /// What waits for who promotes, leads or reviews: reviews, issues, lessons, roll-outs.
  private func duties(of member: MemberEntry, in view: View) throws -> [DayItem] {
    let person = member.member
    var items: [DayItem] = []
    for department in reviewed(by: member) {
      let due = DueList(
        try schedule(of: department, in: view),
        reviews: try ReviewQueries.list(of: department, in: view), decisions: [], on: today)
      items += due.reviews.map { DayItem($0) }
    }
    items += try issues(for: person, in: view).map { DayItem($0, in: setting.zone) }
    guard person.layer == .promoter else { return items }
    items += try LessonQueries.list(
      LessonFilter(department: person.home, statuses: [.draft]), in: view
    ).filter { $0.author != person.account }.map { DayItem($0, in: setting.zone) }
    return items
      + (try LessonQueries.undecidedRollOuts(to: [person.home], in: view))
      .map { DayItem($0, in: setting.zone) }
  }

  /// Raised to the person's layer: to promoters in their own department, to executives in those
  /// that they sponsor and in those that nobody does.
  private func issues(for person: MemberRow, in view: View) throws -> [IssueRow] {
    let sponsors = try OrganizationQueries.departments(in: view).reduce(into: [:]) {
      $0[$1.code] = $1.sponsor
    }
    return try IssueQueries.list(to: person.layer, undecidedOnly: true, in: view).filter {
      person.layer == .executive
        ? sponsors[$0.department].map { $0 == person.account } ?? true
        : $0.department == person.home
    }
  }
}
