import Terminal
import Testing

@Suite struct DisplayWidthTests {
  /// Text, cells where ambiguous characters are narrow, cells where they are wide; from the
  /// independent implementation wcwidth 0.9.4 (Unicode 18.0.0).
  static let oracle: [(text: String, narrow: Int, wide: Int)] = [
    ("abc", 3, 3),
    ("\u{65E5}\u{672C}\u{8A9E}", 6, 6),
    ("\u{FF8A}\u{FF9D}\u{FF76}\u{FF78}", 4, 4),
    ("\u{FF8A}\u{FF9E}\u{FF8B}\u{FF9F}", 4, 4),
    ("\u{304C}", 2, 2),
    ("\u{304B}\u{3099}", 2, 2),
    ("e\u{301}", 1, 1),
    ("\u{C5}", 1, 1),
    ("\u{2460}", 1, 2),
    ("\u{25CB}\u{D7}", 2, 4),
    ("\u{2026}", 1, 2),
    ("\u{FF46}\u{FF55}\u{FF4C}\u{FF4C}\u{3000}", 10, 10),
    ("\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}", 2, 2),
    ("\u{1F469}\u{1F3FD}\u{200D}\u{1F4BB}", 2, 2),
    ("\u{1F1EF}\u{1F1F5}", 2, 2),
    ("\u{1F1EF}\u{1F1F5}\u{1F1EB}\u{1F1F7}", 4, 4),
    ("1\u{FE0F}\u{20E3}", 2, 2),
    ("\u{2764}\u{FE0F}", 2, 2),
    ("\u{2764}", 1, 1),
    ("\u{2764}\u{FE0F}\u{200D}\u{1F525}", 2, 2),
    ("\u{1F3F3}\u{FE0F}\u{200D}\u{1F308}", 2, 2),
    ("\u{2603}", 1, 1),
    ("\u{23F3}", 2, 2),
    ("\u{D55C}\u{AE00}", 4, 4),
    ("\u{AC01}", 2, 2),
    ("\u{F1}and\u{FA}", 5, 6),
    ("\u{845B}\u{E0100}\u{57CE}", 4, 4),
    ("\u{795E}\u{FE00}", 2, 2),
    ("\u{FFE5}", 2, 2),
    ("\u{A5}", 1, 1),
    ("\u{301C}", 2, 2),
    ("\u{FF5E}", 2, 2),
    ("\u{30FB}", 2, 2),
    ("\u{FF65}", 1, 1),
    ("\u{30FC}", 2, 2),
    ("\u{1FAE0}", 2, 2),
    ("\u{20BB7}\u{91CE}\u{5BB6}", 6, 6),
    ("\u{337B}", 2, 2),
    ("\u{3231}", 2, 2),
    ("\u{2167}", 1, 2),
    ("\u{2113}", 1, 2),
    ("\u{3B1}", 1, 2),
    ("\u{42F}", 1, 2),
    ("\u{2015}", 1, 2),
    ("\u{201D}", 1, 2),
    ("\u{200B}", 0, 0),
    ("a\u{200B}b", 2, 2),
    ("\u{1D4B3}", 1, 1),
    ("\u{1F44D}\u{1F3FF}", 2, 2),
    ("\u{26A0}\u{FE0F}", 2, 2),
    ("\u{26A0}", 1, 1),
    ("\u{2713}", 1, 1),
    ("\u{2717}", 1, 1),
    ("\u{2116}", 1, 2),
    ("\u{9AD9}\u{FA11}", 4, 4),
  ]

  @Test("Widths agree with an independent implementation", arguments: oracle)
  func agreesWithOracle(text: String, narrow: Int, wide: Int) {
    #expect(displayWidth(text) == narrow)
    #expect(displayWidth(text, ambiguous: .wide) == wide)
  }

  @Test("The width of a text is the sum of its characters' widths")
  func isAdditive() {
    let text = Self.oracle.map(\.text).joined(separator: " ")
    let sum = Self.oracle.map(\.narrow).reduce(0, +) + Self.oracle.count - 1
    #expect(displayWidth(text) == sum)
  }

  @Test("Truncation never passes the width and never splits a family or a mark")
  func truncates() {
    #expect(Fitting.truncate("提案書作成時間", toWidth: 9) == "提案書作…")
    #expect(Fitting.truncate("提案書作成時間", toWidth: 8) == "提案書…")
    #expect(Fitting.truncate("提案書", toWidth: 6) == "提案書")
    #expect(Fitting.truncate("ab👨‍👩‍👧‍👦cd", toWidth: 4) == "ab…")
    #expect(Fitting.truncate("か\u{3099}か\u{3099}か", toWidth: 5) == "か\u{3099}か\u{3099}…")
    #expect(Fitting.truncate("abc", toWidth: 1) == "…")
    #expect(Fitting.truncate("abc", toWidth: 0) == "")
    #expect(Fitting.truncate("abcdef", toWidth: 4, ambiguous: .wide) == "ab…")
  }

  @Test("Padding counts cells, and leaves what is too wide")
  func pads() {
    #expect(Fitting.pad("時間", toWidth: 6) == "時間  ")
    #expect(Fitting.pad("時間", toWidth: 6, align: .right) == "  時間")
    #expect(Fitting.pad("時間", toWidth: 3) == "時間")
  }
}
