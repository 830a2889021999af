import Glibc
import Tables
import TestSupport
import Testing

@Suite("Reading tables of any form")
struct TableReaderTests {
  private func read(
    _ bytes: [UInt8], _ reader: TableReader = TableReader(), chunk: Int = 1 << 16
  ) throws(TableFault) -> (rows: [TableRow], form: TableReader.Form?) {
    var reader = reader
    var rows: [TableRow] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      try reader.feed(rest.prefix(chunk)) { rows.append($0) }
      rest = rest.dropFirst(chunk)
    }
    try reader.finish { rows.append($0) }
    return (rows, reader.form)
  }

  private func bytes(_ text: String, _ encoding: String) -> [UInt8] {
    let handle = iconv_open(encoding, "UTF-8")
    defer { iconv_close(handle) }
    var source = Array(text.utf8).map { CChar(bitPattern: $0) }
    var target = [CChar](repeating: 0, count: source.count * 4 + 16)
    let count = target.count
    let left = source.withUnsafeMutableBufferPointer { from in
      target.withUnsafeMutableBufferPointer { to in
        var (input, output) = (from.baseAddress, to.baseAddress)
        var (inLeft, outLeft) = (from.count, to.count)
        #expect(iconv(handle, &input, &inLeft, &output, &outLeft) == 0, "\(text) in \(encoding)")
        return outLeft
      }
    }
    return target.prefix(count - left).map { UInt8(bitPattern: $0) }
  }

  private let text = "期間,値,担当\r\n2026-W40,12.5,髙橋 ①Ⅲ㈱\r\n2026-W41,13,ｶﾅ～表\r\n"
  private let rows = [
    ["期間", "値", "担当"], ["2026-W40", "12.5", "髙橋 ①Ⅲ㈱"], ["2026-W41", "13", "ｶﾅ～表"],
  ]

  @Test(
    "Each encoding is found by its bytes, with and without a mark, wherever chunks are cut",
    arguments: [
      ("UTF-8", "", TextEncoding.utf8), ("UTF-8", "\u{FEFF}", .utf8),
      ("UTF-16LE", "\u{FEFF}", .utf16LittleEndian), ("UTF-16BE", "\u{FEFF}", .utf16BigEndian),
      ("UTF-16LE", "", .utf16LittleEndian), ("UTF-16BE", "", .utf16BigEndian),
      ("CP932", "", .cp932),
    ])
  func encodings(name: String, mark: String, encoding: TextEncoding) throws {
    for chunk in [1, 2, 3, 7, 1 << 16] {
      let found = try read(bytes(mark + text, name), chunk: chunk)
      #expect(found.rows.map(\.fields) == rows, "\(name), chunks of \(chunk)")
      #expect(found.form?.encoding == encoding)
      #expect(found.form?.delimiter == .comma)
    }
  }

  @Test("Text that is ASCII for long is CP932 from the first byte that says so")
  func late() throws {
    let head = String(repeating: "2026-W40,12.5,sato\n", count: 20_000)
    let found = try read(bytes(head + "2026-W41,13,髙橋は能力表\n", "CP932"), chunk: 4_096)
    #expect(found.rows.count == 20_001)
    #expect(found.rows.last?.fields == ["2026-W41", "13", "髙橋は能力表"])
    #expect(found.form?.encoding == .cp932)
  }

  @Test("Nothing but ASCII so far is said so, and a file looked at before is what it will be")
  func soFar() throws {
    let head = String(repeating: "2026-W40,12.5,sato\n", count: 20_000)
    var reader = TableReader()
    try reader.feed(Array(head.utf8)[...]) { _ in }
    #expect(reader.form?.isASCIISoFar == true)
    try reader.finish { _ in }
    #expect(reader.form?.isASCIISoFar == false)
    let all = bytes(head + "2026-W41,13,髙橋は能力表\n", "CP932")
    var known = TableReader()
    try known.settle { take in
      var rest = all[...]
      while !rest.isEmpty, try take(rest.prefix(4_096)) { rest = rest.dropFirst(4_096) }
    }
    try known.feed(all.prefix(100_000)) { _ in }
    #expect(known.form?.encoding == .cp932 && known.form?.isASCIISoFar == false)
    var refused = TableReader()
    #expect(throws: TableFault.foreignEncoding(.iso2022JP)) {
      try refused.settle { _ = try $0(bytes(head + "a,日付\n", "ISO-2022-JP")[...]) }
    }
  }

  @Test("Rows before bytes that can't be read are handed on")
  func beforeFault() throws {
    let head = String(repeating: "2026-W40,12.5,sato\n", count: 20_000)
    var reader = TableReader()
    var count = 0
    #expect(throws: TableFault.foreignEncoding(.iso2022JP)) {
      try reader.feed(bytes(head + "a,日付\n", "ISO-2022-JP")[...]) { _ in count += 1 }
      try reader.finish { _ in count += 1 }
    }
    #expect(count == 20_000)
  }

  @Test("Two half-width kana that are a sign of Latin in UTF-8 are refused unless it is said")
  func signs() throws {
    let text = Array("a,b\n1,x ".utf8) + [0xC2, 0xA9] + Array("\n".utf8)
    #expect(throws: TableFault.encodingUnclear("UTF-8", "CP932")) { try read(text) }
    let said = try read(text, TableReader(encoding: .cp932))
    #expect(said.rows.last?.fields == ["1", "x ﾂｩ"])
    #expect(try read(Array("a,b\n1,é ©\n".utf8)).form?.encoding == .utf8)
    #expect(try read(Array("a,b\n1,x\u{A0}y\n".utf8)).form?.encoding == .utf8)
  }

  @Test("Chinese and Korean are not called Japanese")
  func elsewhere() throws {
    let chinese = "日期，内容，备注\n四月二日，现在下载小项目，想象限制消费，完成了相关的工作现状\n"
    #expect(throws: TableFault.strangeEncoding) { try read(bytes(chinese, "GB18030")) }
    let korean = "날짜,내용\n2026-04-02,오늘은 제안서의 초안을 작성하고 고객에게 전화를 걸어 일정을 확인했습니다 그리고 회의\n"
    #expect(throws: TableFault.strangeEncoding) { try read(bytes(korean, "EUC-KR")) }
  }

  @Test("A row of full-width spaces is blank, and DOS's end of file is nothing")
  func nothing() throws {
    let found = try read(Array("a,b\n　,　\n 　\t,\n1,　x\n\u{1A}".utf8))
    #expect(found.rows.map(\.fields) == [["a", "b"], ["1", "　x"]])
    #expect(try read(Array("a,b\n1,2\u{1A}\u{1A}".utf8)).rows.last?.fields == ["1", "2"])
  }

  @Test("Half-width katakana alone are CP932; Western letters are not taken for kanji")
  func katakana() throws {
    #expect(try read(bytes("ﾅﾏｴ,ｱﾀｲ\nﾔﾏﾀﾞ,1\n", "CP932")).rows.first?.fields == ["ﾅﾏｴ", "ｱﾀｲ"])
    for text in ["a,café\n", "a,it’s\n", "Größe,naïve\n", "Ünal,é\n", "“x”,b\n"] {
      let found = try read(bytes(text, "CP1252"))
      #expect(found.rows.first?.fields == nil, "\(text)")
    }
  }

  @Test("EUC-JP and ISO-2022-JP are refused by name, whether in kana or kanji")
  func foreign() throws {
    for text in ["日付,内容\n", "a,カタカナ\n", "a,提案書の初稿を作成\n", "期間,値\n"] {
      #expect(throws: TableFault.foreignEncoding(.eucJP), "\(text)") {
        try read(bytes(text, "EUC-JP"))
      }
      #expect(throws: TableFault.foreignEncoding(.iso2022JP), "\(text)") {
        try read(bytes("x,y\n" + text, "ISO-2022-JP"), chunk: 1)
      }
    }
    #expect(throws: TableFault.foreignEncoding(.eucJP)) { try TextEncoding(named: "EUC-JP") }
    #expect(throws: TableFault.unknownEncoding("latin9")) { try TextEncoding(named: "latin9") }
  }

  @Test("What is said to be CP932 is read so, and bytes that stand for nothing spoil their row")
  func said() throws {
    let reader = TableReader(encoding: try TextEncoding(named: "Shift_JIS"))
    let odd = Array("a,b\n1,".utf8) + [0x85, 0x20] + Array("\n2,".utf8) + bytes("表", "CP932")
    #expect(
      try read(odd, reader, chunk: 1).rows == [
        .record(line: 1, fields: ["a", "b"]), .fault(line: 2, .notText(field: 2)),
        .record(line: 3, fields: ["2", "表"]),
      ])
    let cut = Array("a,b\n1,".utf8) + [0x95]
    #expect(try read(cut, reader).rows.last == .fault(line: 2, .notText(field: 2)))
  }

  @Test("Files that are no text are refused as what they are")
  func otherFiles() {
    let files: [([UInt8], TableFault.OtherFile)] = [
      ([0x50, 0x4B, 3, 4, 20], .xlsx), ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], .xls),
      (Array("%PDF-1.7".utf8), .pdf), ([0x1F, 0x8B, 8], .gzip),
    ]
    for (bytes, kind) in files {
      #expect(throws: TableFault.otherFile(kind)) { try read(bytes) }
    }
    #expect(throws: TableFault.foreignEncoding(.utf32)) { try read(bytes("a,b\n", "UTF-32")) }
  }

  @Test(
    "The delimiter is the one that cuts all lines alike",
    arguments: [
      ("a;b\n1,5;2\n3,25;4\n", Delimiter.semicolon), ("a\tb\n1,5\t2;3\n", .tab),
      ("time,by,text\n1,2,\"a;b;c\"\n1,2,a;b\n", .comma), ("a;b,c;d\n1;2;3\n4;5;6\n", .semicolon),
      ("2026-W40;12,5\n2026-W41;13,0\n", .semicolon), ("one\ntwo\n", .comma), ("", .comma),
      ("\"a,b\";c\n\"d,e\";f\n", .semicolon),
    ])
  func delimiters(text: String, delimiter: Delimiter) throws {
    #expect(try read(Array(text.utf8)).form?.delimiter == delimiter)
  }

  @Test("Lines that could be cut at either are refused unless it is said")
  func unclear() throws {
    let text = Array("a;b,c\nd;e,f\n".utf8)
    #expect(throws: TableFault.delimiterUnclear(.comma, .semicolon)) { try read(text) }
    let said = try read(text, TableReader(delimiter: .comma))
    #expect(said.rows.first?.fields == ["a;b", "c"])
  }

  @Test("Excel's line sep= is no data, and says what cuts the lines")
  func preface() throws {
    for line in ["sep=;\r\n", "\"sep=;\"\r\n", "SEP=;\n"] {
      let found = try read(Array("\(line)a;b,c\n1;2,5\n".utf8))
      #expect(
        found.rows == [
          .record(line: 2, fields: ["a", "b,c"]), .record(line: 3, fields: ["1", "2,5"]),
        ])
    }
    #expect(try read(Array("sep=\t\na\tb\n".utf8)).rows.first?.fields == ["a", "b"])
    #expect(throws: TableFault.unknownDelimiter("|")) { try read(Array("sep=|\na|b\n".utf8)) }
  }

  @Test("A CR alone ends lines where no LF does; else it spoils its own")
  func carriageReturns() throws {
    let old = try read(Array("a,b\r1,\"x\ny\"\r2,z\r".utf8))
    #expect(old.form?.lineEnd == .carriageReturn)
    #expect(old.rows.map(\.fields) == [["a", "b"], ["1", "x\ny"], ["2", "z"]])
    let mixed = try read(Array("a,b\n1,x\r\n2,y\rz\n3,w\n".utf8))
    #expect(mixed.rows[2] == .fault(line: 3, .strayCarriageReturn(field: 2)))
    #expect(mixed.rows.count == 4)
  }

  @Test("Names of columns are compared without case, width, signs and units")
  func names() {
    for name in ["occurred_at", "Occurred At", "ＯｃｃｕｒｒｅｄＡｔ", " occurred-at (JST)", "occurredAt*"] {
      #expect(ColumnName.folded(name) == "occurredat", "\(name)")
    }
    #expect(ColumnName.folded("売上（千円）") == "売上")
    #expect(ColumnName.folded("1人あたり[h]") == "1人あたり")
    #expect(ColumnName.folded("ユーザー") == "ユーザー")
  }

  @Test(
    "The unit in a name's brackets is known from a remark",
    arguments: [
      ("売上（千円）", "千円"), ("Duration (h)", "h"), ("金額[税込、百万円]", "百万円"), ("実績（単位：件）", "単位：件"),
      ("割合(%)", "%"), ("時刻 (JST)", nil), ("実績（速報）", nil), ("実績", nil),
    ] as [(String, String?)])
  func units(name: String, unit: String?) {
    #expect(ColumnName.unit(ofHeader: name) == unit)
  }

  @Test(
    "Units that say the same fit, whatever they are called",
    arguments: [
      ("時間", "hours", true), ("h", "時間/件", true), ("千円", "円", false), ("円", "千円", false),
      ("%", "h", false), ("分", "h", false), ("thousand yen", "千円", true), ("件", "tickets", true),
      ("円", "tickets", false), ("h", "", true), ("万円", "万円", true),
    ])
  func fits(unit: String, kpi: String, fits: Bool) throws {
    #expect(try #require(HeaderUnit(unit)).fits(kpi) == fits)
  }
}
