import Glibc
import OperatingSystem
import Postgres
import TestSupport
import Testing

@Suite("pdca audit seal and key")
struct AuditSealTests {
  @Test("Two histories are never signed under one key, wherever the first went")
  func twoHistories() async throws {
    try await withAuditHouse { house async throws in
      let first = house.pdca.home + "/one"
      #expect(try house.pdca("audit", "seal", "-d", "SALES", "--to", first).status == 0)
      try await house.tamper(
        "DELETE FROM log.event WHERE department = 'SALES' AND \"position\" = 8")
      #expect(try house.pdca("do", "SALES-1", "Another call").status == 0)
      for folder in [first, house.pdca.home + "/two"] {
        let run = try house.pdca("audit", "seal", "-d", "SALES", "--to", folder)
        #expect(run.status == 5, "\(run)")
        #expect(
          run.errors.contains("the log of SALES was changed. SALES@1: between here and SALES@8"))
      }
      #expect(Directory.entries(of: house.pdca.home + "/two").isEmpty)
    }
  }

  @Test("One key seals two organizations, whose checkpoints are in homes of their own")
  func twoOrganizations() async throws {
    try await withAuditHouse { house async throws in
      #expect(try house.pdca("audit", "seal").status == 0)
      try await withCommandLine { other async throws in
        // Not a copy of the same one.
        #expect(try other("init", "Nara Trading", "--time-zone", "Asia/Tokyo").status == 0)
        let shared = house.pdca.home + "/.config/pdca/keys"
        let there = other.with("PDCA_KEYS", shared)
        let sealed = try there("audit", "seal")
        #expect(sealed.status == 0, "\(sealed)")
        #expect(try there("audit", "verify").status == 0)
        #expect(Directory.entries(of: other.home + "/pdca/checkpoints").count == sealed.lines.count)
      }
      #expect(try house.pdca("audit", "seal").status == 0)
      #expect(try house.verify().status == 0)
    }
  }

  @Test("A log taken away with all its events is missed where a checkpoint of it is kept")
  func goneLog() async throws {
    try await withAuditHouse { house async throws in
      #expect(try house.pdca("audit", "seal").status == 0)
      let file = house.checkpoints + "/SALES-8.checkpoint"
      let text = try TextFile.read(file)
      try TextFile.replace(file, with: text.replacing("/SALES\n", with: "/SALEZ\n"))
      let renamed = try house.pdca("audit", "verify")
      #expect(renamed.status == 5 && renamed.errors.contains("SALEZ-8.checkpoint"), "\(renamed)")
      try TextFile.replace(file, with: text)
      try await house.owner.executeScript(
        """
        ALTER TABLE log.department DISABLE TRIGGER ALL;
        DELETE FROM log.department WHERE department = 'SALES'
        """)
      let unregistered = try house.pdca("audit", "verify")
      #expect(unregistered.status == 5, "\(unregistered)")
      #expect(unregistered.output.contains("There is no log of SALES"))
      #expect(try house.pdca("audit", "seal").status == 5)
      try await house.tamper("DELETE FROM log.event WHERE department = 'SALES'")
      let gone = try house.pdca("audit", "verify")
      #expect(gone.status == 5, "\(gone)")
      #expect(try house.pdca("audit", "seal").status == 5)
      try await house.tamper("DELETE FROM log.event")
      #expect(try house.pdca("audit", "verify").status == 5)
    }
  }

  @Test("A backup restored and appended to is found against the checkpoint kept")
  func backup() async throws {
    try await withAuditHouse { house async throws in
      let dump = house.pdca.home + "/old.dump"
      #expect(try house.pdca("database", "backup", dump).status == 0)
      #expect(try house.pdca("do", "SALES-1", "After the backup").status == 0)
      #expect(try house.pdca("audit", "seal").status == 0)
      try await withCommandLine { other async throws in
        let restored = try other("database", "restore", dump)
        #expect(restored.status == 0, "\(restored)")
        let verify = [
          "audit", "verify", "-d", "SALES", "--checkpoints", house.checkpoints, "--key",
          house.keys + "/verifiers",
        ]
        let rolledBack = try other.run(verify)
        #expect(rolledBack.status == 5)
        #expect(
          rolledBack.output.contains("SALES@9: the log ends at 8, but a checkpoint of 9 events"))
        for text in ["Another", "and more"] {
          #expect(try other("do", "SALES-1", text).status == 0)
        }
        let forked = try other.run(verify)
        #expect(forked.status == 5)
        #expect(forked.output.contains("  SALES@1: between here and SALES@9"))
        let sealed = try other(
          "audit", "seal", "-d", "SALES", "--keys", house.keys, "--to", other.home + "/fork")
        #expect(sealed.status == 5, "\(sealed)")
        #expect(Directory.entries(of: other.home + "/fork").isEmpty)
      }
    }
  }

  @Test("Sealing again changes nothing; a new key signs beside the old one, which stays known")
  func rotation() async throws {
    try await withAuditHouse { house async throws in
      let file = house.checkpoints + "/SALES-8.checkpoint"
      let seal = ["audit", "seal", "-d", "SALES"]
      #expect(try house.pdca.run(seal).output == "SALES is sealed at 8: \(file)\n")
      let text = try TextFile.read(file)
      #expect(try house.pdca.run(seal).output == "SALES was sealed at 8 already: \(file)\n")
      #expect(try TextFile.read(file) == text)
      #expect(try house.pdca("audit", "key", "rotate").status == 0)
      #expect(try house.pdca("audit", "key", "show").lines.count == 2)
      #expect(try house.verify().status == 0)
      #expect(try house.pdca.run(seal).status == 0)
      #expect(try TextFile.read(file).split(separator: "\n").count == 5)
      #expect(try house.verify().status == 0)
    }
  }

  @Test("A lost key costs a new one; what it signed is checked as before")
  func lost() async throws {
    try await withAuditHouse { house async throws in
      #expect(try house.pdca("audit", "seal").status == 0)
      #expect(unlink(house.keys + "/signing.key") == 0)
      let refused = try house.pdca("audit", "seal")
      #expect(refused.status == 64)
      #expect(
        refused.errors
          == "Error: there is no signing key in \(house.keys).\n  Make one:  pdca audit key new\n")
      #expect(try house.verify().status == 0)
      #expect(try house.pdca("audit", "key", "new").status == 0)
      #expect(try house.pdca("audit", "seal").status == 0)
    }
  }

  @Test("A signing key that others can read is refused")
  func openKey() async throws {
    try await withAuditHouse { house async throws in
      let path = house.keys + "/signing.key"
      var status = stat()
      #expect(stat(path, &status) == 0)
      #expect(status.st_mode & 0o777 == 0o600)
      for mode in [0o640, 0o604, 0o660] as [mode_t] {
        chmod(path, mode)
        let run = try house.pdca("audit", "seal")
        #expect(run.status == 77)
        #expect(run.errors.contains("(mode \(String(mode, radix: 8)))"))
      }
      chmod(path, 0o400)
      #expect(try house.pdca("audit", "seal").status == 0)
      let again = try house.pdca("audit", "key", "new")
      #expect(again.status == 64)
    }
  }

  @Test("Checkpoints of strangers, damaged ones and those of another log are not passed over")
  func strangers() async throws {
    try await withAuditHouse { house async throws in
      #expect(try house.pdca("audit", "seal", "-d", "SALES").status == 0)
      let file = house.checkpoints + "/SALES-8.checkpoint"
      let text = try TextFile.read(file)
      func verdict(_ text: String) throws -> (status: Int32, output: String) {
        try TextFile.replace(file, with: text)
        let run = try house.pdca("audit", "verify", "-d", "SALES")
        return (run.status, run.output + run.errors)
      }
      #expect(try verdict(text.replacing("\n8\n", with: "\n7\n")).status == 5)
      #expect(try verdict("nothing").status == 5)
      #expect(try verdict(text.replacing("pdca/", with: "other/")).status == 5)
      #expect(try verdict(text).status == 0)
      try TextFile.replace(house.keys + "/verifiers", with: "")
      let (status, output) = try verdict(text)
      #expect(status == 5)
      #expect(output.contains("no known key signed"))
    }
  }
}
