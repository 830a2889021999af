import OperatingSystem
import Postgres
import TestSupport
import Testing

@Suite("pdca export log and import log")
struct ExportImportTests {
  @Test("A log comes out, goes into an empty database, and comes out the same")
  func roundTrip() async throws {
    try await withHistory { pdca, file in
      try await withCommandLine { other throws in
        let run = try other("import", "log", file)
        #expect(run.status == 0, "\(run)")
        #expect(run.output == "11 events of EMPTY, HQ, SALES were imported.\n")
        #expect(try other("export", "log").output == pdca("export", "log").output)
        #expect(try other("cycle", "list", "--all").output == pdca("cycle", "list", "--all").output)
        let again = try other("import", "log", file)
        #expect(again.status == 64)
        #expect(
          again.errors.hasPrefix(
            "Error: the database holds an organization already; an import needs an empty one.\n"))
        #expect(try other("do", "SALES-1", "Goes on").status == 0)
      }
    }
  }

  @Test("A dry run needs no database, and says whether the file is whole")
  func dryRun() async throws {
    try await withHistory { pdca, file throws in
      let nowhere = pdca.with("PDCA_DATABASE_URL", "postgresql:///none?host=/nowhere")
      #expect(
        try nowhere("import", "log", file, "--dry-run").output
          == "The export is whole: 11 events of EMPTY, HQ, SALES. Nothing was imported.\n")
      #expect(
        try nowhere.japanese("import", "log", file, "--dry-run").output
          == "書き出しファイルに問題はありません: EMPTY、HQ、SALES のイベント 11 件。取り込みは行っていません。\n")
    }
  }

  @Test("A byte changed anywhere is found, with the line or the first line that covers it")
  func everyByte() async throws {
    try await withHistory { pdca, file throws in
      var generator = SeededGenerator.printed()
      let bytes = Array(try TextFile.read(file).utf8)
      for _ in 0..<40 * TestSettings.soak {
        var spoiled = bytes
        let place = Int.random(in: 0..<bytes.count - 1, using: &generator)
        spoiled[place] ^= UInt8.random(in: 1...127, using: &generator)
        let path = "\(pdca.home)/spoiled"
        try Self.write(spoiled, to: path)
        let run = try pdca("import", "log", path, "--dry-run")
        #expect(run.status == 65, "byte \(place): \(bytes[place]) → \(spoiled[place])\n\(run)")
        let line = bytes[..<place].count { $0 == 10 } + 1
        let told = run.errors.split(separator: " ").compactMap { Int($0) }.first ?? 0
        #expect(told >= line || spoiled[place] == 10, "byte \(place) of line \(line): \(run)")
      }
    }
  }

  @Test("What is wrong is said with its line, in both languages")
  func faults() async throws {
    try await withHistory { pdca, file throws in
      let lines = try TextFile.read(file).split(separator: "\n").map(String.init)
      func refused(_ lines: [String], _ runner: CommandLineRunner? = nil) throws -> String {
        let path = "\(pdca.home)/spoiled"
        try TextFile.replace(path, with: lines.map { $0 + "\n" }.joined())
        let run = try (runner ?? pdca)("import", "log", path, "--dry-run")
        #expect(run.status == 65)
        return run.errors.split(separator: "\n").first.map(String.init) ?? ""
      }
      func at(_ line: Int, _ reason: String) -> String {
        "Error: line \(line) of the export can't be taken: \(reason). Nothing was imported."
      }
      func changed(_ line: Int, _ old: String, _ new: String) -> [String] {
        var copy = lines
        copy[line - 1] = copy[line - 1].replacing(old, with: new)
        return copy
      }
      #expect(try refused(["{"] + lines) == at(1, "it is not JSON"))
      #expect(
        try refused(changed(2, "\"ordinal\":0", "\"ordinal\": 0"))
          == at(2, "it is not in canonical form (RFC 8785)"))
      #expect(
        try refused(changed(3, "\"actor\"", "\"acto\""))
          == at(3, "its \"actor\" is missing, wrong or not known"))
      var gap = lines
      gap.remove(at: 2)
      #expect(try refused(gap) == at(3, "position 3 stands where 2 belongs"))
      #expect(
        try refused(changed(4, "\"streamVersion\":3", "\"streamVersion\":5"))
          == at(4, "organization is at version 5 where 3 belongs"))
      let sales = try #require(lines.firstIndex { $0.contains("Drafted") }) + 1
      #expect(
        try refused(changed(sales, "Drafted", "Crafted"))
          == at(sales, "its \"unhashed\" is missing, wrong or not known"))
      #expect(
        try refused(changed(sales, #""type":"ActionLogged""#, #""type":"ActionNoted""#))
          == at(
            lines.count - 1,
            "the events of SALES above are not those exported: their hash differs"))
      #expect(
        try refused(Array(lines.dropLast()))
          == at(
            lines.count - 1, "the line that ends the export is missing, or not the last"))
      #expect(
        try refused(Array(lines.dropLast(2)))
          == at(lines.count - 2, "the line that ends SALES does not come"))
      #expect(
        try refused(changed(lines.count - 1, "\"madeBy\":\"postgres\"", "\"madeBy\":\"nobody\""))
          == at(lines.count, "the lines above are not those exported: their hash differs"))
      #expect(
        try refused(changed(lines.count - 1, "\"format\":2", "\"format\":3"))
          == at(lines.count - 1, "its form 3 is newer than this pdca"))
      #expect(
        try refused(gap, pdca.japanese)
          == "エラー: 書き出しファイルの 3 行目を取り込めません: 位置 2 のはずが 3 です。何も取り込んでいません。")
    }
  }

  @Test("A refused import leaves nothing behind")
  func allOrNothing() async throws {
    try await withHistory { pdca, file in
      let text = try TextFile.read(file).replacing("Drafted", with: "Crafted")
      try TextFile.replace("\(pdca.home)/spoiled", with: text)
      try await withCommandLine { other throws in
        #expect(try other("import", "log", "\(pdca.home)/spoiled").status == 65)
        #expect(try other("import", "log", file).status == 0)
      }
    }
  }

  @Test("One department alone can be read by others, and is no whole log")
  func oneDepartment() async throws {
    try await withHistory { pdca, _ throws in
      let run = try pdca("export", "log", "-d", "sales")
      #expect(run.lines.count == 7)
      #expect(run.lines.last?.contains(#""departments":["SALES"]"#) == true)
      let refused = try pdca("import", "log", "-", "--dry-run", input: run.output)
      #expect(refused.status == 65)
      #expect(refused.errors.contains("none of its departments is the head"))
    }
  }

  @Test("A file is there whole or not at all, and devices stay what they are")
  func output() async throws {
    try await withHistory { pdca, _ throws in
      let run = try pdca("export", "log", "--output", "\(pdca.home)/none/log")
      #expect(run.status == 74)
      #expect(run.errors.contains("No such file or directory. Nothing was left there."))
      #expect(try pdca("export", "log", "--output", "/dev/null").status == 0)
      #expect(
        try ChildProcess.run(["/usr/bin/stat", "-c", "%F", "/dev/null"]).output
          == "character special file\n")
    }
  }

  @Test("The programs in docs/log.md check an export, and make its leaves")
  func python() async throws {
    try await withHistory { pdca, file async throws in
      let scripts = try DocumentedScripts.python(in: "docs/log.md")
      try #require(scripts.count == 3)
      try TextFile.replace(pdca.home + "/line.py", with: scripts[0])
      let python = ["/usr/bin/env", "PYTHONPATH=\(pdca.home)", "python3", "-c"]
      let sound = try ChildProcess.run(python + [scripts[2], file])
      #expect(sound.output == "EMPTY True\nHQ True\nSALES True\nfile True\n")
      let text = try TextFile.read(file).replacing("Drafted", with: "Crafted")
      try TextFile.replace("\(pdca.home)/spoiled", with: text)
      let spoiled = try ChildProcess.run(python + [scripts[2], "\(pdca.home)/spoiled"])
      #expect(spoiled.status != 0 && !spoiled.output.contains("SALES True"))
      let lines = try TextFile.read(file).split(separator: "\n").map(String.init)
      for cut in [lines.count - 1, 2] {
        let text = lines.prefix(cut).map { $0 + "\n" }.joined()
        try TextFile.replace("\(pdca.home)/cut", with: text)
        let found = try ChildProcess.run(python + [scripts[2], "\(pdca.home)/cut"])
        #expect(found.output.hasSuffix("file False\n"), "\(cut) lines: \(found.output)")
      }
      let leaves = try ChildProcess.run(
        [
          "/bin/sh", "-c", "PYTHONPATH=\(pdca.home) python3 -c \"$1\" < \"$2\"", "sh", scripts[1],
          file,
        ])
      let connection = try await Connection.open(pdca.target)
      let stored = try await connection.query(
        """
        SELECT department || ' ' || "position" || ' ' || encode(leaf_hash, 'hex') FROM log.event
        ORDER BY department, "position"
        """
      ) { try $0.text(0) }
      await connection.close()
      #expect(leaves.output == stored.map { $0 + "\n" }.joined())
    }
  }

  @Test("CloudEvents have the attributes that their version wants")
  func cloudEvents() async throws {
    try await withHistory { pdca, _ throws in
      let lines = try pdca(
        "export", "log", "-d", "SALES", "--cloudevents", "--source", "https://example.com/x"
      ).lines
      #expect(lines.count == 5)
      let pieces = [
        #""data":{"cadence":"weekly","direction":"down","kind":"outcome","measure":"value","name":"Hours","unit":"h"}"#,
        #""datacontenttype":"application/json","dataschema":"urn:pdca:event:KPIDefined:1","id":"SALES@1""#,
        #""partitionkey":"SALES""#, #""sequence":"0000000000000000001""#,
        #""source":"https://example.com/x/SALES","specversion":"1.0","streamversion":1,"subject":"kpi-hours""#,
        #""type":"pdca.KPIDefined"}"#,
      ]
      for piece in pieces { #expect(lines[0].contains(piece)) }
    }
  }

  private static func write(_ bytes: [UInt8], to path: String) throws {
    try TextFile.replace(path, with: String(decoding: bytes, as: UTF8.self))
  }
}

