import Glibc
import OperatingSystem
import TestSupport
import Testing

@Suite("Sealing that goes on, and witnesses")
struct SealFollowTests {
  @Test("A witness cosigns what continues what it was shown; the signature is kept and checked")
  func witness() async throws {
    try await withAuditHouse { house async throws in
      try await withWitness(house) { address, folder async throws in
        let first = try house.pdca("audit", "seal", "--witness", address)
        #expect(first.status == 0, "\(first)")
        #expect(first.errors.contains("SALES at 8 is cosigned by witness.example."), "\(first)")
        let file = house.checkpoints + "/SALES-8.checkpoint"
        #expect(try TextFile.read(file).contains("\u{2014} witness.example "))
        for text in ["Once more", "And more"] {
          #expect(try house.pdca("do", "SALES-1", text).status == 0)
        }
        let second = try house.pdca("audit", "seal", "-d", "SALES", "--witness", address)
        #expect(second.errors.contains("SALES at 10 is cosigned by witness.example."), "\(second)")
        // What was sent is a proof that pdca itself checks.
        let requests = try ["1", "2", "3"].map { try TextFile.read("\(folder)/request-\($0)") }
        let proof = try #require(requests.first { $0.hasPrefix("old 8\n") })
        try TextFile.write(proof, to: folder + "/proof")
        let checked = try house.pdca(
          "audit", "check-consistency", file, house.checkpoints + "/SALES-10.checkpoint",
          folder + "/proof", "--key", house.keys + "/verifiers")
        #expect(checked.status == 0, "\(checked)")
        #expect(try house.verify().status == 0)
        // A witness's signature that was changed condemns the checkpoint.
        let text = try TextFile.read(file)
        let line = text.split(separator: "\n").first { $0.contains("witness.example") }!
        let forged = String(line.dropLast(8)) + "AAAAAAA="
        try TextFile.replace(file, with: text.replacing(line, with: forged))
        #expect(try house.verify().status == 5)
      }
    }
  }

  @Test("A witness that was shown more is believed: the log was cut off")
  func cutOff() async throws {
    try await withAuditHouse { house async throws in
      try await withWitness(house) { address, _ async throws in
        #expect(try house.pdca("audit", "seal", "-d", "SALES", "--witness", address).status == 0)
        for name in ["SALES-8.checkpoint"] { unlink(house.checkpoints + "/" + name) }
        _ = try ChildProcess.run(["rm", "-rf", house.keys + "/signed"])
        try await house.tamper(
          "DELETE FROM log.event WHERE department = 'SALES' AND \"position\" > 6")
        let run = try house.pdca("audit", "seal", "-d", "SALES", "--witness", address)
        #expect(run.status == 5, "\(run)")
        #expect(run.errors.contains("was shown 8 events of SALES, and the log has 6."), "\(run)")
      }
    }
  }

  @Test("By count and by time, with a command after it, until it is told to stop")
  func follow() async throws {
    try await withAuditHouse { house async throws in
      let copies = house.pdca.home + "/copies"
      let command = try house.pdca.started(
        "audit", "seal", "--follow", "--every", "1h", "--events", "2", "--then",
        "mkdir -p \(copies) && cp \(house.checkpoints)/*.checkpoint \(copies)")
      try await eventually("the first round") {
        Directory.exists(copies + "/SALES-8.checkpoint")
      }
      for text in ["Once more", "And more"] {
        #expect(try house.pdca("do", "SALES-1", text).status == 0)
      }
      try await eventually("two more events") {
        Directory.exists(copies + "/SALES-10.checkpoint")
      }
      kill(command.process.pid, SIGTERM)
      let run = command.finish()
      #expect(run.status == 0, "\(run)")
      #expect(run.errors.contains("SALES is sealed at 10"), "\(run)")
    }
  }

  @Test(
    "An address that is none, or not of HTTPS, is refused", arguments: ["http://a.example", "x"])
  func address(text: String) async throws {
    try await withAuditHouse { house throws in
      let run = try house.pdca("audit", "seal", "--witness", text)
      #expect(run.status == 64)
      #expect(run.errors.contains("https://"), "\(run)")
    }
  }
}

/// Runs the body beside a witness whose key the house knows.
private func withWitness(
  _ house: AuditHouse, _ body: (_ address: String, _ folder: String) async throws -> Void
) async throws {
  let folder = house.pdca.home + "/witness"
  mkdir(folder, 0o700)
  let script = String(#filePath.prefix(upTo: #filePath.lastIndex(of: "/")!)) + "/witness.py"
  let witness = try ChildProcess.start(
    ["python3", script, folder, "witness.example"], detached: true)
  defer {
    kill(witness.pid, SIGKILL)
    witness.waitForExit()
  }
  try await eventually("the witness listens") { Directory.exists(folder + "/port") }
  try TextFile.append(
    try TextFile.read(folder + "/verifier"), to: house.keys + "/verifiers")
  try await body("http://127.0.0.1:\(try TextFile.read(folder + "/port"))", folder)
}
