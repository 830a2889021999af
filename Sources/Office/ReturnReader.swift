import CivilTime
import Domain
import ReadModels
import Reviews
import Subsidy

/// Reads what a report of the return is made of.
struct ReturnReader {
  let zone: TimeZoneRules
  let now: Instant
  let today: LocalDate

  func material(in view: View) throws -> ReturnMaterial {
    var material = ReturnMaterial(today: today, zone: zone)
    material.organization = try OrganizationQueries.settings(in: view)?.name ?? ""
    material.book = try WorthBook.load(in: view)
    material.areas = try StrategyQueries.valueAreas(in: view)
    try addTrainings(to: &material, in: view)
    try addWork(to: &material, in: view)
    for department in try OrganizationQueries.departments(includingClosed: true, in: view) {
      material.successors[department.code] = department.successor
    }
    let members = try OrganizationQueries.members(includingLeft: true, in: view).map(\.member)
    material.members = Dictionary(
      members.map { ($0.account, $0) }, uniquingKeysWith: { $1 })
    return material
  }

  private func addTrainings(to material: inout ReturnMaterial, in view: View) throws {
    for row in try DesignQueries.list(in: view) where row.isApproved {
      guard let detail = try DesignQueries.detail(of: row.id, in: view) else { continue }
      material.designs.append(detail)
      let record = try TrainingRecord.read(row.id, in: zone, view)
      for session in record.sessions {
        let key = SessionID(row.id, session.number)
        guard let parts = session.parts else { continue }
        let taught = parts.filter { $0.kind == .lesson }.map(\.span)
        material.lengths[key] = taught.reduce(0) { $0 + $1.minutes }
        material.minutes[key] = session.attendance.mapValues {
          Spans.minutes($0, within: taught)
        }
      }
      for entry in try SubsidyQueries.entries(on: row.id, in: view) {
        guard case .expenseRecorded(let expense)? = entry.event else { continue }
        material.expenses[row.id, default: []].append(
          RecordedExpense(
            what: expense.what, amount: expense.amount,
            place: "\(entry.department)@\(entry.position)"))
      }
    }
  }

  private func addWork(to material: inout ReturnMaterial, in view: View) throws {
    let kpis = try KPIQueries.list(includingRetired: true, in: view)
    let charts = try KPIChart.load(kpis, in: view, annotated: false)
    material.charts = Dictionary(uniqueKeysWithValues: charts.map { ($0.kpi.reference, $0) })
    material.cycles = try CycleQueries.list(CycleFilter(limit: .max), in: view)
    material.concepts = try ConceptQueries.list(in: view)
    material.reuse = try ReuseQueries.rate(in: view)
    material.reuseDays = try AppliedQueries.reuseDays(in: view)
    material.pace = DecisionPace.all(try IssueQueries.list(in: view), in: zone)
    guard let first = material.designs.flatMap(\.sessions).map(\.date).min() else { return }
    material.actions = try AppliedQueries.actions(from: first, in: zone, in: view)
    material.antecedents = try CauseQueries.antecedents(
      from: zone.start(of: first.adding(days: -90)), before: now, in: view)
  }
}
