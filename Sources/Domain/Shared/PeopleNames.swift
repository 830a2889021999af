/// What people call each other, where people read: a name for an account, which the logs don't hold.
package struct PeopleNames: Sendable, Equatable {
  private let names: [Account: String]

  package init(_ names: [Account: String] = [:]) { self.names = names }

  /// The name, or the account of one that has none.
  package func callAsFunction(_ account: Account) -> String { names[account] ?? account.rawValue }

  /// The same of an account that stands in a text column.
  package func callAsFunction(_ account: String) -> String {
    Account(account).map { self($0) } ?? account
  }
}
