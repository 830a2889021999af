import Glibc
import TestSupport
import Testing

@testable import Tables

@Suite("Sheets of .xlsx files")
struct WorkbookTests {
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let relations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// A workbook of these sheets; `hidden` before a name hides it.
  private static func parts(
    _ sheets: [(name: String, rows: String)], strings: String = "", styles: String = "",
    settings: String = "", doctype: String = ""
  ) -> [String: String] {
    let list = sheets.enumerated().map { number, sheet in
      let isHidden = sheet.name.hasPrefix("hidden ")
      return "<sheet name='\(sheet.name)' sheetId='\(number + 1)' r:id='r\(number + 1)'"
        + "\(isHidden ? " state='hidden'" : "")/>"
    }
    let links = sheets.indices.map {
      "<Relationship Id='r\($0 + 1)' Type='\(relations)/worksheet' Target='worksheets/s\($0 + 1).xml'/>"
    }
    var parts = [
      "_rels/.rels":
        "<Relationships><Relationship Id='a' Type='\(relations)/officeDocument' "
        + "Target='xl/workbook.xml'/></Relationships>",
      "xl/workbook.xml":
        "<?xml version='1.0'?>\(doctype)<workbook xmlns='\(main)' xmlns:r='\(relations)'>\(settings)"
        + "<sheets>\(list.joined())</sheets></workbook>",
      "xl/_rels/workbook.xml.rels":
        "<Relationships>\(links.joined())<Relationship Id='s' Type='\(relations)/sharedStrings' "
        + "Target='sharedStrings.xml'/><Relationship Id='t' Type='\(relations)/styles' "
        + "Target='/xl/styles.xml'/></Relationships>",
      "xl/sharedStrings.xml": "<sst xmlns='\(main)'>\(strings)</sst>",
      "xl/styles.xml": "<styleSheet xmlns='\(main)'>\(styles)</styleSheet>",
    ]
    for (number, sheet) in sheets.enumerated() {
      let body = "<worksheet xmlns='\(main)'><sheetData>\(sheet.rows)</sheetData></worksheet>"
      parts["xl/worksheets/s\(number + 1).xml"] = sheet.rows.hasPrefix("*") ? sheet.rows : body
    }
    return parts
  }

  private func rows(
    _ parts: [String: String], sheet: String? = nil, _ count: RowReader.FieldCount = .any,
    greatest: Int = 1 << 30
  ) throws -> [[String]] {
    try SheetFile.packed(parts) { path in
      var rows: [[String]] = []
      try Workbook(path, greatest: greatest).read(sheet: sheet, fieldCount: count) { row, _ in
        if case .record(_, let fields) = row { rows.append(fields) } else { rows.append(["!"]) }
      }
      return rows
    }
  }

  private func rows(_ xml: String, strings: String = "", styles: String = "") throws -> [[String]] {
    try rows(Self.parts([("A", xml)], strings: strings, styles: styles))
  }

  @Test("Shared strings come whole, without the readings beside them")
  func shared() throws {
    let strings =
      "<si><t>週</t></si><si><r><t>実績</t></r><r><t xml:space='preserve'> （h）</t></r>"
      + "<rPh sb='0' eb='2'><t>ジッセキ</t></rPh></si><si><t/></si><si><t>a &amp; b&#10;c</t></si>"
    let found = try rows(
      "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c></row>"
        + "<row r='2'><c r='A2' t='s'><v>2</v></c><c r='B2' t='s'><v>3</v></c></row>"
        + "<row r='3'><c r='A3' t='s'/></row>", strings: strings)
    #expect(found == [["週", "実績 （h）"], ["", "a & b\nc"]])
  }

  @Test("Inline strings, formulas' values, truths and gaps are read where they stand")
  func inline() throws {
    let found = try rows(
      "<row><c t='inlineStr'><is><t>x</t><rPh><t>エックス</t></rPh></is></c><c/><c><v>1</v></c></row>"
        + "<row r='4'><c r='C4' t='str'><f>A1&amp;\"!\"</f><v>x!</v></c></row>"
        + "<row r='5'><c r='A5' t='b'><v>1</v></c><c r='B5' t='str'><f>\"\"</f><v></v></c>"
        + "<c r='C5'><v>2</v></c></row>")
    #expect(found == [["x", "", "1"], ["", "", "x!"], ["TRUE", "", "2"]])
  }

