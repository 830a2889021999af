package import CivilTime

/// Days without messages, a line each: a date first, whatever follows it. So reads the list of holidays that
/// the Cabinet Office publishes, too, whose first line names its columns.
package enum HolidayFile {
  /// - Throws: ``InputFault`` for a line that begins with no date.
  package static func days(in bytes: [UInt8], _ dates: DateReader) throws -> Set<LocalDate> {
    let text = String(decoding: bytes, as: UTF8.self)
    var days: Set<LocalDate> = []
    for (index, line) in text.split(whereSeparator: \.isNewline).enumerated() {
      let first = String(line.prefix { $0 != "," })[...].trimmed
      if first.isEmpty || first.hasPrefix("#") { continue }
      do { days.insert(try Read.date(first, "--holidays", dates)) } catch {
        // The names of columns, in whatever encoding they are.
        if index > 0 { throw error }
      }
    }
    return days
  }
}
