import Postgres
import TestSupport
import Testing

@Suite("pdca audit why, diff, actors and log")
struct AuditCommandTests {
  private func withDecision(_ body: (CommandLineRunner) async throws -> Void) async throws {
    try await withHistory { pdca, _ async throws in
      let steps = [
        ["check", "1", "--not-measured", "System down"], ["act", "1", "adapt", "Try again"],
        [
          "lesson", "draft", "A checklist", "--cycle", "SALES-1", "--conditions", "c",
          "--suggestion", "s", "--rationale", "r",
        ],
      ]
      for step in steps {
        let run = try pdca.run(step)
        guard run.status == 0 else { throw SetUpFailed(step: step, run: run) }
      }
      // Known only after the decision.
      _ = try pdca("kpi", "record", "hours", "5", "--on", "-1w")
      try await body(pdca)
    }
  }

  @Test("Proportions are known as rates")
  func proportion() async throws {
    try await withOrganization { pdca throws in
      for step in [
        ["kpi", "define", "rate", "Rate", "--unit", "%", "--measure", "proportion"],
        ["kpi", "record", "rate", "7/50", "--on", "2026-W09"],
        [
          "plan", "T", "--kpi", "rate", "--predict", "0.3", "--due", "2026-04-10", "--on",
          "2026-03-10", "--problem", "p", "--change", "c",
        ], ["do", "1", "Tried"], ["check", "1", "--not-measured", "n"],
        ["act", "1", "adapt", "Try again"],
      ] {
        let run = try pdca.run(step)
        try #require(run.status == 0, "\(run)")
      }
      #expect(try pdca("audit", "why", "SALES-1").output.contains("latest 14%"))
      #expect(try pdca("audit", "diff", "SALES@1", "SALES@2").output.contains("14%"))
    }
  }

