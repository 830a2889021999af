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
        "対象週,1人あたり時間（時間）,,\r\n2025-W02,14,,\r\n,,,\r\n", "Week,H1 actual\r2025-W02,14\r",
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
    "The value is the column that is named so, or the only one that can be; else the file is refused",
    arguments: [
      ("value", "No,週,売上\n1,2025-W02,14\n", "値は「売上」"),
      ("value", "週,店舗番号,件数\n2025-W02,101,14\n", "値は「件数」"),
      ("value", "週,前年,今年\n2025-W02,13,14\n", "値は「今年」"),
      ("value", "週,実績,目標\n2025-W02,14,15\n", "使わない列は「目標」"),
      ("value", "週,備考,作業時間\n2025-W02,電話,14\n", "値は「作業時間」"),
      ("count", "週,母数,件数\n2025-W02,100,14\n", "値は「件数」、母数は「母数」"),
      ("value", "週,受注額,粗利額\n2025-W02,14,15\n", nil), ("count", "週,件数,件数\n2025-W02,14,15\n", nil),
      ("count", "period,value,Value\n2025-W02,14,15\n", nil),
      ("count", "period,value,inspected\n2025-W02,14,100\n", nil),
    ] as [(String, String, String?)])
  func valueColumn(measure: String, file: String, found: String?) async throws {
    try await withOrganization { pdca async throws in
      #expect(
        try pdca(
          "kpi", "define", "k", "K", "--unit", "n", "--direction", "up", "--measure", measure
        ).status == 0)
      let run = try pdca.japanese("kpi", "record", "k", "--csv", "-", input: file)
      #expect(run.status == (found == nil ? 65 : 0), "\(file)\(run)")
      #expect(run.errors.contains(found ?? "何も記録していません"), "\(file)\(run)")
      let value = try pdca("kpi", "show", "k", "--json").output
      #expect(value.contains("\"value\":14") == (found != nil), "\(file)\(value)")
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
    "A date is the one that was meant, or its line is refused",
    arguments: [
      ("46114", [], nil), ("46114", ["--excel-dates"], "2026-04-02"),
      ("46114.375", ["--excel-dates"], "2026-04-02"), ("60", ["--excel-dates"], nil),
      ("-1", ["--excel-dates"], nil), ("4月2日", [], nil),
      ("4月2日", ["--year", "2026"], "2026-04-02"), ("2月29日", ["--year", "2026"], nil),
      ("H31.4.30", [], "2019-04-30"), ("平成31年5月1日", [], nil), ("昭和64年1月8日", [], nil),
      ("令和元年5月1日", [], "2019-05-01"), ("2026年4月2日（木）", [], "2026-04-02"),
      ("26/4/2", [], nil), ("04/02/2026", [], nil), ("金曜", ["--year", "2026"], nil),
    ] as [(String, [String], String?)])
  func dates(written: String, options: [String], day: String?) async throws {
    try await withOrganization { pdca async throws in
      let run = try pdca.run(
        ["import", "actions", "-"] + options, input: "time,text\n\"\(written)\",As written\n")
      #expect(run.status == (day == nil ? 65 : 0), "\(written)\n\(run)")
      guard let day else {
        #expect(run.errors.contains("\nline 2: "), "\(written)\n\(run)")
        return
      }
      #expect(
        try pdca("log", "--text", "As written", "--json").output.contains("\"\(day)T"),
        "\(written)")
    }
  }

  @Test(
    "Durations are in the unit that their column's name has",
    arguments: [
      ("作業時間（時間）", "2", "2h"), ("時間（h）", "1.5", "1h30m"), ("Duration (h)", "90分", "1h30m"),
      ("時間（分）", "2", "2m"), ("時間", "2", "2m"), ("所要時間（秒）", "2", nil), ("工数（人日）", "2", nil),
    ] as [(String, String, String?)])
  func durations(column: String, written: String, taken: String?) async throws {
    try await withOrganization { pdca async throws in
      let run = try pdca(
        "import", "actions", "-", input: "time,text,\(column)\n2025-03-10,a,\(written)\n")
      #expect(run.status == (taken == nil ? 65 : 0), "\(run)")
      guard let taken else {
        #expect(run.errors.contains("durations are read in minutes (min) or hours (h)"), "\(run)")
        return
      }
      let minutes = ["2h": 120, "1h30m": 90, "2m": 2][taken] ?? 0
      #expect(
        try pdca("cycle", "show", "SALES-1", "--json").output.contains("\"minutes\":\(minutes)"))
      let line = "{\"time\":\"2025-03-11\",\"text\":\"b\",\"\(column)\":\"\(written)\"}\n"
      #expect(
        try pdca("import", "actions", "-", "--format", "ndjson", input: line).status == 0)
    }
  }

  @Test(
    "Observations in another unit than the KPI's are refused with both named",
    arguments: [
      ("円", "売上（千円）", "千円"), ("千円", "金額（円）", "円"), ("h", "実績（%）", "%"), ("円", "売上（円）", nil),
      ("千円", "売上", nil), ("hours", "実績（h）", nil), ("円", "売上（速報）", nil),
    ] as [(String, String, String?)])
  func otherUnits(unit: String, column: String, refused: String?) async throws {
    try await withOrganization { pdca async throws in
      _ = try pdca("kpi", "define", "measured", "Measured", "--unit", unit)
      let run = try pdca(
        "kpi", "record", "measured", "--csv", "-", input: "週,\(column)\n2025-W02,14\n")
      #expect(run.status == (refused == nil ? 0 : 65), "\(run)")
      if let refused {
        #expect(run.errors.contains("is in \(refused), where \(unit) is wanted"), "\(run)")
      }
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

  @Test("A value that is left out is said to be empty")
  func noValue() async throws {
    try await withHours { pdca async throws in
      let run = try pdca("kpi", "record", "hours", "--csv", "-", input: "週,値\n2025-W02,\n")
      #expect(run.status == 65 && run.errors.contains("line 2: The value is empty"), "\(run)")
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
