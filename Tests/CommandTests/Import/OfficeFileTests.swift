import Glibc
import TestSupport
import Testing

/// Files as spreadsheets and offices save them, read by the commands that take files.
@Suite("Files of offices")
struct OfficeFileTests {
  /// Text whose bytes in CP932 are given, since no encoder is at hand: `実施日,担当,内容`.
  private static let header: [UInt8] = [
    0x8E, 0xC0, 0x8E, 0x7B, 0x93, 0xFA, 0x2C, 0x92, 0x53, 0x93, 0x96, 0x2C, 0x93, 0xE0, 0x97, 0x65,
  ]
  /// `表計算ソフトで集計`, with bytes that are ASCII's backslash.
  private static let text: [UInt8] = [
    0x95, 0x5C, 0x8C, 0x76, 0x8E, 0x5A, 0x83, 0x5C, 0x83, 0x74, 0x83, 0x67, 0x82, 0xC5, 0x8F, 0x57,
    0x8C, 0x76,
  ]

  private func file(_ bytes: [UInt8], _ name: String, _ pdca: CommandLineRunner) throws -> String {
    let path = "\(pdca.home)/\(name)"
    let file = try #require(fopen(path, "w"))
    defer { fclose(file) }
    #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
    return path
  }

  @Test("A file of CP932 with Japanese names of columns is read, and what was found is said")
  func cp932() async throws {
    try await withOrganization { pdca async throws in
      let bytes = Self.header + Array("\r\n2025-03-10,sato,".utf8) + Self.text + [0x0D, 0x0A]
      let path = try file(bytes, "actions.csv", pdca)
      let run = try pdca("import", "actions", path)
      #expect(
        run.errors
          == "CP932, commas, 3 columns: occurred_at from 実施日, actor from 担当, text from 内容\n")
      #expect(run.lines.first == "1 line read: 1 added, 0 there already, 0 refused.")
      #expect(try pdca("log", "--text", "ソフト").output.contains("表計算ソフトで集計 (by sato)"))
      let wrong = try pdca("import", "actions", path, "--encoding", "utf-8")
      #expect(wrong.status == 65)
      #expect(wrong.errors.hasPrefix("Error: line 1, which should name the columns"))
    }
  }

  @Test("Columns are named with numerals in all files, and departments by their names")
  func numerals() async throws {
    try await withOrganization { pdca async throws in
      for file in [
        "①日付,②担当者,③内容\n2025-03-10,sato,一\n", "FY2026 日付,内容1\n2025-03-11,二\n",
        "1.日付,2.部門,3.内容\n2025-03-12,Sales,三\n",
      ] {
        let run = try pdca("import", "actions", "-", input: file)
        #expect(run.status == 0 && run.output.contains("1 added"), "\(file)\(run)")
      }
      let members = try pdca(
        "member", "import", "-",
        input: "1.アカウント,部門名,階層,氏名,ログイン\nsuzuki_f,sales,現場,鈴木 花子,いいえ\n")
      #expect(members.status == 0, "\(members)")
      #expect(try pdca("member", "list").output.contains("鈴木 花子"))
      for account in ["public", "none", "pdca_owner", "pg_monitor"] {
        let run = try pdca(
          "member", "import", "-", input: "account,department,layer\n\(account),SALES,field\n")
        #expect(run.status == 65, "\(run)")
      }
      #expect(try !pdca("member", "list").output.contains("public"))
      #expect(try pdca("log", "--limit", "２").status == 0)
      #expect(try pdca("log", "－－json", "--limit", "1").output.hasPrefix("{"))
      #expect(try pdca("log", "SALES-99").status == 64)
      #expect(try pdca("member", "leave", "nobody_here").status == 64)
    }
  }

  @Test(
    "A file is looked at whole before anything is recorded")
  func lateEncoding() async throws {
    try await withOrganization { pdca async throws in
      let head = (0..<9_000).map { "2025-03-10,Note \($0)\n" }.joined()
      // 表 in ISO-2022-JP.
      let late = "2025-03-10,\u{1B}$BI=\u{1B}(B\n"
      let text = "time,text\n" + head + late
      let path = try file(Array(text.utf8), "late.csv", pdca)
      let whole = try pdca("import", "actions", path)
      #expect(whole.status == 65 && whole.errors.hasPrefix("Error: the file is ISO-2022-JP"))
      #expect(try pdca("cycle", "list", "--json").output.contains("SALES-1") == false)
      let bytes = Array(("time,text\n" + head + "2025-03-10,").utf8) + Self.text + [0x0A]
      let later = try pdca("import", "actions", try file(bytes, "cp932.csv", pdca), "--dry-run")
      #expect(later.errors.hasPrefix("CP932, commas"), "\(later)")
    }
  }

  @Test("Options that say nothing of a file are refused")
  func needless() async throws {
    try await withOrganization { pdca async throws in
      let text = "time,text\n2025-03-10,a\n"
      let sheet = try pdca("import", "actions", "-", "--sheet", "2", input: text)
      #expect(sheet.status == 64 && sheet.errors.contains("--sheet says nothing of this file"))
      let lines = try pdca(
        "import", "actions", "-", "--format", "ndjson", "--delimiter", "tab", input: "{}\n")
      #expect(lines.status == 64 && lines.errors.contains("NDJSON"))
      let path = "\(pdca.home)/a.xlsx"
      try MadeSheet.write([("A", [["time", "text"], ["2025-03-10", "a"]])], to: path)
      let packed = try pdca("import", "actions", path, "--encoding", "cp932")
      #expect(packed.status == 64 && packed.errors.contains("it is a spreadsheet"), "\(packed)")
    }
  }
}