  @Test(
    "A cell whose formula came to nothing, or to nothing that was saved, spoils its row",
    arguments: [
      ("<c t='e'><f>A1</f><v>#REF!</v></c>", RowFault.errorValue("#REF!", field: 2)),
      ("<c t='e'><v>#N/A</v></c>", .errorValue("#N/A", field: 2)),
      ("<c><f>SUM(A1)</f></c>", .noSavedValue(field: 2)),
      ("<c><f>SUM(A1)</f><v/></c>", .noSavedValue(field: 2)),
      ("<c t='str'><f>\"\"</f></c>", nil),
    ] as [(String, RowFault?)])
  func formulas(cell: String, fault: RowFault?) throws {
    let parts = Self.parts([
      (
        "A",
        "<row r='1'><c><v>1</v></c><c><v>2</v></c></row><row r='2'><c><v>3</v></c>\(cell)</row>"
      )
    ])
    try SheetFile.packed(parts) { path in
      var rows: [TableRow] = []
      try Workbook(path).read(sheet: nil, fieldCount: .likeFirst) { row, _ in rows.append(row) }
      #expect(
        rows.last == fault.map { .fault(line: 2, $0) } ?? .record(line: 2, fields: ["3", ""]))
    }
  }

  @Test("Escapes in texts stand for their characters, and an escaped line for itself")
  func escapes() throws {
    let found = try rows(
      "<row><c t='s'><v>0</v></c><c t='inlineStr'><is><t>a_x000D_b</t></is></c></row>",
      strings: "<si><t>x_x000D_&#10;y_x005F_x000D_ _x3042_ _xD842__xDFB7_ _x12_ a_x_</t></si>")
    #expect(found == [["x\r\ny_x000D_ あ 𠮷 _x12_ a_x_", "a\rb"]])
  }

  @Test("A shared text that isn't there is damage", arguments: ["9", "-1", "x"])
  func noSuchText(place: String) throws {
    #expect(throws: TableFault.brokenWorkbook) {
      try rows("<row><c t='s'><v>\(place)</v></c></row>", strings: "<si><t>a</t></si>")
    }
  }

  /// Formats by their style's number: 0 General, 1 built in, then ours.
  private static let styles =
    "<numFmts><numFmt numFmtId='164' formatCode='ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;'/>"
    + "<numFmt numFmtId='165' formatCode='[$-411]yyyy/m/d h:mm;@'/>"
    + "<numFmt numFmtId='166' formatCode='#,##0&quot; days&quot;'/>"
    + "<numFmt numFmtId='167' formatCode='[Red]0.00'/><numFmt numFmtId='168' formatCode='0.0%'/>"
    + "<numFmt numFmtId='169' formatCode='0.0&quot;%&quot;'/></numFmts>"
    + "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='165'/>"
    + "<xf numFmtId='166'/><xf numFmtId='167'/><xf numFmtId='22'/><xf numFmtId='57'/>"
    + "<xf numFmtId='9'/><xf numFmtId='168'/><xf numFmtId='169'/></cellXfs>"

  @Test(
    "A number is a day or a percentage where its format shows one",
    arguments: [
      (0, "46114", "46114"), (1, "46114", "2026-04-02"), (2, "46114", "2026-04-02"),
      (3, "46114.375", "2026-04-02 09:00:00"), (4, "46114", "46114"), (5, "46114.5", "46114.5"),
      (6, "46114.375", "2026-04-02 09:00:00"), (7, "46114", "2026-04-02"), (1, "60", "60"),
      (6, "46114", "2026-04-02 00:00:00"), (3, "46113.9999999", "2026-04-02 00:00:00"),
      (8, "0.125", "12.5%"), (9, "0.29", "29%"), (9, "-0.00001", "-0.001%"), (10, "0.5", "0.5"),
    ])
  func days(style: Int, value: String, shown: String) throws {
    let found = try rows(
      "<row><c s='\(style)'><v>\(value)</v></c></row>", styles: Self.styles)
    #expect(found == [[shown]])
  }

  @Test("A book that counts from 1904 has its days four years later")
  func since1904() throws {
    let parts = Self.parts(
      [("A", "<row><c s='1'><v>44652</v></c></row>")], styles: Self.styles,
      settings: "<workbookPr date1904='1'/>")
    #expect(try rows(parts) == [["2026-04-02"]])
  }

  private static let several = parts([
    ("hidden 計算", "<row><c><v>0</v></c></row>"), ("実績", "<row><c><v>1</v></c></row>"),
    ("Other", "<row><c><v>2</v></c></row>"),
  ])

  @Test("The first sheet that is shown is read, or the one that is named or numbered")
  func sheets() throws {
    #expect(try rows(Self.several) == [["1"]])
    #expect(try rows(Self.several, sheet: "Other") == [["2"]])
    #expect(try rows(Self.several, sheet: "2") == [["2"]])
    #expect(try rows(Self.several, sheet: "hidden 計算") == [["0"]])
    #expect(throws: TableFault.unknownSheet("3", found: ["実績", "Other"])) {
      try rows(Self.several, sheet: "3")
    }
  }

  @Test("Rows are as wide as the first, and content beyond it spoils its own")
  func width() throws {
    let parts = Self.parts([
      (
        "A",
        "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row><row/>"
          + "<row><c><v>4</v></c><c/><c><v>5</v></c></row>"
      )
    ])
    #expect(try rows(parts, .likeFirst) == [["1", "2"], ["3", ""], ["!"]])
  }

  @Test(
    "A document type is refused in whichever part it stands, and with it every entity",
    arguments: ["xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/worksheets/s1.xml"])
  func entities(part: String) throws {
    var parts = Self.parts([("A", "<row><c><v>1</v></c></row>")])
    let root = part.hasSuffix("s1.xml") ? "worksheet" : "x"
    parts[part] =
      "<!DOCTYPE \(root) [<!ENTITY a 'b'><!ENTITY c SYSTEM 'file:///etc/passwd'>]><\(root)>&a;&c;</\(root)>"
    #expect(throws: TableFault.doctype) { try rows(parts) }
  }

  @Test("What unpacks to far more than its size is not read")
  func ratio() throws {
    #expect(throws: TableFault.tooLargeInside) {
      // Six million spaces.
      try rows(Self.parts([("A", "*6000000  ")]))
    }
  }

  @Test("More texts than a file of its size can hold are refused early, declared or not")
  func manyTexts() throws {
    var parts = Self.parts([("A", "<row><c><v>1</v></c></row>")])
    parts["xl/sharedStrings.xml"] = "<sst uniqueCount='20000000'><si/></sst>"
    #expect(throws: TableFault.tooLargeInside) { try rows(parts) }
    parts["xl/sharedStrings.xml"] = "<sst>\(String(repeating: "<si/>", count: 9_000))</sst>"
    #expect(throws: TableFault.tooLargeInside) { try rows(parts) }
  }

  @Test("What unpacks to more than may be is not read, however loosely it is packed")
  func size() throws {
    let parts = Self.parts([("A", "<row><c><v>1</v></c></row>")])
    #expect(try rows(parts) == [["1"]])
    #expect(throws: TableFault.tooLargeInside) { try rows(parts, greatest: 600) }
  }

  @Test("Rows that would be mostly empty fields don't fill the memory")
  func sparse() throws {
    let row = "<row><c r='XFD1'><v>1</v></c></row>"
    var parts = Self.parts([("A", row)])
    #expect(try rows(parts).map(\.count) == [16_384])
    parts["xl/worksheets/s1.xml"] =
      "<worksheet>\(String(repeating: row, count: 700))</worksheet>"
    #expect(throws: TableFault.tooLargeInside) { try rows(parts) }
  }

  @Test("Other packed files, and damaged ones, are told apart")
  func others() throws {
    #expect(throws: TableFault.notWorkbook) { try rows(["word/document.xml": "<x/>"]) }
    var parts = Self.parts([("A", "<row><c><v>1</v></c></row>")])
    parts["xl/worksheets/s1.xml"] = "<worksheet><row>"
    #expect(throws: TableFault.brokenWorkbook) { try rows(parts) }
    parts["xl/worksheets/s1.xml"] = nil
    #expect(throws: TableFault.brokenWorkbook) { try rows(parts) }
    #expect(throws: TableFault.brokenWorkbook) { try Workbook("/no/such.xlsx") }
  }
}
