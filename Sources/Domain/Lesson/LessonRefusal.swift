/// Why a command on a lesson was refused.
package enum LessonRefusal: RefusalReason {
  case text(TextRefusal)
  case noCycle
  case unknownCycles([ItemID])
  /// Cycles that exist, none of them checked.
  case noCheckedCycle([ItemID])
  case alreadyDrafted(ItemID)
  case notDrafted(ItemID)
  case machineCannotValidate(ItemID)
  case validatedByAuthor(ItemID, author: Account)
  case alreadyValidated(ItemID, by: Account?)
  case notValidated(ItemID)
  case noDepartments(ItemID)
  case ownDepartment(ItemID, DepartmentCode)
  /// Departments that are closed or were never registered.
  case notOpen(ItemID, [DepartmentCode])
  case machineCannotRetire(ItemID)
  case alreadyRetired(ItemID, reason: String)
}
