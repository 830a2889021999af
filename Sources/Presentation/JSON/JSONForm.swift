/// The form of all answers in JSON, as docs/json.schema.json describes it.
package enum JSONForm {
  /// What every answer says as `jsonVersion`. Raised when a member goes away or comes to mean something
  /// else; a new member leaves it as it is.
  package static let version = 1
}
