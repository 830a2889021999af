package import Domain
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
