import Bilingual
import CivilTime
import Domain
import Orders
import Postgres
import Presentation
import Testing
import Wording

@testable import Office

/// Files of actions as spreadsheets and offices save them, from their bytes to the log.
@Suite("Import of actions")
struct ActionFileTests {
  @Test(
    "What can be taken is, what can't is told by its line, and the same file again adds nothing")
  func twice() async throws {
    try await withOffice { database async throws in
      let file = """
        department,occurred_at,actor,text
        sales,2025-03-10T09:00:00Z,sato,"Drafted, with\ttab"
        sales,2025-03-10T09:00:00Z,sato,"Drafted, with\ttab"
        hq,2025-03-11,ito,提案書の初稿
        sales,2025-03-12T09:00:00Z,sato,
        sales,2025-03-12,,Nobody
        west,2025-03-12,sato,Elsewhere

        """
      for round in [0, 1] {
        let (imported, told) = try await database.imported(file)
        #expect(imported.read == 6 && imported.refused == 3)
        #expect(imported.report.added == (round == 0 ? 3 : 0))
        #expect(imported.report.known == (round == 0 ? 0 : 3))
        #expect(
          imported.report.journals.map { "\($0)" } == (round == 0 ? ["SALES-2", "HQ-1"] : []))
        #expect(imported.unknown == ["west"])
        #expect(told.columns == ["department", "occurred_at", "actor", "text"])
        #expect(told.refused.map(\.line) == [5, 6, 7])
        #expect(
          told.refused.map { $0.fault.sentence(.english) } == [
            "The action is empty.", "The actor is empty.", "there is no department west.",
          ])
      }
    }
  }

  @Test("A dry run and a refused line of an atomic import leave nothing")
  func nothing() async throws {
    try await withOffice { database async throws in
      let file = "department,time,text\nwest,2025-03-11,x\nsales,2025-03-11,y\nsales,,z\n"
      let dry = try await database.imported(
        file, ActionsRequest(createsDepartments: true, isDryRun: true)
      ).imported
      #expect(dry.report.added == 2 && dry.report.departments.map { "\($0)" } == ["west"])
      let atomic = try await database.imported(
        file, ActionsRequest(createsDepartments: true, isAtomic: true)
      ).imported
      #expect(atomic.isUndone && atomic.refused == 1 && atomic.report.added == 0)
      try await database.opened { office throws in
        #expect(try office.departmentCodes().map(\.rawValue).sorted() == ["HQ", "SALES"])
        #expect(try office.actionTimes().isEmpty)
      }
    }
  }

  @Test("NDJSON goes to the cycle named, whose rules hold")
  func lines() async throws {
    try await withOffice { database async throws in
      let file = """
        {"occurredAt":"2100-03-11T00:00:00Z","text":"Later","cycle":"sales-1"}
        {"time":"2025-03-11T00:00:00Z","text":"Three","cycle":"SALES-9"}
        {"time":"2025-03-11T00:00:00Z","text":"Four","cycle":"SALES-1","department":"HQ"}
        {"time":"2025-03-11","by":"sato","text":5}
        []
        {"time":

        """
      let told = try await database.imported(file, form: .ndjson).told
      let sentences = told.refused.map { $0.fault.sentence(.english) }
      #expect(
        sentences[0].hasPrefix("occurred_at: 2100-03-11T00:00:00Z has not come yet; it is 20"))
      #expect(
        sentences[1...4] == [
          "There is no cycle SALES-9.", "SALES-1 is no cycle of HQ.", "text is no text.",
          "An object is needed.",
        ])
      #expect(sentences[5].hasPrefix("This is not JSON"))
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
    try await withOffice { database async throws in
      let (imported, told) = try await database.imported(
        "{\(members)}\n{\"time\":\"2025-03-10\",\"text\":\"good\"}\n", form: .ndjson)
      #expect(imported.report.added == 1)
      #expect(told.refused.map(\.line) == [1])
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
    try await withOffice { database async throws in
      let (imported, told) = try await database.imported(file)
      #expect(imported.report.added == added)
      #expect(told.refused.map(\.line) == refused)
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
    try await withOffice { database async throws in
      let imported = try await database.imported(file).imported
      #expect(imported.report.added == added && imported.refused == refused)
    }
  }

  @Test(
    "A date is the one that was meant, or its line is refused",
    arguments: [
      ("46114", TableSettings(), nil), ("46114", TableSettings(hasSerialDays: true), "2026-04-02"),
      ("46114.375", TableSettings(hasSerialDays: true), "2026-04-02"),
      ("60", TableSettings(hasSerialDays: true), nil),
      ("-1", TableSettings(hasSerialDays: true), nil), ("4月2日", TableSettings(), nil),
      ("4月2日", TableSettings(year: 2026), "2026-04-02"),
      ("2月29日", TableSettings(year: 2026), nil), ("H31.4.30", TableSettings(), "2019-04-30"),
      ("平成31年5月1日", TableSettings(), nil), ("昭和64年1月8日", TableSettings(), nil),
      ("令和元年5月1日", TableSettings(), "2019-05-01"),
      ("2026年4月2日（木）", TableSettings(), "2026-04-02"), ("26/4/2", TableSettings(), nil),
      ("04/02/2026", TableSettings(), nil), ("金曜", TableSettings(year: 2026), nil),
    ] as [(String, TableSettings, String?)])
  func dates(written: String, settings: TableSettings, day: String?) async throws {
    try await withOffice { database async throws in
      let (imported, told) = try await database.imported(
        "time,text\n\"\(written)\",As written\n", ActionsRequest(settings: settings))
      #expect(imported.report.added == (day == nil ? 0 : 1))
      #expect(told.refused.map(\.line) == (day == nil ? [2] : []))
      try await database.opened { office throws in
        #expect(try office.actionTimes().map { "\($0.prefix(10))" } == (day.map { [$0] } ?? []))
      }
    }
  }

  @Test(
    "Durations are in the unit that their column's name has",
    arguments: [
      ("作業時間（時間）", "2", 120), ("時間（h）", "1.5", 90), ("Duration (h)", "90分", 90),
      ("時間（分）", "2", 2), ("時間", "2", 2), ("所要時間（秒）", "2", nil), ("工数（人日）", "2", nil),
    ] as [(String, String, Int?)])
  func durations(column: String, written: String, minutes: Int?) async throws {
    try await withOffice { database async throws in
      let file = "time,text,\(column)\n2025-03-10,a,\(written)\n"
      guard let minutes else {
        let failure = await #expect(throws: ActionFileFault.self) {
          try await database.imported(file)
        }
        let said = OfficeFailure(try #require(failure)).wording.refused.en
        #expect(said.contains("durations are read in minutes (min) or hours (h)"), "\(said)")
        return
      }
      let line = "{\"time\":\"2025-03-11\",\"text\":\"b\",\"\(column)\":\"\(written)\"}\n"
      #expect(try await database.imported(file).imported.report.added == 1)
      #expect(try await database.imported(line, form: .ndjson).imported.report.added == 1)
      try await database.opened { office throws in
        #expect(try office.actionMinutes() == [minutes, minutes])
      }
    }
  }

  @Test("A file of 9,000 lines whose encoding turns out late is refused before the first is taken")
  func lateEncoding() async throws {
    try await withOffice { database async throws in
      let head = (0..<9_000).map { "2025-03-10,Note \($0)\n" }.joined()
      // 表 in ISO-2022-JP.
      let late = "2025-03-10,\u{1B}$BI=\u{1B}(B\n"
      await #expect(throws: (any Error).self) {
        try await database.imported("time,text\n" + head + late)
      }
      try await database.opened { office throws in #expect(try office.actionTimes().isEmpty) }
    }
  }

  @Test("Settings that say nothing of the file are refused")
  func needless() throws {
    let bytes = Array("time,text\n2025-03-10,a\n".utf8)
    #expect(throws: (any Error).self) { try ActionFile(bytes: bytes, TableSettings(sheet: "2")) }
    #expect(throws: (any Error).self) {
      try ActionFile(bytes: bytes, form: .ndjson, TableSettings(delimiter: "tab"))
    }
  }
}

