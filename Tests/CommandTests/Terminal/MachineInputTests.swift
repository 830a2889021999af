import Glibc
import OperatingSystem
import Postgres
import TestSupport
import Testing

/// What comes from a machine rather than from a person: bytes, files of settings, descriptors.
@Suite("Arguments, settings and descriptors as machines hand them over")
struct MachineInputTests {
  @Test(
    "An argument that is no UTF-8 is refused before anything is recorded",
    arguments: [
      #"\217\210\227\235"#, #"caf\351"#, #"half \345\207"#, #"\355\240\200"#, #"a\300\257"#,
    ])
  func bytes(escaped: String) async throws {
    try await withCycle { pdca throws in
      let run = try shell("\"$0\" do SALES-1 \"$(printf '\(escaped)')\" 2>&1", pdca)
      #expect(run.status == 64)
      #expect(run.output.hasPrefix("Error: argument 3 is not UTF-8: "))
      let japanese = try shell("\"$0\" do SALES-1 \"$(printf '\(escaped)')\" 2>&1", pdca.japanese)
      #expect(japanese.output.hasPrefix("エラー: 3 番目の引数が UTF-8 ではありません"))
      #expect(try !pdca("log").output.contains("ActionLogged"))
    }
  }

  @Test("A text that was damaged before it came is refused, wherever it comes from")
  func replacement() async throws {
    try await withCycle { pdca throws in
      #expect(try pdca("do", "SALES-1", "caf\u{FFFD}").status == 1)
      let file = "time,by,text\n2025-03-10,sato,caf\u{FFFD}\n"
      #expect(try pdca("import", "actions", "-", input: file).status == 65)
      #expect(try !pdca("log").output.contains("ActionLogged"))
    }
  }

  @Test(
    "Settings are read as meant",
    arguments: [
      "department = SALES\r\n", "# mine\r\ndepartment = SALES\r\n\r\n",
      "\u{FEFF}department = SALES",
      "\u{FEFF}\r\n  department\t=  SALES  \r", "department = HQ\rdepartment = SALES\r",
    ])
  func settings(text: String) async throws {
    try await withOrganization { pdca throws in
      try TextFile.write(text, to: configuration(pdca))
      #expect(try pdca("issue", "raise", "No room").output.contains("SALES-I1"))
    }
  }

  @Test(
    "department use changes its line, and leaves every other as it was",
    arguments: [
      ("# mine\r\nuser = x\r\n", "# mine\r\nuser = x\r\ndepartment = HQ\r\n"),
      ("department = SALES\r\n\r\n# end\r\n", "department = HQ\r\n\r\n# end\r\n"),
      ("\u{FEFF}department=SALES\n\n\n# end", "\u{FEFF}department = HQ\n\n\n# end\n"),
      ("#department = SALES\n", "#department = SALES\ndepartment = HQ\n"),
      ("department = A\n# b\ndepartment = C\n", "department = HQ\n# b\n"),
      ("", "department = HQ\n"),
    ])
  func use(before: String, after: String) async throws {
    try await withOrganization { pdca throws in
      let pdca = pdca.with("PDCA_USER", "postgres")
      try TextFile.write(before, to: configuration(pdca))
      #expect(try pdca("department", "use", "HQ").status == 0)
      #expect(try Array(TextFile.read(configuration(pdca)).utf8) == Array(after.utf8))
    }
  }

  @Test("Settings behind a link stay behind it")
  func link() async throws {
    try await withOrganization { pdca throws in
      let kept = pdca.home + "/kept"
      try TextFile.write("department = SALES\n", to: kept)
      unlink(configuration(pdca))
      #expect(symlink(kept, configuration(pdca)) == 0)
      #expect(try pdca("department", "use", "HQ").status == 0)
      #expect(try TextFile.read(kept) == "department = HQ\n")
    }
  }

  @Test("Keys are found in files with any line ends", arguments: ["\r\n", "\r", "\n\n"])
  func keys(end: String) async throws {
    try await withAuditHouse { house async throws in
      for name in ["signing.key", "verifiers"] {
        let path = "\(house.keys)/\(name)"
        try TextFile.write(
          "\u{FEFF}" + TextFile.read(path).split(separator: "\n").map { $0 + end }.joined(),
          to: path)
      }
      #expect(try house.pdca("audit", "seal").status == 0)
      #expect(try house.verify().status == 0)
    }
  }

  @Test("A closed output is an error of input and output, and nothing else is written into")
  func closed() async throws {
    try await withCycle { pdca throws in
      let read = try shell("\"$0\" cycle list >&- 2>\"$HOME/errors\"", pdca)
      #expect(read.status == 74, "\(read)")
      let both = try shell("\"$0\" do SALES-1 'Called' >&- 2>&- <&-", pdca)
      #expect(both.status == 74, "\(both)")
      #expect(try pdca("log").output.contains("Called"))
    }
  }

  @Test("Words that are chosen from a few are read in any width and letter case")
  func words() async throws {
    try await withCycle { pdca throws in
      for line in [
        ["cycle", "list", "--lang", "ＪＡ"], ["cycle", "list", "--color", "Never"],
        ["review", "week", "2025-W10", "--format", "ｊｓｏｎ"],
        ["review", "week", "２０２５－Ｗ１０", "--for", "Executive"],
        ["kpi", "define", "x", "X", "--unit", "h", "--direction", "ＤＯＷＮ", "--cadence", "Weekly"],
        ["kpi", "chart", "hours", "--format", "ＪＳＯＮ", "--profile", "ＮＨＳ－ＭＤＣ"],
      ] {
        let run = try pdca.run(line)
        #expect(run.status == 0, "\(line) \(run)")
      }
    }
  }

  @Test(
    "A place for files that can't be meant is refused", arguments: ["data", "./d", "/", "/a\nb"])
  func home(path: String) async throws {
    try await withCommandLine { pdca async throws in
      let run = try pdca.with("PDCA_DATABASE_URL", "").with("PDCA_HOME", path)("department", "list")
      #expect(run.status == 64, "\(run)")
      #expect(run.errors.hasPrefix("Error: PDCA_HOME "))
    }
  }

  private func configuration(_ pdca: CommandLineRunner) -> String {
    pdca.home + "/.config/pdca/config"
  }

  /// `$0` is the program.
  private func shell(_ script: String, _ pdca: CommandLineRunner) throws -> ChildProcess.Outcome {
    try ChildProcess.run(
      ["/usr/bin/env", "-i"] + pdca.environment.map { "\($0)=\($1)" }.sorted()
        + ["/bin/bash", "-c", script, CommandLineRunner.program])
  }
}
