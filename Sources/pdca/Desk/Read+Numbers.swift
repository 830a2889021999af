import Bilingual
import Domain
import Terminal

/// Numbers and amounts as people type them.
extension Read {
  /// A finite decimal number; full-width digits are understood, and commas between thousands.
  static func number(_ text: String, _ argument: String) throws -> Double {
    guard let plain = ungrouped(text.halfWidth), let value = Double(plain), value.isFinite else {
      throw DeskError.unreadable(argument: argument, text: text, wanted: .number)
    }
    return value
  }

  static func isNumber(_ text: String) -> Bool { (try? number(text, "")) != nil }

  /// A level of a KPI: a number, or where it is a proportion its percentage too (`35%` is 0.35).
  static func level(_ text: String, _ argument: String, isProportion: Bool) throws -> Double {
    let typed = text.halfWidth
    guard isProportion, typed.hasSuffix("%") else { return try number(text, argument) }
    return try number(String(typed.dropLast()), argument) / 100
  }

  /// `120000 JPY`, `120000JPY` or `1,250.50 USD`: an amount in the currency's major unit, with no
  /// more decimals than the currency has.
  static func money(_ text: String, _ argument: String) throws -> Money {
    let typed = text.halfWidth
    let code = typed.suffix(3).uppercased()
    let amount = ungrouped(typed.dropLast(3).filter { $0 != " " })
    guard code.allSatisfy({ ("A"..."Z").contains($0) }), let parts = amount.flatMap(decimal) else {
      throw DeskError.unreadable(argument: argument, text: text, wanted: .money)
    }
    guard let places = Currency.decimals(of: code) else {
      throw DeskError.unknownCurrency(argument: argument, code: code)
    }
    guard parts.decimals.count <= places else {
      throw DeskError.tooFine(argument: argument, text: text, currency: code, decimals: places)
    }
    let zeros = String(repeating: "0", count: places - parts.decimals.count)
    guard let minorUnits = Int(parts.whole + parts.decimals + zeros) else {
      throw DeskError.unreadable(argument: argument, text: text, wanted: .money)
    }
    return Money(minorUnits: minorUnits, currency: code)
  }

  /// Sign and digits before the point, and digits after it; nil if the text is no such number.
  private static func decimal(_ text: String) -> (whole: String, decimals: String)? {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let decimals = parts.dropFirst().joined()
    guard Int(parts[0]) != nil, areDigits(decimals), parts.count == 1 || !decimals.isEmpty else {
      return nil
    }
    return (String(parts[0]), decimals)
  }

  /// Without its commas; nil if they don't stand between groups of three digits, as a decimal
  /// comma doesn't.
  private static func ungrouped(_ text: String) -> String? {
    guard text.contains(",") else { return text }
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let whole = parts[0].drop { $0 == "-" || $0 == "+" }
    let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
    guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 }),
      areDigits(groups.joined()), !parts.dropFirst().joined().contains(",")
    else { return nil }
    return text.filter { $0 != "," }
  }

  private static func areDigits(_ text: String) -> Bool {
    text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}
