package import Bilingual
package import CivilTime
package import Domain
import Postgres
import ReadModels
import Tracker

/// The directory: names and absences, outside the logs. Rows are the database's to refuse: people keep
/// their own, administrators all.
extension Office {
  /// What everybody is called by now, and who is away from today on.
  package func people() throws -> People {
    let entries = try session.query(
      "SELECT account, name, language FROM people.directory ORDER BY account"
    ) { row in
      let (name, language) = (try row.textIfPresent(1), try row.textIfPresent(2))
      return Account(try row.text(0)).map {
        DirectoryEntry($0, name: name, language: language.flatMap(Language.init(rawValue:)))
      }
    }
    let absences = try session.query(
      """
      SELECT account, first_day::text, last_day::text FROM people.absence
      WHERE last_day >= \(today) ORDER BY first_day, account
      """
    ) { row in
      let days = (LocalDate(iso: try row.text(1)), LocalDate(iso: try row.text(2)))
      guard let account = Account(try row.text(0)), let first = days.0, let last = days.1 else {
        return Absence?.none
      }
      return Absence(account, DateSpan(first...last))
    }
    return People(
      entries: entries.compactMap(\.self).reduce(into: [:]) { $0[$1.account] = $1 },
      absences: absences.compactMap(\.self))
  }

  /// What these people are called: one query of theirs, however many there are in the directory.
  package func names(of accounts: Set<Account>) throws -> PeopleNames {
    let named = try session.query(
      """
      SELECT account, name FROM people.directory
      WHERE account = ANY (\(accounts.map(\.rawValue).sorted())::text[]) AND name IS NOT NULL
      """
    ) { row in (Account(try row.text(0)), try row.text(1)) }
    return PeopleNames(named.reduce(into: [:]) { if let account = $1.0 { $0[account] = $1.1 } })
  }

  /// What people are called, for those who may know; to others, accounts.
  package func shownNames() throws -> PeopleNames {
    let may = try session.query(
      """
      SELECT CASE WHEN has_schema_privilege('people', 'USAGE')
        THEN has_any_column_privilege('people.directory', 'SELECT')
          AND has_any_column_privilege('people.absence', 'SELECT') ELSE false END::text
      """
    ) { try $0.text(0) }.first
    return may == "true" ? try people().names : PeopleNames()
  }

  /// Changes what is given; what isn't stays.
  package func enter(
    _ account: Account, name: String?, language: Language?, address: String?
  ) throws {
    try requireMember(account)
    if let name, !PeopleFault.isName(name) { throw PeopleFault.badName(name) }
    if let address, !PeopleFault.isAddress(address) { throw PeopleFault.badAddress(address) }
    try permitted(account) {
      if name != nil || language != nil {
        try session.execute(
          """
          INSERT INTO people.directory AS d (account, name, language)
          VALUES (\(account.rawValue), \(name), \(language?.rawValue))
          ON CONFLICT (account) DO UPDATE
          SET name = coalesce(excluded.name, d.name),
            language = coalesce(excluded.language, d.language),
            changed_at = clock_timestamp(), changed_by = session_user
          """)
      }
      guard let address else { return }
      try session.execute(
        """
        INSERT INTO people.directory (account, address) VALUES (\(account.rawValue), \(address))
        ON CONFLICT (account) DO UPDATE
        SET address = excluded.address, changed_at = clock_timestamp(), changed_by = session_user
        """)
    }
  }

  package func enter(_ absence: Absence) throws {
    try requireMember(absence.account)
    try permitted(absence.account) {
      try forget(absence.account, absence.days.first)
      try session.execute(
        """
        INSERT INTO people.absence (account, first_day, last_day)
        VALUES (\(absence.account.rawValue), \(absence.days.first), \(absence.days.last))
        """)
    }
  }

  package func cancelAbsence(of account: Account, from day: LocalDate) throws {
    if try !permitted(account, { try forget(account, day) }) {
      throw PeopleFault.noAbsence(account, day)
    }
  }

  /// Whether it was there.
  @discardableResult
  private func forget(_ account: Account, _ day: LocalDate) throws -> Bool {
    try session.first("SELECT people.forget_absence(\(account.rawValue), \(day))") {
      try $0.bool(0)
    }
      ?? false
  }

  private func permitted<T>(_ account: Account, _ body: () throws -> T) throws -> T {
    do {
      return try session.transaction { _ in try body() }
    } catch PostgresError.notPermitted {
      throw PeopleFault.notPermitted(account)
    }
  }

  private func requireMember(_ account: Account) throws {
    try tracker.read { view in
      if try OrganizationQueries.member(account, in: view) != nil { return }
      throw OfficeError.unknown(
        .member, text: "\(account)",
        candidates: try OrganizationQueries.members(in: view).map { "\($0.member.account)" })
    }
  }
}

extension PeopleFault {
  package static func isName(_ text: String) -> Bool {
    isLine(text, upTo: 100) && text.contains { !$0.isWhitespace }
  }

  fileprivate static func isAddress(_ text: String) -> Bool {
    isLine(text, upTo: 320) && text.split(separator: "@").count == 2
      && !text.contains(where: \.isWhitespace)
  }

  private static func isLine(_ text: String, upTo limit: Int) -> Bool {
    text.unicodeScalars.count <= limit
      && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
  }
}
