package enum AdoptionCommand: Sendable, Equatable {
  case adopt(lesson: ItemID, cycle: ItemID?, note: String?)
  case decline(lesson: ItemID, reason: String)
  /// Means of the KPI before and after; `leadTimeDays` from proposal to effect.
  case measureReuse(
    lesson: ItemID, kpi: KPIReference, before: Double, after: Double, leadTimeDays: Int?,
    note: String?)
}
