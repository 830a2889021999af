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
}
