import CanonicalJSON
package import Domain

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
