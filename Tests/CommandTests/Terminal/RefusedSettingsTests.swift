import Glibc
import OperatingSystem
import Postgres
import Testing

@Suite("Settings, files and lines that are refused before anything is recorded")
struct RefusedSettingsTests {
  @Test("A time zone that isn't there is refused before a database is made")
  func timeZone() async throws {
    try await withCommandLine { pdca async throws in
      let new = pdca.with("PDCA_DATABASE_URL", "").with("PDCA_HOME", "\(pdca.home)/new")
      let line = ["init", "Osaka Trading", "--time-zone", "Asia/Osaka"]
      let run = try new.run(line)
      #expect(run.status == 64)
      #expect(
        run.errors.hasPrefix("Error: there is no time zone Asia/Osaka in /usr/share/zoneinfo."))
      #expect(
        try new.japanese.run(line).errors
          .hasPrefix("エラー: タイムゾーン Asia/Osaka は /usr/share/zoneinfo にありません。"))
      #expect(try new("init", "Osaka Trading", "--time-zone", "../etc").status == 64)
      #expect(access("\(pdca.home)/new", F_OK) != 0)
    }
  }

  @Test(
    "A deadline that is no number of seconds is refused",
    arguments: ["abc", "nan", "inf", "1e400", "0", "-5", "99999999999999999999"])
  func deadline(_ text: String) async throws {
    try await withOrganization { pdca throws in
      let run = try pdca.with("PDCA_DEADLINE", text)("cycle", "list")
      #expect(run.status == 64)
      #expect(
        run.errors
          == "Error: PDCA_DEADLINE: \"\(text)\" is not a number of seconds, up to 86400.\n")
    }
  }

  @Test("A role that a team's server doesn't know can't be let in")
  func strangeRole() async throws {
    try await withOrganization { pdca throws in
      let run = try pdca("database", "login", "nobody_such")
      #expect(run.status == 64)
      #expect(
        run.errors == """
          Error: this server has no role nobody_such.
            Have it made:  createuser nobody_such

          """)
    }
  }

  @Test("An option that a variable left empty is refused, and a variable that is empty isn't there")
  func emptyOptions() async throws {
    try await withOrganization { pdca throws in
      for (option, value) in [("--database", ""), ("--database", " "), ("--user", "")] {
        let run = try pdca("cycle", "list", option, value)
        #expect(run.status == 64)
        #expect(run.errors.hasPrefix("Error: \(option) is empty.\n"), "\(run)")
        let japanese = try pdca.japanese("cycle", "list", option, value)
        #expect(japanese.errors.hasPrefix("エラー: \(option) が空です。\n"), "\(japanese)")
      }
      #expect(try pdca.with("PDCA_USER", "")("cycle", "list").status == 0)
    }
  }

  @Test("A password in an argument is refused in the person's language")
  func password() async throws {
    try await withCommandLine { pdca async throws in
      let run = try pdca.japanese(
        "department", "list", "--database", "postgresql://a:secret@localhost/pdca")
      #expect(run.status == 64)
      #expect(run.errors.hasPrefix("エラー: --database にパスワードは指定できません。"))
      #expect(!run.errors.contains("secret"))
    }
  }

  @Test("A file that can't be written is an error of input and output, with its reason")
  func unwritable() async throws {
    try await withOrganization { pdca async throws in
      _ = try pdca("kpi", "define", "hours", "Hours", "--unit", "hours", "--direction", "down")
      let file = "\(pdca.home)/none/a.svg"
      for line in [
        ["kpi", "chart", "hours", "--format", "svg", "--output", file],
        ["database", "backup", file],
        ["review", "week", "--format", "html", "--output", file],
      ] {
        let run = try pdca.run(line)
        #expect(run.status == 74)
        #expect(
          run.errors == """
            Error: \(file) can't be written: No such file or directory. Nothing was left there.
              Make its directory:  mkdir -p \(pdca.home)/none

            """)
      }
    }
  }

  @Test("A link goes on leading where it led, a file keeps its mode, a device stays one")
  func kept() async throws {
    try await withOrganization { pdca async throws in
      let folder = pdca.home
      try TextFile.write("old", to: "\(folder)/kept.md")
      chmod("\(folder)/kept.md", 0o640)
      symlink("kept.md", "\(folder)/link.md")
      symlink("/dev/full", "\(folder)/full.md")
      #expect(try pdca("review", "week", "--output", "\(folder)/link.md").status == 0)
      let full = try pdca("review", "week", "--output", "\(folder)/full.md")
      #expect(full.status == 74 && full.errors.contains("No space left on device"), "\(full)")
      #expect(Directory.link("\(folder)/link.md") == "kept.md")
      #expect(Directory.link("\(folder)/full.md") == "/dev/full")
      var status = stat()
      #expect(stat("\(folder)/kept.md", &status) == 0 && status.st_mode & 0o7777 == 0o640)
      #expect(try TextFile.read("\(folder)/kept.md").hasPrefix("# "))
    }
  }

  @Test("A line that is no JSON is explained in the person's language")
  func notJSON() async throws {
    try await withOrganization { pdca async throws in
      let run = try pdca.japanese(
        "import", "actions", "-", "--format", "ndjson", input: "{text: 1}\n")
      #expect(run.errors.hasPrefix("1 行目: JSON として読み取れません（2バイト目）: 予期しないバイト 0x74"))
    }
  }

  @Test("A review's period of the other kind is called what it is")
  func otherPeriod() async throws {
    try await withOrganization { pdca async throws in
      let month = try pdca("review", "month", "2026-W47")
      #expect(month.status == 64)
      #expect(
        month.errors == "Error: PERIOD: 2026-W47 is a week: give a month, such as 2026-11.\n")
      #expect(
        try pdca.japanese("review", "week", "2026-11").errors
          == "エラー: PERIOD: 2026-11 は月です。週（例: 2026-W45）を指定してください。\n")
    }
  }

  @Test("A list that is empty because nothing is recorded names the first step")
  func empty() async throws {
    try await withOrganization { pdca async throws in
      for (list, step) in [
        ("cycle", "plan"), ("kpi", "kpi define"), ("issue", "issue raise"),
        ("lesson", "lesson draft"), ("design", "design draft"),
      ] {
        #expect(try pdca(list, "list").output.contains("yet. "), "\(list)")
        #expect(try pdca.japanese(list, "list").output.contains("  pdca \(step) "), "\(list)")
      }
    }
  }
}
