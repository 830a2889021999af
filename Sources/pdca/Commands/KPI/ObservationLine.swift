import CivilTime
import Domain
import Office
import Tables
import Terminal

/// A line of a file of observations: a period, a value and perhaps a denominator, or `7/50`.
enum ObservationLine {
  /// - Throws: `DeskError` for a field that can't be read.
  static func read(
    _ fields: [String], by columns: ObservationColumns, _ cadence: Cadence, _ dates: DateReader,
    _ numbers: NumberReader
  ) throws -> Observation {
    guard fields.count > max(columns.period, columns.value), fields.count <= columns.count else {
      throw FieldCount(found: fields.count)
    }
    let period = try Read.period(
      fields[columns.period][...].trimmed, cadence, "period", dates)
    let (value, part) = try Read.measurement(
      fields[columns.value][...].trimmed, "value", by: numbers)
    let third = columns.denominator.flatMap { fields.indices.contains($0) ? fields[$0] : nil }
    let text = third?[...].trimmed ?? ""
    let denominator = text.isEmpty ? part : try Read.number(text, "denominator", by: numbers)
    return Observation(period: period, value: value, denominator: denominator)
  }

  struct FieldCount: Error {
    let found: Int
  }
}
