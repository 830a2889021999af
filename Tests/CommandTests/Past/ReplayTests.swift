import CanonicalJSON
import Testing

@Suite("pdca replay")
struct ReplayTests {
  /// Lines without the first one's time, which is that of the test.
  private func timeless(_ run: CommandLineRunner.Run) -> [String] {
    run.lines.map { line in
      guard line.hasPrefix("SALES@"), let reference = line.split(separator: " ").first else {
        return line
      }
      let rest = line.split(separator: "  postgres").dropFirst().joined()
      return "\(reference)  postgres\(rest)"
    }
  }

  @Test("Each event is followed by what it changed, before and after")
  func text() async throws {
    try await withCycle { pdca throws in
      _ = try pdca("do", "1", "Drafted three", "--on", "2025-03-10")
      _ = try pdca("amend", "1", "--predict", "5", "--reason", "Fewer templates")
      let run = try pdca("replay", "SALES-1")
      #expect(
        timeless(run) == [
          "SALES@4  postgres  cycle-1  CyclePlanned  (occurred 2025-03-03 23:59)",
          "  Planned: Drafts by assistant (SALES/hours to 4 by 2025-03-31)",
          "  Cycle 1",
          "    State               planned",
          "    Title               Drafts by assistant",
          "    Problem             Proposals take too long",
          "    Change              First drafts by the assistant",
          "    KPI                 SALES/hours",
          "    Prediction          4",
          "    First prediction    4",
          "    Level when planned  6.1",
          "    Window from         2025-03-03",
          "    Window to           2025-03-31",
          "    Due                 2025-03-31",
          "    First due           2025-03-31",
          "    Owner               postgres",
          "    Amendments          0",
          "    Actions             0",
          "    Obstacles           0",
          "",
          "SALES@5  postgres  cycle-1  ActionLogged  (occurred 2025-03-10 23:59)",
          "  Drafted three",
          "  Cycle 1",
          "    State    planned → doing",
          "    Actions  0 → 1",
          "",
          "SALES@6  postgres  cycle-1  PlanAmended",
          "  Plan amended: prediction 5 (Fewer templates)",
          "  Cycle 1",
          "    Prediction  4 → 5",
          "    Amendments  0 → 1",
        ])
    }
  }

  @Test("In Japanese, and only from a position to a position")
  func japanese() async throws {
    try await withCycle { pdca throws in
      _ = try pdca("do", "1", "三件を作成", "--on", "2025-03-10")
      let run = try pdca.japanese("replay", "1", "--from", "5", "--to", "5")
      #expect(
        timeless(run) == [
          "SALES@5  postgres  cycle-1  ActionLogged  (発生 2025-03-10 23:59)",
          "  三件を作成",
          "  ミニPDCA 1",
          "    状態  計画済み → 実施中",
          "    実施  0 → 1",
        ])
      #expect(
        try pdca.japanese("replay", "1", "--from", "9").output == "該当する記録はありません。\n")
    }
  }

  @Test("JSON holds the event, and each changed field with both values")
  func json() async throws {
    try await withCycle { pdca throws in
      _ = try pdca("kpi", "correct", "hours", "6.4", "--on", "2025-02-17", "--reason", "Typo")
      let run = try pdca("replay", "hours", "--from", "5", "--json")
      let json = try JSON(parsing: run.output)
      guard case .array(let steps)? = json.object?["steps"],
        case .array(let changes)? = steps.first?.object?["changes"]
      else {
        Issue.record("no steps in \(run)")
        return
      }
      #expect(
        changes[0].object?["key"]?.canonical
          == #"{"department":"SALES","kpi":"hours","period":"2025-02-17"}"#)
      #expect(
        changes[0].object?["fields"]?.object?["value"]?.canonical == #"{"after":6.4,"before":6.2}"#)
    }
  }

  @Test("What isn't there is refused")
  func refused() async throws {
    try await withCycle { pdca throws in
      for (what, error) in [
        ("SALES-9", "there is no cycle SALES-9."), ("nope", "there is no KPI SALES/nope."),
        ("2026-W02", "there is no review SALES-2026-W02."),
      ] {
        let run = try pdca("replay", what)
        #expect(run.status == 64 && run.errors.contains(error), "\(run)")
      }
      #expect(try pdca("replay", "1", "--from", "3", "--to", "2").status == 64)
    }
  }
}
