package import CivilTime

package enum DesignCommand: Sendable, Equatable {
  case draft(title: String, audience: [Layer], items: [DesignItemDraft])
  case addItem(DesignItemDraft)
  case removeItem(number: Int, reason: String)
  case incorporate(lesson: ItemID, item: Int)
  case declineLesson(lesson: ItemID, reason: String)
  case approve(note: String?)
  case schedule(SessionPlan)
  /// A nil date leaves it as it was.
  case changeSession(session: Int, date: LocalDate?, cancelled: Bool, reason: String)
  case recordAttendance(session: Int, accounts: [Account])
  /// `level` 0…5; `score` 0…100 in percent, nil for a note only.
  case recordEvaluation(session: Int, level: Int, score: Double?, note: String?)
  case recordCost(session: Int?, what: String, amount: Money)
}

/// An item that has no number yet.
package struct DesignItemDraft: Sendable, Equatable {
  package var title: String
  /// Why it is there: ids of lessons, KPIs, issues and sessions.
  package var reasons: [String]

  package init(title: String, reasons: [String] = []) {
    self.title = title
    self.reasons = reasons
  }
}

/// A session that has no number yet.
package struct SessionPlan: Sendable, Equatable {
  package var date: LocalDate
  package var layers: [Layer]
  package var title: String
  /// Numbers of the design's items that it teaches; may be empty.
  package var items: [Int]
  /// Why the field is trained before executives and promoters; nil when it isn't.
  package var overrideReason: String?

  package init(
    date: LocalDate, layers: [Layer], title: String, items: [Int],
    overrideReason: String? = nil
  ) {
    self.date = date
    self.layers = layers
    self.title = title
    self.items = items
    self.overrideReason = overrideReason
  }
}
