import Bilingual

/// Why a text is no number that can be taken as written.
package enum NumberFault: Error, Equatable, Sendable {
  /// None of the forms that are read.
  case unreadable
  /// Hexadecimal, `1_000`, `nan`: numbers of programs, not of offices.
  case programmersForm
  /// A comma that stands for the decimal point, or could.
  case decimalComma
  /// More than the greatest number there is.
  case tooGreat
  /// Less than the smallest there is, which would become 0.
  case tooSmall
  /// A sum of money where the unit is another.
  case otherUnit(String)
}

/// Reads numbers as people write them: `12.5`, `1,234`, `１２．５`, `1.00E+03`, `▲1,200`, `(1,200)`, and where the
/// unit says so `60,000円` or `12.5h`.
package struct NumberReader: Sendable {
  private let unit: String
  private let commas: Commas

  /// What a comma between three digits means.
  package enum Commas: Sendable {
    case thousands
    /// Perhaps a decimal point: in a file that semicolons cut, `1,234` may be either.
    case unclear
  }

  /// - Parameter unit: behind or before the number it may stand; empty for none.
  package init(unit: String = "", commas: Commas = .thousands) {
    self.unit = unit.halfWidth.lowercased()
    self.commas = commas
  }

  private static let yen: Set = ["円", "yen", "jpy", "¥"]
  private static let decreases: Set<Character> = ["▲", "△"]

  /// A finite number, as near as there is one to what is written.
  package func number(_ text: String) throws(NumberFault) -> Double {
    let plain = try digits(of: text)
    guard let value = Double(plain) else { throw .unreadable }
    if !value.isFinite { throw .tooGreat }
    let mantissa = plain.prefix { $0 != "e" }
    if value == 0, mantissa.contains(where: { ("1"..."9").contains($0) }) { throw .tooSmall }
    return value
  }

  /// `12.5`, or `7/50`: a value and the denominator that it is a part of, which bears no unit. Nil for
  /// what is neither.
  package func measurement(_ text: String) -> (value: Double, denominator: Double?)? {
    let parts = text.halfWidth.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, let value = try? number(String(parts[0])) else { return nil }
    guard parts.count == 2 else { return (value, nil) }
    guard let denominator = try? NumberReader().number(String(parts[1])) else { return nil }
    return (value, denominator)
  }

  /// Sign, digits, point, digits and exponent, as programs write them, in lower case.
  package func digits(of text: String) throws(NumberFault) -> String {
    var rest = Substring(text.halfWidth.lowercased()).trimmed
    var sign = ""
    func takeSign() {
      guard sign.isEmpty, let first = rest.first else { return }
      if first == "-" || Self.decreases.contains(first) { sign = "-" }
      if first == "-" || first == "+" || Self.decreases.contains(first) { rest.removeFirst() }
    }
    takeSign()
    // As bookkeepers write what is less.
    if sign.isEmpty, rest.hasPrefix("("), rest.hasSuffix(")"), rest.count > 2 {
      sign = "-"
      rest = rest.dropFirst().dropLast().trimmed
    }
    try Self.refusePrograms(rest)
    try takeUnit(&rest)
    takeSign()
    try Self.check(rest)
    return sign + (try ungrouped(String(rest.trimmed)))
  }

  private func takeUnit(_ rest: inout Substring) throws(NumberFault) {
    if !unit.isEmpty, rest.hasSuffix(unit) {
      rest = rest.dropLast(unit.count).trimmed
      return
    }
    for mark in ["¥", "\\"] where rest.hasPrefix(mark) {
      guard Self.yen.contains(unit) else { throw .otherUnit("¥") }
      rest = rest.dropFirst().trimmed
      return
    }
    if rest.hasSuffix("%") { throw .otherUnit("%") }
    guard rest.hasSuffix("円") else { return }
    guard Self.yen.contains(unit) else { throw .otherUnit("円") }
    rest = rest.dropLast().trimmed
  }

  private static func refusePrograms(_ text: Substring) throws(NumberFault) {
    let forms = ["0x", "0b", "0o", "nan", "inf"]
    if forms.contains(where: { text.hasPrefix($0) }) || text.contains("_") {
      throw .programmersForm
    }
  }

  /// Refuses what is no decimal number with perhaps an exponent.
  private static func check(_ text: Substring) throws(NumberFault) {
    guard text.first.map({ $0.isASCII && $0.isNumber || $0 == "." || $0 == "," }) == true,
      text.utf8.allSatisfy("0123456789.,e+-".utf8.contains),
      text.utf8.contains(where: { (0x30...0x39).contains($0) })
    else { throw .unreadable }
  }

  /// Without its commas, which must stand between groups of three digits.
  private func ungrouped(_ text: String) throws(NumberFault) -> String {
    guard text.contains(",") else { return text }
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let groups = parts[0].split(separator: ",", omittingEmptySubsequences: false)
    let areThousands =
      (1...3).contains(groups[0].count) && groups[0] != "0"
      && groups.dropFirst().allSatisfy { $0.count == 3 }
      && groups.joined().allSatisfy(\.isNumber) && !parts.dropFirst().joined().contains(",")
    guard areThousands else { throw .decimalComma }
    if commas == .unclear, groups.count == 2, parts.count == 1 { throw .decimalComma }
    return text.filter { $0 != "," }
  }
}

extension Substring {
  /// Without spaces at its ends.
  fileprivate var trimmed: Substring {
    var rest = drop { $0 == " " }
    while rest.last == " " { rest.removeLast() }
    return rest
  }
}
