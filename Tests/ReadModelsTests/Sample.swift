import CivilTime
import Domain

@testable import ReadModels

/// Events and their parts that tests start from.
enum Sample {
  static let noon = Instant(rfc3339: "2026-03-02T03:00:00Z")!
  static let hq = DepartmentCode("HQ")!
  static let sales = DepartmentCode("SALES")!
  static let dev = DepartmentCode("DEV")!
  static let hours = KPICode("proposal-hours")!
  static let ai = Account("ai")!
  static let mori = Account("mori")!
  static let sato = Account("sato")!

  static func day(_ text: String) -> LocalDate { LocalDate(iso: text)! }

  static func hour(_ count: Int) -> Instant { noon.adding(seconds: count * 3600) }

  static func plan(
    _ title: String = "提案書のひな形", predicted: Double = 4, due: String = "2026-03-20",
    lessons: [ItemID] = []
  ) -> CyclePlan {
    CyclePlan(
      title: title, problem: "提案書の作成に時間がかかる", change: "ひな形から作る",
      kpi: KPIReference(sales, hours), predicted: predicted, baseline: 6,
      windowStart: day("2026-03-09"), windowEnd: day("2026-03-31"), due: day(due), owner: mori,
      lessonsConsulted: lessons)
  }

  static func measured(_ actual: Double = 3.5) -> CycleCheck {
    CycleCheck(
      measurement: .measured(actual: actual, count: 3, computed: .met, evidence: "記録表"),
      verdict: .met)
  }

  /// A check that names two files.
  static func filed() -> CycleCheck {
    var check = measured()
    check.files = [
      EvidenceFile(name: "記録.xlsx", sha256: String(repeating: "0a", count: 32)),
      EvidenceFile(name: "minutes.pdf", sha256: String(repeating: "f1", count: 32)),
    ]
    return check
  }

  static func lesson(
    _ title: String = "提案書作成の時間短縮", cycle: Int = 1, forTraining: Bool = true
  ) -> LessonDraft {
    LessonDraft(
      kind: .success, title: title, conditions: "似た案件", suggestion: "ひな形を使う",
      rationale: "半分の時間で済んだ", cycles: [ItemID(sales, .cycle, cycle)],
      forTraining: forTraining)
  }

  static let definition = KPIDefinition(
    name: "提案書作成時間", unit: "時間", direction: .down, cadence: .weekly, kind: .outcome,
    measure: .value)

  static func observation(_ period: String, _ value: Double) -> Observation {
    Observation(period: day(period), value: value)
  }

  /// A entry of the department `SALES`; version and position are the same, one hour apart.
  static func entry(
    _ position: Int, _ happening: Happening, in department: DepartmentCode = sales
  ) -> LoggedEvent {
    LoggedEvent(
      department: department, position: position, stream: "stream", streamVersion: position,
      actor: mori, occurredAt: hour(position), recordedAt: hour(position), happening: happening)
  }
}

/// The rows that entries make, by the pure functions alone.
func rows<R: ProjectedRow>(_: R.Type, after happenings: [Happening]) -> [R] {
  var rows: [RowKey: R] = [:]
  var order: [RowKey] = []
  for (index, happening) in happenings.enumerated() {
    let entry = Sample.entry(index + 1, happening)
    for touch in R.touches(of: entry) {
      if !order.contains(touch.key) { order.append(touch.key) }
      rows[touch.key] = R.apply(entry, to: rows[touch.key], at: touch.key)
    }
  }
  return order.compactMap { rows[$0] }
}
