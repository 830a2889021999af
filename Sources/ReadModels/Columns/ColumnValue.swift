import CanonicalJSON
package import CivilTime
package import Postgres

/// A value that a read-model column holds.
package protocol ColumnValue: Sendable, Equatable {
  /// PostgreSQL's name of the column's type.
  static var sqlType: String { get }
  /// SQL that reads the (quoted) column in the form that `decoded` takes.
  static func selecting(_ column: String) -> String
  /// Nil stands for NULL; the answer is nil when the text is not such a value.
  static func decoded(_ text: String?) -> Self?
  /// PostgreSQL's text form; nil is NULL.
  var encoded: String? { get }
  /// Appends `encoded` as a field.
  func write(to rows: inout CopyRows) throws
  /// Stands in a row until its column is set.
  static var blank: Self { get }
}

extension ColumnValue {
  package static func selecting(_ column: String) -> String { column }
  package func write(to rows: inout CopyRows) throws { try rows.text(encoded) }
}

extension String: ColumnValue {
  package static var sqlType: String { "text" }
  package static func decoded(_ text: String?) -> String? { text }
  package var encoded: String? { self }
  package func write(to rows: inout CopyRows) throws { try rows.text(self) }
  package static var blank: String { "" }
}

extension Int: ColumnValue {
  package static var sqlType: String { "bigint" }
  package static func decoded(_ text: String?) -> Int? { text.flatMap { Int($0) } }
  package var encoded: String? { String(self) }
  package func write(to rows: inout CopyRows) { rows.int(self) }
  package static var blank: Int { 0 }
}

extension Double: ColumnValue {
  package static var sqlType: String { "double precision" }
  package static func decoded(_ text: String?) -> Double? { text.flatMap { Double($0) } }
  package var encoded: String? { "\(self)" }
  package static var blank: Double { 0 }
}

extension Bool: ColumnValue {
  package static var sqlType: String { "boolean" }
  package static func decoded(_ text: String?) -> Bool? { text.map { $0 == "t" } }
  package var encoded: String? { self ? "t" : "f" }
  package static var blank: Bool { false }
}

extension LocalDate: ColumnValue {
  package static var sqlType: String { "date" }
  package static func decoded(_ text: String?) -> LocalDate? { text.flatMap(LocalDate.init(iso:)) }
  package var encoded: String? { description }
  package static var blank: LocalDate { .earliest }
}

extension Instant: ColumnValue {
  package static var sqlType: String { "timestamptz" }
  /// Whole microseconds since 1970, exact over the whole range.
  package static func selecting(_ column: String) -> String {
    "(extract(epoch FROM \(column)) * 1000000)::bigint"
  }
  package static func decoded(_ text: String?) -> Instant? {
    text.flatMap { Int64($0) }.map(Instant.init(microseconds:))
  }
  package var encoded: String? { rfc3339 }
  package func write(to rows: inout CopyRows) { rows.instant(self) }
  package static var blank: Instant { Instant(microseconds: 0) }
}

extension Optional: ColumnValue where Wrapped: ColumnValue {
  package static var sqlType: String { Wrapped.sqlType }
  package static func selecting(_ column: String) -> String { Wrapped.selecting(column) }
  package static func decoded(_ text: String?) -> Wrapped?? {
    guard let text else { return .some(nil) }
    return Wrapped.decoded(text).map { .some($0) }
  }
  /// A closure: a key path of a generic type is made anew each time.
  package var encoded: String? { flatMap { $0.encoded } }
  package func write(to rows: inout CopyRows) throws {
    guard let self else { return rows.null() }
    try self.write(to: &rows)
  }
  package static var blank: Wrapped? { nil }
}

/// Arrays of text; they are read as JSON.
extension Array: ColumnValue where Element: ColumnValue {
  package static var sqlType: String { "text[]" }
  package static func selecting(_ column: String) -> String { "to_json(\(column))" }
  package static func decoded(_ text: String?) -> [Element]? {
    guard let text, case .array(let elements)? = try? JSON(parsing: text) else { return nil }
    let values = elements.compactMap { Element.decoded($0.string) }
    return values.count == elements.count ? values : nil
  }
  package var encoded: String? {
    guard case .text(let literal) = Bind(map { $0.encoded ?? "" }) else { return nil }
    return literal
  }
  package static var blank: [Element] { [] }
}
