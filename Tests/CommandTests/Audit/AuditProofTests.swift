import OperatingSystem
import Postgres
import TestSupport
import Testing

@Suite("pdca audit prove, check-proof and consistency")
struct AuditProofTests {
  @Test("Every event is proved, and checked without database and configuration")
  func every() async throws {
    try await withAuditHouse { house async throws in
      let file = house.pdca.home + "/event.tlog-proof"
      let key = try house.pdca("audit", "key", "show").lines[0].split(separator: " ")[0]
      for position in 1...8 {
        #expect(try house.pdca("audit", "prove", "SALES@\(position)", "--out", file).status == 0)
        let checked = try offline(["audit", "check-proof", file, "--key", "\(key)"])
        #expect(checked.status == 0, "\(checked)")
        #expect(checked.lines.first == "SALES@\(position) is in the log.")
      }
      #expect(
        try house.pdca("audit", "prove", "sales-1", "--out", "-").output
          == TextFile.read(file))
    }
  }

  @Test("A proof that was changed, or signed by another, proves nothing")
  func spoiled() async throws {
    try await withAuditHouse { house async throws in
      let file = house.pdca.home + "/event.tlog-proof"
      #expect(try house.pdca("audit", "prove", "SALES@5", "--out", file).status == 0)
      let text = try TextFile.read(file)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let spoiled = [
        text.replacing("index 4", with: "index 5"), text.replacing("\n8\n", with: "\n9\n"),
        text.replacing(lines[3], with: lines[4]),
        text.replacing(lines[1], with: String(lines[1].reversed())), "",
      ]
      for wrong in spoiled {
        try TextFile.replace(file, with: wrong)
        let run = try offline(["audit", "check-proof", file, "--key", house.keys + "/verifiers"])
        #expect(run.status == 5, "\(run)")
      }
      try TextFile.replace(file, with: text)
      let stranger = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
      #expect(try offline(["audit", "check-proof", file, "--key", stranger]).status == 5)
      #expect(try offline(["audit", "check-proof", file, "--key", "nothing"]).status == 64)
    }
  }

  @Test("A newer checkpoint is proved to continue an older one, a forked one not")
  func consistency() async throws {
    try await withAuditHouse { house async throws in
      #expect(try house.pdca("audit", "seal", "-d", "SALES").status == 0)
      #expect(try house.pdca("do", "SALES-1", "One more").status == 0)
      #expect(try house.pdca("audit", "seal", "-d", "SALES").status == 0)
      let (old, new) = (
        house.checkpoints + "/SALES-8.checkpoint", house.checkpoints + "/SALES-9.checkpoint"
      )
      let out = house.pdca.home + "/proof"
      let run = try house.pdca("audit", "consistency", old, new, "--out", out)
      #expect(run.output == "The log of 9 events begins with the log of 8.\n")
      #expect(try TextFile.read(out).hasPrefix("old 8\n"))
      #expect(try house.pdca("audit", "consistency", new, old).status == 64)
      try await house.tamper(
        "UPDATE log.event SET leaf_hash = sha256('x') WHERE department = 'SALES' AND \"position\" = 9"
      )
      #expect(try house.pdca("audit", "consistency", old, new).status == 5)
      #expect(try house.pdca("audit", "prove", "SALES@1").status == 5)
    }
  }

  @Test("The two verifiers in docs/proof.md agree, and see what was changed")
  func python() async throws {
    try await withAuditHouse { house async throws in
      let blocks = try DocumentedScripts.python(in: "docs/proof.md")
      let line = try #require(
        DocumentedScripts.python(in: "docs/log.md").first { $0.contains("def read(raw):") })
      try TextFile.replace(house.pdca.home + "/line.py", with: line)
      let python = ["/usr/bin/env", "PYTHONPATH=\(house.pdca.home)", "python3", "-c"]
      try #require(blocks.count == 2)
      #expect(try house.pdca("audit", "redact", "SALES@4", "--reason", "A number").status == 0)
      #expect(try house.pdca("audit", "seal", "-d", "SALES").status == 0)
      let export = house.pdca.home + "/export"
      let lines = try house.pdca("export", "log", "-d", "SALES").lines
      let checkpoint = house.checkpoints + "/SALES-9.checkpoint"
      for (text, sees) in [
        (lines, true), (lines.map { $0.replacing("Call 5", with: "Call 6") }, false),
      ] {
        try TextFile.replace(export, with: text.map { $0 + "\n" }.joined())
        let run = try ChildProcess.run(python + [blocks[0], export, checkpoint])
        #expect((run.status == 0) == sees, "\(run.output)")
      }
      for event in ["SALES@4", "SALES@5"] {
        let file = house.pdca.home + "/event.tlog-proof"
        #expect(try house.pdca("audit", "prove", event, "--out", file).status == 0)
        let right = try ChildProcess.run(python + [blocks[1], file])
        #expect(right.status == 0, "\(right.output)")
        try TextFile.replace(file, with: TextFile.read(file).replacing("\n9\n", with: "\n8\n"))
        #expect(try ChildProcess.run(python + [blocks[1], file]).status != 0)
      }
    }
  }

  /// The program with nothing around it: no home, no database.
  private func offline(_ arguments: [String]) throws -> CommandLineRunner.Run {
    let none = Target(settings: ["dbname": "none", "host": "/nowhere", "user": "nobody"])
    return try CommandLineRunner(target: none, home: "/tmp").run(arguments)
  }
}
