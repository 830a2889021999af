import Tables
import Testing

@Suite struct LineReaderTests {
  private func lines(_ bytes: [UInt8], limit: Int = 100, chunk: Int = 3) -> [TextLine] {
    var reader = LineReader(limit: limit)
    var lines: [TextLine] = []
    for start in stride(from: 0, to: bytes.count, by: chunk) {
      let piece = Array(bytes[start..<min(bytes.count, start + chunk)])
      reader.feed(piece.span) { lines.append($0) }
    }
    reader.finish { lines.append($0) }
    return lines
  }

  @Test("Lines end with LF or CR LF, and the last needs none")
  func lines() {
    #expect(
      lines(Array("\u{FEFF}{\"a\":1}\r\n\nあ".utf8)) == [
        .line(number: 1, text: "{\"a\":1}"), .line(number: 2, text: ""),
        .line(number: 3, text: "あ"),
      ])
    #expect(lines([]).isEmpty)
    #expect(lines(Array("a\n\u{1A}".utf8)) == [.line(number: 1, text: "a")])
  }

  @Test("A line too long or not UTF-8 is told, and the next is read")
  func faults() {
    let bytes = Array("0123456789\n".utf8) + [0xFF, 0x0A] + Array("ok".utf8)
    #expect(
      lines(bytes, limit: 9) == [
        .fault(number: 1, .tooLong(limit: 9)), .fault(number: 2, .invalidUTF8),
        .line(number: 3, text: "ok"),
      ])
  }
}
