package import CanonicalJSON
import Shapes

/// Somebody who is signed in to pages, as the server that shows them tells commands of its machine.
package struct ServedSession: Sendable, Equatable {
  /// By which people name it.
  package let session: String
  package let account: String
  package let began: String
  package let lastSeen: String

  package init(session: String, account: String, began: String, lastSeen: String) {
    (self.session, self.account) = (session, account)
    (self.began, self.lastSeen) = (began, lastSeen)
  }
}

extension [ServedSession] {
  package var listJSON: JSON {
    .list(
      "sessions",
      map {
        [
          "session": .string($0.session), "account": .string($0.account),
          "began": .string($0.began), "lastSeen": .string($0.lastSeen),
        ]
      })
  }
}

extension ServedSession {
  /// Nil for another text than a server's.
  package static func all(in text: String) -> [ServedSession]? {
    guard case .array(let told)? = (try? JSON(parsing: text))?.object?["sessions"] else {
      return nil
    }
    return told.map { one in
      let member = { (name: String) in one.object?[name]?.string ?? "" }
      return ServedSession(
        session: member("session"), account: member("account"), began: member("began"),
        lastSeen: member("lastSeen"))
    }
  }
}

extension JSON {
  package static func ended(session: String) -> JSON {
    ["session": .string(session), "ended": true]
  }

  /// A link to sign in by.
  package static func signIn(_ link: String) -> JSON { ["link": .string(link)] }
}
