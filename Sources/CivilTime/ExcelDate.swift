/// A day or a time as spreadsheets count them: days since the last day of 1899, or since the first
/// of 1904, with parts of a day behind the point.
package struct ExcelDate: Hashable, Sendable {
  package let date: LocalDate
  /// Since midnight, to the nearest second; 0 for a day alone.
  package let seconds: Int

  /// Nil for what isn't a day from March 1900 on: spreadsheets believe in 29 February 1900.
  package init?(_ number: Double, is1904: Bool) {
    guard number.isFinite, number >= (is1904 ? 0 : 61), number < 2_958_466 else { return nil }
    let whole = Int(number.rounded(.down))
    let second = Int(((number - Double(whole)) * 86_400).rounded())
    let first = LocalDate.dayNumber(
      year: is1904 ? 1904 : 1899, month: is1904 ? 1 : 12, day: is1904 ? 1 : 30)
    date = LocalDate(dayNumber: first + whole + second / 86_400)
    seconds = second % 86_400
  }

  package func time(in zone: TimeZoneRules) -> WrittenTime {
    if seconds == 0 { return .day(date) }
    return .instant(
      WrittenClock(hour: seconds / 3_600, minute: seconds / 60 % 60, second: seconds % 60)
        .instant(of: date, in: zone))
  }

  /// `2026-04-02`, or with a time of day `2026-04-02 09:30:00`.
  package var text: String {
    seconds == 0 ? "\(date)" : textWithTime
  }

  /// With its time of day even at midnight: `2026-04-02 00:00:00`.
  package var textWithTime: String {
    let parts = [seconds / 3_600, seconds / 60 % 60, seconds % 60]
    return "\(date) " + parts.map { $0.padded(to: 2) }.joined(separator: ":")
  }

  /// The part of a day as a time of day: `09:30:00`.
  package static func clock(_ part: Double) -> String {
    let second = min(86_399, Int((part * 86_400).rounded()))
    let parts = [second / 3_600, second / 60 % 60, second % 60]
    return parts.map { $0.padded(to: 2) }.joined(separator: ":")
  }
}
