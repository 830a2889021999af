package import CivilTime
package import Office

/// What a sender tells while it runs. It names targets and occasions; no address, no secret, no text.
package enum SenderNews: Sendable, Equatable {
  case sent(target: String, occasion: String, attempts: Int)
  case later(target: String, occasion: String, result: String, at: Instant)
  case aside(target: String, occasion: String, result: String)
  case paused(target: String, SharePause.Reason)
  /// Another sender has the target now.
  case overtaken(target: String)
  /// The database is away; nothing is lost.
  case interrupted(String)
  case goesOn
}
