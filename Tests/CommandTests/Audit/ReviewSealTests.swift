import OperatingSystem
import Postgres
import Testing

@Suite("The seal of a review")
struct ReviewSealTests {
  private func close(_ week: String, _ pdca: CommandLineRunner) throws -> CommandLineRunner.Run {
    #expect(try pdca("review", "open", week).status == 0)
    let run = try pdca("review", "close", week)
    #expect(run.status == 0, "\(run)")
    return run
  }

  @Test("A review closed without a key is shown as unsealed until the log is sealed")
  func unsealed() async throws {
    try await withOrganization { pdca throws in
      #expect(try pdca("review", "open", "SALES-2025-W10").status == 0)
      #expect(
        try pdca("review", "show", "SALES-2025-W10", "--json").output.contains(#""seal":null"#))
      #expect(try pdca("review", "close", "SALES-2025-W10").status == 0)
      let shown = try pdca("review", "show", "SALES-2025-W10")
      #expect(
        shown.output.contains("Sealed         no; no checkpoint kept here covers the closing."))
      let japanese = try pdca.japanese("review", "show", "SALES-2025-W10")
      #expect(japanese.output.contains("未封印です (終了を含むチェックポイントがありません)。"))
      let json = try pdca("review", "show", "SALES-2025-W10", "--json").output
      #expect(json.contains(#""seal":{"state":"unsealed"}"#))
      #expect(try pdca("audit", "key", "new").status == 0)
      #expect(try pdca("audit", "seal", "-d", "SALES").status == 0)
      let sealed = try pdca("review", "show", "SALES-2025-W10", "--json").output
      #expect(sealed.contains(#""state":"sealed"}"#))
    }
  }

  @Test("Closing a review seals where the key is, and the first checkpoint that covers it is told")
  func sealed() async throws {
    try await withOrganization { pdca throws in
      let made = try pdca("audit", "key", "new")
      #expect(made.status == 0)
      let file = "\(pdca.home)/pdca/checkpoints/SALES-3.checkpoint"
      #expect(try close("SALES-2025-W10", pdca).errors == "SALES is sealed at 3: \(file)\n")
      #expect(try close("SALES-2025-W11", pdca).errors.hasPrefix("SALES is sealed at 6: "))
      let lines = try TextFile.read(file).split(separator: "\n").map(String.init)
      let key = try pdca("audit", "key", "show").lines[0].split(separator: "+").prefix(2)
        .joined(separator: "+")
      let json = try pdca("review", "show", "SALES-2025-W10", "--json").output
      #expect(json.contains(#""seal":{"file":"\#(file)","keptSince":"20"#), "\(json)")
      #expect(
        json.contains(
          #""keys":["\#(key)"],"origin":"\#(lines[0])","root":"\#(lines[2])","size":3,"#
            + #""state":"sealed"}"#), "\(json)")
      let shown = try pdca("review", "show", "SALES-2025-W10").output
      #expect(shown.contains("by the checkpoint of 3 events, kept since 20"))
      for text in [lines[2], key] { #expect(shown.contains(text), "\(shown)") }
      let japanese = try pdca.japanese("review", "show", "SALES-2025-W10").output
      #expect(japanese.contains("3 件時点のチェックポイントで封印済み (20"))
    }
  }

  @Test("A log that is not the one sealed, and checkpoints that can't be used, are told")
  func spoiled() async throws {
    try await withOrganization { pdca async throws in
      #expect(try pdca("audit", "key", "new").status == 0)
      _ = try close("SALES-2025-W10", pdca)
      let show = ["review", "show", "SALES-2025-W10"]
      try await pdca.owner { session in
        try session.executeScript(
          """
          ALTER TABLE log.event DISABLE TRIGGER ALL;
          UPDATE log.event SET actor = 'x' WHERE department = 'SALES' AND "position" = 3;
          ALTER TABLE log.event ENABLE TRIGGER ALL
          """)
      }
      #expect(
        try pdca.run(show).output.contains("THE LOG DIFFERS from the checkpoint of 3 events."))
      #expect(
        try pdca.japanese.run(show).output.contains("記録が 3 件時点のチェックポイントと異なります。"))
      #expect(try pdca.run(show + ["--json"]).output.contains(#""state":"changed"}"#))
      let folder = "\(pdca.home)/pdca/checkpoints"
      try TextFile.replace("\(folder)/SALES-3.checkpoint", with: "nothing")
      let unusable = try pdca.run(show + ["--json"]).output
      #expect(unusable.contains(#""state":"unusable"}"#), "\(unusable)")
      #expect(try pdca.run(show).output.contains("can't be told:"))
    }
  }

  @Test("Logs sealed at the same time by two get the same checkpoints")
  func atOnce() async throws {
    try await withOrganization { pdca async throws in
      #expect(try pdca("audit", "key", "new").status == 0)
      for code in ["EAST", "WEST", "NORTH"] {
        #expect(try pdca("department", "add", code, "Team").status == 0)
        _ = try pdca("kpi", "define", "hours", "Hours", "--unit", "h", "-d", code)
      }
      let sealing = (0..<3).map { _ in pdca.inFlight("audit", "seal") }
      for one in sealing {
        let run = try await one.value
        #expect(run.status == 0, "\(run)")
        #expect(run.lines.map { $0.prefix { $0 != " " } } == ["EAST", "HQ", "NORTH", "WEST"])
      }
      #expect(try pdca("audit", "verify").status == 0)
    }
  }
}
