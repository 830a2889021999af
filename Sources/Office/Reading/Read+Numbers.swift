import Bilingual
package import Domain
package import Tables

/// Numbers and amounts as people type them.
extension Read {
  /// A finite decimal number, as people write it.
  package static func number(
    _ text: String, _ argument: String, by numbers: NumberReader = NumberReader()
  ) throws -> Double {
    do { return try numbers.number(text) } catch {
      throw error == .unreadable || text.isEmpty
        ? InputFault.unreadable(argument: argument, text: text, wanted: .number)
        : InputFault.number(argument: argument, text: text, error)
    }
  }

  package static func isNumber(_ text: String) -> Bool { (try? number(text, "")) != nil }

  /// A level of a KPI: a number, or where it is a proportion its percentage too (`35%` is 0.35).
  package static func level(_ text: String, _ argument: String, isProportion: Bool) throws -> Double
  {
    let typed = text.halfWidth
    guard isProportion, typed.hasSuffix("%") else { return try number(text, argument) }
    return try number(String(typed.dropLast()), argument) / 100
  }

  /// A level, or a range of two of them: `6..8`, `6〜8`, `30%..35%`.
  package static func prediction(
    _ text: String, _ argument: String, isProportion: Bool
  ) throws -> (level: Double, range: PredictionRange?) {
    let typed = text.halfWidth
    for mark in ["..", "〜", "~"] {
      guard let place = typed.firstRange(of: mark) else { continue }
      let ends = try [typed[..<place.lowerBound], typed[place.upperBound...]].map {
        try level($0.trimmed, argument, isProportion: isProportion)
      }
      guard let range = PredictionRange(low: min(ends[0], ends[1]), high: max(ends[0], ends[1]))
      else { return (ends[0], nil) }
      return (range.middle, range)
    }
    return (try level(text, argument, isProportion: isProportion), nil)
  }

  /// `120000 JPY`, `120000JPY` or `1,250.50 USD`: an amount in the currency's major unit, with no
  /// more decimals than the currency has.
  package static func money(_ text: String, _ argument: String) throws -> Money {
    let typed = text.halfWidth.trimmed
    let isYen = typed.hasSuffix("円") || typed.contains("¥")
    let code = isYen ? "JPY" : typed.suffix(3).uppercased()
    let amount = isYen ? typed : String(typed.dropLast(3))
    let parts = try decimal(amount, text, argument, unit: isYen ? "円" : "")
    guard code.utf8.count == 3, code.allSatisfy({ ("A"..."Z").contains($0) }) else {
      throw InputFault.unreadable(argument: argument, text: text, wanted: .money)
    }
    guard let places = Currency.decimals(of: code) else {
      throw InputFault.unknownCurrency(argument: argument, code: code)
    }
    guard parts.decimals.count <= places else {
      throw InputFault.tooFine(argument: argument, text: text, currency: code, decimals: places)
    }
    let zeros = String(repeating: "0", count: places - parts.decimals.count)
    guard let minorUnits = Int(parts.whole + parts.decimals + zeros) else {
      throw InputFault.unreadable(argument: argument, text: text, wanted: .money)
    }
    return Money(minorUnits: minorUnits, currency: code)
  }

  /// An amount, which may say for what: `4,000円/h` is 4,000円.
  package static func worth(_ text: String, _ argument: String) throws -> Money {
    let amount = text.split(whereSeparator: { "/／".contains($0) }).first.map(String.init) ?? text
    return try money(amount, argument)
  }

  /// A part of a whole: `60%` is 0.6, as is `0.6`.
  package static func part(_ text: String, _ argument: String) throws -> Double {
    try level(text, argument, isProportion: true)
  }

  /// Sign and digits before the point, and digits after it.
  private static func decimal(
    _ amount: String, _ text: String, _ argument: String, unit: String
  ) throws -> (whole: String, decimals: String) {
    let refusal = InputFault.unreadable(argument: argument, text: text, wanted: .money)
    guard let digits = try? NumberReader(unit: unit).digits(of: amount), !digits.contains("e")
    else { throw refusal }
    let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard Int(parts[0]) != nil, parts.count == 1 || !parts[1].isEmpty else { throw refusal }
    return (String(parts[0]), parts.dropFirst().joined())
  }
}

extension String {
  fileprivate var trimmed: String { self[...].trimmed }
}
