import CanonicalJSON

/// Why this program can't read an event of the log.
package enum UnreadableReason: Error, Equatable, Sendable {
  /// A newer program wrote it: its type, or this version of its type, is not known.
  case newer(version: Int?)
  /// Its payload is not what events of its type hold.
  case spoiled(String)

  init(_ error: any Error) {
    switch error as? PayloadError {
    case .unknownType: self = .newer(version: nil)
    case .unsupportedVersion(_, let version): self = .newer(version: version)
    case .missing, .wrongType, .invalid, nil: self = .spoiled("\(error)")
    }
  }
}
