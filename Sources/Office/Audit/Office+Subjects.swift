import Bilingual
import Domain
import ReadModels

/// What a text names, whichever door was given it.
extension Office {
  /// `SALES@120`, `SALES-12`, `SALES-L3`, `SALES/close-rate`, `SALES-2026-W47`, `SALES-2026-W47.1`;
  /// nil for what is none of these. A department that isn't there is refused.
  package func subject(named text: String) throws -> LogSubject? {
    if text.contains("@") { return try event(text) }
    let typed = text.halfWidth
    if let id = DecisionID(typed) {
      let review = ReviewID(try home(id.review.department), id.review.period)
      return LogSubject(
        id: "\(DecisionID(review, id.number))", kind: .decision, department: review.department,
        stream: review.stream, decision: id.number)
    }
    if let found = ReviewID(typed) {
      let id = ReviewID(try home(found.department), found.period)
      return LogSubject(id: "\(id)", kind: .review, department: id.department, stream: id.stream)
    }
    if let found = ItemID(text) {
      let id = ItemID(try home(found.department), found.kind, found.number)
      return LogSubject(
        id: "\(id)", kind: .init(id.kind), department: id.department, stream: id.stream)
    }
    guard let found = KPIReference(text) else { return nil }
    let id = KPIReference(try home(found.department), found.code)
    return LogSubject(
      id: "\(id)", kind: .kpi, department: id.department, stream: Stream.kpi(id.code).name)
  }

  private func event(_ text: String) throws -> LogSubject? {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, let position = Int(parts[1]), position > 0 else { return nil }
    let code = try department(named: String(parts[0]))
    return LogSubject(
      id: "\(code)@\(position)", kind: .event, department: code, stream: nil, position: position)
  }

  private func home(_ code: DepartmentCode) throws -> DepartmentCode {
    try department(named: code.rawValue)
  }

  /// What a replay is about, by the name of an item, a review, a KPI or a department that is there.
  package func replayed(_ text: String) throws -> ReplaySubject {
    if let id = ReviewID(text.halfWidth) {
      return .review(try opened(ReviewID(home(id.department), id.period)))
    }
    if let id = ItemID(text) {
      return .item(try known(ItemID(home(id.department), id.kind, id.number)))
    }
    if let kpi = KPIReference(text) {
      return .kpi(try definedKPI(KPIReference(home(kpi.department), kpi.code)).reference)
    }
    return .department(try department(named: text))
  }
}
