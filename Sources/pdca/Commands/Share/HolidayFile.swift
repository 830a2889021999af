import CivilTime
import Office
import Tables

/// Days without messages, a line each: a date first, whatever follows it. So reads the list of holidays that
/// the Cabinet Office publishes, too, whose first line names its columns.
enum HolidayFile {
  static func days(_ path: String, _ desk: Desk) throws -> Set<LocalDate> {
    let text = String(decoding: try InputFile.bytes(path), as: UTF8.self)
    var days: Set<LocalDate> = []
    for (index, line) in text.split(whereSeparator: \.isNewline).enumerated() {
      let first = String(line.prefix { $0 != "," })[...].trimmed
      if first.isEmpty || first.hasPrefix("#") { continue }
      do { days.insert(try Read.date(first, "--holidays", desk.dates)) } catch {
        // The names of columns, in whatever encoding they are.
        if index > 0 { throw error }
      }
    }
    return days
  }
}
