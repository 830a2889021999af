import Bilingual
import Domain
import EventLog
import Orders
import Presentation
import PrivateServer
import ReadModels
import Tables
import Testing
import Wording

@testable import Office

/// Departments, KPIs, members and concepts from one file each.
@Suite("Files that set up, in process")
struct SetUpFileTests {
  private func file(_ text: String) throws -> TableFile { try TableFile(bytes: Array(text.utf8)) }

  @Test("Departments: a dry run adds nothing, the file all, the file again nothing")
  func departments() async throws {
    try await withOffice { database async throws in
      let text = "コード,部署名\nＤＥＶ,開発部\nSALES,Sales\nWEST,西日本営業部\n"
      for (isDryRun, added, known) in [(true, 2, 1), (false, 2, 1), (false, 0, 3)] {
        let report = try await database.opened { office throws in
          try office.registerDepartments(
            from: file(text), isDryRun: isDryRun, order: { OfficeDatabase.order($0) })
        }
        #expect(report.added == added && report.known == known && report.refused.isEmpty)
        #expect(report.isDone == !isDryRun)
      }
    }
  }

  @Test("A refused line keeps all others out, and is named")
  func whole() async throws {
    try await withOffice { database async throws in
      let report = try await database.opened { office throws in
        try office.registerDepartments(
          from: file("code,name\nDEV,開発部\n12,番号\nSALES,別名\nEAST,\n"),
          order: { OfficeDatabase.order($0) })
      }
      #expect(report.refused.map(\.line) == [3, 4, 5] && !report.isDone)
      #expect(report.summary.ja == "追加 0、登録済み 0、拒否 3。何も書き込んでいません。")
      try await database.opened { office throws in
        #expect(try office.departmentCodes().map(\.rawValue).sorted() == ["HQ", "SALES"])
      }
    }
  }

  @Test("KPIs take their terms in either language")
  func kpis() async throws {
    try await withOffice { database async throws in
      let text =
        "コード;KPI名;単位;方向;頻度;種別;測定方法\ntime;作業時間;h;低いほど良い;週次;成果;測定値\n"
        + "close-rate;成約率;%;up;monthly;outcome;proportion\nvisits;訪問件数;件;高い;毎日;活動量;件数\n"
      let home = HomeDepartment(given: "sales")
      for (added, known) in [(3, 0), (0, 3)] {
        let report = try await database.opened { office throws in
          try office.defineKPIs(from: file(text), in: home, order: { OfficeDatabase.order($0) })
        }
        #expect(report.added == added && report.known == known)
      }
      let row = try await database.opened { office throws in
        try office.definedKPI(KPIReference(OfficeDatabase.sales, KPICode("visits")!))
      }
      #expect(row.cadence == .daily && row.direction == .up && row.kind == .activity)
      #expect(row.measure == .count)
      let other = try await database.opened { office throws in
        try office.defineKPIs(
          from: file("code,name,unit,direction\ntime,Other,h,down\nx,X,h,sideways\n"), in: home,
          order: { OfficeDatabase.order($0) })
      }
      #expect(other.refused.map(\.line) == [2, 3])
      #expect(
        other.refused[1].wording.refused.en
          == "direction: \"sideways\" is none of up, down, neutral.")
    }
  }

  @Test("Members come with layers, roles and names; again adds nothing; other facts are refused")
  func members() async throws {
    let text = """
      アカウント,氏名,所属,階層,役割,ログイン
      sato-m,佐藤,SALES,現場,,no
      ito-m,伊藤,HQ,推進役,レビュー担当、研修担当,×
      bucho-m,部長,HQ,executive,,いいえ

      """
    try await withOffice { database async throws in
      let premises = Premises.server(database.target)
      for (added, known) in [(3, 0), (0, 3)] {
        let members = try await database.opened { office throws in
          try office.addMembers(from: file(text), at: premises)
        }
        #expect(members.report.added == added && members.report.known == known)
        #expect(members.logins.isEmpty)
      }
      let entry = try await database.opened { office throws in
        try office.members().first { $0.member.account.rawValue == "ito-m" }
      }
      #expect(entry?.roles == [.reviewer, .trainer])
      let moved = try await database.opened { office throws in
        try office.addMembers(
          from: file(text.replacing("SALES,現場", with: "HQ,現場")), at: premises)
      }
      #expect(moved.report.refused.map(\.line) == [2])
    }
  }

  @Test(
    "A file without its columns is refused as a whole",
    arguments: ["", "account,layer\nx,field\n", "account,user,department,layer\na,b,HQ,field\n"])
  func columns(text: String) async throws {
    try await withOffice { database async throws in
      _ = await #expect(throws: ColumnFault.self) {
        try await database.opened { office throws in
          try office.addMembers(from: file(text), at: .server(database.target))
        }
      }
    }
  }

  @Test("The worksheet's titles name its columns in both languages")
  func titles() {
    for column in ConceptColumn.allCases {
      #expect(ConceptColumn.named(column.title.en) == column)
      #expect(ConceptColumn.named(column.title.ja) == column)
    }
  }

  @Test("Attendance is read line by line; one that can't be refuses all")
  func attendance() throws {
    let read = try SubsidyFiles.attendances(
      in: file("回,アカウント,開始,終了\n1,sato,9:40,17:00\n2,ito,0.375,12:00:00\n"))
    #expect(read.map(\.session) == [1, 2])
    #expect(read.map { "\($0.span.from)" } == ["09:40", "09:00"])
    #expect(throws: AttendanceFault.self) {
      try SubsidyFiles.attendances(in: file("session,account,from,to\n1,sato,17:00,9:40\n"))
    }
  }
}
