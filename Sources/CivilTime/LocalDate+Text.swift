extension LocalDate: CustomStringConvertible {
  /// ISO 8601: `2026-11-22`.
  package var description: String {
    "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))"
  }

  /// Reads exactly `YYYY-MM-DD`; nil for anything else or a day that does not exist.
  package init?(iso text: String) {
    var scanner = Scanner(text)
    guard let date = scanner.date(), scanner.isAtEnd else { return nil }
    self = date
  }
}

extension Int {
  /// Decimal digits with zeros in front; for numbers from 0.
  func padded(to width: Int) -> String {
    let digits = String(self)
    if digits.utf8.count >= width { return digits }
    return String(repeating: "0", count: width - digits.utf8.count) + digits
  }
}
