package import Bilingual
package import CivilTime
package import Domain

/// What somebody is called, and how they are reached; outside the logs.
package struct DirectoryEntry: Sendable, Equatable {
  package var account: Account
  /// Nil for the account itself.
  package var name: String?
  /// Nil for that of whatever shows something.
  package var language: Language?

  package init(_ account: Account, name: String? = nil, language: Language? = nil) {
    self.account = account
    self.name = name
    self.language = language
  }
}

/// Days on which somebody isn't there.
package struct Absence: Sendable, Equatable {
  package var account: Account
  package var days: DateSpan

  package init(_ account: Account, _ days: DateSpan) {
    self.account = account
    self.days = days
  }

  /// - Throws: `PeopleFault.daysReversed`.
  package init(
    _ account: Account, from first: LocalDate, to last: LocalDate
  ) throws(PeopleFault) {
    guard first <= last else { throw .daysReversed(first: first, last: last) }
    self.init(account, DateSpan(first...last))
  }
}

/// What people are called, as a door shows it, and who is away on the day.
package struct People: Sendable, Equatable {
  package let entries: [Account: DirectoryEntry]
  /// That haven't ended by the day.
  package let absences: [Absence]

  /// By account; those without a name are called by it.
  package var names: PeopleNames { PeopleNames(entries.compactMapValues(\.name)) }

  /// Until which day; nil for one who is there on the day.
  package func awayUntil(_ account: Account, on day: LocalDate) -> LocalDate? {
    absences.filter { $0.account == account && $0.days.contains(day) }.map(\.days.last).max()
  }

  /// Who is away on the day, and until when.
  package func away(on day: LocalDate) -> [Account: LocalDate] {
    absences.filter { $0.days.contains(day) }.reduce(into: [:]) {
      $0[$1.account] = max($0[$1.account] ?? $1.days.last, $1.days.last)
    }
  }
}

/// What is wrong with an entry of the directory.
package enum PeopleFault: Error, Equatable {
  /// Empty, too long, or holding control characters.
  case badName(String)
  case badAddress(String)
  case daysReversed(first: LocalDate, last: LocalDate)
  /// Neither the person's own nor an administrator's to change.
  case notPermitted(Account)
  /// None of the account begins on the day.
  case noAbsence(Account, LocalDate)
}
