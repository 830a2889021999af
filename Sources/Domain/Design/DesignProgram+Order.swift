import CivilTime

/// Executives and promoters come before the field, or with it.
extension DesignProgram {
  /// The leading layers that are neither in the session itself nor in one on the
  /// day or before; empty for a session without the field.
  func leadersMissing(on date: LocalDate, with layers: [Layer]) -> [Layer] {
    guard layers.contains(.field) else { return [] }
    return [.executive, .promoter].filter { leader in
      !layers.contains(leader)
        && !sessions.contains {
          !$0.isCancelled && $0.layers.contains(leader) && $0.date <= date
        }
    }
  }

  /// Refuses a change that leaves this session, or the field's session still to
  /// come, before the leaders'.
  func mustKeepOrder(
    _ number: Int, _ change: SessionChange, _ facts: DesignFacts, _ circumstances: Circumstances
  ) throws(DesignRefusal) {
    var changed = self
    changed.sessions[number - 1].change(to: change.date, cancelled: change.cancelled)
    for (index, session) in changed.sessions.enumerated() {
      guard !session.isCancelled, !session.isOverridden,
        index == number - 1 || session.date >= circumstances.today
      else { continue }
      let missing = changed.leadersMissing(on: session.date, with: session.layers)
      if !missing.isEmpty {
        throw .changeLeavesFieldFirst(
          facts.design, session: number, field: index + 1, fieldDate: session.date,
          missing: missing)
      }
    }
  }
}
