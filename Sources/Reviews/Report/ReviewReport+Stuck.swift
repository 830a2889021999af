package import CivilTime
import Domain
package import ReadModels

/// An open cycle that does not go on, and why it is thought so; there is at least one reason.
package struct StuckCycle: Sendable {
  package enum Reason: Sendable, Equatable {
    case overdue(LocalDate)
    /// Checked, and nobody decided.
    case undecided
    /// Days without any entry, up to the period's end.
    case quiet(days: Int)
    case obstacle(String)
  }

  package let cycle: CycleRow
  package let reasons: [Reason]
}

extension ReviewReport {
  /// Days without an entry from which on a cycle is thought to be stuck.
  static let quietDays = 14

  package var stuck: [StuckCycle] {
    let obstacles = Dictionary(grouping: material.obstacles) {
      ItemID($0.department, .cycle, $0.cycle)
    }
    return material.open.compactMap { cycle in
      let reasons =
        plainReasons(cycle) + (obstacles[cycle.id] ?? []).map { .obstacle($0.obstacle) }
      return reasons.isEmpty ? nil : StuckCycle(cycle: cycle, reasons: reasons)
    }
  }

  private func plainReasons(_ cycle: CycleRow) -> [StuckCycle.Reason] {
    var reasons: [StuckCycle.Reason] = []
    if let due = cycle.due, due <= lateBy { reasons.append(.overdue(due)) }
    if cycle.status == .checked { reasons.append(.undecided) }
    let quiet = Int(material.span.end.seconds(since: cycle.lastActivity) / 86_400)
    if quiet >= Self.quietDays { reasons.append(.quiet(days: quiet)) }
    return reasons
  }

  /// Checked, and not yet decided upon.
  package var unacted: [CycleRow] { material.open.filter { $0.status == .checked } }
}
