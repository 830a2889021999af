import CanonicalJSON
package import CivilTime
package import Domain
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

/// A value whose description is its text form.
package protocol TextColumnValue: ColumnValue, CustomStringConvertible {
  init?(_ text: String)
}

extension TextColumnValue {
  package static var sqlType: String { "text" }
  package static func decoded(_ text: String?) -> Self? { text.flatMap { Self($0) } }
  package var encoded: String? { description }
}

extension DepartmentCode: TextColumnValue {
  package static let blank = DepartmentCode("X")!
}
extension KPICode: TextColumnValue {
  package static let blank = KPICode("x")!
}
extension KPIReference: TextColumnValue {
  package static let blank = KPIReference(.blank, .blank)
}
extension Account: TextColumnValue {
  package static let blank = Account("x")!
}
extension ItemID: TextColumnValue {
  package static let blank = ItemID(.blank, .cycle, 1)
}
extension ReviewPeriod: TextColumnValue {
  package static let blank = ReviewPeriod("1970-01")!
}
extension ReviewID: TextColumnValue {
  package static let blank = ReviewID(.blank, .blank)
}
extension DecisionID: TextColumnValue {
  package static let blank = DecisionID(.blank, 1)
}

/// A term that stands in the database by its name.
package protocol NamedColumnValue: ColumnValue, RawRepresentable<String>, CaseIterable {}

extension NamedColumnValue {
  package static var sqlType: String { "text" }
  package static func decoded(_ text: String?) -> Self? { text.flatMap(Self.init(rawValue:)) }
  package var encoded: String? { rawValue }
  package static var blank: Self { allCases.first! }
}

extension Layer: NamedColumnValue {}
extension Role: NamedColumnValue {}
extension Direction: NamedColumnValue {}
extension Cadence: NamedColumnValue {}
extension KPIKind: NamedColumnValue {}
extension Measure: NamedColumnValue {}
extension Verdict: NamedColumnValue {}
extension Choice: NamedColumnValue {}
extension CostKind: NamedColumnValue {}
extension LessonKind: NamedColumnValue {}
extension ReviewKind: NamedColumnValue {}
extension CauseKind: NamedColumnValue {}

/// Positions of department logs, as a JSON object.
extension Dictionary: ColumnValue where Key == DepartmentCode, Value == Int {
  package static var sqlType: String { "json" }
  package static func decoded(_ text: String?) -> [DepartmentCode: Int]? {
    guard let text, let object = (try? JSON(parsing: text))?.object else { return nil }
    var positions: [DepartmentCode: Int] = [:]
    for member in object {
      guard let code = DepartmentCode(member.key), case .number(let position) = member.value else {
        return nil
      }
      positions[code] = Int(position)
    }
    return positions
  }
  package var encoded: String? {
    var object = JSONObject()
    for (code, position) in sorted(by: { $0.key < $1.key }) {
      object[code.rawValue] = JSON(position)
    }
    return JSON.object(object).canonical
  }
  package static var blank: [DepartmentCode: Int] { [:] }
}
