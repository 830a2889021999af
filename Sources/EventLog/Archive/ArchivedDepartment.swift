package import CanonicalJSON

/// A department's own line in an exported log, after its events: what they are to come to.
package struct ArchivedDepartment: Sendable, Equatable {
  /// The version of the exported form: 1 held no lines of form 2.
  package static let format = 2

  package var code: String
  package var events: Int
  package var isHead: Bool
  /// As the log spells instants.
  package var madeAt: String
  package var madeBy: String
  /// The root of the RFC 6962 tree of its events, lower-case hexadecimal.
  package var rootHash: String

  package init(_ department: ExportedDepartment, rootHash: String) {
    code = department.code
    events = department.events
    isHead = department.isHead
    madeAt = department.madeAt
    madeBy = department.madeBy
    self.rootHash = rootHash
  }

  package var json: JSON {
    [
      "department": JSON(code), "events": JSON(events), "format": JSON(Self.format),
      "head": JSON(isHead), "madeAt": JSON(madeAt), "madeBy": JSON(madeBy),
      "rootHash": JSON(rootHash),
    ]
  }

  /// - Throws: `ArchiveFault.member` for the first member that is wrong.
  package init(_ object: JSONObject) throws(ArchiveFault) {
    let members = ArchiveMembers(object)
    try members.expectFormat()
    try members.expect([
      "department", "events", "format", "head", "madeAt", "madeBy", "rootHash",
    ])
    code = try members.text("department", ArchivedEvent.isCode)
    events = try members.whole("events", from: 0)
    isHead = try members.flag("head")
    madeAt = try members.text("madeAt", ArchivedEvent.isInstant)
    madeBy = try members.text("madeBy") { !$0.isEmpty }
    rootHash = try members.text("rootHash") { ArchivedEvent.isHexadecimal($0, 64) }
  }
}
