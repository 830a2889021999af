package import CivilTime

package enum CycleRefusal: RefusalReason {
  case text(TextRefusal)
  case unknownCycle(ItemID)
  case planIncomplete(ItemID, missing: [PlanPart])
  case alreadyPlanned(ItemID, title: String)
  case journalAlreadyOpen(ItemID, title: String)
  case unknownKPI(KPIReference)
  case kpiRetired(KPIReference, name: String)
  case predictionNotFinite
  /// The level of a proportion lies in 0…1.
  case predictionOutsideProportion(KPIReference, predicted: Double)
  case dueInPast(due: LocalDate, today: LocalDate)
  case windowReversed(start: LocalDate, end: LocalDate)
  case dueBeforeWindow(due: LocalDate, windowStart: LocalDate)
  case ownerNotMember(Account)
  /// A journal is planned before anything but logging happens to it.
  case journalNotPlanned(ItemID, CycleAct)
  case notChecked(ItemID, CycleAct)
  case alreadyChecked(ItemID, verdict: Verdict, CycleAct)
  case alreadyActed(ItemID, choice: Choice, CycleAct)
  case cancelled(ItemID, reason: String, CycleAct)
  case nothingToAmend(ItemID)
  case minutesOutOfRange(Int)
  case unknownAction(ItemID, action: Int)
  case actionAlreadyWithdrawn(ItemID, action: Int)
  case noActions(ItemID)
  /// A step is dated before the one it follows.
  case datedBefore(ItemID, CycleAct, day: LocalDate, preceding: LocalDate)
  case noObservations(ItemID, kpi: KPIReference, name: String, from: LocalDate, to: LocalDate)
  case measuredVerdictMissing(ItemID)
  case overrideWithoutReason(
    ItemID, asked: Verdict, computed: Verdict, actual: Double, predicted: Double)
  case machineCannotDecide(ItemID, Account, CycleAct)
  case adoptionUnmeasured(ItemID, reason: String)
  case linkToItself(ItemID)
  case unknownNext(ItemID, next: ItemID)
  /// Checked, and not decided on yet.
  case notActed(ItemID, verdict: Verdict)
  case notAdopted(ItemID, choice: Choice)
}

/// What a plan can't do without.
package enum PlanPart: String, Sendable, CaseIterable { case kpi, prediction, due }

/// What people do to a cycle.
package enum CycleAct: String, Sendable, CaseIterable {
  case plan, openJournal, amend, log, withdraw, cancel, report, check, act, link
  case standardise
}
