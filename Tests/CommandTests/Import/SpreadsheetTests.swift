import OperatingSystem
import TestSupport
import Testing

/// Spreadsheets that come in, and that go out.
@Suite("Spreadsheets")
struct SpreadsheetTests {
  @Test("Observations come from the sheet that is named, which is said with its columns")
  func observations() async throws {
    try await withHours { pdca async throws in
      let path = "\(pdca.home)/実績.xlsx"
      try MadeSheet.write(
        [
          ("説明", [["この表の使い方"]]),
          (
            "2025年",
            [["週", "実績（h）", "備考"], ["2025-01-06", "14", ""], ["2025-01-13", "12.5", "電話"]]
          ),
        ], to: path)
      let run = try pdca("kpi", "record", "hours", "--csv", path, "--sheet", "2025年")
      #expect(run.status == 0, "\(run)")
      #expect(
        run.errors
          == "sheet 2025年 (others: 説明), 3 columns: period from 週, value from 実績（h）; "
          + "not used: 備考\n")
      #expect(run.output == "SALES/hours: 2 recorded, 0 known already, 0 refused.\n")
      let unknown = try pdca("kpi", "record", "hours", "--csv", path, "--sheet", "2024年")
      #expect(unknown.status == 64)
      #expect(
        unknown.errors.hasPrefix("Error: there is no sheet \"2024年\". There are: 説明, 2025年."))
    }
  }

  @Test("Actions come from a sheet, and again add nothing")
  func actions() async throws {
    try await withOrganization { pdca async throws in
      let path = "\(pdca.home)/actions.xlsx"
      try MadeSheet.write(
        [
          (
            "活動",
            [["実施日", "担当", "内容", "分"], ["2025-03-10", "sato", "初稿", "90"], ["", "", "", ""]]
          )
        ],
        to: path)
      let run = try pdca("import", "actions", path)
      #expect(run.lines.first == "1 line read: 1 added, 0 there already, 0 refused.", "\(run)")
      #expect(run.errors.hasPrefix("sheet 活動, 4 columns: occurred_at from 実施日, "))
      #expect(try pdca("log", "--text", "初稿").output.contains("sato"))
      let again = try pdca("import", "actions", path)
      #expect(again.lines.first == "1 line read: 0 added, 1 there already, 0 refused.")
    }
  }

  @Test("A list, a chart's points and a review's tables go into spreadsheets that openpyxl reads")
  func written() async throws {
    try await withHours { pdca async throws in
      _ = try pdca("kpi", "record", "hours", "1400", "--on", "2025-W02")
      _ = try pdca("kpi", "record", "hours", "12.5", "--on", "2025-W03")
      let path = "\(pdca.home)/out.xlsx"
      #expect(try pdca("kpi", "list", "--output", path).output == "The list is in \(path).\n")
      let list = try MadeSheet.read(path)
      #expect(list.first == "# KPIs" && list.count == 3, "\(list)")
      #expect(list[2].contains("|12.5|2025-01-13 00:00:00|"), "\(list)")
      #expect(try pdca.japanese("kpi", "chart", "hours", "--output", path).status == 0)
      let chart = try MadeSheet.read(path)
      #expect(chart[0] == "# 実績値" && chart.contains("# 管理限界"))
      #expect(chart[2].hasPrefix("2025-01-06 00:00:00|1400|"), "\(chart)")
      let run = try pdca("review", "week", "2025-W03", "--output", path)
      #expect(run.status == 0, "\(run)")
      let review = try MadeSheet.read(path)
      #expect(review[0] == "# Review" && review.contains("# KPIs"), "\(review)")
      #expect(try read(path, by: pdca))
    }
  }

  /// Whether our own reader takes the file, too.
  private func read(_ path: String, by pdca: CommandLineRunner) throws -> Bool {
    try pdca("kpi", "record", "hours", "--csv", path, "--sheet", "KPIs", "--dry-run")
      .errors.hasPrefix("sheet KPIs (others: Review")
  }

  @Test(
    "A name that fits no form is refused, and nothing is written",
    arguments: [
      ["review", "week", "2025-W02"], ["review", "month", "2025-01"], ["review", "calendar"],
      ["kpi", "chart", "hours"], ["export", "log"], ["kpi", "list"], ["cycle", "list"],
      ["member", "list"], ["department", "list"], ["lesson", "list"], ["issue", "list"],
      ["review", "list"], ["design", "list"], ["audit", "actors"],
    ])
  func forms(command: [String]) async throws {
    try await withHours { pdca async throws in
      for name in ["x.docx", "x.v2.gz", "データ.表"] {
        let path = "\(pdca.home)/\(name)"
        let run = try pdca.run(command + ["--output", path])
        #expect(run.status == 64, "\(name): \(run)")
        #expect(run.errors.hasPrefix("Error: no form fits the name \(path): it can end with "))
        #expect(try TextFile.readIfPresent(path) == nil)
      }
    }
  }

  @Test("A name without an ending, in a folder with one, takes a text")
  func noEnding() async throws {
    try await withHours { pdca async throws in
      _ = try ChildProcess.run(["/bin/mkdir", "\(pdca.home)/out.d"])
      for name in ["out.d/week", "week 2025.02", ".week"] {
        let path = "\(pdca.home)/\(name)"
        #expect(try pdca("review", "week", "2025-W02", "--output", path).status == 0, "\(name)")
        #expect(try TextFile.read(path).hasPrefix("Week 2 of 2025"))
      }
    }
  }
}
