import Bilingual
import CivilTime
import Domain
import EventLog
import ReadModels
import Reviews
import Statistics
import Tracker
import Wording

/// How the items of streams stand at the desk's moment; nil for what isn't there.
extension Desk {
  func state(of name: StreamName, in view: View) throws -> ItemState? {
    guard let code = DepartmentCode(name.department) else { return nil }
    let parts = name.stream.split(separator: "-", maxSplits: 1).map(String.init)
    let rest = parts.count == 2 ? parts[1] : ""
    if let kind = ItemKind(rawValue: parts[0]), let number = Int(rest) {
      return try state(of: ItemID(code, kind, number), in: view)
    }
    return switch parts[0] {
    case "kpi": try KPICode(rest).flatMap { try kpiState(KPIReference(code, $0), view) }
    case "review": try ReviewPeriod(rest).flatMap { try reviewState(ReviewID(code, $0), view) }
    case "adoption": try ItemID(rest).flatMap { try adoptionState(of: $0, by: code, view) }
    case "organization": try organizationState(view)
    case "strategy": try strategyState(view)
    default: nil
    }
  }

  /// How an item is called that isn't there, or that this program doesn't know.
  static func label(of name: StreamName) -> String {
    let parts = name.stream.split(separator: "-", maxSplits: 1).map(String.init)
    let rest = parts.count == 2 ? parts[1] : ""
    if let kind = ItemKind(rawValue: parts[0]), let code = DepartmentCode(name.department),
      let number = Int(rest)
    {
      return "\(ItemID(code, kind, number))"
    }
    return switch parts[0] {
    case "kpi": "\(name.department)/\(rest)"
    case "review": "\(name.department)-\(rest)"
    default: name.stream
    }
  }

  private func state(of id: ItemID, in view: View) throws -> ItemState? {
    switch id.kind {
    case .cycle: try CycleQueries.cycle(id, in: view).map { try cycleState($0, view) }
    case .lesson: try LessonQueries.lesson(id, in: view).map { lessonState($0) }
    case .issue: try IssueQueries.issue(id, in: view).map { issueState($0) }
    case .design: try DesignQueries.detail(of: id, in: view).map { designState($0) }
    }
  }

  private func cycleState(_ row: CycleRow, _ view: View) throws -> ItemState {
    let (language, numbers) = (answer.language, try numbers(of: row.kpi, in: view))
    return ItemState(
      row.title,
      [
        .init("status", "State", "状態", row.status.words(language)),
        .init("title", "Title", "題名", row.title), .init("change", "Change", "打ち手", row.change),
        .init("predicted", "Prediction", "予測", row.predicted.map(numbers.measured)),
        .init("window", "Window", "測定期間", row.window(language)),
        .init("due", "Due", "期限", row.due), .init("owner", "Owner", "担当者", row.owner),
        .init("actual", "Actual", "実績", row.actual.map(numbers.computed)),
        .init("verdict", "Verdict", "判定", row.verdict?.words(language)),
        .init("choice", "Decision", "判断", row.choice?.words(language)),
        .init("why", "Why", "理由", row.why),
        .init("next", "Goes on in", "続き", Self.list(row.next)),
        .init("actions", "Actions", "実施内容", row.actions),
        .init("obstacles", "Obstacles", "障害", row.obstacles),
      ])
  }

  private func kpiState(_ id: KPIReference, _ view: View) throws -> ItemState? {
    guard let row = try KPIQueries.kpi(id, in: view) else { return nil }
    let numbers = try numbers(of: id, in: view)
    let chart = try KPIChart.load(id, in: view)
    let last = chart?.observations.last
    return ItemState(
      row.name,
      [
        .init("target", "Target", "目標", row.target.map(numbers.measured)),
        .init("targetBy", "Target by", "目標期日", row.targetBy),
        .init("observations", "Observations", "実績値の件数", chart?.observations.count),
        .init(
          "latest", "Latest", "最新値", last.map { "\(numbers.recorded($0.level)) (\($0.period))" }),
        .init("center", "Mean", "中心線", chart?.chart.segments.last?.center.map(numbers.computed)),
        .init("signals", "Signals", "シグナル", chart?.signals.count),
        .init("openSignals", "Not acknowledged", "未確認", chart?.openSignals.count),
        .init("retired", "Retired", "廃止", row.retiredReason),
      ])
  }

