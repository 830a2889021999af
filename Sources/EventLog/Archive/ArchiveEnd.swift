package import CanonicalJSON

/// The last line of an exported log: what all lines above it come to.
package struct ArchiveEnd: Sendable, Equatable {
  package var departments: [String]
  /// The number of lines above.
  package var lines: Int
  /// The root of the RFC 6962 tree whose leaves are those lines, lower-case hexadecimal.
  package var rootHash: String

  package init(departments: [String], lines: Int, rootHash: String) {
    self.departments = departments
    self.lines = lines
    self.rootHash = rootHash
  }

  package var json: JSON {
    [
      "departments": JSON(departments), "format": JSON(ArchivedDepartment.format),
      "lines": JSON(lines), "rootHash": JSON(rootHash),
    ]
  }

  /// - Throws: `ArchiveFault.member` for the first member that is wrong.
  package init(_ object: JSONObject) throws(ArchiveFault) {
    let members = ArchiveMembers(object)
    try members.expectFormat()
    try members.expect(["departments", "format", "lines", "rootHash"])
    departments = try members.texts("departments")
    lines = try members.whole("lines", from: 0)
    rootHash = try members.text("rootHash") { ArchivedEvent.isHexadecimal($0, 64) }
  }
}
