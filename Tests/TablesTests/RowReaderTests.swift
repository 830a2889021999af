import Tables
import TestSupport
import Testing

@Suite struct RowReaderTests {
  private func rows(_ text: String, _ count: RowReader.FieldCount = .likeFirst) -> [TableRow] {
    RowReader.rows(of: Array(text.utf8), fieldCount: count)
  }

  @Test(
    "The examples of RFC 4180 read as it says",
    arguments: [
      "aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n", "aaa,bbb,ccc\r\nzzz,yyy,xxx",
      "\"aaa\",\"bbb\",\"ccc\"\r\nzzz,yyy,xxx", "aaa,bbb,ccc\nzzz,yyy,xxx\n",
      "aaa,bbb,ccc\n\n\r\nzzz,yyy,\"xxx\"",
    ])
  func examples(text: String) {
    let fields = rows(text).map { row -> [String] in
      if case .record(_, let fields) = row { fields } else { [] }
    }
    #expect(fields == [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]])
  }

  @Test("Quoted fields hold line ends, commas and doubled quotes, and lines are counted")
  func quoted() {
    #expect(
      rows("\"aaa\",\"b\r\nbb\",\"c\nc\"\r\n\"a\"\"b\",\",\",\"\"\"\"\r\n,\"\", x \n") == [
        .record(line: 1, fields: ["aaa", "b\r\nbb", "c\nc"]),
        .record(line: 4, fields: ["a\"b", ",", "\""]),
        .record(line: 5, fields: ["", "", " x "]),
      ])
  }

  @Test("A misplaced quote spoils its line and no other")
  func strayQuotes() {
    #expect(
      rows("a,b\nx\"y,1\n\"x\"y,2\n1,\"q\" \nc,d\n") == [
        .record(line: 1, fields: ["a", "b"]), .fault(line: 2, .strayQuote(field: 1)),
        .fault(line: 3, .strayQuote(field: 1)), .fault(line: 4, .strayQuote(field: 2)),
        .record(line: 5, fields: ["c", "d"]),
      ])
  }

  @Test("A quote never closed is told with the line its record starts on")
  func unclosed() {
    #expect(
      rows("a,b\nc,\"d\ne,f\n") == [
        .record(line: 1, fields: ["a", "b"]), .fault(line: 2, .unclosedQuote),
      ])
  }

  @Test("A carriage return alone is refused outside quotes")
  func strayReturn() {
    #expect(
      rows("a\rb\nc\n\"d\"\r", .any) == [
        .fault(line: 1, .strayCarriageReturn(field: 1)), .record(line: 2, fields: ["c"]),
        .fault(line: 3, .strayCarriageReturn(field: 1)),
      ])
  }

  @Test("Every record has as many fields as asked, or as the first")
  func fieldCount() {
    #expect(
      rows("a,b\n1\n1,2,3\n1,\n") == [
        .record(line: 1, fields: ["a", "b"]),
        .fault(line: 2, .wrongFieldCount(expected: 2, found: 1)),
        .fault(line: 3, .wrongFieldCount(expected: 2, found: 3)),
        .record(line: 4, fields: ["1", ""]),
      ])
    #expect(rows("a\n\nb,c\n", .any).count == 2)
  }

  @Test("Empty fields behind the last, and rows with nothing in them, are passed over")
  func surplus() {
    #expect(
      rows("a,b,,\r\n1,2,,\r\n,,,\r\n 3,,\n,\n\"\",\" \"\n4,5,,,,\n6,7,,x\n") == [
        .record(line: 1, fields: ["a", "b"]), .record(line: 2, fields: ["1", "2"]),
        .record(line: 4, fields: [" 3", ""]), .record(line: 7, fields: ["4", "5"]),
        .fault(line: 8, .wrongFieldCount(expected: 2, found: 4)),
      ])
    #expect(rows("a,,\nb,c,,\n,d\n", .any).map(\.fields) == [["a"], ["b", "c"], ["", "d"]])
  }

  @Test("Where a CR alone ends lines, LF is text within quotes, and lines are counted")
  func carriageReturns() {
    var reader = RowReader(lineEnd: .carriageReturn)
    var found: [TableRow] = []
    reader.feed(Array("a,b\rc,\"d\ne\"\rf\rg,h".utf8).span) { found.append($0) }
    reader.finish { found.append($0) }
    #expect(
      found == [
        .record(line: 1, fields: ["a", "b"]), .record(line: 2, fields: ["c", "d\ne"]),
        .fault(line: 3, .wrongFieldCount(expected: 2, found: 1)),
        .record(line: 4, fields: ["g", "h"]),
      ])
  }

  @Test("Bytes that aren't UTF-8 spoil their record, even when neighbors would complete them")
  func invalidUTF8() {
    let bytes = Array("a,b\n".utf8) + [0xE3, 0x81, 0x2C, 0x82, 0x0A] + Array("c,あ\n".utf8)
    #expect(
      RowReader.rows(of: bytes) == [
        .record(line: 1, fields: ["a", "b"]), .fault(line: 2, .notText(field: 1)),
        .record(line: 3, fields: ["c", "あ"]),
      ])
    #expect(RowReader.rows(of: [0xEF, 0xBB]) == [.fault(line: 1, .notText(field: 1))])
  }

  @Test("A record over the limit is told once, and reading goes on with the next line")
  func tooLong() {
    let text = "a,b\n\(String(repeating: "x", count: 50)),1\nc,d\n"
    #expect(
      RowReader.rows(of: Array(text.utf8), limit: 20) == [
        .record(line: 1, fields: ["a", "b"]), .fault(line: 2, .tooLong(limit: 20)),
        .record(line: 3, fields: ["c", "d"]),
      ])
  }

  @Test("Nothing, and empty lines, are no rows")
  func empty() {
    #expect(rows("").isEmpty)
    #expect(rows("\n\r\n").isEmpty)
  }

  @Test("Where the chunks are cut makes no difference")
  func chunks() {
    var generator = SeededGenerator.printed()
    let alphabet: [UInt8] = Array("a,\"\r\n,\"\nあ".utf8) + [0xEF, 0xBB, 0xBF]
    for _ in 0..<2000 {
      let count = Int.random(in: 0...30, using: &generator)
      let bytes = (0..<count).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
      var reader = RowReader(fieldCount: .any)
      var rows: [TableRow] = []
      for byte in bytes { reader.feed([byte].span) { rows.append($0) } }
      reader.finish { rows.append($0) }
      #expect(rows == RowReader.rows(of: bytes, fieldCount: .any), "\(bytes)")
    }
  }
}

extension TableRow {
  /// Nil for a fault.
  var fields: [String]? {
    if case .record(_, let fields) = self { fields } else { nil }
  }
}
