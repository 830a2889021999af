import Bilingual
import CanonicalJSON
import CivilTime
import Domain
import ReadModels
import Wording

/// A column's value as people and programs read it.
struct RowField {
  let name: String
  /// Nil for no value, and for an empty one.
  let text: String?
  let json: JSON
}

/// A row's columns.
struct RowFields: ColumnVisitor {
  private(set) var keys: [RowField] = []
  private(set) var others: [RowField] = []
  private let language: Language
  private let moment: (Instant) -> String

  /// - Parameter moment: writes an instant as people read it.
  init(of row: any ReadRow, _ language: Language, _ moment: @escaping (Instant) -> String) {
    self.language = language
    self.moment = moment
    visit(row)
  }

  private mutating func visit<R: ReadRow>(_ row: R) {
    var row = row
    do { try row.visit(&self) } catch { preconditionFailure("reading a row failed: \(error)") }
  }

  mutating func key<Value: ColumnValue>(_ name: String, _ value: inout Value) {
    keys.append(field(name, value))
  }

  mutating func column<Value: ColumnValue>(_ name: String, _ value: inout Value) {
    others.append(field(name, value))
  }

  private func field<Value: ColumnValue>(_ name: String, _ value: Value) -> RowField {
    guard let encoded = value.encoded else { return RowField(name: name, text: nil, json: .null) }
    let shown = mean(value, name) ?? text(value) ?? encoded
    return RowField(
      name: name, text: shown.isEmpty ? nil : shown, json: json(value) ?? .string(encoded))
  }

  /// Columns that hold means of observations; what people typed keeps its digits.
  private static let means: Set<String> = ["actual", "baseline"]

  private func mean(_ value: any ColumnValue, _ name: String) -> String? {
    Self.means.contains(name) ? (value as? Double)?.roundedWords : nil
  }

  /// Nil for what reads as it is stored.
  private func text(_ value: any ColumnValue) -> String? {
    switch value {
    case let date as LocalDate: date.words(language)
    case let instant as Instant: moment(instant)
    case let flag as Bool: flag ? language.choose("yes", "はい") : language.choose("no", "いいえ")
    case let number as Double: number.words
    case let positions as [DepartmentCode: Int]:
      list(positions.sorted { $0.key < $1.key }.map { "\($0.key)@\($0.value)" })
    case let layers as [Layer]: list(layers.map { $0.words(language) })
    case let texts as [any CustomStringConvertible]: list(texts.map(\.description))
    default: term(value)?(language)
    }
  }

  private func term(_ value: any ColumnValue) -> Phrase? {
    switch value {
    case let term as Layer: term.words
    case let term as Role: term.words
    case let term as Direction: term.words
    case let term as Cadence: term.words
    case let term as KPIKind: term.words
    case let term as Measure: term.words
    case let term as Verdict: term.words
    case let term as Choice: term.words
    case let term as LessonKind: term.words
    case let term as LessonStatus: term.words
    case let term as CycleStatus: term.words
    case let term as ReviewKind: term.words
    default: nil
    }
  }

  private func list(_ texts: [String]) -> String {
    texts.joined(separator: language.choose(", ", "、"))
  }

  private func json(_ value: any ColumnValue) -> JSON? {
    switch value {
    case let number as Int: JSON(number)
    case let number as Double: try? JSON(finite: number)
    case let flag as Bool: JSON(flag)
    case let instant as Instant: .string("\(instant)")
    case let positions as [DepartmentCode: Int]:
      JSON(positions.reduce(into: JSONObject()) { $0["\($1.key)"] = JSON($1.value) })
    case let layers as [Layer]: JSON(layers.map(\.rawValue))
    case let texts as [any CustomStringConvertible]: JSON(texts.map(\.description))
    default: nil
    }
  }
}
