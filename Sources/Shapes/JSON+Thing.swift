package import CanonicalJSON

/// How the shapes are made: a thing has the same members wherever it is shown, and what doesn't apply
/// to it is null.
extension JSON {
  /// An object with all of the members; null for those without a value.
  package static func thing(_ members: KeyValuePairs<String, JSON?>) -> JSON {
    .object(
      members.reduce(into: JSONObject()) { object, member in
        object[member.key] = .some(member.value ?? .null)
      })
  }

  /// An object's members and these.
  package func with(_ more: JSONObject) -> JSON {
    guard case .object(var members) = self else { return self }
    for member in more { members[member.key] = member.value }
    return .object(members)
  }

  /// A thing's members and these, null for those without a value.
  package func with(thing more: KeyValuePairs<String, JSON?>) -> JSON {
    with(JSON.thing(more).object ?? [:])
  }

  /// Things under the name that commands answer them by.
  package static func list(_ name: String, _ things: [JSON]) -> JSON {
    .object([name: .array(things)])
  }

  /// Each as its description.
  package static func texts(_ values: some Sequence<some CustomStringConvertible>) -> JSON {
    JSON(values.map(\.description))
  }
}
