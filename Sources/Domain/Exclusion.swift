/// That an event of the same log can't be applied and is passed over from now on (stream
/// `exclusions`). Appended by the log itself, for an administrator; no command of the domain makes it.
package enum ExclusionEvent: Sendable, Equatable {
  case setAside(SetAside)
}

package struct SetAside: Sendable, Equatable {
  /// Of the event that is passed over.
  package var position: Int
  package var type: String
  /// Its leaf, in lower-case hexadecimal: it stays what it was.
  package var leafHash: String
  package var reason: String

  package init(position: Int, type: String, leafHash: String, reason: String) {
    self.position = position
    self.type = type
    self.leafHash = leafHash
    self.reason = reason
  }
}

extension ExclusionEvent: StoredEvent {
  package static let cases: [EventCase<ExclusionEvent>] = [
    EventCase("EventSetAside", ExclusionEvent.setAside, SetAside.form) {
      if case .setAside(let aside) = $0 { aside } else { nil }
    }
  ]
}

extension SetAside {
  static let form = Field<SetAside>.record(
    SetAside.init(position:type:leafHash:reason:), (\.position, .value("position")),
    (\.type, .word("type")), (\.leafHash, .word("leafHash")),
    (\.reason, .text("reason", .reason)))
}
