import Domain
import EventLog
import ReadModels
import Reviews
import Statistics

/// How the items of streams stand at the office's moment; nil for what isn't there.
extension Office {
  func state(of name: StreamName, in view: View) throws -> ItemState? {
    guard let code = DepartmentCode(name.department) else { return nil }
    guard let stream = Stream(name: name.stream) else { return nil }
    return switch stream {
    case .cycle, .lesson, .issue, .design, .concept:
      try stream.item(of: code).flatMap { try state(of: $0, in: view) }
    case .kpi(let kpi): try kpiState(KPIReference(code, kpi), view)
    case .review(let period): try reviewState(ReviewID(code, period), view)
    case .adoption(let lesson): try adoptionState(of: lesson, by: code, view)
    case .organization: try organizationState(view)
    case .strategy: try strategyState(view)
    case .redactions, .exclusions, .subsidy, .worth: nil
    }
  }

  private func state(of id: ItemID, in view: View) throws -> ItemState? {
    switch id.kind {
    case .cycle: try CycleQueries.cycle(id, in: view).map { try cycleState($0, view) }
    case .lesson: try LessonQueries.lesson(id, in: view).map { lessonState($0) }
    case .issue: try IssueQueries.issue(id, in: view).map { issueState($0) }
    case .design: try DesignQueries.detail(of: id, in: view).map { designState($0) }
    case .concept: try ConceptQueries.concept(id, in: view).map { conceptState($0) }
    }
  }

  private func cycleState(_ row: CycleRow, _ view: View) throws -> ItemState {
    let kpi = try row.kpi.flatMap { try KPIQueries.kpi($0, in: view) }
    return ItemState(
      row.title,
      [
        .init(.status, .cycleStatus(row.status)),
        .init(.title, .text(row.title)), .init(.change, row.change.map { .text($0) }),
        .init(.predicted, row.predicted.map { .given($0, kpi) }),
        .init(.window, .window(row)),
        .init(.due, row.due.map { .day($0) }), .init(.owner, row.owner.map { .text("\($0)") }),
        .init(.actual, row.actual.map { .computed($0, kpi) }),
        .init(.verdict, row.verdict.map { .verdict($0) }),
        .init(.choice, row.choice.map { .choice($0) }),
        .init(.why, row.why.map { .text($0) }),
        .init(.next, Self.list(row.next)),
        .init(.actions, .count(row.actions)),
        .init(.obstacles, .count(row.obstacles)),
      ])
  }

  private func kpiState(_ id: KPIReference, _ view: View) throws -> ItemState? {
    guard let row = try KPIQueries.kpi(id, in: view) else { return nil }
    let chart = try KPIChart.load(id, in: view)
    let last = chart?.observations.last
    return ItemState(
      row.name,
      [
        .init(.target, row.target.map { .given($0, row) }),
        .init(.targetBy, row.targetBy.map { .day($0) }),
        .init(.observations, chart.map { .count($0.observations.count) }),
        .init(.latest, last.map { .observed($0, row) }),
        .init(.center, (chart?.chart.segments.last?.center).map { .computed($0, row) }),
        .init(.signals, chart.map { .count($0.signals.count) }),
        .init(.openSignals, chart.map { .count($0.openSignals.count) }),
        .init(.retired, row.retiredReason.map { .text($0) }),
      ])
  }

  private func lessonState(_ row: LessonRow) -> ItemState {
    ItemState(
      row.title,
      [
        .init(.status, .lessonStatus(row.status)),
        .init(.suggestion, .text(row.suggestion)),
        .init(.validator, row.validator.map { .text("\($0)") }),
        .init(.retirement, row.retiredReason.map { .text($0) }),
      ])
  }

  private func issueState(_ row: IssueRow) -> ItemState {
    ItemState(
      row.issue,
      [
        .init(.decision, row.decision.map { .text($0) }), .init(.why, row.why.map { .text($0) }),
        .init(.decidedBy, row.decidedBy.map { .text("\($0)") }),
      ])
  }

  private func conceptState(_ row: ConceptRow) -> ItemState {
    ItemState(
      row.title,
      [
        .init(.decision, row.decisionReason.map { .text($0) }),
        .init(.decidedBy, row.decidedBy.map { .text("\($0)") }),
        .init(.cycle, row.cycle.map { .text("\($0)") }),
      ])
  }

  private func designState(_ detail: DesignDetail) -> ItemState {
    ItemState(
      detail.design.title,
      [
        .init(.approvedBy, detail.design.approvedBy.map { .text("\($0)") }),
        .init(.items, .count(detail.items.count)),
        .init(.lessons, .count(detail.lessons.count)),
        .init(.sessions, .count(detail.sessions.count)),
        .init(.attendance, .count(detail.attendance.count)),
        .init(.evaluations, .count(detail.evaluations.count)),
      ])
  }

  private func reviewState(_ id: ReviewID, _ view: View) throws -> ItemState? {
    guard let detail = try ReviewQueries.detail(of: id, in: view) else { return nil }
    let done = detail.decisions.filter { $0.doneAt != nil }.count
    return ItemState(
      "",
      [
        .init(.closedBy, detail.review.closedBy.map { .text("\($0)") }),
        .init(.hash, detail.review.closingHash.map { .text($0) }),
        .init(.decisions, .count(detail.decisions.count)),
        .init(.done, .count(done)),
        .init(.carried, .count(detail.carried.count)),
        .init(.addenda, .count(detail.addenda.count)),
      ])
  }

  private func adoptionState(
    of lesson: ItemID, by code: DepartmentCode, _ view: View
  ) throws -> ItemState? {
    let row = try LessonQueries.adoptions(by: code, in: view).first { $0.lesson == lesson }
    guard let row else { return nil }
    return ItemState(
      "",
      [
        .init(.adopted, .adopted(row.adopted)),
        .init(.text, row.text.map { .text($0) }), .init(.cycle, row.cycle.map { .text("\($0)") }),
      ])
  }

  private func organizationState(_ view: View) throws -> ItemState? {
    guard let row = try OrganizationQueries.settings(in: view) else { return nil }
    let departments = try OrganizationQueries.departments(in: view).map {
      ItemState.Fact(.department($0.code), .department($0))
    }
    let members = try OrganizationQueries.members(in: view).map {
      ItemState.Fact(.member($0.member.account), .member($0))
    }
    return ItemState(row.name, departments + members)
  }

  private func strategyState(_ view: View) throws -> ItemState? {
    let policy = try StrategyQueries.policies(in: view).max { $0.position < $1.position }
    return ItemState(
      "",
      [
        .init(.vision, try StrategyQueries.vision(in: view).map { .text($0.statement) }),
        .init(.policy, (policy?.policy).map { .text($0) }),
        .init(.profile, (policy?.profile).map { .text($0) }),
        .init(.valueAreas, .count(try StrategyQueries.valueAreas(in: view).count)),
      ])
  }

  private static func list(_ ids: [ItemID]) -> ItemState.Value? {
    ids.isEmpty ? nil : .text(ids.map { "\($0)" }.joined(separator: ", "))
  }
}
