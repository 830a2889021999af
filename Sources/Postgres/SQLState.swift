/// The five characters by which PostgreSQL names an error, independent of its language.
package struct SQLState: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  package let code: String

  package init(_ code: String) { self.code = code }
  package init(stringLiteral code: String) { self.code = code }

  package var description: String { code }

  /// The first two characters, which PostgreSQL calls the class.
  package var classCode: String { String(code.prefix(2)) }

  package static let insufficientPrivilege: SQLState = "42501"
  package static let uniqueViolation: SQLState = "23505"
  package static let checkViolation: SQLState = "23514"
  package static let notNullViolation: SQLState = "23502"
  package static let deadlockDetected: SQLState = "40P01"
  package static let lockNotAvailable: SQLState = "55P03"
  package static let queryCanceled: SQLState = "57014"
  package static let cannotConnectNow: SQLState = "57P03"
  package static let diskFull: SQLState = "53100"
  package static let tooManyConnections: SQLState = "53300"
  package static let undefinedTable: SQLState = "42P01"
  package static let undefinedColumn: SQLState = "42703"
  package static let invalidTableDefinition: SQLState = "42P16"
  package static let wrongObjectType: SQLState = "42809"
  package static let datatypeMismatch: SQLState = "42804"
  package static let undefinedSchema: SQLState = "3F000"
  package static let undefinedDatabase: SQLState = "3D000"
  package static let undefinedObject: SQLState = "42704"
  package static let duplicateObject: SQLState = "42710"
  package static let syntaxError: SQLState = "42601"
  package static let readOnlyTransaction: SQLState = "25006"
}
