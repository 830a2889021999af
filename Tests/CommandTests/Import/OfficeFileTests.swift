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

  @Test("Semicolons, tabs, surplus columns, blank rows and sep= are read alike")
  func forms() async throws {
    try await withHours { pdca async throws in
      let files = [
        "Week;Actual (h)\n2025-W02;14\n", "Week\tFY2025 hours\n2025-W02\t14\n",
        "sep=;\r\nperiod;value;;\r\n2025-W02;14;;\r\n;;;\r\n",
        "対象週,1人あたり時間（千時間）,,\r\n2025-W02,14,,\r\n,,,\r\n", "Week,H1 actual\r2025-W02,14\r",
      ]
      for file in files {
        let run = try pdca("kpi", "record", "hours", "--csv", "-", input: file)
        #expect(run.status == 0, "\(file): \(run)")
      }
      #expect(
        try pdca("kpi", "record", "hours", "--csv", "-", input: files[0]).errors
          == "UTF-8, semicolons, 2 columns: period from Week, value from Actual (h)\n")
    }
  }

  @Test(
    "A first line that is data gone wrong is named, never dropped",
    arguments: [
      "yesterday,n/a", "Week 2,12", "先週,12", "W02,n/a", "第2週,不明", "total,n/a", "2025-W02,twelve",
      "昨日,値",
    ])
  func firstLine(line: String) async throws {
    try await withHours { pdca async throws in
      let run = try pdca(
        "kpi", "record", "hours", "--csv", "-", input: "\(line)\n2025-W03,13\n")
      #expect(run.status == 65, "\(run)")
      #expect(run.errors.contains("\nline 1: "), "\(run)")
      #expect(run.output == "SALES/hours: 1 recorded, 0 known already, 1 refused.\n")
    }
  }

  @Test("Columns stand in any order where they are named, and others are passed over aloud")
  func columns() async throws {
    try await withHours { pdca async throws in
      let run = try pdca.japanese(
        "kpi", "record", "hours", "--csv", "-", input: "部門,実績値,期間,備考\n営業,14,2025-W02,電話で確認\n")
      #expect(run.status == 0, "\(run)")
      #expect(
        run.errors == "UTF-8、カンマ区切り、4列: 期間は「期間」、値は「実績値」、使わない列は「部門」「備考」\n")
    }
  }

  @Test(
    "Two keys that mean the same are refused line by line",
    arguments: [
      #""time":"2025-03-10","date":"2025-03-11","text":"a""#,
      #""time":"2025-03-10","担当":"sato","by":"ito","text":"a""#,
      #""time":"2025-03-10","TEXT":"a","text":"b""#,
      #""time":"2025-03-10","text":"a","ｔｅｘｔ":"b""#,
      #""time":"2025-03-10","text":"a","te\u0078t":"b""#,
      #""time":null,"when":"2025-03-10","text":"a""#,
    ])
  func keys(members: String) async throws {
    try await withOrganization { pdca async throws in
      let run = try pdca(
        "import", "actions", "-", "--format", "ndjson",
        input: "{\(members)}\n{\"time\":\"2025-03-10\",\"text\":\"good\"}\n")
      #expect(run.status == 65)
      #expect(run.errors.hasPrefix("line 1: "), "\(run)")
      #expect(run.lines.first == "2 lines read: 1 added, 0 there already, 1 refused.")
    }
  }

  @Test(
    "Lines that end with a CR alone are read, and a CR within a line of LF spoils that line alone",
    arguments: [
      ("time,text\r2025-03-10,a\r2025-03-11,b\r", 2, []),
      ("time\ttext\r2025-03-10\ta", 1, []),
      ("実施日,内容\r令和7年3月10日,\"二行の\n内容\"\r", 1, []),
      ("time,text\r\n2025-03-10,a\r\n2025-03-11,b\rc\r\n2025-03-12,d\r\n", 2, [3]),
      ("time,text\n2025-03-10,a\n2025-03-11,\"b\rc\"\n2025-03-12,d\rd\n", 2, [4]),
    ])
  func lineEnds(file: String, added: Int, refused: [Int]) async throws {
    try await withOrganization { pdca async throws in
      let run = try pdca("import", "actions", "-", input: file)
      #expect(run.status == (refused.isEmpty ? 0 : 65), "\(run)")
      #expect(run.lines.first?.contains(": \(added) added, ") == true, "\(run)")
      for line in refused { #expect(run.errors.contains("\nline \(line): "), "\(run)") }
    }
  }

  @Test(
    "Blank rows and columns of a spreadsheet are nothing, content beyond the header is refused",
    arguments: [
      ("time,text,,\n2025-03-10,a,,\n,,,\n2025-03-11,b,,\n", 2, 0),
      ("time;text;;\n;;;\n2025-03-10;a;;\n", 1, 0), ("time,text\n2025-03-10,a, ,\t\n , \n", 1, 0),
      ("time,text\n2025-03-10,a,,x\n2025-03-11,b\n", 1, 1),
    ])
  func blanks(file: String, added: Int, refused: Int) async throws {
    try await withOrganization { pdca async throws in
      let run = try pdca("import", "actions", "-", input: file)
      #expect(
        run.lines.first?.hasSuffix(": \(added) added, 0 there already, \(refused) refused.")
          == true,
        "\(run)")
    }
  }

  @Test(
    "Full width is read as half width, in files and on the command line",
    arguments: [
      "２０２５－Ｗ０２,１４", "２０２５／１／６,１４", "２０２５年１月６日,１４．０", "Ｒ７．１．６,１，４００／１００", "令和７年１月６日,＋１４",
    ])
  func fullWidth(line: String) async throws {
    try await withHours { pdca async throws in
      let file = "Ｐｅｒｉｏｄ,Ｖａｌｕｅ\n\(line)\n"
      let run = try pdca("kpi", "record", "hours", "--csv", "-", input: file)
      let isFraction = line.contains("／１００")
      #expect(run.status == (isFraction ? 65 : 0), "\(run)")
    }
  }

  @Test(
    "Numbers of programs are refused by their line",
    arguments: ["0X1F", "0b101", "1'000", "Infinity", "-nan", "1e-310", "1e999", "１＿０００", "0o17"])
  func programmers(value: String) async throws {
    try await withHours { pdca async throws in
      let run = try pdca(
        "kpi", "record", "hours", "--csv", "-", input: "period,value\n2025-W02,\(value)\n")
      #expect(run.status == 65 && run.errors.contains("\nline 2: "), "\(run)")
    }
  }
}
