package import CivilTime
package import Domain
import EventLog
package import Mail
import Orders
package import Postgres
import Proof
import ReadModels

/// Replies by mail become actions of those who sent them. What is doubtful is refused, never guessed.
package struct Inbox: Sendable {
  /// Accounts by their addresses, in lower case.
  private let accounts: [String: Account]

  package init(_ accounts: [String: Account]) { self.accounts = accounts }

  /// Records a letter as the person whose address it is from: the session takes their role meanwhile, so that
  /// the database lets it through or not.
  /// - Returns: the cycle, and whether it is new; a letter that comes twice is recorded once.
  /// - Throws: `InboxDoubt`; what the office and the rules refuse.
  package func record(
    _ letter: InboxLetter, at now: Instant, in session: Session
  ) throws -> (cycle: ItemID, isNew: Bool) {
    guard let account = accounts[letter.address] else {
      throw InboxDoubt.unknownAddress(letter.address)
    }
    try Self.take(account, in: session)
    defer { if session.isOpen, !session.isInTransaction { _ = try? session.execute("RESET ROLE") } }
    let office = try Office(writing: session, at: now, clock: now)
    defer { try? office.rest() }
    let cycle = try office.cycle(namedIn: letter.places)
    let order = Order(cycle.department, commandID: Self.identity(of: letter), commutes: true)
    let outcome = try office.record(.log(ActionEntry(text: letter.text)), on: cycle, order)
    return (cycle, !outcome.repeated)
  }

  /// The same over a connection that a door works over, now.
  package func record(
    _ letter: InboxLetter, over lent: LentConnection
  ) async throws -> (cycle: ItemID, isNew: Bool) {
    try await lent.connection.perform { try record(letter, at: .now(), in: $0) }
  }

  private static func take(_ account: Account, in session: Session) throws {
    do {
      try session.execute(
        """
        SELECT set_config('role',
          CASE WHEN session_user::text = \(account.rawValue) THEN 'none' ELSE \(account.rawValue) END,
          false)
        """)
    } catch PostgresError.notPermitted {
      throw InboxDoubt.noLogin(account)
    } catch let error as PostgresError where error.sqlState?.code == "22023" {
      throw InboxDoubt.noLogin(account)
    }
  }

  /// Of the mail, so that reading it again records nothing.
  private static func identity(of letter: InboxLetter) -> CommandID {
    var hash = ContentHash()
    hash.feed(Array("pdca inbox\n\(letter.messageID)".utf8))
    let digits = Array(hash.text.utf8)
    let bytes = stride(from: 0, to: 32, by: 2).compactMap {
      UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)
    }
    return CommandID(bytes: bytes, version: 8)
  }
}

/// Why a letter's action can't be told for sure.
package enum InboxDoubt: Error, Equatable, Sendable {
  /// An address that is nobody's.
  case unknownAddress(String)
  /// An account without a login, or one that this session may not act for.
  case noLogin(Account)
  case noCycle
  case severalCycles([ItemID])
}

extension Office {
  /// The one cycle that is named in the first place that names any.
  fileprivate func cycle(namedIn places: [String]) throws -> ItemID {
    for place in places {
      let named = try Self.cycles(in: place).filter { try isKnown($0) }
      if named.count > 1 { throw InboxDoubt.severalCycles(named) }
      if let only = named.first { return only }
    }
    throw InboxDoubt.noCycle
  }

  private func isKnown(_ id: ItemID) throws -> Bool {
    do {
      _ = try known(id)
      return true
    } catch is OfficeError { return false }
  }

  /// Words that may be cycles' ids, each once, in order.
  private static func cycles(in text: String) -> [ItemID] {
    let words = text.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-")) }
    var found: [ItemID] = []
    for word in words {
      guard let id = ItemID(String(word)), id.kind == .cycle, !found.contains(id) else { continue }
      found.append(id)
    }
    return found
  }
}
