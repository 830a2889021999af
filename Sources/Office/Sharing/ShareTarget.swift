package import Bilingual
package import CivilTime
package import Domain
package import Reviews

/// Where people work: the kind of place that something is sent to.
package enum ShareChannel: String, Sendable, CaseIterable {
  case slack, notion, teams, webhook, mail
}

/// What a target can be told of.
package enum ShareOccasion: String, Sendable, CaseIterable {
  /// A review's period is over, and the review is written.
  case reviewWritten = "review-written"
  case reviewClosed = "review-closed"
  /// A KPI has begun to get worse: a signal on its chart that nobody answered.
  case worse
  /// A decision was made that somebody is to carry out, or an issue waits for somebody's word.
  case decision
  case lesson
  /// Once a week: reviews to be held, decisions past due.
  case due
}

/// What a target is told, in which form, and when.
package struct ShareSettings: Sendable, Equatable {
  package var language: Language
  /// Empty for all that its reader may see.
  package var departments: [DepartmentCode] = []
  /// Whom reviews are cut for; nil for everybody.
  package var audience: Audience?
  package var occasions: Set<ShareOccasion>
  package var hours = ShareHours()
  /// Where the page is, without a slash at its end; nil for messages without links.
  package var page: String?
  /// Whether addresses of this machine and of private networks may be sent to.
  package var allowsPrivate = false
  /// What the channel needs besides, such as whom mail goes to; nothing secret.
  package var channel: [String: String] = [:]

  package init(language: Language, occasions: Set<ShareOccasion>) {
    self.language = language
    self.occasions = occasions
  }
}

/// A place that is told, as the person who answers for it may see things.
package struct ShareTarget: Sendable, Equatable {
  package var name: String
  package var channel: ShareChannel
  package var reader: Account
  package var settings: ShareSettings
  /// What came before isn't told.
  package var since: Instant
  package var addedAt: Instant
  package var addedBy: Account
  /// Nil while it is served.
  package var pause: SharePause?

  /// A small letter, then small letters, digits and hyphens; 40 characters at most.
  package static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, (0x61...0x7A).contains(first), text.utf8.count <= 40 else {
      return false
    }
    return text.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
    }
  }
}

/// Why nothing is sent to a target for now.
package struct SharePause: Sendable, Equatable {
  package var at: Instant
  /// Nil where the sender paused it.
  package var by: Account?
  /// A person's words, or one of the sender's reasons.
  package var because: String?

  /// Why the sender pauses a target.
  package enum Reason: String, Sendable, CaseIterable {
    /// The person it reads as is no member any longer, or has no login.
    case readerLeft = "reader-left"
    /// The receiver says that the address is gone for good.
    case gone
    /// Several deliveries in a row were refused for good.
    case refused
    /// What the sender needs to reach it isn't there or can't be read.
    case unusable
  }

  package var reason: Reason? { by == nil ? because.flatMap(Reason.init(rawValue:)) : nil }
}
