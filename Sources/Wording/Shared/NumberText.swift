package import Bilingual
import Glibc
package import Statistics

/// Numbers as people read them.
///
/// Digits after the point go no further than so many significant ones, and none of the integer part
/// is ever rounded away: 1,234,567 yen stay what they are.
package struct NumberText: Hashable, Sendable {
  package let unit: String
  package let language: Language
  /// 0.125 is then 12.5%.
  package let isProportion: Bool

  package init(unit: String = "", language: Language, isProportion: Bool = false) {
    self.unit = unit
    self.language = language
    self.isProportion = isProportion
  }

  /// Of a chart's points.
  package init(unit: String, of options: ChartOptions, _ language: Language) {
    self.init(
      unit: unit, language: language,
      isProportion: options.kind == .p || options.clamp == .proportion)
  }

  /// What was observed or set by people, with its unit: up to 4 significant digits.
  package func measured(_ value: Double) -> String { withUnit(bare(value, digits: 4)) }

  /// What was recorded, as it was, with its unit: no digit is left out. Of a proportion, which in
  /// percent is computed, up to 12 significant ones.
  package func recorded(_ value: Double) -> String {
    withUnit(isProportion ? bare(value, digits: 12) : Self.exact(value))
  }

  /// What was computed, such as a limit, with its unit: up to 3 significant digits.
  package func computed(_ value: Double) -> String { withUnit(bare(value)) }

  func withRounding(_ value: Double, digits: Int) -> String {
    withUnit(bare(value, digits: digits))
  }

  /// How far one value lies from another, with its sign and unit: of proportions in points.
  package func difference(_ value: Double) -> String {
    let unit = isProportion ? language.choose("points", "ポイント") : unit
    return NumberText(unit: unit, language: language).withUnit(bareDifference(value))
  }

  /// The same without the unit.
  package func bareDifference(_ value: Double) -> String {
    let text = Self.significant(shown(value), digits: 3)
    return value > 0 && text != "0" ? "+" + text : text
  }

  /// Without the unit, but with the sign of percent.
  package func bare(_ value: Double, digits: Int = 3) -> String {
    percent(Self.significant(shown(value), digits: digits))
  }

  /// Without the unit, with as many decimals as it takes to tell multiples of `step` apart.
  package func tick(_ value: Double, step: Double) -> String {
    percent(Self.fixed(shown(value), decimals: Self.decimals(for: shown(step), digits: 1)))
  }

  /// The unit that goes with `bare`; nil where the number says it all.
  package var axisUnit: String? { isProportion || unit.isEmpty ? nil : unit }

  private func shown(_ value: Double) -> Double { isProportion ? value * 100 : value }

  private func percent(_ text: String) -> String { isProportion ? text + "%" : text }

  private func withUnit(_ text: String) -> String {
    guard let unit = axisUnit else { return text }
    if Self.currencies.contains(unit) {
      return text.hasPrefix("−") ? "−" + unit + text.dropFirst() : unit + text
    }
    return isSpaced(unit) ? "\(text) \(unit)" : text + unit
  }

  private static let currencies: Set<String> = ["¥", "￥", "$", "€", "£"]

  /// Signs stand at their number; words stand apart from it, but Japanese ones in Japanese.
  private func isSpaced(_ unit: String) -> Bool {
    guard let first = unit.unicodeScalars.first else { return false }
    if "%％‰°℃".unicodeScalars.contains(first) { return false }
    return language == .english || first.isASCII
  }
}

extension NumberText {
  /// What is smaller counts as 0: a power of ten for it would underflow.
  private static let smallest = 1e-300

  /// A whole number with thousands separated.
  package static func whole(_ number: Int) -> String {
    (number < 0 ? "−" : "") + grouped(String(number.magnitude))
  }

