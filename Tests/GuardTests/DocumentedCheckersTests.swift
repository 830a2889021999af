import CanonicalJSON
import EventLog
import Glibc
import OperatingSystem
import Postgres
import Proof
import TestSupport
import Testing

@testable import Office

/// The few lines of Python in docs/log.md and docs/proof.md are what an outsider has: they are run as they
/// stand there, on what is sound and on forgeries.
@Suite("The checkers in the documents")
struct DocumentedCheckersTests {
  private enum Checker: String {
    case line = "def read(raw):"
    case leaves = "for raw in sys.stdin.buffer:"
    case export = "def root(leaves):"
    case checkpoint = "stack, n, last = [], 0"
    case proof = "line, i, last = base64.b64decode"
  }

  private static let docs: String = {
    let here = #filePath.split(separator: "/").dropLast(3)
    return "/" + here.joined(separator: "/") + "/docs"
  }()

  /// The one block of Python that holds the checker's line.
  private func script(_ checker: Checker) throws -> String {
    let pages = try ["log.md", "proof.md"].map { try TextFile.read("\(Self.docs)/\($0)") }
    let blocks = pages.flatMap { page in
      page.split(separator: "```python\n").dropFirst().map { $0.split(separator: "\n```")[0] }
    }
    let found = blocks.filter { $0.contains(checker.rawValue) }
    #expect(found.count == 1)
    return String(try #require(found.first))
  }

  private struct Workplace: ~Copyable {
    let path = "/tmp/pdca-checkers-\(UInt64.random(in: 0 ... .max))"
    init() throws { try Directory.make(path) }
    deinit { Directory.remove(path) }

    func file(_ name: String, _ text: String) throws -> String {
      try TextFile.write(text, to: "\(path)/\(name)")
      return "\(path)/\(name)"
    }
  }

  /// What the checker says of the files, and whether it is content.
  private func run(
    _ checker: Checker, _ files: (name: String, text: String)...
  ) throws -> (isContent: Bool, output: String) {
    let place = try Workplace()
    let program = try place.file("check.py", script(checker))
    _ = try place.file("line.py", script(.line))
    let paths = try files.map { try place.file($0.name, $0.text) }
    let words = ["/bin/sh", "-c", #"python3 "$0" "$@" < "$1" 2>&1"#, program] + paths
    let run = try ChildProcess.run(words)
    let isContent =
      checker == .export
      ? run.output.contains("file True") && !run.output.contains("False")
      : run.status == 0
    return (isContent, run.output)
  }

  /// SALES's fourth event (an action at position 3) told of otherwise, with the leaf that it had.
  private func rewritten(_ line: String, keeping leaf: [UInt8]) -> String {
    guard line.contains(#""position":3,"#), line.contains(#""department":"SALES""#) else {
      return line
    }
    return line.replacing("Called Sato at 090-1234-5678", with: "Called nobody").replacing(
      #","occurredAt""#, with: #","leafHash":"\#(Hexadecimal.encode(leaf))","occurredAt""#)
  }

  private func leaf(of log: ExportedLog) -> [UInt8] {
    let line = log.lines.first {
      $0.contains(#""position":3,"#) && $0.contains(#""department":"SALES""#)
    }
    return ExportedEvent(line: Array((line ?? "").utf8))?.leaf ?? []
  }

  private func redact(_ house: House) async throws {
    try await house.owner.execute(
      """
      SELECT log.redact('SALES', 3, replace(e.payload::text, 'Called Sato at 090-1234-5678',
        '[redacted]'), 'Sato asked', gen_random_uuid())
      FROM log.event e WHERE e.department = 'SALES' AND e."position" = 3
      """)
  }

  /// A rewritten event with the leaf that it had: of form 2 the text alone, which the leaf doesn't hold.
  private func forgeries(_ log: ExportedLog, _ form: Int) throws -> [ExportedLog] {
    let kept = leaf(of: log)
    if form == 1 { return [try log.forged { rewritten($0, keeping: kept) }] }
    return try [
      ("Called Sato at 090-1234-5678", "Called nobody"),
      (#""texts":{"/text":"#, #""texts":{"/next":"#),
      // Behind what is cut off nothing may stand that readers of JSON would take in.
      (#"}}}}"#, #"}}},"type":"CycleActed"}"#),
    ].map { change in
      try log.forged { line in
        line.contains(#""position":3,"#) && line.contains(#""department":"SALES""#)
          ? line.replacing(change.0, with: change.1) : line
      }
    }
  }

  /// What the checkers say of an event of which texts were erased.
  private static let said = [
    1: "redacted: what is left is on trust", 2: "redacted: what is left is proved",
  ]

  /// What of a redacted line is told otherwise: in form 1 what is left, in form 2 a text that comes back.
  private func changed(_ redacted: ExportedLog, _ form: Int) throws -> ExportedLog {
    try redacted.forged {
      form == 1
        ? $0.replacing(#""text":"[redacted]""#, with: #""text":"Called nobody""#)
        : $0.replacing(
          #"{"salt":"","texts":{}}"#,
          with: #"{"salt":"","texts":{"/text":{"salt":"00","text":"Called nobody"}}}"#)
    }
  }

  @Test("Leaves: sound is sound; forgeries are found; a redaction is said", arguments: [1, 2])
  func leaves(form: Int) async throws {
    try await withHouse { house in
      if form == 1 { try await house.firstForm() }
      let log = try await house.exported()
      #expect(try run(.leaves, ("log", log.text)).isContent)
      let kept = leaf(of: log)
      for forged in try forgeries(log, form) {
        #expect(try !run(.leaves, ("log", forged.text)).isContent)
      }
      try await redact(house)
      let redacted = try await house.exported()
      let said = try run(.leaves, ("log", redacted.text))
      #expect(said.isContent, "\(said.output)")
      #expect(said.output.contains("SALES 3 \(Hexadecimal.encode(kept)) \(Self.said[form]!)"))
      #expect(try !run(.leaves, ("log", changed(redacted, form).text)).isContent)
      let unsaid = try redacted.forged { $0.replacing("EventRedacted", with: "EventRetracted") }
      #expect(try !run(.leaves, ("log", unsaid.text)).isContent)
    }
  }

  @Test(
    "A whole export: the same, and whatever is changed, cut off or left out", arguments: [1, 2])
  func export(form: Int) async throws {
    try await withHouse { house in
      if form == 1 { try await house.firstForm() }
      let log = try await house.exported()
      let sound = try run(.export, ("log", log.text))
      #expect(sound.isContent, "\(sound.output)")
      for forged in try forgeries(log, form) {
        #expect(try !run(.export, ("log", forged.text)).isContent)
      }
      #expect(
        try !run(.export, ("log", log.text.replacing("Called Sato", with: "Called Seto")))
          .isContent)
      let cut = ExportedLog(lines: log.lines.dropLast())
      #expect(try !run(.export, ("log", cut.text)).isContent)
      try await redact(house)
      let redacted = try await house.exported()
      let said = try run(.export, ("log", redacted.text))
      #expect(said.isContent, "\(said.output)")
      #expect(said.output.contains("SALES 3 \(Self.said[form]!)"), "\(said.output)")
      #expect(try !run(.export, ("log", changed(redacted, form).text)).isContent)
    }
  }

  @Test("Against a checkpoint: the same", arguments: [1, 2])
  func checkpoint(form: Int) async throws {
    try await withHouse { house in
      if form == 1 { try await house.firstForm() }
      let report = try await house.audit().verify(["SALES"], against: [], knowing: [])[0]
      let note = Checkpoint(
        origin: "pdca/x/SALES", size: report.finding.size, root: report.finding.root
      ).text
      let log = try await house.exported(["SALES"])
      let sound = try run(.checkpoint, ("log", log.text), ("note", note))
      #expect(sound.isContent, "\(sound.output)")
      for forged in try forgeries(log, form) {
        #expect(try !run(.checkpoint, ("log", forged.text), ("note", note)).isContent)
      }
      let changed = log.text.replacing("Called Sato", with: "Called Seto")
      #expect(try !run(.checkpoint, ("log", changed), ("note", note)).isContent)
      try await redact(house)
      let redacted = try await house.exported(["SALES"])
      let said = try run(.checkpoint, ("log", redacted.text), ("note", note))
      #expect(said.isContent && said.output.contains("3 redacted: "), "\(said.output)")
    }
  }

  @Test("A proof: of a redacted event it says what is proved", arguments: [1, 2])
  func proof(form: Int) async throws {
    try await withHouse { house in
      if form == 1 { try await house.firstForm() }
      let place = try Workplace()
      let keys = KeyStore(directory: place.path + "/keys")
      let audit = try await house.audit()
      _ = try keys.make(named: "pdca/\(audit.logs.id)")
      let sealing = Sealing(keys: keys, folder: CheckpointFolder(path: place.path + "/kept"))
      let sound = try await audit.prove("SALES@3", sealing).proof.text
      let checked = try run(.proof, ("proof", sound))
      #expect(checked.isContent && checked.output.isEmpty, "\(checked.output)")
      let other = try await audit.prove("SALES@2", sealing).proof.text
      let swapped =
        [sound.split(separator: "\n")[0], other.split(separator: "\n")[1]]
        .map { $0 + "\n" }.joined() + sound.split(separator: "\n", maxSplits: 2)[2]
      #expect(try !run(.proof, ("proof", swapped)).isContent)
      try await redact(house)
      let redacted = try await audit.prove("SALES@3", sealing).proof.text
      let said = try run(.proof, ("proof", redacted))
      let proved = [
        1: "redacted: its hash is proved, and nothing", 2: "redacted: the rest is proved",
      ]
      #expect(said.isContent && said.output.contains(proved[form]!), "\(said.output)")
    }
  }
}
