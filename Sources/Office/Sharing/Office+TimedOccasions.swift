import CivilTime
import Domain
import EventLog
import Orders
import Postgres
package import ReadModels
import Reviews

/// Occasions that no event tells of: time has come, or the figures say so.
extension Office {
  /// Periods of a kind that are looked back at, where the sender rested for long.
  private static let mostPeriods = 60

  /// Makes the deliveries that are not made yet of reviews written, of what is getting worse and of what
  /// is due.
  /// - Returns: how many; nil where another sender has the target.
  package func collectTimed(for target: ShareTarget, under tenure: WorkTenure) throws -> Int? {
    var made = 0
    // Whoever answers for it must still be there, whether or not there is anything to tell.
    try reading(as: target.reader) { _ in }
    let wanted = target.settings.occasions
    if wanted.contains(.reviewWritten) || wanted.contains(.due) {
      let occasions = try reading(as: target.reader) { try timed(target, in: $0) }
      guard let count = try ShareLedger.add(occasions, for: target, under: tenure, in: session)
      else { return nil }
      made += count
    }
    guard wanted.contains(.worse) else { return made }
    for (department, head) in try unwatched(target) {
      guard let count = try collectWorse(target, department, head, tenure) else { return nil }
      made += count
    }
    return made
  }

  private func timed(_ target: ShareTarget, in view: View) throws -> [Occasion] {
    var occasions: [Occasion] = []
    if target.settings.occasions.contains(.reviewWritten) {
      let scope = Set(target.settings.departments)
      let schedule = try schedule(of: nil, in: view)
      occasions += (scope.isEmpty ? schedule : schedule.among(scope)).holders.flatMap {
        written(schedule, $0, since: setting.zone.date(at: target.since))
      }
    }
    if target.settings.occasions.contains(.due), try !dueList(of: target, in: view).isEmpty {
      let home = target.settings.departments.count == 1 ? target.settings.departments[0] : nil
      let week = "\(ReviewKind.weekly.period(of: today))"
      occasions.append(
        Occasion(
          .due, home ?? setting.head, about: home.map { "\($0)" } ?? week,
          key: home.map { "\($0)-\(week)/due" } ?? "\(week)/due"))
    }
    return occasions
  }

  /// Reviews whose day has come, after the day on which the target began to be told.
  private func written(
    _ schedule: ReviewSchedule, _ holder: ReviewSchedule.Holder, since: LocalDate
  ) -> [Occasion] {
    schedule.kinds(of: holder).flatMap { kind -> [Occasion] in
      var period = kind.period(of: today)
      var found: [Occasion] = []
      for _ in 0..<Self.mostPeriods {
        let day = ReviewSchedule.day(for: period)
        if day <= since || !schedule.isExpected(period, of: holder) { break }
        if day <= today {
          let id = ReviewID(holder.department, period)
          found.append(
            Occasion(.reviewWritten, holder.department, about: "\(id)", key: "\(id)/written"))
        }
        period = period.previous
      }
      return found.reversed()
    }
  }
}

extension Office {
  /// Departments whose log has grown since their figures were looked at for the target.
  private func unwatched(_ target: ShareTarget) throws -> [(DepartmentCode, Int)] {
    let scope = Set(target.settings.departments)
    let watched = try session.query(
      """
      SELECT department, "position" FROM share.progress
      WHERE target = \(target.name) AND department LIKE 'worse/%'
      """
    ) { (try $0.text(0), try $0.int(1)) }
    let known = Dictionary(uniqueKeysWithValues: watched)
    return try heads().filter { code, head in
      (scope.isEmpty || scope.contains(code)) && known["worse/\(code)"] ?? -1 < head
    }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// What was getting worse before the target's first look is known already, and isn't told.
  private func collectWorse(
    _ target: ShareTarget, _ department: DepartmentCode, _ head: Int, _ tenure: WorkTenure
  ) throws -> Int? {
    let place = "worse/\(department)"
    let isFirst = try session.first(
      """
      SELECT NOT EXISTS (
        SELECT FROM share.progress WHERE target = \(target.name) AND department = \(place))
      """
    ) { try $0.bool(0) }
    let matters = try reading(as: target.reader) { view in
      try OrganizationQueries.department(department, in: view) == nil
        ? [] : watched(department, in: view).worsening
    }
    let occasions = matters.map {
      Occasion(.worse, department, about: "\($0.kpi.reference)", key: $0.occasion)
    }
    return try ShareLedger.add(
      occasions, for: target, as: isFirst == true ? .skipped : .waiting, noting: (place, head),
      under: tenure, in: session)
  }
}