  private func lessonState(_ row: LessonRow) -> ItemState {
    ItemState(
      row.title,
      [
        .init("status", "State", "状態", row.status.words(answer.language)),
        .init("suggestion", "Suggestion", "提案", row.suggestion),
        .init("validator", "Validated by", "検証者", row.validator),
        .init("retired", "Retired", "廃止理由", row.retiredReason),
      ])
  }

  private func issueState(_ row: IssueRow) -> ItemState {
    ItemState(
      row.issue,
      [
        .init("decision", "Decision", "決定", row.decision), .init("why", "Why", "理由", row.why),
        .init("decidedBy", "Decided by", "決定者", row.decidedBy),
      ])
  }

  private func designState(_ detail: DesignDetail) -> ItemState {
    ItemState(
      detail.design.title,
      [
        .init("approvedBy", "Approved by", "承認者", detail.design.approvedBy),
        .init("items", "Items", "項目", detail.items.count),
        .init("lessons", "Lessons answered", "回答済みの教訓", detail.lessons.count),
        .init("sessions", "Sessions", "実施回", detail.sessions.count),
        .init("attendance", "Attendances", "受講", detail.attendance.count),
        .init("evaluations", "Evaluations", "評価", detail.evaluations.count),
      ])
  }

  private func reviewState(_ id: ReviewID, _ view: View) throws -> ItemState? {
    guard let detail = try ReviewQueries.detail(of: id, in: view) else { return nil }
    let done = detail.decisions.filter { $0.doneAt != nil }.count
    return ItemState(
      "",
      [
        .init("closedBy", "Closed by", "終了した人", detail.review.closedBy),
        .init("hash", "Hash", "ハッシュ", detail.review.closingHash),
        .init("decisions", "Decisions", "決定事項", detail.decisions.count),
        .init("done", "Decisions done", "完了した決定", done),
        .init("carried", "Carried over", "持ち越し", detail.carried.count),
        .init("addenda", "Addenda", "追記", detail.addenda.count),
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
        .init(
          "adopted", "Answer", "回答",
          row.adopted ? answer.say("adopted", "採用") : answer.say("declined", "見送り")),
        .init("text", "Why", "理由", row.text), .init("cycle", "Cycle", "ミニPDCA", row.cycle),
      ])
  }

  private func organizationState(_ view: View) throws -> ItemState? {
    guard let row = try OrganizationQueries.settings(in: view) else { return nil }
    let departments = try OrganizationQueries.departments(in: view).map { row in
      ItemState.Fact(
        "department \(row.code)", "Department \(row.code)", "部門 \(row.code)",
        row.isClosed ? answer.say("\(row.name) (closed)", "\(row.name)（閉鎖）") : row.name)
    }
    let members = try OrganizationQueries.members(in: view).map { entry in
      ItemState.Fact(
        "member \(entry.member.account)", "Member \(entry.member.account)",
        "メンバー \(entry.member.account)", words(of: entry))
    }
    return ItemState(row.name, departments + members)
  }

  private func words(of entry: MemberEntry) -> String {
    let (member, language) = (entry.member, answer.language)
    if member.leftAt != nil { return answer.say("has left", "離任") }
    let roles = entry.roles.map { $0.words(language) }.sorted()
    return (["\(member.home)", member.layer.words(language)] + roles).joined(separator: ", ")
  }

  private func strategyState(_ view: View) throws -> ItemState? {
    let policy = try StrategyQueries.policies(in: view).max { $0.position < $1.position }
    return ItemState(
      "",
      [
        .init("vision", "Vision", "ビジョン", try StrategyQueries.vision(in: view)?.statement),
        .init("policy", "Training policy", "育成方針", policy?.policy),
        .init("profile", "Profile", "人材像", policy?.profile),
        .init(
          "valueAreas", "Value areas", "価値領域", try StrategyQueries.valueAreas(in: view).count),
      ])
  }

  private static func list(_ ids: [ItemID]) -> String? {
    ids.isEmpty ? nil : ids.map { "\($0)" }.joined(separator: ", ")
  }
}
