import OperatingSystem
import Postgres
import TestSupport
import Testing

@Suite("pdca review in every form")
struct ReportFormatTests {
  /// A month with an action, a training and a KPI, every stored text the same.
  private static func fill(_ pdca: CommandLineRunner, _ text: String) throws {
    let steps = [
      ["kpi", "define", "hours", text, "--unit", "h", "--direction", "down"],
      ["kpi", "record", "hours", "9.5", "--on", "2026-W02"],
      [
        "plan", text, "--kpi", "hours", "--predict", "6", "--problem", text, "--change", text,
        "--on", "2026-01-05", "--due", "2026-01-20", "--no-input",
      ],
      ["do", "SALES-1", text, "--minutes", "75", "--on", "2026-01-06"],
      ["do", "SALES-1", text, "--minutes", "30", "--on", "2026-01-07"],
      ["issue", "raise", text, "--to", "executive", "--on", "2026-01-07"],
    ]
    for step in steps {
      let run = try pdca.run(step)
      guard run.status == 0 else { throw SetUpFailed(step: step, run: run) }
    }
  }

  @Test("A file's name chooses the form, and the file is whole")
  func files() async throws {
    try await withOrganization { pdca async throws in
      for (name, start) in [
        ("r.html", "<!DOCTYPE html>\n"), ("r.md", "# January 2026\n"), ("r.txt", "January 2026\n"),
        ("r.json", "{\"actions\":"),
      ] {
        let path = "\(pdca.home)/\(name)"
        let run = try pdca("review", "month", "2026-01", "--output", path)
        #expect(run.output == "SALES-2026-01 is in \(path).\n")
        #expect(try TextFile.read(path).hasPrefix(start))
      }
      let refused = try pdca("review", "month", "2026-01", "--output", "\(pdca.home)/no/r.html")
      #expect(refused.status == 74)
      #expect(
        refused.errors.hasPrefix(
          "Error: \(pdca.home)/no/r.html can't be written: No such file or directory."))
    }
  }

  @Test("A PDF is made, whole, and only into a file")
  func pdf() async throws {
    try await withOrganization { pdca async throws in
      let path = "\(pdca.home)/r.pdf"
      let run = try pdca.japanese("review", "week", "2026-W02", "--output", path)
      #expect(run.output == "SALES-2026-W02 を \(path) に書き出しました。\n")
      #expect(try TextFile.read(path).hasPrefix("%PDF-1."))
      let refused = try pdca("review", "week", "2026-W02", "--format", "pdf")
      #expect(refused.status == 64)
      #expect(
        refused.errors == """
          Error: the file to write (--output) is missing, and there is nobody to ask.
            See how it is given:  pdca review week --help

          """)
    }
  }

  @Test("What executives get of a dozen departments is one page, and its six charts are one more")
  func pages() async throws {
    try await withOrganization { pdca async throws in
      for number in 1...12 { try Self.fill(pdca, department: "D\(number)") }
      for runner in [pdca, pdca.japanese] {
        let path = "\(pdca.home)/r"
        _ = try runner(
          "review", "month", "2026-01", "--all", "--for", "executive", "--output", "\(path).pdf")
        #expect(Self.pages(try TextFile.read("\(path).pdf")) == 2)
        _ = try runner(
          "review", "month", "2026-01", "--all", "--for", "executive", "--output", "\(path).html")
        #expect(try TextFile.read("\(path).html").ranges(of: "<svg ").count == 6)
      }
    }
  }

  private static func fill(_ pdca: CommandLineRunner, department: String) throws {
    let steps = [
      ["department", "add", department, "Department \(department)"],
      ["kpi", "define", "hours", "Hours", "--unit", "h", "--direction", "down", "-d", department],
      ["kpi", "record", "hours", "9.5", "--on", "2026-W02", "-d", department],
      [
        "plan", "Shorter proposals", "--kpi", "hours", "--predict", "6", "--problem", "Slow",
        "--change", "Drafts", "--on", "2026-01-05", "--due", "2026-01-20", "-d", department,
        "--no-input",
      ],
      ["do", "\(department)-1", "Drafted", "--minutes", "30", "--on", "2026-01-06"],
      ["issue", "raise", "No data", "--to", "executive", "--on", "2026-01-07", "-d", department],
    ]
    for step in steps {
      let run = try pdca.run(step)
      guard run.status == 0 else { throw SetUpFailed(step: step, run: run) }
    }
  }

  /// Pages of a PDF whose objects are not compressed.
  private static func pages(_ file: String) -> Int {
    file.ranges(of: "/Type /Page").count - file.ranges(of: "/Type /Pages").count
  }

  @Test("Without the renderer the package is named, and what was there stays")
  func missing() async throws {
    try await withOrganization { pdca async throws in
      let path = "\(pdca.home)/r.pdf"
      try TextFile.replace(path, with: "earlier")
      let run = try pdca.with("PATH", "/nowhere")(
        "review", "week", "2026-W02", "--output", path)
      #expect(run.status == 69)
      #expect(
        run.errors == """
          Error: a PDF needs the program weasyprint, which is not installed. Nothing was written.
            On Debian install it with:  apt-get install weasyprint fonts-ipaexfont-gothic
            or write the page instead:  --format html --output FILE.html

          """)
      #expect(try TextFile.read(path) == "earlier")
    }
  }

  @Test("A renderer that takes too long is stopped, and leaves nothing")
  func late() async throws {
    try await withOrganization { pdca async throws in
      let run = try pdca.with("PDCA_PDF_DEADLINE", "0.05")(
        "review", "week", "2026-W02", "--output", "\(pdca.home)/r.pdf")
      #expect(run.status == 75)
      #expect(run.errors.contains("was stopped. Nothing was written."))
      let left = try ChildProcess.run(["/bin/ls", pdca.home]).output
      #expect(!left.contains("r.pdf"))
    }
  }

  @Test("Each audience gets its cut, in every form")
  func audiences() async throws {
    try await withOrganization { pdca async throws in
      try Self.fill(pdca, "Drafts")
      let executive = try pdca("review", "week", "2026-W02", "--for", "executive").lines
      #expect(executive[1] == "Weekly review of Sales (SALES), for executives")
      #expect(executive.contains("Decisions asked of you") && !executive.contains("Cycles"))
      let field = try pdca.japanese(
        "review", "month", "2026-01", "--for", "field", "--format", "markdown")
      #expect(field.lines[2] == "Sales（SALES） 月次分析（現場向け）")
      let json = try pdca("review", "month", "2026-01", "--for", "promoter", "--json").output
      #expect(json.contains(#""audience":"promoter""#))
      #expect(
        json.contains(#""stuck":[{"cycle":"SALES-1","reasons":[{"due":"2026-01-20","#))
      #expect(try pdca("review", "week", "--for", "everybody").status == 64)
    }
  }
}
