import CivilTime
import Domain
import EventLog
import Office
import Tracker

/// What an audit asks about: an item of a department's log, or one event of it.
struct LogSubject: Equatable {
  /// As other events name it.
  let id: String
  let kind: OfficeError.Kind
  let department: DepartmentCode
  let stream: String?
  /// Of an event.
  var position: Int?
  /// Of a decision within its review.
  var decision: Int?
}

extension Desk {
  /// `SALES@120`, `SALES-12`, `SALES-L3`, `SALES/close-rate`, `SALES-2026-W47`, `SALES-2026-W47.1`.
  func subject(_ text: String) throws -> LogSubject {
    if text.contains("@") { return try event(text) }
    if let id = DecisionID(text) {
      let review = ReviewID(try home(id.review.department), id.review.period)
      return LogSubject(
        id: "\(DecisionID(review, id.number))", kind: .decision, department: review.department,
        stream: review.stream, decision: id.number)
    }
    if let found = ReviewID(text) {
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
      id: "\(id)", kind: .kpi, department: id.department, stream: "kpi-\(id.code)")
  }

  /// A type's name as the log spells it, whatever its letters' case.
  func eventType(_ text: String) throws -> String {
    let known = DomainEvent.types.sorted()
    if let type = known.first(where: { $0.lowercased() == text.lowercased() }) { return type }
    // A newer program may have written types that this one doesn't know.
    if try LogReader.holds(type: text, in: session) { return text }
    throw OfficeError.unknown(.eventType, text: text, candidates: known)
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
