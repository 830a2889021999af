import CanonicalJSON
import Testing

@Suite("What is left behind")
struct HandOverTests {
  private static func run(_ pdca: CommandLineRunner, _ steps: [[String]]) throws {
    for step in steps {
      let run = try pdca.run(step + ["--no-input"])
      guard run.status == 0 else { throw SetUpFailed(step: step, run: run) }
    }
  }

  /// Sato owns a cycle and a decision, records a KPI of the vision and leads SALES's promoters.
  private static func withSato(_ body: (CommandLineRunner) async throws -> Void) async throws {
    try await withOrganization { pdca async throws in
      let sato = try await pdca.acting(as: "sato")
      try run(
        pdca,
        [
          ["department", "add", "DEV", "Development"],
          ["member", "add", "sato", "SALES", "promoter", "--on", "2026-01-05"],
          ["member", "move", "postgres", "HQ", "executive"],
          ["member", "grant", "sato", "reviewer"],
          ["kpi", "define", "hours", "Hours", "--unit", "h", "--direction", "down"]
            + ["--on", "2026-01-05"],
          ["vision", "declare", "Calm work", "--kpi", "SALES/hours"],
          ["plan", "Drafts", "--kpi", "hours", "--predict", "4", "--due", "2099-01-01"]
            + ["--problem", "Slow", "--change", "Templates", "--owner", "sato"],
          ["review", "open", "2026-W02"],
          ["review", "decide", "2026-W02", "Train", "--owner", "sato", "--due", "2099-02-01"],
        ])
      try run(sato, [["kpi", "record", "hours", "6", "--on", "2026-W03"]])
      try await body(pdca)
    }
  }

  @Test("Who leaves leaves open work, KPIs and parts behind, each with its command")
  func member() async throws {
    try await Self.withSato { pdca throws in
      let look = try pdca("member", "leave", "sato", "--dry-run")
      #expect(look.status == 0)
      let left = try pdca("member", "leave", "sato")
      for line in [
        "Open work to hand over", "pdca amend SALES-1 --owner <account> --reason \"<why>\"",
        "pdca review amend SALES-2026-W02.1 --owner <account> --reason \"<why>\"",
        "The vision rests on it", "pdca kpi record SALES/hours <value>", "What reviews will miss",
        "pdca member grant <account> reviewer", "SALES has no promoter any longer",
      ] {
        #expect(look.output.contains(line), "\(line)\n\(look)")
        #expect(left.output.contains(line), "\(line)\n\(left)")
      }
      #expect(left.output.hasPrefix("sato is no member any longer.\n"))
      #expect(!look.output.contains("no member any longer."))
      let japanese = try pdca.japanese("member", "leave", "sato", "--dry-run").output
      #expect(japanese.contains("pdca amend SALES-1 --owner <アカウント> --reason \"<理由>\""))
    }
  }

  @Test("A KPI that is retired leaves cycles, the vision and reviews without it")
  func kpi() async throws {
    try await Self.withSato { pdca throws in
      let run = try pdca("kpi", "retire", "hours", "--reason", "Replaced", "--json")
      let json = try JSON(parsing: String(run.output.dropLast()))
      func about(_ part: String) -> [JSON] {
        guard case .array(let items)? = json.object?["handOver"]?.object?[part] else { return [] }
        return items.compactMap { $0.object?["about"] }
      }
      #expect(about("openWork") == ["SALES-1"], "\(run)")
      #expect(about("vision") == ["SALES/hours"])
      #expect(about("reviewsMiss") == ["SALES"])
    }
  }

  @Test("What a retired KPI leaves is said in both languages, each with its command")
  func kpiWords() async throws {
    try await Self.withSato { pdca throws in
      let look = try pdca("kpi", "retire", "hours", "--dry-run")
      let japanese = try pdca.japanese("kpi", "retire", "hours", "--reason", "置き換え").output
      let lines = [
        ("Open work to hand over", "引き継ぐ仕事"),
        ("SALES-1 Drafts is measured by this KPI", "SALES-1「Drafts」の測定に使われています"),
        (
          "pdca plan 'Drafts' --kpi <KPI> -d SALES && pdca cancel SALES-1 --reason \"<why>\"",
          "pdca plan 'Drafts' --kpi <KPIコード> -d SALES && pdca cancel SALES-1 --reason \"<理由>\""
        ),
        ("Hours (SALES/hours) ends, and the vision names it", "ビジョンの指標Hours（SALES/hours）がなくなります"),
        ("The reviews of SALES have no KPI any longer", "SALES のレビューで見る指標がなくなります"),
      ]
      for (en, ja) in lines {
        #expect(look.output.contains(en), "\(en)\n\(look)")
        #expect(japanese.contains(ja), "\(ja)\n\(japanese)")
      }
      #expect(japanese.hasPrefix("SALES/hours を廃止しました。\n"), "\(japanese)")
    }
  }

  @Test("People read names in what is left behind, programs get accounts")
  func names() async throws {
    try await Self.withSato { pdca throws in
      try Self.run(pdca, [["member", "name", "sato", "佐藤 花子"]])
      let close = ["department", "close", "SALES", "--successor", "DEV", "--dry-run"]
      let look = try pdca.run(close).output
      #expect(look.contains("佐藤 花子 (promoter) still belongs to it"), "\(look)")
      #expect(look.contains("Train (佐藤 花子, due 1 February 2099)"), "\(look)")
      #expect(look.contains("pdca member move sato DEV promoter"), "\(look)")
      let json = try pdca.run(close + ["--json"]).output
      #expect(json.contains("\"about\":\"sato\"") && !json.contains("佐藤"), "\(json)")
      let shown = try pdca("department", "show", "SALES").output
      #expect(shown.contains("佐藤 花子") && !shown.contains("sato"), "\(shown)")
      let calendar = try pdca("review", "calendar", "-d", "SALES").output
      #expect(calendar.contains("Due: Train (佐藤 花子)"), "\(calendar)")
      #expect(!calendar.contains("sato"), "\(calendar)")
    }
  }

  @Test(
    "The successor's reviews show the KPIs of the department that it took over, with their history")
  func department() async throws {
    try await Self.withSato { pdca throws in
      for week in 10...34 {
        try Self.run(
          pdca,
          [["kpi", "record", "hours", week > 32 ? "90" : "1\(week % 4)", "--on", "2026-W\(week)"]])
      }
      let before = try pdca("review", "week", "2026-W34", "-d", "DEV", "--full")
      #expect(!before.output.contains("Hours"))
      let closed = try pdca(
        "department", "close", "SALES", "--successor", "DEV", "--reason", "Merged", "--on",
        "2026-08-24T00:00:00Z")
      #expect(closed.status == 0, "\(closed)")
      #expect(closed.output.contains("sato (promoter) still belongs to it"), "\(closed)")
      #expect(closed.output.contains("pdca member move sato DEV promoter"), "\(closed)")
      #expect(closed.output.contains("the reviews of DEV show it from now on"), "\(closed)")
      let after = try pdca("review", "week", "2026-W35", "-d", "DEV", "--full")
      #expect(after.output.contains("Hours of Sales: since"), "\(after)")
      // A week before the closing stays as it was.
      #expect(
        try pdca("review", "week", "2026-W33", "-d", "DEV", "--full").output
          .contains("Hours") == false)
      let noted = try pdca(
        "review", "acknowledge", "DEV-2026-W35", "--all", "--note", "The move")
      #expect(noted.status == 0 && noted.output.contains("SALES/hours"), "\(noted)")
    }
  }
}
