package import Domain
package import EventLog

/// What keeps a command from being decided at all.
package enum TrackerError: Error, Sendable {
  /// There is no organization in this database yet.
  case notFounded
  case unknownDepartment(DepartmentCode, known: [DepartmentCode])
  case departmentClosed(DepartmentCode, successor: DepartmentCode?)
  /// Others wrote to the stream since it was looked at; `meanwhile` is what they wrote.
  case conflict(stream: String, department: DepartmentCode, meanwhile: [RecordedEvent])
  /// An event of the log that this program can't read.
  case unreadable(reference: String, type: String, why: UnreadableReason)
}
