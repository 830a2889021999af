/// Why a text is no date, time or period that can be taken as written.
package enum DateFault: Error, Equatable, Sendable {
  /// None of the forms that are read.
  case unreadable
  /// 30 February, month 13, or week 53 of a year with 52.
  case notInCalendar
  case eraEnded(JapaneseEra)
  case eraNotBegun(JapaneseEra)
  /// A year of one or two digits, which may be of an era, of this century or a day.
  case shortYear
  /// A year before 1868, as 0026 typed for 2026.
  case strangeYear(Int)
  /// `01/02/2026`: day and month could be either.
  case ambiguousOrder
  /// A day and month alone, where nothing says of which year.
  case noYear
  /// A day counted from today, in a file that may be read on another day.
  case relative
  /// A number of Excel's for a day, unless it is said that there are such.
  case serial
  /// The day of the week beside the date isn't the date's.
  case otherWeekday(LocalDate)
  /// 24:00, 10:75.
  case noSuchTime
  /// A time of day, where nothing says of which day.
  case timeAlone
}
