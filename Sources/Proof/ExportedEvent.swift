package import CanonicalJSON

/// An event's line as exports and proof files hold it: a redacted event's bears its kept leaf,
/// since what is left of it no longer makes it.
package struct ExportedEvent: Sendable, Equatable {
  package let line: [UInt8]
  package let leaf: [UInt8]
  package let isRedacted: Bool
  /// The line's members; of a redacted event only its leaf is covered by the tree.
  package let members: JSONObject

  package init?(_ event: EventColumns) {
    var writer = EventLine()
    guard writer.write(event, as: event.isRedacted ? .marked : .whole) == nil else { return nil }
    self.init(line: Array(writer.line))
  }

  /// Nil for what is no canonical line of an event.
  package init?(line: [UInt8]) {
    guard JSON.isCanonical(bytes: line), let members = try? JSON(parsing: line).object else {
      return nil
    }
    self.line = line
    self.members = members
    if let kept = members["leafHash"]?.string {
      guard let leaf = Hexadecimal.decode(kept), leaf.count == TreeHash.length else { return nil }
      self.leaf = leaf
      isRedacted = true
    } else {
      leaf = TreeHash.leaf(line)
      isRedacted = false
    }
  }

  package func text(_ name: String) -> String? { members[name]?.string }

  package var position: Int? {
    guard case .number(let number)? = members["position"] else { return nil }
    return Int(exactly: number)
  }
}
