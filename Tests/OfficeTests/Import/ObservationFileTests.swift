import Bilingual
import Domain
import Orders
import Presentation
import ReadModels
import Tables
import Testing
import Wording

@testable import Office

/// Files of one KPI's observations, from their bytes to the log.
@Suite("Import of observations")
struct ObservationFileTests {
  @Test("A dry run records nothing, the file all of it, and the file again nothing")
  func twice() async throws {
    try await withOffice { database async throws in
      let file = "period,value\n2025-01-06,14\n2025-W03,15\n2025-01-20,13.5\n"
      let dry = try await database.recorded(file, ObservationsRequest(isDryRun: true)).imported
      #expect(dry.recorded == 3 && dry.isDryRun)
      let first = try await database.recorded(file).imported
      #expect(first.recorded == 3 && first.known == 0 && first.refused.isEmpty)
      let again = try await database.recorded(file).imported
      #expect(again.recorded == 0 && again.known == 3)
    }
  }

  @Test("A line at fault, whether unreadable or refused, keeps all others out of an atomic import")
  func atomic() async throws {
    try await withOffice { database async throws in
      _ = try await database.recorded("2025-01-06,14\n")
      for fault in ["foo,3\n", "2025-01-06,99\n"] {
        let imported = try await database.recorded(
          "2025-W03,15\n" + fault, ObservationsRequest(isAtomic: true)
        ).imported
        #expect(imported.recorded == 0 && imported.refused.map(\.line) == [2])
      }
      #expect(
        try await database.recorded(
          "2025-W03,15\n2025-W04,16\n", ObservationsRequest(isAtomic: true)
        )
        .imported.recorded == 2)
    }
  }

  @Test("Semicolons, tabs, surplus columns, blank rows and sep= are read alike")
  func forms() async throws {
    try await withOffice { database async throws in
      for file in [
        "Week;Actual (h)\n2025-W02;14\n", "Week\tFY2025 hours\n2025-W02\t14\n",
        "sep=;\r\nperiod;value;;\r\n2025-W02;14;;\r\n;;;\r\n",
        "対象週,1人あたり時間（時間）,,\r\n2025-W02,14,,\r\n,,,\r\n", "Week,H1 actual\r2025-W02,14\r",
      ] {
        let imported = try await database.recorded(file).imported
        #expect(imported.recorded + imported.known == 1 && imported.refused.isEmpty, "\(file)")
      }
    }
  }

  @Test(
    "A first line that is data gone wrong is named, never dropped",
    arguments: [
      "yesterday,n/a", "Week 2,12", "先週,12", "W02,n/a", "第2週,不明", "total,n/a", "2025-W02,twelve",
      "昨日,値",
    ])
  func firstLine(line: String) async throws {
    try await withOffice { database async throws in
      let imported = try await database.recorded("\(line)\n2025-W03,13\n").imported
      #expect(imported.recorded == 1 && imported.refused.map(\.line) == [1])
    }
  }

  @Test(
    "Full width is read as half width",
    arguments: [
      "２０２５－Ｗ０２,１４", "２０２５／１／６,１４", "２０２５年１月６日,１４．０", "Ｒ７．１．６,１，４００／１００", "令和７年１月６日,＋１４",
    ])
  func fullWidth(line: String) async throws {
    try await withOffice { database async throws in
      let imported = try await database.recorded("Ｐｅｒｉｏｄ,Ｖａｌｕｅ\n\(line)\n").imported
      // A KPI that is a value has no denominator.
      #expect(imported.recorded == (line.contains("／１００") ? 0 : 1))
    }
  }

  @Test(
    "The value is the column that is named so, or the only one that can be; else the file is refused",
    arguments: [
      ("value", "No,週,売上\n1,2025-W02,14\n", ["売上"]),
      ("value", "週,店舗番号,件数\n2025-W02,101,14\n", ["件数"]),
      ("value", "週,前年,今年\n2025-W02,13,14\n", ["今年"]),
      ("value", "週,実績,目標\n2025-W02,14,15\n", ["実績"]),
      ("value", "週,備考,作業時間\n2025-W02,電話,14\n", ["作業時間"]),
      ("value", "部門,実績値,期間,備考\n営業,14,2025-W02,電話で確認\n", ["実績値"]),
      ("count", "週,母数,件数\n2025-W02,100,14\n", ["件数", "母数"]),
      ("value", "週,受注額,粗利額\n2025-W02,14,15\n", nil), ("count", "週,件数,件数\n2025-W02,14,15\n", nil),
      ("count", "period,value,Value\n2025-W02,14,15\n", nil),
      ("count", "period,value,inspected\n2025-W02,14,100\n", nil),
    ] as [(String, String, [String]?)])
  func valueColumn(measure: String, file: String, taken: [String]?) async throws {
    try await withOffice { database async throws in
      let kpi = try await database.define("k", unit: "n", measure: Measure(rawValue: measure)!)
      guard let taken else {
        let fault = await #expect(throws: ObservationHeaderFault.self) {
          try await database.recorded(file, of: kpi)
        }
        let said = OfficeFailure(try #require(fault)).wording.refused.ja
        #expect(said.contains("何も記録していません"), "\(said)")
        return
      }
      let (imported, found) = try await database.recorded(file, of: kpi)
      #expect(imported.recorded == 1)
      #expect(try #require(found).used.dropFirst().map(\.name) == taken)
    }
  }

  @Test("Columns that are passed over are said")
  func idle() async throws {
    try await withOffice { database async throws in
      let found = try await database.recorded("部門,実績値,期間,備考\n営業,14,2025-W02,電話で確認\n").found
      #expect(
        found?.words.ja == "UTF-8、カンマ区切り、4列: 期間は「期間」、値は「実績値」、使わない列は「部門」「備考」")
    }
  }

  @Test(
    "Observations in another unit than the KPI's are refused with both named",
    arguments: [
      ("円", "売上（千円）", "千円"), ("千円", "金額（円）", "円"), ("h", "実績（%）", "%"), ("円", "売上（円）", nil),
      ("千円", "売上", nil), ("hours", "実績（h）", nil), ("円", "売上（速報）", nil),
    ] as [(String, String, String?)])
  func otherUnits(unit: String, column: String, refused: String?) async throws {
    try await withOffice { database async throws in
      let kpi = try await database.define("measured", unit: unit)
      let file = "週,\(column)\n2025-W02,14\n"
      guard let refused else {
        #expect(try await database.recorded(file, of: kpi).imported.recorded == 1)
        return
      }
      await #expect(throws: ColumnFault.otherUnit(column: column, unit: refused, wanted: unit)) {
        try await database.recorded(file, of: kpi)
      }
    }
  }

  @Test(
    "Numbers of programs are refused by their line",
    arguments: ["0X1F", "0b101", "1'000", "Infinity", "-nan", "1e-310", "1e999", "１＿０００", "0o17"])
  func programmers(value: String) async throws {
    try await withOffice { database async throws in
      let imported = try await database.recorded("period,value\n2025-W02,\(value)\n").imported
      #expect(imported.refused.map(\.line) == [2])
    }
  }

  @Test("A value that is left out is said to be empty")
  func noValue() async throws {
    try await withOffice { database async throws in
      let refused = try await database.recorded("週,値\n2025-W02,\n").imported.refused
      #expect(refused.first?.fault.refused.en.hasPrefix("The value is empty") == true)
    }
  }
}

extension OfficeDatabase {
  /// Defines a weekly KPI of SALES.
  func define(_ code: String, unit: String, measure: Measure = .value) async throws -> KPIReference
  {
    let kpi = KPIReference(Self.sales, KPICode(code)!)
    try await opened { office in
      _ = try office.record(
        .define(
          KPIDefinition(
            name: code, unit: unit, direction: .up, cadence: .weekly, kind: .outcome,
            measure: measure)), on: kpi, Self.order(Self.sales))
    }
    return kpi
  }

  /// Imports observations of the KPI, or else of a weekly one in hours.
  @discardableResult
  func recorded(
    _ file: String, _ request: ObservationsRequest = ObservationsRequest(),
    of kpi: KPIReference? = nil
  ) async throws -> (imported: ImportedObservations, found: FoundColumns?) {
    let kpi = if let kpi { kpi } else { try await define("weekly-hours", unit: "hours") }
    return try await opened { office in
      var found: FoundColumns?
      let imported = try office.importObservations(
        of: office.definedKPI(kpi),
        from: TableFile(bytes: Array(file.utf8), request.settings, isRagged: true), request
      ) { if case .found(let columns) = $0 { found = columns } }
      return (imported, found)
    }
  }
}
