package import CivilTime

package enum KPIRefusal: RefusalReason {
  case text(TextRefusal)
  case undefined(KPIReference)
  case alreadyDefined(KPIReference, name: String)
  case retired(KPIReference, name: String, reason: String)
  case targetNotFinite(KPIReference)
  /// The level of a proportion lies in 0…1.
  case targetOutsideProportion(KPIReference, target: Double)
  case valueNotFinite(KPIReference)
  case valueNegative(KPIReference, value: Double)
  case valueNotWhole(KPIReference, value: Double)
  case denominatorMissing(KPIReference)
  /// A measured value stands for itself.
  case denominatorUnexpected(KPIReference)
  case denominatorNotPositive(KPIReference, denominator: Double)
  case valueAboveDenominator(KPIReference, value: Double, denominator: Double)
  case periodStartsOn(KPIReference, asked: LocalDate, first: LocalDate, cadence: Cadence)
  case futurePeriod(KPIReference, period: LocalDate, today: LocalDate)
  case alreadyRecorded(KPIReference, recorded: Observation, asked: Observation)
  case nothingRecorded(KPIReference, period: LocalDate)
  case rangeReversed(KPIReference, from: LocalDate, to: LocalDate)
  case tooFewPoints(KPIReference, observed: Int, needed: Int)
  case alreadyExcluded(KPIReference, period: LocalDate, reason: String)
  case alreadyRebased(KPIReference, at: LocalDate, cause: String)
  case insideClosedReview(KPIReference, at: LocalDate, review: ReviewID)
  /// `present`: the signals on the chart, the latest first.
  case unknownSignal(KPIReference, SignalReference, present: [SignalReference])
  case unknownHypothesis(KPIReference, number: Int, count: Int)
  case alreadyTested(KPIReference, number: Int, accepted: Bool)
  case machineCannotDecide(KPIReference, Account, KPIAct)
}

/// Acts upon a chart that are a person's to decide.
package enum KPIAct: String, Sendable, CaseIterable {
  case fixBaseline, exclude, rebase, acknowledge, test
}
