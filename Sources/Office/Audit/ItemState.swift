package import CivilTime
package import Domain
package import EventLog
package import ReadModels
import Reviews

/// How an item stands at a moment: its name, and facts about it in a fixed order.
package struct ItemState: Sendable {
  package struct Fact: Sendable {
    package let key: Key
    /// Nil while there is none.
    package let value: Value?

    init(_ key: Key, _ value: Value?) {
      self.key = key
      self.value = value
    }
  }

  /// What a fact is about.
  package enum Key: Sendable, Hashable {
    case status, title, change, predicted, window, due, owner, actual, verdict, choice, why, next
    case actions, obstacles
    case target, targetBy, observations, latest, center, signals, openSignals, retired
    case suggestion, validator, retirement, decision, decidedBy
    case approvedBy, items, lessons, sessions, attendance, evaluations
    case closedBy, hash, decisions, done, carried, addenda
    case adopted, text, cycle
    case vision, policy, profile, valueAreas
    case department(DepartmentCode)
    case member(Account)
  }

  package enum Value: Sendable {
    case text(String)
    case count(Int)
    case day(LocalDate)
    /// A level that a person gave, of a KPI.
    case given(Double, KPIRow?)
    /// A level that is computed from observations.
    case computed(Double, KPIRow?)
    case observed(ObservedPoint, KPIRow)
    /// In which a cycle is measured.
    case window(CycleRow)
    case cycleStatus(CycleStatus)
    case verdict(Verdict)
    case choice(Choice)
    case lessonStatus(LessonStatus)
    case adopted(Bool)
    case department(DepartmentRow)
    case member(MemberEntry)
  }

  package let title: String
  package let facts: [Fact]

  init(_ title: String, _ facts: [Fact]) {
    self.title = title
    self.facts = facts
  }
}

/// What became of one item between two moments.
package struct ItemChange: Sendable {
  package let change: StreamChange
  /// Nil for what wasn't there.
  package let before: ItemState?
  package let after: ItemState?
}

/// What changed between two moments.
package struct LogDifference: Sendable {
  package let from: Moment
  package let to: Moment
  package let items: [ItemChange]
}
