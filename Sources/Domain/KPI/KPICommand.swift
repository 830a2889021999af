package import CivilTime

/// What can be asked of a KPI's stream.
package enum KPICommand: Sendable, Equatable {
  case define(KPIDefinition)
  case setTarget(target: Double, by: LocalDate?, reason: String?)
  case record(Observation)
  case correct(Observation, reason: String)
  case retire(reason: String)
  case fixBaseline(from: LocalDate, to: LocalDate, reason: String)
  case exclude(period: LocalDate, reason: String)
  case rebase(at: LocalDate, cause: String, evidence: String)
  case acknowledge(SignalReference, note: String)
  case propose(
    signal: SignalReference, hypothesis: String, evidence: [String], cause: CauseKind? = nil)
  case test(number: Int, accepted: Bool, note: String)
}
