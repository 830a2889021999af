import CivilTime
import Domain
import Terminal

/// A line of a file of observations: `period,value[,denominator]`, or `period,7/50`.
enum ObservationLine {
  /// - Throws: `DeskError` for a field that can't be read.
  static func read(
    _ fields: [String], _ cadence: Cadence, today: LocalDate
  ) throws -> Observation {
    guard fields.count == 2 || fields.count == 3 else { throw FieldCount(found: fields.count) }
    let period = try Read.period(
      fields[0][...].trimmed, cadence, "period", today: today)
    let (value, part) = try Read.measurement(fields[1][...].trimmed, "value")
    let text = fields.count == 3 ? fields[2][...].trimmed : ""
    let denominator = text.isEmpty ? part : try Read.number(text, "denominator")
    return Observation(period: period, value: value, denominator: denominator)
  }

  /// Whether a file's first line names the columns: neither a period nor a value stands in it.
  static func isHeader(_ fields: [String]) -> Bool {
    guard fields.count >= 2 else { return false }
    let digits = fields.prefix(2).joined().contains { $0.isNumber }
    return !digits
  }

  struct FieldCount: Error {
    let found: Int
  }
}
