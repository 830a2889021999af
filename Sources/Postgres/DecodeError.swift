/// A column that did not hold what the reader asked for.
package struct DecodeError: Error, Equatable, Sendable, CustomStringConvertible {
  package enum Reason: Equatable, Sendable {
    /// The result has no such column; it has these.
    case missingColumn(present: [String])
    case null
    /// The value's text could not be read as the type asked for; `type` is PostgreSQL's type OID.
    case mismatch(type: UInt32)
  }

  package let column: String
  package let wanted: String
  package let reason: Reason

  package init(column: String, wanted: String, reason: Reason) {
    self.column = column
    self.wanted = wanted
    self.reason = reason
  }

  package var description: String {
    switch reason {
    case .missingColumn(let present):
      "no column \(column) in the result, which has \(present.joined(separator: ", "))"
    case .null: "column \(column) is NULL where \(wanted) was expected"
    case .mismatch(let type):
      "column \(column) (type OID \(type)) can't be read as \(wanted)"
    }
  }
}
