/// Why something about sharing was refused.
package enum SharingFault: Error, Equatable, Sendable {
  /// - Parameter known: the targets that there are.
  case unknownTarget(String, known: [String])
  case badName(String)
  case nameTaken(String)
  /// An address that is none, or of another scheme than https (or http to what is private).
  case badAddress(Address)
  /// An account without a login on this server, or one that is no member.
  case noReader(String)
  case badKey
  /// Something that the channel needs.
  case missing(Need, channel: ShareChannel)
  /// A number that no delivery of the target has.
  case unknownDelivery(target: String, number: Int)
  /// An occasion that the target isn't told of, or that isn't there.
  case unknownOccasion(String)
  case nothingToShow(target: String)

  package enum Address: Sendable, Equatable { case unreadable, insecure, withPassword }
  package enum Need: String, Sendable, CaseIterable {
    case url, token, dataSource, recipient, sender
  }
}
