import TestSupport
import Testing

/// Many departments, KPIs and members from one file each.
@Suite("Files that set up")
struct SetUpFileTests {
  @Test("Departments: a dry run adds nothing, the file all, the file again nothing")
  func departments() async throws {
    try await withOrganization { pdca async throws in
      let file = "コード,部署名\nＤＥＶ,開発部\nSALES,Sales\nWEST,西日本営業部\n"
      let add = ["department", "add", "--csv", "-"]
      let dry = try pdca.run(add + ["--dry-run"], input: file)
      #expect(
        dry.output
          == "2 would be added, 1 there already, 0 refused. A dry run: nothing was written.\n",
        "\(dry)")
      #expect(try !pdca("department", "list").output.contains("DEV"))
      let run = try pdca.run(add, input: file)
      #expect(run.output == "2 added, 1 there already, 0 refused.\n", "\(run)")
      #expect(run.errors == "UTF-8, commas, 2 columns: code from コード, name from 部署名\n")
      #expect(try pdca.run(add, input: file).output == "0 added, 3 there already, 0 refused.\n")
      #expect(try pdca("department", "list").output.contains("西日本営業部"))
    }
  }

  @Test("Twenty-five people of a spreadsheet come at once")
  func spreadsheet() async throws {
    try await withOrganization { pdca async throws in
      let path = "\(pdca.home)/members.xlsx"
      let rows = (1...25).map { ["person-\($0)", "SALES", $0 == 1 ? "promoter" : "field", "no"] }
      try MadeSheet.write(
        [("Members", [["Account", "Department", "Layer", "Login"]] + rows)], to: path)
      let run = try pdca("member", "import", path)
      #expect(run.output == "25 added, 0 there already, 0 refused.\n", "\(run)")
      #expect(run.errors.hasPrefix("sheet Members, 4 columns: account from Account, "))
    }
  }

  @Test("A login that the server doesn't have is refused by its line, and nobody is added")
  func logins() async throws {
    try await withOrganization { pdca async throws in
      _ = try await pdca.acting(as: "known-m")
      let file = "account,department,layer\nknown-m,SALES,field\nnobody-has-this,SALES,field\n"
      let run = try pdca("member", "import", "-", input: file)
      #expect(run.status == 65 && run.errors.contains("line 3: "), "\(run)")
      #expect(try !pdca("member", "list").output.contains("known-m"))
      let first = "account,department,layer\nknown-m,SALES,field\n"
      #expect(
        try pdca("member", "import", "-", input: first).lines == [
          "1 added, 0 there already, 0 refused.", "Logins: known-m",
        ])
    }
  }

  @Test("A code beside --csv, and --dry-run without it, are usage errors")
  func usage() async throws {
    try await withOrganization { pdca async throws in
      #expect(try pdca("department", "add", "DEV", "--csv", "-").status == 64)
      #expect(try pdca("kpi", "define", "hours", "--dry-run").status == 64)
      #expect(try pdca("department", "add").status == 64)
      #expect(try pdca("kpi", "define").status == 64)
    }
  }
}
