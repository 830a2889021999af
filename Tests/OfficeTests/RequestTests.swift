import Bilingual
import CivilTime
import Domain
import Glibc
import OperatingSystem
import Testing

@testable import Office

/// What a door hands in, held against what the office makes of it.
@Suite struct RequestTests {
  @Test func `A file that speaks for a check is named once, by its content`() throws {
    var template = Array("/tmp/pdca-files-XXXXXX".utf8CString)
    let folder = String(cString: try #require(mkdtemp(&template)))
    defer { Directory.remove(folder) }
    let paths = ["a.csv", "b.csv", "c.csv"].map { "\(folder)/\($0)" }
    for (path, text) in zip(paths, ["one", "two", "one"]) {
      try TextFile.write(text, to: path)
    }
    let files = try EvidenceFile.all(reading: paths, "--file")
    #expect(files.map(\.name) == ["a.csv", "b.csv"])
    #expect(
      files[0].sha256 == "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed")
    #expect(throws: InputFault.self) { try EvidenceFile.all(reading: ["-"], "--file") }
  }

  @Test func `An absence ends when it begins, or later`() throws {
    let account = Account("sato")!
    let (first, last) = (LocalDate(iso: "2026-12-28")!, LocalDate(iso: "2027-01-05")!)
    #expect(try Absence(account, from: first, to: first).days.days == 1)
    #expect(try Absence(account, from: first, to: last).days == DateSpan(first...last))
    #expect(throws: PeopleFault.daysReversed(first: last, last: first)) {
      try Absence(account, from: last, to: first)
    }
  }

  @Test(arguments: [
    ("http://example.com/hook", false, false), ("http://example.com/hook", true, true),
    ("https://a:b@example.com/", true, false), ("no address", true, false),
    ("https://example.com/hook", false, true),
  ])
  func `An address is sent to as the target is set`(
    url: String, allowsPrivate: Bool, passes: Bool
  ) throws {
    var secret = ShareSecret()
    var settings = ShareSettings(language: .english, occasions: [])
    secret[.url] = url
    settings.allowsPrivate = allowsPrivate
    if passes {
      try secret.require(by: settings)
    } else {
      #expect(throws: SharingFault.self) { try secret.require(by: settings) }
    }
  }

  @Test func `A mail's address stands in a header as it is`() throws {
    #expect(try Read.mailAddress("board@example.com", "--to") == "board@example.com")
    for text in ["board", "-x@example.com", "a@b@c", "@example.com", "a b@example.com", "<a@b>"] {
      #expect(throws: InputFault.self) { try Read.mailAddress(text, "--to") }
    }
  }
}
