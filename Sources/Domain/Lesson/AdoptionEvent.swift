/// What a department does with another's lesson, in the adopting department's
/// log (stream `adoption-SALES-L3`).
package enum AdoptionEvent: Sendable, Equatable {
  /// `considered` is the position of the lesson's log that the decision knew.
  case adopted(lesson: ItemID, cycle: ItemID?, note: String?, considered: Int)
  case declined(lesson: ItemID, reason: String, considered: Int)
  /// Means of the KPI before and after; `leadTimeDays` from proposal to effect.
  case reuseMeasured(
    lesson: ItemID, kpi: KPIReference, before: Double, after: Double, leadTimeDays: Int?,
    note: String?)
}
