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

  @Test("A refused line keeps all others out, and is named")
  func whole() async throws {
    try await withOrganization { pdca async throws in
      let run = try pdca.japanese(
        "department", "add", "--csv", "-", input: "code,name\nDEV,開発部\n12,番号\nSALES,別名\nEAST,\n")
      #expect(run.status == 65)
      #expect(run.output == "追加 0、登録済み 0、拒否 3。何も書き込んでいません。\n", "\(run)")
      for line in [3, 4, 5] { #expect(run.errors.contains("\n\(line) 行目: "), "\(run)") }
      #expect(try !pdca("department", "list").output.contains("DEV"))
    }
  }

  @Test("KPIs take their terms in either language")
  func kpis() async throws {
    try await withOrganization { pdca async throws in
      let file =
        "コード;KPI名;単位;方向;頻度;種別;測定方法\nhours;作業時間;h;低いほど良い;週次;成果;測定値\n"
        + "close-rate;成約率;%;up;monthly;outcome;proportion\nvisits;訪問件数;件;高い;毎日;活動量;件数\n"
      let run = try pdca("kpi", "define", "--csv", "-", input: file)
      #expect(run.output == "3 added, 0 there already, 0 refused.\n", "\(run)")
      #expect(
        try pdca("kpi", "show", "hours").output.contains(
          "weekly, lower is better, outcome, measured value"))
      #expect(
        try pdca("kpi", "show", "visits").output.contains(
          "daily, higher is better, activity, count"))
      #expect(
        try pdca("kpi", "define", "--csv", "-", input: file).output
          == "0 added, 3 there already, 0 refused.\n")
      let other = try pdca(
        "kpi", "define", "--csv", "-",
        input: "code,name,unit,direction\nhours,Other,h,down\nx,X,h,sideways\n")
      #expect(other.status == 65)
      #expect(other.errors.contains("line 2: "), "\(other)")
      #expect(
        other.errors.contains("line 3: direction: \"sideways\" is none of up, down, neutral."))
    }
  }

  private static let members = """
    アカウント,氏名,所属,階層,役割,ログイン
    sato-m,佐藤,SALES,現場,,no
    ito-m,伊藤,HQ,推進役,レビュー担当、研修担当,×
    bucho-m,部長,HQ,executive,,いいえ

    """

  @Test("Members come with layers and roles; again adds nothing; other facts are refused")
  func members() async throws {
    try await withOrganization { pdca async throws in
      let run = try pdca("member", "import", "-", input: Self.members)
      #expect(run.output == "3 added, 0 there already, 0 refused.\n", "\(run)")
      #expect(run.errors.contains("name from 氏名, "))
      let list = try pdca("member", "list").output
      #expect(list.contains("ito-m     伊藤  HQ          promoter   reviewer, trainer"), "\(list)")
      #expect(
        try pdca("member", "import", "-", input: Self.members).output
          == "0 added, 3 there already, 0 refused.\n")
      let moved = Self.members.replacing("SALES,現場", with: "HQ,現場")
      let refused = try pdca("member", "import", "-", input: moved)
      #expect(refused.status == 65 && refused.errors.contains("line 2: "), "\(refused)")
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

  @Test(
    "A file without its columns is refused as a whole",
    arguments: ["", "account,layer\nx,field\n", "account,user,department,layer\na,b,HQ,field\n"])
  func columns(file: String) async throws {
    try await withOrganization { pdca async throws in
      let run = try pdca("member", "import", "-", input: file)
      #expect(run.status == 65 && run.errors.hasPrefix("Error: "), "\(run)")
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
