/// Why a department's command on another's lesson was refused.
package enum AdoptionRefusal: RefusalReason {
  case text(TextRefusal)
  case ownLesson(ItemID)
  case unknownLesson(ItemID)
  case notValidated(ItemID)
  case lessonRetired(ItemID)
  case machineCannotDecide(ItemID)
  case foreignCycle(ItemID, cycle: ItemID, department: DepartmentCode)
  case unknownCycle(ItemID, cycle: ItemID)
  case alreadyAdopted(ItemID, cycle: ItemID?)
  case alreadyDeclined(ItemID, reason: String)
  case notAdopted(ItemID)
  case unknownKPI(ItemID, kpi: KPIReference)
  case notFinite(ItemID, value: Double)
  /// Outside 0…36,500 days.
  case leadTimeOutOfRange(ItemID, days: Int)
}
