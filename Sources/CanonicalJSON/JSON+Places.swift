extension JSON {
  /// Where strings stand that the closure wants, by the names of members on the way: `items.title`.
  /// Elements of a list stand where the list does; each place once, sorted.
  package func places(of wanted: (String) -> Bool) -> [String] {
    var found: Set<String> = []
    collect("", wanted, &found)
    return found.sorted()
  }

  private func collect(_ place: String, _ wanted: (String) -> Bool, _ found: inout Set<String>) {
    switch self {
    case .string(let text): if wanted(text) { found.insert(place) }
    case .array(let elements): for element in elements { element.collect(place, wanted, &found) }
    case .object(let object):
      for member in object {
        member.value.collect(place.isEmpty ? member.key : "\(place).\(member.key)", wanted, &found)
      }
    case .null, .bool, .number: break
    }
  }
}
