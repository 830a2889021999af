/// SQL text with its values apart: `"… WHERE code = \(code)"` sends `… WHERE code = $1`.
package struct Query: Sendable, Equatable {
  package var sql: String
  package var binds: [Bind]

  /// For SQL kept in files, which numbers its own parameters.
  package init(sql: String, binds: [Bind] = []) {
    self.sql = sql
    self.binds = binds
  }
}

extension Query: CustomStringConvertible {
  package var description: String { sql }
}

extension Query: ExpressibleByStringInterpolation {
  package init(stringLiteral value: String) { self.init(sql: value) }
  package init(stringInterpolation value: Interpolation) {
    self.init(sql: value.sql, binds: value.binds)
  }

  package struct Interpolation: StringInterpolationProtocol {
    var sql = ""
    var binds: [Bind] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      sql.reserveCapacity(literalCapacity + 3 * interpolationCount)
      binds.reserveCapacity(interpolationCount)
    }

    package mutating func appendLiteral(_ literal: String) { sql += literal }

    package mutating func appendInterpolation(_ bind: Bind) {
      binds.append(bind)
      sql += "$\(binds.count)"
    }

    /// Text that becomes part of the SQL itself: only ever text of this program's own making.
    package mutating func appendInterpolation(unescaped text: String) { sql += text }
    /// A name, quoted as an SQL identifier.
    package mutating func appendInterpolation(identifier name: String) {
      sql += Query.quoted(identifier: name)
    }
    package mutating func appendInterpolation(_ value: String?) { appendInterpolation(Bind(value)) }
    package mutating func appendInterpolation(_ value: Int?) { appendInterpolation(Bind(value)) }
    package mutating func appendInterpolation(_ value: Int64?) { appendInterpolation(Bind(value)) }
    package mutating func appendInterpolation(_ value: Int32?) { appendInterpolation(Bind(value)) }
    package mutating func appendInterpolation(_ value: Double?) { appendInterpolation(Bind(value)) }
    package mutating func appendInterpolation(_ value: Bool?) { appendInterpolation(Bind(value)) }
    package mutating func appendInterpolation(_ value: [UInt8]?) {
      appendInterpolation(Bind(value))
    }
    package mutating func appendInterpolation(_ value: [String]) {
      appendInterpolation(Bind(value))
    }
    package mutating func appendInterpolation(_ value: [String?]) {
      appendInterpolation(Bind(value))
    }
    package mutating func appendInterpolation(_ value: [Int]) { appendInterpolation(Bind(value)) }
    package mutating func appendInterpolation(_ value: [Int64]) { appendInterpolation(Bind(value)) }
    package mutating func appendInterpolation(_ value: [Double]) {
      appendInterpolation(Bind(value))
    }
    package mutating func appendInterpolation(_ value: [Bool]) { appendInterpolation(Bind(value)) }
    package mutating func appendInterpolation(_ value: [[UInt8]]) {
      appendInterpolation(Bind(value))
    }
  }

  /// `na"me` → `"na""me"`.
  package static func quoted(identifier name: String) -> String {
    quote(name, with: "\"")
  }

  /// `it's` → `'it''s'`; for statements that take no parameters, such as `CREATE ROLE`.
  package static func quoted(literal text: String) -> String {
    let body = quote(text, with: "'")
    guard text.unicodeScalars.contains("\\") else { return body }
    let parts = body.unicodeScalars.split(separator: "\\", omittingEmptySubsequences: false)
    return " E" + parts.map { String($0) }.joined(separator: "\\\\")
  }

  private static func quote(_ text: String, with mark: Character) -> String {
    var quoted = String(mark)
    for character in text.unicodeScalars {
      quoted.unicodeScalars.append(character)
      if character == mark.unicodeScalars.first { quoted.unicodeScalars.append(character) }
    }
    return quoted + String(mark)
  }
}