/// What was told of an import of actions.
struct ToldActions: Sendable {
  var columns: [String] = []
  var refused: [(line: Int, fault: ActionLineFault)] = []
}

extension OfficeDatabase {
  /// Works at an office whose transactions follow each other, as it is for imports.
  func opened<T: Sendable>(_ body: @Sendable (Office) throws -> T) async throws -> T {
    let connection = try await Connection.open(target)
    let result = try await connection.perform { try body(Office(in: $0, at: .now())) }
    await connection.close()
    return result
  }

  /// Imports actions; those without a department go to SALES.
  @discardableResult
  func imported(
    _ file: String, form: ActionFile.Form = .csv, _ request: ActionsRequest = ActionsRequest()
  ) async throws -> (imported: ImportedActions, told: ToldActions) {
    try await opened { office in
      var request = request
      request.home.usual = "SALES"
      var told = ToldActions()
      let imported = try office.importActions(
        from: ActionFile(bytes: Array(file.utf8), form: form, request.settings), request
      ) { news in
        switch news {
        case .found(let columns): told.columns = columns.used.map(\.key)
        case .refused(let line, let fault): told.refused.append((line, fault))
        case .read, .taken: break
        }
      }
      return (imported, told)
    }
  }
}

extension Office {
  /// Of all actions in the log, in its order.
  fileprivate func actionTimes() throws -> [String] {
    try session.query(
      "SELECT occurred_at FROM log.event WHERE type = 'ActionLogged' ORDER BY \"position\""
    ) { "\(try $0.instant(0))" }
  }

  fileprivate func actionMinutes() throws -> [Int] {
    try session.query(
      "SELECT (payload ->> 'minutes')::bigint FROM log.event WHERE type = 'ActionLogged'"
    ) { try $0.int(0) }
  }
}
