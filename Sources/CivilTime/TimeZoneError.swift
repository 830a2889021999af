/// Why the rules of a time zone can't be had.
package enum TimeZoneError: Error, Sendable, Equatable {
  /// Not a name such as `Asia/Tokyo`.
  case invalidIdentifier(String)
  /// The directory of zone files is not there.
  case noDatabase(directory: String)
  case unknownZone(identifier: String, directory: String)
  case malformed(identifier: String, reason: String)
}

extension TimeZoneError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .invalidIdentifier(let identifier):
      "\"\(identifier)\" is not the name of a time zone: give one such as Asia/Tokyo or UTC."
    case .noDatabase(let directory):
      """
      There are no time zone files in \(directory): install them (apt-get install tzdata), \
      set TZDIR, or use UTC.
      """
    case .unknownZone(let identifier, let directory):
      """
      \(directory) has no time zone \(identifier): check the name (such as Asia/Tokyo); older \
      names come with apt-get install tzdata-legacy where tzdata leaves them out.
      """
    case .malformed(let identifier, let reason):
      """
      The file of the time zone \(identifier) can't be read: \(reason). Install it again \
      (apt-get install --reinstall tzdata).
      """
    }
  }
}
