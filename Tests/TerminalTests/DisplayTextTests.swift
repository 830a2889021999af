import Terminal
import Testing

@Suite struct DisplayTextTests {
  @Test(
    "What could act on a terminal is shown instead",
    arguments: [
      ("a\u{1B}[31mred", "a␛[31mred"),
      ("tab\there", "tab␉here"),
      ("one\ntwo\r\nthree\rfour", "one⏎two⏎three␍four"),
      ("nul\0 del\u{7F} bell\u{7}", "nul␀ del␡ bell␇"),
      ("csi\u{9B}31m", "csi\\u{9B}31m"),
      ("a\u{202E}b\u{202C}", "a\\u{202E}b\\u{202C}"),
      (
        "a\u{2066}b\u{2069}\u{200E}\u{200F}\u{61C}",
        "a\\u{2066}b\\u{2069}\\u{200E}\\u{200F}\\u{61C}"
      ),
      ("line\u{2028}para\u{2029}", "line\\u{2028}para\\u{2029}"),
      ("zero\u{200B}width\u{FEFF}soft\u{AD}", "zero\\u{200B}width\\u{FEFF}soft\\u{AD}"),
      ("a\u{200D}b", "a\\u{200D}b"),
      ("tag\u{E0041}", "tag\\u{E0041}"),
      ("filler\u{3164}\u{115F}", "filler\\u{3164}\\u{115F}"),
      ("non\u{FFFE}\u{1FFFF}", "non\\u{FFFE}\\u{1FFFF}"),
      ("1\u{FE0F}", "1\\u{FE0F}"),
      ("\u{301}lone mark", "\u{25CC}\u{301}lone mark"),
    ])
  func shows(text: String, shown: String) {
    #expect(safe(text) == shown)
  }

  @Test(
    "What people write stays as it is",
    arguments: [
      "plain text", "提案書の作成時間を30%減らす。", "ﾊﾞｯﾁ　処理", "e\u{301}", "👨‍👩‍👧‍👦 👩🏽‍💻 🇯🇵 1️⃣ ❤️ ❤️‍🔥 🏳️‍🌈",
      "葛\u{E0100}城市", "神\u{FE00}", "non\u{A0}breaking", "한국어", "",
    ])
  func keeps(text: String) {
    #expect(Array(safe(text).unicodeScalars) == Array(text.unicodeScalars))
  }

  @Test("The block form keeps line feeds and nothing else")
  func block() {
    #expect(DisplayText.block("one\r\ntwo\n\nthree\rx\t") == "one\ntwo\n\nthree␍x␉")
    #expect(DisplayText.block("a\n\u{301}b") == "a\n\u{25CC}\u{301}b")
  }

  @Test("Marks beyond the eighth on one letter are shown beside it")
  func marks() {
    let zalgo = "a" + String(repeating: "\u{301}", count: 10)
    let shown = "a" + String(repeating: "\u{301}", count: 8) + "\\u{301}\\u{301}"
    #expect(safe(zalgo) == shown)
  }

  @Test("No text whatever gets a control or a bidi control through, and twice is once")
  func property() {
    let seed = SeededGenerator.printedSeed("DisplayText")
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<3000 {
      let text = randomText(&generator)
      for (shown, allowed) in [(DisplayText.line(text), false), (DisplayText.block(text), true)] {
        #expect(!shown.unicodeScalars.contains { isHarmful($0, newline: allowed) }, "seed \(seed)")
      }
      #expect(scalars(safe(safe(text))) == scalars(safe(text)), "seed \(seed): \(scalars(text))")
      let block = DisplayText.block(text)
      #expect(scalars(DisplayText.block(block)) == scalars(block), "seed \(seed): \(scalars(text))")
    }
  }

  private func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }

  private func isHarmful(_ scalar: Unicode.Scalar, newline: Bool) -> Bool {
    switch scalar.value {
    case 0x0A: !newline
    case 0..<0x20, 0x7F..<0xA0, 0x200B, 0x200C, 0x200E, 0x200F, 0x61C, 0x2028...0x202E,
      0x2060...0x206F, 0xFEFF, 0xE0000...0xE007F:
      true
    default: false
    }
  }

  /// Up to 12 scalars, half of them from those the rewriter treats specially.
  private func randomText(_ generator: inout SeededGenerator) -> String {
    let special: [Unicode.Scalar] = [
      "\n", "\r", "\t", "\u{1B}", "\u{7F}", "\u{9B}", "\u{200B}", "\u{200D}", "\u{FE0F}",
      "\u{20E3}",
      "\u{202E}", "\u{2066}", "\u{2028}", "\u{301}", "\u{1F468}", "\u{1F3FD}", "\u{2764}", "1", "葛",
      "\u{E0100}", "\u{E0041}", "\u{FE00}", "\u{61C}", "a", "\u{1F1EF}", "\u{3164}",
    ]
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...12, using: &generator) {
      let any = Unicode.Scalar(UInt32.random(in: 0..<0xE1000, using: &generator))
      if Bool.random(using: &generator), let any { text.append(any) }
      text.append(special.randomElement(using: &generator) ?? "a")
    }
    return String(text)
  }
}
