extension LocalDate: CustomStringConvertible {
  /// ISO 8601: `2026-11-22`.
  package var description: String {
    func digit(_ number: Int) -> UInt8 { UInt8(ascii: "0") + UInt8(number % 10) }
    let dash = UInt8(ascii: "-")
    let text = [
      digit(year / 1000), digit(year / 100), digit(year / 10), digit(year), dash,
      digit(month / 10), digit(month), dash, digit(day / 10), digit(day),
    ]
    return String(decoding: text, as: UTF8.self)
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
