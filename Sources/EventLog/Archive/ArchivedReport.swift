import CanonicalJSON

/// Lines of the side file of an exported log: a closed review's report each, and one that ends them.
package enum ArchivedReport: Sendable, Equatable {
  /// The version of the side file's form.
  private static let format = 1

  case report(KeptReport)
  /// How many stand above.
  case end(Int)

  /// The line as it is written; RFC 8785, as what it is made of.
  package static func line(_ kept: KeptReport) -> [UInt8] {
    Array(
      """
      {"department":\(JSON(kept.department).canonical),"documents":{"en":\(kept.english),\
      "ja":\(kept.japanese)},"form":\(kept.form),"report":\(kept.report),\
      "stream":\(JSON(kept.stream).canonical)}
      """.utf8)
  }

  package static func end(of count: Int) -> [UInt8] {
    Array((["format": JSON(format), "reports": JSON(count)] as JSON).canonical.utf8)
  }

  /// - Throws: `ArchiveFault`
  package init(line: String) throws(ArchiveFault) {
    let json: JSON
    do { json = try JSON(parsing: line) } catch { throw .notJSON(error) }
    guard json.canonical.hasSameBytes(as: line) else { throw .notCanonical }
    guard let object = json.object else { throw .member("stream") }
    let members = ArchiveMembers(object)
    if object["format"] != nil {
      guard try members.whole("format", from: 1) == Self.format else {
        throw .newerFormat(try members.whole("format", from: 1))
      }
      try members.expect(["format", "reports"])
      self = .end(try members.whole("reports", from: 0))
    } else {
      self = .report(try Self.kept(members))
    }
  }

  private static func kept(_ members: ArchiveMembers) throws(ArchiveFault) -> KeptReport {
    try members.expect(["department", "documents", "form", "report", "stream"])
    guard let documents = try members.json("documents").object else { throw .member("documents") }
    let inner = ArchiveMembers(documents)
    try inner.expect(["en", "ja"])
    return KeptReport(
      department: try members.text("department", ArchivedEvent.isCode),
      stream: try members.text("stream") { $0.hasPrefix("review-") },
      form: try members.whole("form", from: 1), report: try members.json("report").canonical,
      english: try inner.json("en").canonical, japanese: try inner.json("ja").canonical)
  }
}
