package import Domain
package import EventLog
package import ReadModels

/// What keeps a command from being decided at all.
package enum OrderError: Error, Sendable {
  /// There is no organization in this database yet.
  case notFounded
  case unknownDepartment(DepartmentCode, known: [DepartmentCode])
  case departmentClosed(DepartmentCode, successor: DepartmentCode?)
  /// The stream is not at the version that was expected.
  case conflict(Conflict)
  /// A projection that the decision rests on could not take in an event; `others` have stopped too.
  case stopped(StoppedProjection, others: Int)
  /// An event of the log that this program can't read.
  case unreadable(reference: String, type: String, why: UnreadableReason)

  package struct Conflict: Sendable {
    package let stream: String
    package let department: DepartmentCode
    package let expected: Int
    package let version: Int
    /// What others wrote since the expected version; empty where the stream never came that far.
    package let meanwhile: [RecordedEvent]

    package init(
      stream: String, department: DepartmentCode, expected: Int, version: Int,
      meanwhile: [RecordedEvent]
    ) {
      self.stream = stream
      self.department = department
      self.expected = expected
      self.version = version
      self.meanwhile = meanwhile
    }
  }
}
