import Bilingual

/// Working time as people type it.
package enum DurationText {
  /// Minutes from `90`, `90m`, `90分`, `90 min`, `2h`, `1h30m`, `1時間30分`, `1時間半`, `半時間` or `1.5h`
  /// (to the nearest minute), in any width; nil for anything else, such as a negative time, `1h75m`,
  /// or `1:30`, which may be minutes and seconds.
  package static func minutes(_ text: String) -> Int? {
    var scanner = Scanner(text.halfWidth.lowercased().filter { !$0.isWhitespace })
    if scanner.takeAny("半時間") { return scanner.isAtEnd ? 30 : nil }
    guard let (whole, _) = scanner.digits(upTo: 6) else { return nil }
    if scanner.take(".") { return decimalHours(whole, &scanner) }
    if scanner.takeHours() { return afterHours(whole, &scanner) }
    scanner.takeMinutes()
    return scanner.isAtEnd ? whole : nil
  }

  /// The reverse: `45m`, `2h`, `1h30m`.
  package static func text(minutes: Int) -> String {
    switch minutes.quotientAndRemainder(dividingBy: 60) {
    case (0, let rest): "\(rest)m"
    case (let hours, 0): "\(hours)h"
    case (let hours, let rest): "\(hours)h\(rest)m"
    }
  }

  private static func decimalHours(_ whole: Int, _ scanner: inout Scanner) -> Int? {
    guard let (fraction, count) = scanner.digits(upTo: 6), scanner.takeHours(), scanner.isAtEnd
    else { return nil }
    let scale = (0..<count).reduce(1) { power, _ in power * 10 }
    return whole * 60 + (fraction * 60 + scale / 2) / scale
  }

  private static func afterHours(_ hours: Int, _ scanner: inout Scanner) -> Int? {
    if scanner.isAtEnd { return hours * 60 }
    if scanner.takeAny("半") { return scanner.isAtEnd ? hours * 60 + 30 : nil }
    guard let (minutes, _) = scanner.digits(upTo: 2), minutes < 60 else { return nil }
    scanner.takeMinutes()
    return scanner.isAtEnd ? hours * 60 + minutes : nil
  }
}

extension Scanner {
  fileprivate mutating func takeHours() -> Bool {
    takeAny("hours", "hour", "hrs", "hr", "h", "時間")
  }

  fileprivate mutating func takeMinutes() {
    _ = takeAny("minutes", "minute", "mins", "min", "m", "分間", "分")
  }
}
