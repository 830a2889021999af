package import Domain
import EventLog

/// What an audit asks about: an item of a department's log, or one event of it.
package struct LogSubject: Sendable, Equatable {
  /// As other events name it.
  package let id: String
  package let kind: OfficeError.Kind
  package let department: DepartmentCode
  package let stream: String?
  /// Of an event.
  package let position: Int?
  /// Of a decision within its review.
  package let decision: Int?

  package init(
    id: String, kind: OfficeError.Kind, department: DepartmentCode, stream: String?,
    position: Int? = nil, decision: Int? = nil
  ) {
    self.id = id
    self.kind = kind
    self.department = department
    self.stream = stream
    self.position = position
    self.decision = decision
  }
}

extension Office {
  /// A type's name as the log spells it, whatever its letters' case.
  package func eventType(_ text: String) throws -> String {
    let known = DomainEvent.types.sorted()
    if let type = known.first(where: { $0.lowercased() == text.lowercased() }) { return type }
    // A newer program may have written types that this one doesn't know.
    if try LogReader.holds(type: text, in: session) { return text }
    throw OfficeError.unknown(.eventType, text: text, candidates: known)
  }
}