  /// Every digit that it takes to read the same number back.
  package static func exact(_ value: Double) -> String {
    let parts = "\(abs(value))".split(separator: ".", maxSplits: 1)
    guard parts.count == 2, !parts[1].contains("e") else {
      return signed("\(abs(value))", negative: value < 0)
    }
    let decimals = parts[1] == "0" ? "" : "." + parts[1]
    return signed(grouped(String(parts[0])) + decimals, negative: value < 0)
  }

  /// Up to so many significant digits, without zeros at the end of the decimals.
  static func significant(_ value: Double, digits: Int) -> String {
    let text = fixed(value, decimals: decimals(for: value, digits: digits))
    guard text.contains("."), !text.contains("e") else { return text }
    let kept = text.reversed().drop { $0 == "0" }.drop { $0 == "." }
    return String(kept.reversed())
  }

  /// Decimals that show so many significant digits; 0 to 12.
  static func decimals(for value: Double, digits: Int) -> Int {
    guard abs(value) >= smallest else { return 0 }
    let exponent = Int(log10(abs(value)).rounded(.down))
    return min(max(digits - 1 - exponent, 0), 12)
  }

  static func fixed(_ value: Double, decimals: Int) -> String {
    let size = abs(value) < smallest ? 0 : abs(value)
    guard size < 1e15, size == 0 || size >= 1e-9 else { return scientific(value) }
    let power = pow(10, Double(size >= 1e6 ? min(decimals, 3) : decimals))
    let scaled = Int((size * power).rounded())
    let digits = String(scaled)
    guard power > 1 else { return signed(grouped(digits), negative: value < 0 && scaled != 0) }
    let places = size >= 1e6 ? min(decimals, 3) : decimals
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    let text = grouped(String(padded.dropLast(places))) + "." + padded.suffix(places)
    return signed(text, negative: value < 0 && scaled != 0)
  }

  /// Three digits and a power of ten: `1.23e20`.
  private static func scientific(_ value: Double) -> String {
    let exponent = Int(log10(abs(value)).rounded(.down))
    let mantissa = abs(value) / pow(10, Double(exponent))
    return signed(significant(mantissa, digits: 3) + "e\(exponent)", negative: value < 0)
  }

  private static func signed(_ text: String, negative: Bool) -> String {
    negative ? "−" + text : text
  }

  static func grouped(_ digits: String) -> String {
    guard digits.utf8.count > 3 else { return digits }
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.utf8.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }
}

extension NumberText {
  /// About so much: 2 significant digits, from 100 on 3.
  package func rounded(_ value: Double) -> String {
    let scale = abs(shown(value))
    guard scale >= 1_000, scale < 1e15, !isProportion else {
      return withRounding(value, digits: scale >= 100 ? 3 : 2)
    }
    let step = pow(10, log10(scale).rounded(.down) - 2)
    return withRounding((value / step).rounded() * step, digits: 3)
  }

  /// What stands side by side, with the decimals that the largest of them takes at 3 significant digits,
  /// of units below 10 at 2; without the unit, but with the sign of percent.
  package func alike(_ values: [Double]) -> [String] {
    let largest = values.map { abs(shown($0)) }.max() ?? 0
    let decimals = Self.decimals(for: largest, digits: largest >= 10 || largest < 1 ? 3 : 2)
    return values.map { percent(Self.fixed(shown($0), decimals: $0 == 0 ? 0 : decimals)) }
  }
}

/// Where programs read them, too: in commands and in what the log says.
extension Double {
  /// The shortest digits that read back as the same number; whole numbers without a point.
  package var words: String {
    if let whole = Int(exactly: self), whole.magnitude < 1 << 53 { return "\(whole)" }
    return "\(self)"
  }

  /// A computed number such as a mean as sentences show it: four significant digits, none of the
  /// whole part rounded away, and no zeros at the end.
  package var roundedWords: String {
    guard isFinite, magnitude < 1e15 else { return words }
    var step = 1.0
    while magnitude * step < 1_000, step < 1e12 { step *= 10 }
    return ((self * step).rounded() / step).words
  }
}
