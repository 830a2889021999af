import CivilTime
import Glibc
import Testing

@testable import Tables

@Suite("Spreadsheets that are written")
struct WorkbookWriterTests {
  private func withWritten<T>(_ sheets: [SheetTable], _ body: (String) throws -> T) throws -> T {
    let path = SheetFile.path()
    defer { unlink(path) }
    try WorkbookWriter.write(sheets, to: path)
    return try body(path)
  }

  private static let days = SheetTable(
    name: "実績", columns: ["期間", "値", "割合", "備考"],
    rows: [
      [
        .day(LocalDate(iso: "2026-04-02")!), .number(12.5, format: "0.0\" h\""),
        .number(0.35, format: "0.0%"), .text("髙橋 ① <&> \"'"),
      ],
      [.day(LocalDate(iso: "1999-12-31")!), .number(-1_200, format: nil), .empty, .text("=1+1")],
    ])

  @Test("Our reader reads them back")
  func ours() throws {
    try withWritten([Self.days]) { path in
      var rows: [[String]] = []
      try Workbook(path).read(sheet: nil, fieldCount: .likeFirst) { row, name in
        #expect(name == "実績")
        if case .record(_, let fields) = row { rows.append(fields) }
      }
      #expect(
        rows == [
          ["期間", "値", "割合", "備考"], ["2026-04-02", "12.5", "35%", "髙橋 ① <&> \"'"],
          ["1999-12-31", "-1200", "", "=1+1"],
        ])
    }
  }

  @Test("openpyxl reads days, numbers and texts in them, and no formula")
  func openpyxl() throws {
    let found = try withWritten([Self.days], SheetFile.readBack)
    #expect(
      found == """
        # 実績
        s:期間|s:値|s:割合|s:備考
        d:2026-04-02 00:00:00|n:12.5|n:0.35|s:髙橋 ① <&> "'
        d:1999-12-31 00:00:00|n:-1200||s:=1+1

        """)
  }

  @Test("Sheets have names that spreadsheets take, each once")
  func names() throws {
    let long = String(repeating: "長い名前", count: 12)
    let sheets = ["KPI", "kpi", "a/b:c?[d]", "", long, long, "History"].map {
      SheetTable(name: $0, columns: ["x"], rows: [])
    }
    let found = try withWritten(sheets) { try Workbook($0).sheets }
    #expect(found.count == 7 && Set(found.map { $0.lowercased() }).count == 7)
    #expect(found.allSatisfy { $0.utf16.count <= 31 })
    #expect(Array(found.prefix(4)) == ["KPI", "kpi 2", "abcd", "Sheet"])
  }

  @Test("Texts that XML or a cell can't hold are cut to what they can")
  func texts() throws {
    let text = "a\u{1}b\u{FFFE}" + String(repeating: "e\u{301}", count: 20_000)
    let sheet = SheetTable(name: "x", columns: ["t"], rows: [[.text(text)]])
    try withWritten([sheet]) { path in
      var shown = ""
      try Workbook(path).read(sheet: nil, fieldCount: .any) { row, _ in
        if case .record(2, let fields) = row { shown = fields[0] }
      }
      #expect(shown.hasPrefix("abe\u{301}") && shown.unicodeScalars.count == 32_767)
    }
  }

  @Test("Columns are as wide as what stands in them, numbers and days too")
  func widths() {
    func width(_ value: SheetTable.Value, columns: Int = 1) -> ColumnWidth {
      ColumnWidth(
        0,
        of: SheetTable(
          name: "x", columns: Array(repeating: "h", count: columns), rows: [[value]]))
    }
    #expect(width(.number(11_158_605, format: "#,##0")).shown >= 12)
    #expect(width(.number(-1_234.5, format: "#,##0.00")).shown >= 11)
    #expect(width(.number(0.355, format: "0.0%")).shown == 8)
    #expect(width(.day(LocalDate(iso: "2026-04-02")!)).shown == 12)
    #expect(!width(.text("請求処理の時間")).isExceeded)
    let long = SheetTable.Value.text(String(repeating: "長", count: 40))
    #expect(width(long).shown == 60 && width(long).isExceeded)
    #expect(width(long, columns: 9).shown == 26)
  }

  @Test(
    "A text takes the lines that it breaks into",
    arguments: [
      ("short", 1), ("", 1), ("Decision lead time in days", 4), ("研修の実施回数と参加者数", 4),
      ("a\nb", 2), (String(repeating: "x", count: 25), 4),
    ])
  func lines(text: String, lines: Int) {
    let columns = ["Ten"] + (1...9).map { "\($0)" }
    let width = ColumnWidth(0, of: SheetTable(name: "x", columns: columns, rows: []))
    #expect(width.shown == 8)
    #expect(width.lines(of: text) == lines, "\(text)")
  }

  @Test("A row of several lines is as high, one of one line as it comes")
  func heights() throws {
    let sheet = SheetTable(
      name: "x", columns: ["A rather long head of a column"] + (1...9).map { "\($0)" },
      rows: [[.text("x")], [.text(String(repeating: "word ", count: 30))]])
    #expect(try withWritten([sheet], SheetFile.heights) == "30 None 90\n")
  }

  @Test("Sheets are set up for A4: as wide as the paper, the header on every page")
  func paper() throws {
    let wide = SheetTable(
      name: "広い表", columns: (1...12).map { "Column \($0)" },
      rows: [Array(repeating: .text("text of some length"), count: 12)])
    let found = try withWritten([Self.days, wide], SheetFile.paper)
    #expect(
      found == """
        実績 9 portrait 1 0 $1:$1
        広い表 9 landscape 1 0 $1:$1

        """)
  }

  @Test("Where no file can be made, that is said")
  func noFolder() {
    #expect(throws: TableFault.notWritten) {
      try WorkbookWriter.write([Self.days], to: "/no/such/folder.xlsx")
    }
  }
}
