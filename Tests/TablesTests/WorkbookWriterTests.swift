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
          ["期間", "値", "割合", "備考"], ["2026-04-02", "12.5", "0.35", "髙橋 ① <&> \"'"],
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

  @Test("Where no file can be made, that is said")
  func noFolder() {
    #expect(throws: TableFault.notWritten) {
      try WorkbookWriter.write([Self.days], to: "/no/such/folder.xlsx")
    }
  }
}
