package import CanonicalJSON

extension StoredEvent {
  /// The version in which events of its type are written now.
  package var schemaVersion: Int { Upcasting.present.version(of: type) }

  /// The way in for whatever a log holds: a payload of any version up to the present one.
  package init(
    type: String, schemaVersion: Int, payload: Fields, upcasting: Upcasting = .present
  ) throws(PayloadError) {
    if schemaVersion == upcasting.version(of: type) {
      try self.init(type: type, payload: payload)
    } else {
      guard Self.types.contains(type) else { throw .unknownType(type) }
      let object = try upcasting.upcast(payload.object, of: type, from: schemaVersion)
      try self.init(type: type, payload: Fields(object))
    }
  }

  /// The type's name among those of this stream; refuses unknown types.
  package static func known<Name: RawRepresentable<String>>(
    _ type: String, as _: Name.Type = Name.self
  ) throws(PayloadError) -> Name {
    guard let name = Name(rawValue: type) else { throw .unknownType(type) }
    return name
  }
}
