/// What a mail asks to have recorded: an action of whoever sent it. Only what is beyond doubt becomes one.
package struct InboxLetter: Sendable, Equatable {
  /// Why a mail isn't taken as one.
  package enum Doubt: Error, Equatable, Sendable {
    /// No mail, or its text is in no encoding that is read.
    case unreadable
    /// A program wrote it.
    case automatic
    /// It answers no mail.
    case noReply
    /// Without an identity, or with several, it could be recorded twice.
    case noIdentity
    case sender(MailSender.Doubt)
    /// Nothing but quotes.
    case empty
    /// Own text between or below quotes.
    case mixed
  }

  /// Of the sender, in lower case, as the mail server vouches for it.
  package let address: String
  /// By which a mail that comes twice is told.
  package let messageID: String
  /// What they wrote.
  package let text: String
  /// Where what it is about may be named, that which counts most first: own text, subject, quotes.
  package let places: [String]

  /// - Parameters:
  ///   - bytes: the mail as it arrived.
  ///   - server: the name of the mail server whose word is taken.
  package init(_ bytes: [UInt8], verifiedBy server: String) throws(Doubt) {
    guard let mail = MailMessage(bytes) else { throw .unreadable }
    if mail.isAutomatic { throw .automatic }
    do { address = try MailSender.verified(of: mail, by: server) } catch { throw .sender(error) }
    guard let id = mail.value("message-id"), id.utf8.count > 2, id.utf8.count < 1_000 else {
      throw .noIdentity
    }
    if mail.values("in-reply-to").isEmpty, mail.values("references").isEmpty { throw .noReply }
    guard let text = mail.text else { throw .unreadable }
    let reply = MailReply(text)
    if reply.isMixed { throw .mixed }
    if reply.own.isEmpty { throw .empty }
    messageID = id
    self.text = reply.own
    places = [reply.own, mail.value("subject") ?? "", reply.quoted]
  }
}
