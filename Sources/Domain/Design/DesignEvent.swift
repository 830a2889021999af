package import CivilTime

/// A training design, its sessions and what came of them, in the head
/// department's log (stream `design-N`).
package enum DesignEvent: Sendable, Equatable {
  case drafted(title: String, audience: [Layer], items: [DesignItem])
  case itemAdded(DesignItem)
  case itemRemoved(number: Int, reason: String)
  case lessonIncorporated(lesson: ItemID, item: Int)
  case lessonDeclined(lesson: ItemID, reason: String)
  /// `considered`: the position of each department's log that the approval knew.
  case approved(note: String?, considered: [DepartmentCode: Int])
  case sessionScheduled(TrainingSession)
  /// A nil date leaves it as it was.
  case sessionChanged(session: Int, date: LocalDate?, cancelled: Bool, reason: String)
  case attendanceRecorded(session: Int, accounts: [Account])
  /// `level` 0…5 (0 not held to 5 return on investment, after Kirkpatrick and
  /// Phillips); `score` in percent of the best possible, or nil for a note only.
  case evaluationRecorded(session: Int, level: Int, score: Double?, note: String?)
  case costRecorded(session: Int?, what: String, amount: Money)
}

package struct DesignItem: Sendable, Equatable {
  package var number: Int
  package var title: String
  /// Why it is there: ids of lessons, KPIs, issues and sessions.
  package var reasons: [String]

  package init(number: Int, title: String, reasons: [String]) {
    self.number = number
    self.title = title
    self.reasons = reasons
  }
}

package struct TrainingSession: Sendable, Equatable {
  /// Counts the design's sessions from 1.
  package var number: Int
  package var date: LocalDate
  package var layers: [Layer]
  package var title: String
  /// Numbers of the design's items that it teaches.
  package var items: [Int]
  /// Why the field is trained before executives and promoters.
  package var overrideReason: String?

  package init(
    number: Int, date: LocalDate, layers: [Layer], title: String, items: [Int],
    overrideReason: String? = nil
  ) {
    self.number = number
    self.date = date
    self.layers = layers
    self.title = title
    self.items = items
    self.overrideReason = overrideReason
  }
}
