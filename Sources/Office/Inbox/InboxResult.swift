package import Domain
import EventLog
import Mail
import Orders
import Postgres

/// What became of a mail.
package struct InboxResult: Sendable {
  /// Its name in the folder; `-` on standard input.
  package let mail: String
  /// That it was recorded on; nil for one that is set aside.
  package let cycle: ItemID?
  /// Whether it is recorded now, not before.
  package let isNew: Bool
  /// Why it is set aside.
  package let doubt: (any Error)?
  /// Whether it is neither recorded nor put anywhere.
  package var isLeft = false
}

extension Inbox {
  /// Records a mail as it arrived. What speaks against the mail is a result; what has to do with the database
  /// or this machine is an error, after which the mail may be read again.
  /// - Parameters:
  ///   - name: what the mail is called.
  ///   - server: the name of the mail server whose word is taken.
  package func take(
    _ bytes: [UInt8], named name: String, verifiedBy server: String, over lent: LentConnection
  ) async throws -> InboxResult {
    do {
      let letter = try InboxLetter(bytes, verifiedBy: server)
      let (cycle, isNew) = try await record(letter, over: lent)
      return InboxResult(mail: name, cycle: cycle, isNew: isNew, doubt: nil)
    } catch  where Self.speaksAgainstTheMail(error) {
      return InboxResult(mail: name, cycle: nil, isNew: false, doubt: error)
    }
  }

  /// Doubts, what a rule refuses, and what the sender may not do.
  static func speaksAgainstTheMail(_ error: any Error) -> Bool {
    switch error {
    case is InboxLetter.Doubt, is InboxDoubt, is any RefusalReason: true
    case OrderError.departmentClosed, OfficeError.unreadable: true
    case AppendError.commandReused, AppendError.forbidden, AppendError.notPermitted,
      AppendError.nobodysLogin:
      true
    case PostgresError.notPermitted, PostgresError.nulInText: true
    default: false
    }
  }
}
