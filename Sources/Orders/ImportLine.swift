package import CanonicalJSON
package import Domain

/// One action of an import.
package struct ImportLine: Sendable, Equatable {
  package var department: DepartmentCode
  /// Nil: the journal that the import opens for its department.
  package var cycle: ItemID?
  package var occurredAt: StatedTime
  package var entry: ActionEntry

  package init(
    department: DepartmentCode, cycle: ItemID?, occurredAt: StatedTime, entry: ActionEntry
  ) {
    self.department = department
    self.cycle = cycle
    self.occurredAt = occurredAt
    self.entry = entry
  }

  /// What tells it from other lines; the same for identical ones.
  package var content: JSON {
    guard case .object(var members) = CycleCommand.log(entry).content else { return .null }
    members["command"] = "import.action"
    members["cycle"] = .string(cycle?.description ?? "journal")
    members["occurredAt"] = .string(occurredAt.text)
    return .object(members)
  }
}

/// Why a line is left out. The lines after it are not affected.
package enum ImportRefusal: Sendable {
  case rule(CycleRefusal)
  /// The department is unknown or closed.
  case department(OrderError)
}

/// What became of an import's lines.
package struct ImportReport: Sendable, Equatable {
  package var added = 0
  /// Lines that were in the log already.
  package var known = 0
  package var refused = 0
  /// Journals and departments opened, in order.
  package var journals: [ItemID] = []
  package var departments: [DepartmentCode] = []

  package init() {}
}
