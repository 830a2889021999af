import Tables
import TestSupport
import Testing

@Suite("Numbers as people write them")
struct NumberReaderTests {
  static let forms: [(String, Double)] = [
    ("12.5", 12.5), ("１２．５", 12.5), ("1,234", 1_234), ("1,234,567.5", 1_234_567.5),
    ("１，２３４", 1_234),
    ("-5", -5), ("−5", -5), ("▲1,200", -1_200), ("△1.5", -1.5), ("(1,200)", -1_200),
    ("（1,200）", -1_200),
    ("+7", 7), (".5", 0.5),
    ("-.5", -0.5),
    ("5.", 5), ("1e3", 1_000), ("1.00E+03", 1_000), ("-1e3", -1_000), ("-0", 0), (" 7 ", 7),
    ("0.1", 0.1), ("1e-300", 1e-300),
  ]

  @Test(
    "Forms of offices are read",
    arguments: NumberReaderTests.forms)
  func numbers(text: String, value: Double) throws {
    #expect(try NumberReader().number(text) == value)
  }

  static let faulty: [(String, NumberFault)] = [
    ("0x10", NumberFault.programmersForm), ("0x1p3", .programmersForm),
    ("0xFF", .programmersForm),
    ("０ｘ１０", .programmersForm), ("0b11", .programmersForm), ("nan", .programmersForm),
    ("infinity", .programmersForm), ("-inf", .programmersForm), ("1_000", .programmersForm),
    ("1e-400", .tooSmall), ("1e400", .tooGreat), ("-1e999", .tooGreat),
    ("1 000", .unreadable), ("12,5", .decimalComma), ("0,125", .decimalComma),
    ("1,23,456", .decimalComma),
    ("1.234,5", .decimalComma), ("", .unreadable), ("-", .unreadable), (".", .unreadable),
    ("--5", .unreadable), ("▲▲5", .unreadable), ("1e", .unreadable), ("abc", .unreadable),
    ("12h", .unreadable), ("1.2.3", .unreadable), ("#N/A", .unreadable), ("(-5)", .unreadable),
    ("()", .unreadable), ("12.5%", .otherUnit("%")),
  ]

  @Test(
    "Forms of programs, and what no number can hold, are refused with the reason",
    arguments: NumberReaderTests.faulty)
  func refused(text: String, fault: NumberFault) {
    #expect(throws: fault) { try NumberReader().number(text) }
  }

  @Test("The unit may stand beside a number, and no other")
  func units() throws {
    let yen = NumberReader(unit: "円")
    for text in ["60,000円", "¥60,000", "￥60,000", "６０，０００円", "\\60,000", "60000"] {
      #expect(try yen.number(text) == 60_000, "\(text)")
    }
    #expect(try yen.number("▲¥1,200") == -1_200)
    #expect(try yen.number("¥▲1,200") == -1_200)
    #expect(try yen.number("(1,200円)") == -1_200)
    #expect(try NumberReader(unit: "%").number("-12.5%") == -12.5)
    #expect(try NumberReader(unit: "h").number("12.5 h") == 12.5)
    #expect(try NumberReader(unit: "JPY").number("¥5") == 5)
    #expect(throws: NumberFault.otherUnit("円")) { try NumberReader(unit: "千円").number("60,000円") }
    #expect(throws: NumberFault.otherUnit("¥")) { try NumberReader(unit: "h").number("¥5") }
  }

  @Test("Where commas may be decimal points, one alone is refused")
  func unclearCommas() throws {
    let reader = NumberReader(commas: .unclear)
    #expect(throws: NumberFault.decimalComma) { try reader.number("1,234") }
    #expect(try reader.number("1,234,567") == 1_234_567)
    #expect(try reader.number("1,234.5") == 1_234.5)
  }

  @Test("Every number that is written is read as it was")
  func roundTrip() throws {
    var generator = SeededGenerator.printed()
    for _ in 0..<2_000 {
      let number = Double(bitPattern: UInt64.random(in: 0 ... .max, using: &generator))
      guard number.isFinite, number.isNormal else { continue }
      #expect(try NumberReader().number("\(number)") == number)
    }
  }
}
