import Domain
import EventLog
import Orders
package import ReadModels
package import Reviews
import Tracker

/// What could be known when something was decided: the figures of the KPIs that it is about, and
/// the lessons at hand.
package struct KnownThen: Sendable {
  package let charts: [KPIChart]
  package let lessons: [LessonRow]

  /// At an office of that moment.
  package init(for decided: DecidedEvent, at office: Office) throws {
    (charts, lessons) = try office.tracker.read { view in
      (
        try Self.kpis(of: decided, office, view).compactMap { try KPIChart.load($0, in: view) },
        try Self.lessons(of: decided, view)
      )
    }
  }

  /// Those named, those of cycles named, and for a review all that it looks at.
  private static func kpis(
    of decided: DecidedEvent, _ office: Office, _ view: View
  ) throws -> [KPIReference] {
    let ids = [decided.id] + decided.names
    var found = ids.compactMap(KPIReference.init)
    for id in ids.compactMap({ ItemID($0) }) where id.kind == .cycle {
      if let kpi = try CycleQueries.cycle(id, in: view)?.kpi { found.append(kpi) }
    }
    if Subject(stream: decided.event.stream) == .review,
      let home = DepartmentCode(decided.event.department)
    {
      let scope = home == office.setting.head ? nil : home
      found += try KPIQueries.list(of: scope, in: view).map(\.reference)
    }
    return Set(found).sorted()
  }

  /// Those named; where training is decided, those that wait for it.
  private static func lessons(of decided: DecidedEvent, _ view: View) throws -> [LessonRow] {
    let ids = Set(([decided.id] + decided.names).compactMap { ItemID($0) })
    var found = try ids.filter { $0.kind == .lesson }.sorted().compactMap {
      try LessonQueries.lesson($0, in: view)
    }
    if [.design, .review, .strategy].contains(Subject(stream: decided.event.stream)) {
      found += try LessonQueries.waiting(in: view)
    }
    var seen: Set<ItemID> = []
    return found.filter { seen.insert($0.id).inserted }
  }
}
