import Postgres
import Testing

@Suite("pdca audit redact")
struct AuditRedactTests {
  @Test("The text is gone from log and read models; the log verifies, and every reader goes on")
  func redacted() async throws {
    try await withAuditHouse { house async throws in
      let pdca = house.pdca
      #expect(try pdca("audit", "seal").status == 0)
      let shown = try pdca("audit", "redact", "SALES@5", "--dry-run")
      #expect(shown.output == "SALES@5: {\"text\":\"[redacted]\"}\n")
      #expect(try pdca("cycle", "show", "SALES-1").output.contains("090-1234-5672"))
      let run = try pdca("audit", "redact", "SALES@5", "--reason", "A phone number")
      #expect(run.lines.first == "SALES@5 is redacted; SALES@9 says so.")
      for reading in [
        ["cycle", "show", "SALES-1"], ["log", "-d", "SALES"], ["log", "-d", "SALES", "--json"],
      ] {
        let output = try pdca.run(reading)
        #expect(output.status == 0)
        #expect(!output.output.contains("090-1234-5672"), "\(reading)")
        #expect(output.output.contains("090-1234-5673"), "\(reading)")
        #expect(output.output.contains("[redacted]"), "\(reading)")
      }
      let (status, lines) = try house.verify()
      #expect(status == 0)
      #expect(lines[1] == "  As the checkpoint kept, the last of 8 events. 1 redacted.")
      #expect(try pdca("do", "SALES-1", "It goes on").status == 0)
      #expect(try pdca("audit", "seal").status == 0)
    }
  }

  @Test("It is refused twice, without a reason, and where there is no text")
  func refused() async throws {
    try await withAuditHouse { house async throws in
      let pdca = house.pdca
      #expect(try pdca("audit", "redact", "SALES@5", "--no-input").status == 64)
      #expect(try pdca("audit", "redact", "SALES@5", "--reason", " ").status == 64)
      #expect(
        try pdca("audit", "redact", "SALES@99", "--reason", "x").errors
          == "Error: there is no event SALES@99.\n")
      let number = try pdca("audit", "redact", "SALES@2", "--reason", "x")
      #expect(number.status == 1)
      #expect(
        number.errors
          == "Error: SALES@2 holds no text that people wrote; there is nothing to redact.\n")
      #expect(try pdca("audit", "redact", "SALES@5", "--reason", "x").status == 0)
      let twice = try pdca.japanese("audit", "redact", "SALES@5", "--reason", "x")
      #expect(twice.status == 1)
      #expect(twice.errors == "エラー: SALES@5 は既に墨消しされています。\n")
    }
  }

  @Test("A member who is no administrator is refused")
  func member() async throws {
    try await withAuditHouse { house async throws in
      let sato = try await house.pdca.acting(as: "sato")
      let run = try sato("audit", "redact", "SALES@5", "--reason", "x")
      #expect(run.status == 77, "\(run)")
      #expect(try house.pdca("cycle", "show", "SALES-1").output.contains("090-1234-5672"))
    }
  }

  @Test("What a redaction left can't be changed, and a redaction that wasn't made can't be feigned")
  func tampered() async throws {
    try await withAuditHouse { house async throws in
      #expect(try house.pdca("audit", "redact", "SALES@5", "--reason", "x").status == 0)
      let changes = [
        ("payload = '{\"text\":\"other\"}'", 5, "it is not as its redaction SALES@9 left it."),
        ("actor = 'x'", 5, "its columns don't make the hash that is kept of it."),
        ("leaf_hash = sha256('x')", 5, "its columns don't make the hash that is kept of it."),
        ("salt = sha256('x')", 5, "its columns don't make the hash that is kept of it."),
      ]
      try await house.owner.execute("TRUNCATE kept")
      try await house.owner.execute("INSERT INTO kept SELECT * FROM log.event")
      for (change, position, text) in changes {
        try await house.tamper(
          "UPDATE log.event SET \(change) WHERE department = 'SALES' AND \"position\" = 5")
        let (status, lines) = try house.verify()
        #expect(status == 5)
        #expect(lines.dropFirst().first == "  SALES@\(position): \(text)")
        try await house.restore()
      }
      try await house.tamper(
        "DELETE FROM log.event WHERE department = 'SALES' AND \"position\" = 9")
      #expect(
        try house.verify().lines.dropFirst().first
          == "  SALES@5: its text and salt are gone, and no redaction says so.")
    }
  }

  @Test("A review is sealed as it closes where a key is, else shown as unsealed")
  func review() async throws {
    try await withOrganization { pdca throws in
      #expect(try pdca("review", "open", "SALES-2025-W10").status == 0)
      let unsealed = try pdca("review", "close", "SALES-2025-W10")
      #expect(unsealed.status == 0, "\(unsealed)")
      #expect(
        unsealed.errors == "Unsealed: there is no signing key. Make one:  pdca audit key new\n")
      #expect(try pdca("audit", "key", "new").status == 0)
      #expect(try pdca("review", "open", "SALES-2025-W11").status == 0)
      let sealed = try pdca("review", "close", "SALES-2025-W11")
      #expect(sealed.errors.hasPrefix("SALES is sealed at "), "\(sealed)")
    }
  }
}
