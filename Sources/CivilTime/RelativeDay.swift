extension LocalDate {
  /// A day as people type it: `today`, `yesterday`, `tomorrow`, 今日, 昨日, 明日, `+3d`, `-1w`,
  /// `+2m` (calendar months) or `2026-11-22`. nil for anything else.
  package static func parse(_ text: String, today: LocalDate) -> LocalDate? {
    switch text.lowercased() {
    case "today", "今日": today
    case "yesterday", "昨日": today.adding(days: -1)
    case "tomorrow", "明日": today.adding(days: 1)
    case let other: LocalDate(iso: other) ?? shifted(other, from: today)
    }
  }

  /// A sign, at most five digits, and `d`, `w` or `m`.
  private static func shifted(_ text: String, from today: LocalDate) -> LocalDate? {
    var scanner = Scanner(text)
    let back = scanner.take("-")
    guard back || scanner.take("+"), let (count, _) = scanner.digits(upTo: 5) else { return nil }
    let signed = back ? -count : count
    let date: LocalDate? =
      if scanner.take("d") {
        today.adding(days: signed)
      } else if scanner.take("w") {
        today.adding(days: signed * 7)
      } else if scanner.take("m") {
        today.adding(months: signed)
      } else {
        nil
      }
    return scanner.isAtEnd ? date : nil
  }
}
