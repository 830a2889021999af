import Bilingual
import CivilTime
import Domain
import Office

extension Desk {
  /// `SALES@120`, `SALES-12`, `SALES-L3`, `SALES/close-rate`, `SALES-2026-W47`, `SALES-2026-W47.1`.
  func subject(_ text: String) throws -> LogSubject {
    if text.contains("@") { return try event(text) }
    if let id = DecisionID(text.halfWidth) {
      let review = ReviewID(try home(id.review.department), id.review.period)
      return LogSubject(
        id: "\(DecisionID(review, id.number))", kind: .decision, department: review.department,
        stream: review.stream, decision: id.number)
    }
    if let found = ReviewID(text.halfWidth) {
      let id = ReviewID(try home(found.department), found.period)
      return LogSubject(id: "\(id)", kind: .review, department: id.department, stream: id.stream)
    }
    if let found = ItemID(text) {
      let id = ItemID(try home(found.department), found.kind, found.number)
      return LogSubject(
        id: "\(id)", kind: .init(id.kind), department: id.department, stream: id.stream)
    }
    guard let found = KPIReference(text) else {
      throw DeskError.unreadable(argument: "ID", text: text, wanted: .subject)
    }
    let id = KPIReference(try home(found.department), found.code)
    return LogSubject(
      id: "\(id)", kind: .kpi, department: id.department, stream: Stream.kpi(id.code).name)
  }

  private func event(_ text: String) throws -> LogSubject {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, let position = Int(parts[1]), position > 0 else {
      throw DeskError.unreadable(argument: "ID", text: text, wanted: .subject)
    }
    let code = try department(named: String(parts[0]))
    return LogSubject(
      id: "\(code)@\(position)", kind: .event, department: code, stream: nil, position: position)
  }

  private func home(_ code: DepartmentCode) throws -> DepartmentCode {
    try department(named: code.rawValue)
  }
}
