/// What is wrong at one place of a log.
package struct LogFault: Sendable, Equatable {
  /// Where it begins; for a checkpoint, the first position that may differ.
  package let position: Int
  package let reason: Reason

  package init(position: Int, reason: Reason) {
    self.position = position
    self.reason = reason
  }

  package enum Reason: Sendable, Equatable {
    /// No events from here up to and with `last`.
    case missing(last: Int)
    /// It stands behind position `previous`.
    case misplaced(after: Int)
    /// A column that holds what `log.append` never writes.
    case malformed(EventColumns.Column)
    case notCanonical
    case streamVersion(stream: String, found: Int, expected: Int)
    case ordinal(found: Int, expected: Int)
    case recordedEarlier
    /// The leaf kept is not that of the columns.
    case leafDiffers
    /// A text that people wrote stands in a line of form 2, at that place.
    case uncommitted(String)
    /// Text and salt are gone, and no EventRedacted says so.
    case erased
    /// The event isn't as its redaction at that position left it.
    case redactionDiffers(Int)
    /// An EventRedacted that no redacted event goes with.
    case idleRedaction(of: Int?)
    /// A redaction erased what isn't text at that place: an id, a day, a choice.
    case erasedIdentifier(String)
    /// A redaction of an event that holds no text, or of none of it.
    case erasedNoText
    /// The log ends before a kept checkpoint's size.
    case rolledBack(size: Int, length: Int)
    /// The first events up to a kept checkpoint's size are others.
    case forked(size: Int)
  }
}
