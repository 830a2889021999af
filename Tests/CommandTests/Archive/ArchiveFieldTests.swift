import CanonicalJSON
import OperatingSystem
import Postgres
import Testing

@Suite("One byte of an exported event changed")
struct ArchiveFieldTests {
  /// Where it is told: at the event itself, or where the department's hash is compared.
  enum Told { case here, atTheHash }

  /// The byte that is put behind the first place of a text.
  private static let changes: [(field: String, behind: String, byte: Character, told: Told)] = [
    ("actor", #""actor":""#, "q", .atTheHash), ("causation", #""causation":n"#, "o", .here),
    ("commandId", #""commandId":""#, "g", .here), ("correlation", #""correlation":"#, "m", .here),
    ("department", #""department":""#, "T", .here), ("door", #""door":n"#, "o", .here),
    ("form", #""form":"#, "3", .here), ("occurredAt", #""occurredAt":"2"#, "x", .here),
    ("ordinal", #""ordinal":"#, "1", .here), ("payload", #""@sha256":""#, "G", .here),
    ("position", #""position":"#, "7", .here), ("recordedAt", #""recordedAt":""#, "1", .here),
    ("request", #""request":""#, "G", .here), ("salt", #""salt":""#, "G", .here),
    ("schemaVersion", #""schemaVersion":"#, "2", .atTheHash),
    ("stream", #""stream":""#, "d", .here),
    ("streamVersion", #""streamVersion":"#, "9", .here), ("type", #""type":""#, "B", .atTheHash),
    ("unhashed", #""unhashed":{"salt":""#, "G", .here),
  ]

  @Test("is told with its line, whichever field it is in")
  func everyField() async throws {
    try await withAuditHouse { house async throws in
      let lines = try house.pdca("export", "log").lines
      let place = try #require(lines.firstIndex { $0.contains("Call 3 ") })
      let hash = try #require(lines.lastIndex { $0.hasPrefix(#"{"department":"SALES""#) })
      #expect(try JSON(parsing: lines[place]).object?.keys == Self.changes.map(\.field))
      for change in Self.changes {
        var spoiled = lines
        let start = try #require(lines[place].firstRange(of: change.behind)).upperBound
        spoiled[place].replaceSubrange(start...start, with: [change.byte])
        #expect(spoiled != lines, "\(change.field)")
        let path = house.pdca.home + "/spoiled"
        try TextFile.replace(path, with: spoiled.map { $0 + "\n" }.joined())
        let run = try house.pdca("import", "log", path, "--dry-run")
        #expect(run.status == 65, "\(change.field): \(run)")
        let line = change.told == .here ? place + 1 : hash + 1
        #expect(run.errors.hasPrefix("Error: line \(line) of the export "), "\(change): \(run)")
      }
    }
  }
}
