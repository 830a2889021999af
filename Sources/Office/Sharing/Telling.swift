package import CivilTime
package import Domain
package import EventLog
import Orders
import Postgres
package import ReadModels
package import Reviews

/// What is to be told on an occasion, as its reader may see it, before it is put into words.
package struct Telling: Sendable {
  package enum Matter: Sendable {
    /// `kept` is the report as it was closed, where it is kept and nobody's cut is asked for.
    case review(ReviewReport, ReviewRow?, kept: KeptReport?)
    case worse(ReviewReport, ReviewMatter)
    case decision(ReviewDecisionRow)
    case issue(IssueRow)
    case lesson(LessonRow)
    case due(DueList)
  }

  package var matter: Matter
  /// The organization's name, and that of the department it comes from.
  package var organization: String
  package var department: String
  package var zone: TimeZoneRules
  /// What people are called, as far as its reader may know.
  package var names = PeopleNames()
}

extension Office {
  /// Reads in one snapshot as that person: the database lets through what they may see.
  /// - Throws: `SharingFault.noReader` for one who is no member any longer; `PostgresError` where the session
  ///   can't act for them, or they have no login.
  func reading<T>(as person: Account, _ body: (View) throws -> T) throws -> T {
    try session.rehearsal { session in
      try session.execute("SET LOCAL ROLE \(identifier: person.rawValue)")
      let view = try Projector.present(in: session, for: person)
      guard try OrganizationQueries.member(person, in: view) != nil else {
        throw SharingFault.noReader(person.rawValue)
      }
      return try body(view)
    }
  }

  /// What a target is told; nil where its reader may see nothing of it, or it is settled meanwhile.
  package func telling(_ delivery: ShareDelivery, to target: ShareTarget) throws -> Telling? {
    try reading(as: target.reader) { view in
      guard let matter = try matter(delivery, target, in: view) else { return nil }
      return Telling(
        matter: matter, organization: try OrganizationQueries.settings(in: view)?.name ?? "",
        department: try OrganizationQueries.department(delivery.department, in: view)?.name
          ?? "\(delivery.department)",
        zone: setting.zone, names: try shownNames())
    }
  }

  private func matter(
    _ delivery: ShareDelivery, _ target: ShareTarget, in view: View
  ) throws -> Telling.Matter? {
    switch delivery.kind {
    case .reviewWritten, .reviewClosed: try review(delivery, target, in: view)
    case .worse: try worse(delivery, target, in: view)
    case .decision: try decision(delivery, in: view)
    case .lesson:
      try ItemID(delivery.about).flatMap { try LessonQueries.lesson($0, in: view) }
        .map { .lesson($0) }
    case .due: try due(delivery, target, in: view)
    }
  }

  private func review(
    _ delivery: ShareDelivery, _ target: ShareTarget, in view: View
  ) throws -> Telling.Matter? {
    guard let id = ReviewID(delivery.about), try isVisible(id.department, in: view) else {
      return nil
    }
    let row = try ReviewQueries.review(id, in: view)
    if delivery.kind == .reviewClosed, row?.closedAt == nil { return nil }
    let audience = target.settings.audience
    let report = try cut(
      self.report(id, pictures: true, in: view).soFar(on: today), for: audience, in: view)
    let kept =
      delivery.kind == .reviewClosed && audience == nil
      ? try KeptReport.find(id.stream, of: id.department.rawValue, in: session) : nil
    return .review(report, row, kept: kept)
  }

  private func isVisible(_ department: DepartmentCode, in view: View) throws -> Bool {
    try OrganizationQueries.department(department, in: view) != nil
  }

  private func worse(
    _ delivery: ShareDelivery, _ target: ShareTarget, in view: View
  ) throws -> Telling.Matter? {
    let report = try watched(delivery.department, in: view)
    return report.worsening.first { $0.occasion == delivery.occasion }.map { .worse(report, $0) }
  }

  private func decision(
    _ delivery: ShareDelivery, in view: View
  ) throws -> Telling.Matter? {
    if let id = DecisionID(delivery.about) {
      let row = try ReviewQueries.detail(of: id.review, in: view)?.decisions.first { $0.id == id }
      return row.map { .decision($0) }
    }
    return try ItemID(delivery.about).flatMap { try IssueQueries.issue($0, in: view) }
      .flatMap { $0.decision == nil ? .issue($0) : nil }
  }

  private func due(
    _ delivery: ShareDelivery, _ target: ShareTarget, in view: View
  ) throws -> Telling.Matter? {
    let list = try dueList(of: target, in: view)
    return list.isEmpty ? nil : .due(list)
  }
}

extension Office {
  /// Days that a KPI's change is looked for in: a monthly KPI's period is over long before its value is
  /// known.
  private static let watchedDays = 62

  /// A department's report of this week and of the weeks in which what is told of now may have begun.
  func watched(_ department: DepartmentCode, in view: View) throws -> ReviewReport {
    try report(
      ReviewID(department, ReviewKind.weekly.period(of: today)),
      since: today.adding(days: -Self.watchedDays), pictures: true, in: view)
  }

  /// Of a target's departments, reviews to be held and decisions past due.
  func dueList(of target: ShareTarget, in view: View) throws -> DueList {
    let scope = Set(target.settings.departments)
    func isInScope(_ department: DepartmentCode) -> Bool {
      scope.isEmpty || scope.contains(department)
    }
    let schedule = try schedule(of: nil, in: view)
    return DueList(
      scope.isEmpty ? schedule : schedule.among(scope),
      reviews: try ReviewQueries.list(in: view),
      decisions: try ReviewQueries.openDecisions(in: view).filter {
        isInScope($0.id.review.department)
      }, on: today)
  }
}

extension ReviewMatter {
  /// `SALES/hours/2026-11-16/worse`: one for each change, however often it is looked at.
  package var occasion: String { "\(kpi.reference)/\(onset)/worse" }
}
