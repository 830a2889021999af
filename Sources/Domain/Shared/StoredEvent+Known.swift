package import CanonicalJSON

extension StoredEvent {
  /// Version 1 is the only one so far; a later one is upcast in the codec that knows it.
  package var schemaVersion: Int { 1 }

  /// The type's name among those of this stream; refuses unknown types and versions.
  package static func known<Name: RawRepresentable<String>>(
    _ type: String, version: Int, as _: Name.Type = Name.self
  ) throws(PayloadError) -> Name {
    guard let name = Name(rawValue: type) else { throw .unknownType(type) }
    guard version == 1 else { throw .unsupportedVersion(type: type, version: version) }
    return name
  }
}
