import CivilTime
import TestSupport
import Testing

@Suite("pdca import actions")
struct ImportActionsTests {
  static let file = """
    department,occurred_at,actor,text
    sales,2025-03-10T09:00:00+09:00,sato,"Drafted, with\ttab"
    sales,2025-03-10T09:00:00+09:00,sato,"Drafted, with\ttab"
    hq,2025-03-11,ito,提案書の初稿
    sales,2025-03-12T09:00:00+09:00,sato,
    sales,yesterday,sato,Drafted
    sales,2025-03-12T09:00:00+09:00

    """

  @Test("Lines that can't be taken are told; the rest goes on, and again adds nothing")
  func twice() async throws {
    try await withOrganization { pdca throws in
      let first = try pdca("import", "actions", "-", input: Self.file)
      #expect(first.status == 65)
      #expect(
        first.errors == """
          UTF-8, commas, 4 columns: department from department, occurred_at from occurred_at, actor from actor, text from text
          line 5: The action is empty.
          line 6: occurred_at: "yesterday" can't be taken: a file's days can't count from today; write the date (2026-04-02).
          line 7: 4 fields were expected, 2 found.

          """)
      #expect(
        first.output == """
          6 lines read: 3 added, 0 there already, 3 refused.
          Journals opened: SALES-1, HQ-1

          """)
      let second = try pdca("import", "actions", "-", input: Self.file)
      #expect(second.lines == ["6 lines read: 0 added, 3 there already, 3 refused."])
      let cycle = try pdca("cycle", "show", "SALES-1", "--json").output
      #expect(cycle.contains(#""actions":2"#))
      #expect(cycle.contains(#""text":"Drafted, with\ttab""#))
      #expect(cycle.contains(#""by":"sato""#))
    }
  }

  @Test("A line of today is the same line for the rest of the day")
  func today() async throws {
    try await withOrganization { pdca throws in
      let zone = try TimeZoneRules.load(identifier: "Asia/Tokyo")
      // Twice, should midnight fall between.
      for _ in 0..<2 {
        let day = zone.date(at: .now())
        let file = "department,occurred_at,actor,text\nsales,\(day),sato,Drafted \(day)\n"
        let first = try pdca("import", "actions", "-", input: file)
        #expect(first.status == 0, "\(first)")
        #expect(
          try pdca("import", "actions", "-", input: file).output.contains(
            "0 added, 1 there already"))
      }
    }
  }

  @Test("Two atomic imports at once, in opposite orders of departments, both succeed")
  func opposite() async throws {
    try await withOrganization { pdca async throws in
      let header = "department,occurred_at,actor,text\n"
      let there = (0..<300).map { "\($0 % 2 == 0 ? "sales" : "hq"),2025-03-11,ito,a\($0)\n" }
      let back = (0..<300).map { "\($0 % 2 == 0 ? "hq" : "sales"),2025-03-11,ito,b\($0)\n" }
      async let first = onOwnThread {
        try pdca("import", "actions", "-", "--atomic", input: header + there.joined())
      }
      async let second = onOwnThread {
        try pdca("import", "actions", "-", "--atomic", input: header + back.joined())
      }
      for run in try await [first, second] {
        #expect(run.status == 0, "\(run)")
        #expect(run.lines[0] == "300 lines read: 300 added, 0 there already, 0 refused.")
      }
    }
  }

  @Test("With --atomic and --dry-run nothing is written")
  func nothingWritten() async throws {
    try await withOrganization { pdca throws in
      let atomic = try pdca(
        "import", "actions", "-", "--atomic", "--create-departments",
        input: Self.file + "west,2025-03-11,ito,x\n")
      #expect(atomic.status == 65)
      #expect(
        atomic.lines == [
          "7 lines read: 0 added, 0 there already, 3 refused.", "Nothing was written.",
        ])
      let dry = try pdca.japanese("import", "actions", "-", "--dry-run", input: Self.file)
      #expect(
        dry.lines == ["6 行を読み込みました: 追加予定 3、記録済み 0、拒否 3。", "確認のみです。何も書き込んでいません。"])
      #expect(try pdca("cycle", "list", "--all").output.hasPrefix("There are no cycles yet."))
      #expect(try pdca("department", "list", "--json").output.contains("west") == false)
    }
  }

  @Test("An atomic import without a refusal is written whole")
  func atomic() async throws {
    try await withOrganization { pdca throws in
      let file = "department,time,by,text\nwest,2025-03-11,ito,x\nsales,2025-03-11,ito,y\n"
      let run = try pdca("import", "actions", "-", "--atomic", "--create-departments", input: file)
      #expect(
        run.errors
          == "UTF-8, commas, 4 columns: department from department, occurred_at from time, "
          + "actor from by, text from text\n")
      #expect(
        run.lines == [
          "2 lines read: 2 added, 0 there already, 0 refused.", "Departments registered: west",
          "Journals opened: west-1, SALES-1",
        ])
      #expect(try pdca("cycle", "show", "west-1").status == 0)
    }
  }

  @Test("Unknown departments are refused line by line, with one hint")
  func unknownDepartment() async throws {
    try await withOrganization { pdca throws in
      let file = "department,time,text\nwest,2025-03-11,x\nwest,2025-03-12,y\n"
      let run = try pdca.japanese("import", "actions", "-", input: file)
      #expect(run.status == 65)
      #expect(
        run.errors == """
          UTF-8、カンマ区切り、3列: department は「department」、occurred_at は「time」、text は「text」
          2 行目: 部門 west は見つかりません。
          3 行目: 部門 west は見つかりません。
          未登録の部門: west。登録しながら取り込むには --create-departments を付けて再実行してください。

          """)
    }
  }

  @Test("NDJSON goes to the cycle named, whose rules hold")
  func lines() async throws {
    try await withCycle { pdca throws in
      let file = """
        {"occurredAt":"2025-03-11T00:00:00Z","text":"One","minutes":30,"cycle":"sales-1"}
        {"time":"2025-03-11T00:00:00Z","text":"Two","minutes":"1h","cycle":1,"link":"wiki/1"}
        {"time":"2025-03-11T00:00:00Z","text":"Three","cycle":"SALES-9"}
        {"time":"2025-03-11T00:00:00Z","text":"Four","cycle":"SALES-1","department":"HQ"}
        {"time":

        """
      let run = try pdca("import", "actions", "-", "--format", "ndjson", "--json", input: file)
      #expect(run.status == 65)
      #expect(
        run.output.hasPrefix(
          #"{"added":2,"departments":[],"dryRun":false,"errors":[{"error":"There is no cycle SALES-9.","#
            + #""line":3},{"error":"SALES-1 is no cycle of HQ.","line":4},{"error":""#))
      #expect(
        run.output.hasSuffix(
          #","line":5}],"journals":[],"jsonVersion":1,"known":0,"read":5,"refused":3}"# + "\n"))
      let errors = run.errors.split(separator: "\n")
      #expect(
        errors.prefix(2) == [
          "line 3: There is no cycle SALES-9.", "line 4: SALES-1 is no cycle of HQ.",
        ])
      #expect(errors.last?.hasPrefix("line 5: This is not JSON") == true)
    }
  }

  @Test("A file without what is needed is refused as a whole")
  func header() async throws {
    try await withOrganization { pdca throws in
      let run = try pdca("import", "actions", "-", input: "when,whatever\n2025-03-11,x\n")
      #expect(run.status == 65)
      #expect(
        run.errors == """
          Error: the file has no column text. It has: when, whatever.
            Name the columns:  department,occurred_at,actor,text

          """)
      #expect(try pdca("import", "actions", "/nowhere.csv").status == 64)
    }
  }
}
