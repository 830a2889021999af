package import Domain
import Proof
package import ReadModels
import Tracker

/// What the log knows of a file: which checks name it as it is, and which name another by its name.
package struct FileEvidence: Sendable {
  package let file: EvidenceFile
  /// With the same bytes, whatever its name is now.
  package let same: [CheckFileRow]
  /// With the same name and other bytes.
  package let others: [CheckFileRow]
}

extension EvidenceFile {
  /// Reads the file at the path for its hash; standard input, `-`, has no name of its own.
  package init(reading path: String) throws {
    var hash = ContentHash()
    try InputFile(path).pieces { hash.feed($0) }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    self.init(name: name, sha256: hash.text)
  }

  /// What speaks for a check: each file once, by its content.
  /// - Parameter argument: what named them. Each needs a name of its own, which standard input lacks.
  package static func all(reading paths: [String], _ argument: String) throws -> [EvidenceFile] {
    var known: Set<String> = []
    return try paths.map { path in
      guard path != "-" else {
        throw InputFault.unreadable(argument: argument, text: path, wanted: .namedFile)
      }
      return try EvidenceFile(reading: path)
    }.filter { known.insert($0.sha256).inserted }
  }
}

extension Office {
  /// - Parameter cycle: whose check is asked about; nil for all.
  package func evidence(_ file: EvidenceFile, of cycle: ItemID?) throws -> FileEvidence {
    let found = try tracker.read { view in
      try CheckQueries.files(sha256: file.sha256, orNamed: file.name, in: view)
    }.filter { cycle == nil || $0.id == cycle }
    return FileEvidence(
      file: file, same: found.filter { $0.sha256 == file.sha256 },
      others: found.filter { $0.sha256 != file.sha256 })
  }
}
