/// One value sent beside the SQL text, never inside it.
package enum Bind: Sendable, Equatable {
  case null
  case text(String)
  /// Sent in binary form as `bytea`.
  case bytes([UInt8])

  package init(_ value: String?) { self = value.map(Bind.text) ?? .null }
  package init(_ value: [UInt8]?) { self = value.map(Bind.bytes) ?? .null }
  package init(_ value: Bool?) { self.init(value.map { $0 ? "t" : "f" }) }
  package init(_ value: (some BinaryInteger)?) { self.init(value.map { String($0) }) }
  package init(_ value: Double?) { self.init(value.map(Bind.spelling)) }

  package init(_ values: [String]) { self = .text(ArrayLiteral.encode(values)) }
  package init(_ values: [String?]) { self = .text(ArrayLiteral.encode(values)) }
  package init(_ values: [some BinaryInteger]) {
    self = .text(ArrayLiteral.encode(values.map { String($0) }))
  }
  package init(_ values: [Double]) {
    self = .text(ArrayLiteral.encode(values.map(Bind.spelling)))
  }
  package init(_ values: [Bool]) {
    self = .text(ArrayLiteral.encode(values.map { $0 ? "t" : "f" }))
  }
  package init(_ values: [[UInt8]]) {
    self = .text(ArrayLiteral.encode(values.map(ByteaText.encode)))
  }

  /// PostgreSQL spells infinities and NaN its own way.
  private static func spelling(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
    return "\(value)"
  }
}

extension Bind: CustomStringConvertible {
  /// Values stay out of logs and error messages.
  package var description: String { self == .null ? "NULL" : "(hidden)" }
}
