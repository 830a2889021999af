import OperatingSystem
import Postgres
import Testing

@Suite("pdca review due and calendar")
struct ReviewDueTests {
  @Test("Nothing is due in an organization of today")
  func nothing() async throws {
    try await withOrganization { pdca async throws in
      let run = try pdca("review", "due")
      #expect(run.status == 0 && run.output == "Nothing is due.\n")
      #expect(try pdca("review", "due", "--quiet").output.isEmpty)
      #expect(try pdca("review", "due", "--grace", "-1").status == 64)
    }
  }

  @Test("A decision past due is listed with its command, and the status says so")
  func decision() async throws {
    try await withOrganization { pdca async throws in
      _ = try pdca("review", "open", "2026-W02")
      _ = try pdca(
        "review", "decide", "2026-W02", "Train", "--owner", "postgres", "--due", "2026-01-20",
        "--on", "2026-01-12")
      let run = try pdca("review", "due")
      #expect(run.status == 1 && run.errors.isEmpty)
      #expect(
        Array(run.lines.prefix(3)) == [
          "Reviews due", "- SALES-2026-W02 (2026-01-05 – 2026-01-11): open",
          "    pdca review close SALES-2026-W02",
        ])
      #expect(run.lines.last == "    pdca review done SALES-2026-W02.1")
      #expect(try pdca("review", "due", "--json", "-d", "SALES").output.contains(#""due":true"#))
      let quiet = try pdca("review", "due", "--quiet")
      #expect(quiet.status == 1 && quiet.output.isEmpty)
    }
  }

  @Test("What was due, and what was to come, can be asked for an earlier day")
  func past() async throws {
    try await withOrganization { pdca async throws in
      let now = try pdca("review", "due", "--as-of", "today")
      #expect(now.status == 0)
      #expect(now.lines.first?.hasPrefix("As of ") == true && now.lines.last == "Nothing is due.")
      let early = try pdca("review", "due", "--as-of", "2020-01-01")
      #expect(early.status == 64 && early.errors.contains("2020-01-01"))
      let calendar = try pdca("review", "calendar", "--as-of", "today", "--until", "+3w")
      #expect(calendar.status == 0 && calendar.output.hasPrefix("BEGIN:VCALENDAR\r\n"))
    }
  }

  @Test("The calendar names coming reviews, in a file or on the output")
  func calendar() async throws {
    try await withOrganization { pdca async throws in
      let path = "\(pdca.home)/reviews.ics"
      let run = try pdca("review", "calendar", "--until", "+3w", "--output", path)
      #expect(run.output == "The reminders are in \(path).\n")
      let text = try TextFile.read(path)
      #expect(text.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"))
      #expect(text.contains("\r\nUID:review-SALES-20"))
      let japanese = try pdca.japanese("review", "calendar", "-d", "HQ", "--until", "+9w").output
      #expect(japanese.contains("SUMMARY;LANGUAGE=ja:月次レビュー HQ-"))
      #expect(!japanese.contains("SALES"))
    }
  }
}
