import ArgumentParser
import Domain
import Office
import ReadModels

/// The cycle in which an adopted lesson is tried, planned with the adoption.
struct LessonTrialOptions: ParsableArguments {
  @Option(
    help: help(
      "Plan its trial: the KPI it is to move. Needs --predict and --due.",
      "試行を計画するKPI。--predict と --due が必要です。"))
  var kpi: String?

  @Option(
    parsing: .unconditional, help: help("The KPI's level expected.", "KPIの予測値。"))
  var predict: String?

  @Option(
    parsing: .unconditional, help: help("The day it is to be checked.", "期限。")) var due: String?

  @Option(help: help("The cycle's title; without it the lesson's.", "題名。省略時は教訓の題名。"))
  var title: String?

  @Option(
    help: help("What is wrong today; without it the lesson's conditions.", "困りごと。省略時は教訓の条件。"))
  var problem: String?

  @Option(
    help: help("What is tried; without it the lesson's suggestion.", "打ち手。省略時は教訓の提案。"))
  var change: String?

  @Option(help: help("Who answers for it; without it you.", "担当者。省略時は自分。"))
  var owner: String?

  var isGiven: Bool { kpi != nil || predict != nil || due != nil }

  /// The plan asked for; what is missing is refused by the domain.
  func request(for lesson: LessonRow, in option: DepartmentOption, _ desk: Desk) throws
    -> PlanRequest
  {
    let kpi = try kpi.map { try desk.knownKPI($0, in: option) }
    var request = desk.office.plan(trying: lesson)
    if let title { request.title = title }
    if let problem { request.problem = problem }
    if let change { request.change = change }
    request.kpi = kpi
    request.predicted = try predict.map { try desk.level($0, "--predict", of: kpi) }
    request.due = try due.map { try desk.due($0, "--due") }
    request.owner = try owner.map { try Read.account($0) }
    return request
  }
}
