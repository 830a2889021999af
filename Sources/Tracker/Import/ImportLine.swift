import CanonicalJSON
package import CivilTime
package import Domain

/// One action of an import.
package struct ImportLine: Sendable, Equatable {
  /// Line of the file on which it starts, from 1.
  package var number: Int
  package var department: DepartmentCode
  /// Nil: the journal that the import opens for its department.
  package var cycle: ItemID?
  package var occurredAt: Instant
  package var entry: ActionEntry

  package init(
    number: Int, department: DepartmentCode, cycle: ItemID?, occurredAt: Instant,
    entry: ActionEntry
  ) {
    self.number = number
    self.department = department
    self.cycle = cycle
    self.occurredAt = occurredAt
    self.entry = entry
  }

  /// What tells it from other lines; the same for identical ones.
  var content: JSON {
    guard case .object(var members) = CycleCommand.log(entry).content else { return .null }
    members["command"] = "import.action"
    members["cycle"] = .string(cycle?.description ?? "journal")
    members["occurredAt"] = .string(occurredAt.description)
    return .object(members)
  }
}

/// What became of an import's lines.
package struct ImportReport: Sendable, Equatable {
  package struct Refused: Sendable, Equatable {
    package var line: Int
    package var reason: CycleRefusal
  }

  package var added = 0
  /// Lines that were in the log already.
  package var known = 0
  package var refused: [Refused] = []
  /// Journals opened, by department.
  package var journals: [DepartmentCode: String] = [:]

  package init() {}
}
