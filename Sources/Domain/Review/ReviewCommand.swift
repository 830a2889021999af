package import CivilTime

package enum ReviewCommand: Sendable, Equatable {
  /// Opens the review that the facts name, with the snapshot they bring.
  case open
  case retakeSnapshot
  /// `about` is an id or nil.
  case decide(decision: String, owner: Account, due: LocalDate, about: String?)
  case done(number: Int, note: String?)
  case carryOver(decision: DecisionID, due: LocalDate, reason: String)
  case close(note: String?)
  case addAddendum(String)
}