  @Test("A decision is shown with what was known before it, what led to it and what followed")
  func why() async throws {
    try await withDecision { pdca throws in
      let lines = try pdca("audit", "why", "SALES-1").lines
      #expect(lines[0] == "SALES-1  Decided to adapt: Try again")
      #expect(lines.contains("Event     SALES@7  CycleActed"))
      let known = try #require(lines.firstIndex(of: "Known before it (up to SALES@6)"))
      #expect(lines[known + 1].hasPrefix("- SALES/hours Hours: 1 observation, latest 9.5 h ("))
      #expect(
        lines.contains { $0.hasPrefix("SALES@6  ") && $0.hasSuffix("  postgres  [same item]") })
      let followed = try #require(lines.firstIndex(of: "What followed"))
      #expect(lines[followed + 1].hasPrefix("SALES@8  "))
      #expect(lines[followed + 1].hasSuffix("  postgres  [names it]"))
      #expect(lines[followed + 2] == "  Lesson of a success drafted from SALES-1: A checklist")
      let japanese = try pdca.japanese("audit", "why", "SALES-1").lines
      #expect(japanese[0] == "SALES-1  「修正」と判断: Try again")
      #expect(japanese.contains("決定前に分かっていたこと (SALES@6 まで)"))
    }
  }

  @Test("The answer in JSON names relations and positions")
  func whyJSON() async throws {
    try await withDecision { pdca throws in
      let run = try pdca("audit", "why", "SALES@7", "--json")
      #expect(run.output.hasPrefix(#"{"decision":{"actor":"postgres""#))
      #expect(
        run.output.contains(
          #""id":"SALES-1","jsonVersion":1,"known":{"kpis":[{"center":9.5,"kpi":"SALES/hours""#))
      #expect(run.output.contains(#""relation":"naming""#))
      #expect(run.output.contains(#""positions":{"EMPTY":0,"HQ":6,"SALES":6}"#))
    }
  }

  @Test("What isn't there is refused by its name")
  func unknown() async throws {
    try await withDecision { pdca throws in
      let cycle = try pdca("audit", "why", "SALES-9")
      #expect(cycle.status == 64)
      #expect(cycle.errors.hasPrefix("Error: there is no cycle SALES-9.\n"))
      #expect(
        try pdca("audit", "why", "SALES@99").errors.hasPrefix("Error: there is no event SALES@99."))
      let type = try pdca("audit", "log", "--type", "actionloged")
      #expect(
        type.errors == "Error: there is no event type actionloged.\n  Did you mean ActionLogged?\n")
    }
  }

  @Test("What changed between two moments is told by item, before and after")
  func diff() async throws {
    try await withDecision { pdca throws in
      let lines = try pdca("audit", "diff", "SALES@5", "SALES@7").lines
      #expect(lines[0] == "SALES")
      #expect(lines[1].hasPrefix("SALES-1  "))
      #expect(lines[1].hasSuffix("  (2 events, SALES@6–7)"))
      #expect(
        Array(lines[2...]) == [
          "  State     doing → acted", "  Verdict   – → not measured", "  Decision  – → adapt",
          "  Why       – → Try again",
        ])
      let japanese = try pdca.japanese("audit", "diff", "SALES@5", "SALES@7").lines
      #expect(japanese[2] == "  状態  実施中 → 判断済み")
      let json = try pdca("audit", "diff", "SALES@7", "--json", "-d", "SALES").output
      #expect(json.contains(#""fact":"latest""#))
      #expect(json.contains(#""item":"SALES-L1""#))
      #expect(try pdca("audit", "diff", "SALES@9").output == "Nothing changed in between.\n")
      let turned = try pdca("audit", "diff", "SALES@7", "SALES@5")
      #expect(turned.status == 64)
      #expect(turned.errors == "Error: TO: \"SALES@5\" is not a moment after FROM.\n")
    }
  }

  @Test("Accounts are told with what they wrote, and whether they may log in")
  func actors() async throws {
    try await withDecision { pdca async throws in
      let stranger = try await pdca.acting(as: "audit_suzuki")
      _ = try stranger("do", "SALES-1", "Refused, for it is closed")
      let run = try pdca("audit", "actors")
      let lines = run.lines
      let own = try #require(lines.first { $0.hasPrefix("postgres") })
      #expect(own.contains("person") && own.contains("superuser") && own.contains("15"))
      #expect(lines.contains { $0.hasPrefix("audit_suzuki") && $0.contains("no member") })
      #expect(lines.last?.hasPrefix("May log in without being a member: ") == true)
      #expect(lines.last?.contains("audit_suzuki") == true)
      let json = try pdca("audit", "actors", "-d", "HQ", "--json").output
      #expect(
        json.contains(#""departments":["HQ"],"events":6,"first":"#), "\(json)")
    }
  }

  @Test("Why and actors are told as recorded up to a moment")
  func asOf() async throws {
    try await withDecision { pdca throws in
      let lines = try pdca("audit", "why", "SALES-1", "--as-of", "SALES@7").lines
      #expect(lines[0].hasPrefix("As of SALES@7 ("))
      #expect(lines[2] == "SALES-1  Decided to adapt: Try again")
      #expect(Array(lines.suffix(2)) == ["What followed", "Nothing in the log."])
      let earlier = try pdca("audit", "why", "SALES-1", "--as-of", "SALES@6", "--json").output
      #expect(earlier.contains(#""asOf":{"instant":"#))
      #expect(earlier.contains(#""type":"CycleChecked""#))
      let none = try pdca("audit", "why", "SALES@7", "--as-of", "SALES@6")
      #expect(none.status == 64)
      #expect(none.errors.hasPrefix("Error: there is no event SALES@7."))
      let actors = try pdca("audit", "actors", "-d", "SALES", "--as-of", "SALES@3", "--json").output
      #expect(actors.contains(#""departments":["SALES"],"events":3,"#), "\(actors)")
      #expect(
        try pdca.japanese("audit", "actors", "--as-of", "SALES@3").lines[0].hasSuffix("時点の記録"))
    }
  }

  @Test("The log is searched by item, text and time, and says when there is more")
  func log() async throws {
    try await withDecision { pdca throws in
      #expect(try pdca("audit", "log", "SALES-1", "--text", "DRAFTED").lines.count == 2)
      #expect(try pdca("log", "--text", "minutes").output == "There is no such event.\n")
      let page = try pdca("log", "-d", "SALES", "-d", "HQ", "--limit", "2")
      #expect(page.lines.count == 4)
      #expect(page.errors == "There are earlier ones: --limit 8\n")
      #expect(
        try pdca("log", "-d", "SALES", "--after", "2", "--limit", "1").errors
          == "There are more: --after 3\n")
      #expect(
        try pdca("log", "--limit", "99", "--json").output.hasSuffix(#","more":false}"# + "\n"))
      let early = try pdca("log", "-d", "SALES", "--until", "-10d", "--by-occurrence").lines
      #expect(early.count == 2)
      #expect(try pdca("log", "-d", "SALES", "--until", "-10d").lines.count == 1)
    }
  }

  @Test("An event that only a newer program knows is listed, and stops what would need it")
  func newer() async throws {
    try await withHistory { pdca, _ async throws in
      try await pdca.owner { session in
        try LogDatabase.list(["CyclePaused", "CycleActed"], in: session)
        try session.executeScript(
          """
          SELECT log.append('SALES', gen_random_uuid(), '{}', ARRAY['cycle-1'], ARRAY[3::bigint],
            ARRAY['cycle-1', 'cycle-1'], ARRAY['CyclePaused', 'CycleActed'],
            ARRAY[1, 2]::smallint[], ARRAY[now(), now()], ARRAY['{}', '{}'], NULL, NULL)
          """)
      }
      let listed = try pdca("log", "SALES@6")
      #expect(listed.lines.last == "  (this version can't read it)")
      let refused = try pdca("do", "SALES-1", "More")
      #expect(refused.status == 4)
      #expect(
        refused.errors.hasPrefix(
          "Error: what is known of SALES has stopped before event SALES@6 (CyclePaused), which the "
            + "projection cycle can't take in: The event type CyclePaused is not known to this "
            + "version: upgrade to read it."))
      #expect(refused.errors.contains("Nothing was saved."))
    }
  }
}
