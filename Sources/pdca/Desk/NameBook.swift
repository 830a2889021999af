import Domain
import Office
import Synchronization

/// What people are called, looked up when a name is shown first.
final class NameBook: Sendable {
  private let known = Mutex<PeopleNames?>(nil)

  /// A directory that can't be read leaves accounts.
  func names(of office: Office) -> PeopleNames {
    if let names = known.withLock({ $0 }) { return names }
    let names = (try? office.people().names) ?? PeopleNames()
    known.withLock { $0 = names }
    return names
  }

  /// Of these alone: a list of a few doesn't read a directory of many.
  func names(of accounts: Set<Account>, in office: Office) -> PeopleNames {
    if let names = known.withLock({ $0 }) { return names }
    return (try? office.names(of: accounts)) ?? PeopleNames()
  }
}
