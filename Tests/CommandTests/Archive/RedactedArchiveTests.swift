import OperatingSystem
import Postgres
import TestSupport
import Testing

@Suite("Redacted events in exports and imports")
struct RedactedArchiveTests {
  @Test("They come in as they went out: same root, no text, and the log verifies")
  func roundTrip() async throws {
    try await withAuditHouse { house async throws in
      let pdca = house.pdca
      #expect(try pdca("audit", "seal", "-d", "SALES").status == 0)
      #expect(try pdca("audit", "redact", "SALES@5", "--reason", "A phone number").status == 0)
      #expect(try pdca("audit", "redact", "SALES@8", "--reason", "Another").status == 0)
      let file = pdca.home + "/log.ndjson"
      #expect(try pdca("export", "log", "--output", file).status == 0)
      let text = try TextFile.read(file)
      #expect(!text.contains("090-1234-5672") && text.contains("090-1234-5673"))
      let erased = text.split(separator: "\n").filter { $0.hasSuffix(#"{"salt":"","texts":{}}}"#) }
      #expect(erased.count == 2 && !text.contains("[redacted]"))
      let roots = try pdca("audit", "verify", "--json").output.roots
      try await withCommandLine { other async throws in
        let run = try other("import", "log", file)
        #expect(run.status == 0, "\(run)")
        #expect(try other("export", "log").output == text)
        let verified = try other(
          "audit", "verify", "--json", "--checkpoints", house.checkpoints, "--key",
          house.keys + "/verifiers")
        #expect(verified.status == 0, "\(verified)")
        #expect(verified.output.roots == roots)
        #expect(
          verified.output.contains(
            #""redacted":[{"by":9,"erased":["text"],"position":5,"proven":true},"#
              + #"{"by":10,"erased":["text"],"position":8,"proven":true}]"#))
        let shown = try other("cycle", "show", "SALES-1").output
        #expect(shown.contains("[redacted]") && !shown.contains("090-1234-5672"))
        #expect(try other("audit", "redact", "SALES@5", "--reason", "Again").status == 1)
        #expect(try other("do", "SALES-1", "It goes on").status == 0)
        #expect(try other("audit", "verify").status == 0)
      }
    }
  }

  @Test("A redacted event's leaf can't be another's, nor its texts come back")
  func spoiled() async throws {
    try await withAuditHouse { house async throws in
      let pdca = house.pdca
      #expect(try pdca("audit", "redact", "SALES@5", "--reason", "A phone number").status == 0)
      let lines = try pdca("export", "log").lines
      let place = try #require(lines.firstIndex { $0.hasSuffix(#"{"salt":"","texts":{}}}"#) })
      let department = try #require(lines.lastIndex { $0.hasPrefix(#"{"department":"SALES""#) })
      for (old, new, line) in [
        (#""salt":"""#, #""salt":"00""#, place + 1),
        (#""texts":{}"#, #""texts":{"/text":{"salt":"00","text":"It came back"}}"#, place + 1),
        (#""salt":"""#, #""salt":"00112233445566778899aabbccddeeff""#, place + 1),
        (#""ordinal":0"#, #""ordinal":0,"more":1"#, place + 1),
        (#"{"@sha256":"#, #"{"@sha257":"#, place + 1),
        (#""type":"ActionLogged""#, #""type":"ActionNoted""#, department + 1),
      ] {
        var spoiled = lines
        spoiled[place] = spoiled[place].replacing(old, with: new, maxReplacements: 1)
        #expect(spoiled != lines, "\(old)")
        let path = pdca.home + "/spoiled"
        try TextFile.replace(path, with: spoiled.map { $0 + "\n" }.joined())
        let run = try pdca("import", "log", path, "--dry-run")
        #expect(run.status == 65, "\(run)")
        #expect(run.errors.hasPrefix("Error: line \(line) of the export "), "\(old): \(run)")
      }
    }
  }
}

extension String {
  /// The roots in the JSON that `audit verify` answers.
  fileprivate var roots: [Substring] {
    split(separator: #""root":""#).dropFirst().map { $0.prefix { $0 != "\"" } }
  }
}