/// Runs the body on an organization with hostile texts, a department without events, and the file
/// that its log was exported to.
func withHistory(
  _ body: (CommandLineRunner, _ file: String) async throws -> Void
) async throws {
  try await withOrganization { pdca async throws in
    let steps = [
      ["department", "add", "EMPTY", "空の部門 \"'\\"],
      ["kpi", "define", "hours", "Hours", "--unit", "h", "--direction", "down"],
      ["kpi", "record", "hours", "9.5", "--on", "-3w"],
      [
        "plan", "提案 \"<&>\" \\n 😀\u{202E}", "--kpi", "hours", "--predict", "6", "--on", "-2w",
        "--due",
        "today", "--problem", "Long", "--change", "Draft",
      ], ["do", "1", "Drafted\nthree\tand \\u0000 more"],
      ["do", "1", "e\u{301} が\u{3099} \u{FEFF}\u{2028}"],
    ]
    for step in steps {
      let run = try pdca.run(step)
      guard run.status == 0 else { throw SetUpFailed(step: step, run: run) }
    }
    let file = "\(pdca.home)/log.ndjson"
    let run = try pdca("export", "log", "--output", file)
    guard run.status == 0 else { throw SetUpFailed(step: ["export"], run: run) }
    try await body(pdca, file)
  }
}
