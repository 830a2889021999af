import Glibc
import OperatingSystem
import Postgres
package import Proof

/// Signed checkpoints that are kept, one file a department and size. The more hands and machines
/// it is copied to, the more it proves.
package struct CheckpointFolder: Sendable {
  package let path: String

  package init(path: String) { self.path = path }

  /// A checkpoint and the file it is kept in.
  package struct Kept: Sendable {
    package let path: String
    package let signed: SignedCheckpoint
    package var checkpoint: Checkpoint { signed.checkpoint }
  }

  package static let ending = ".checkpoint"

  package func file(of checkpoint: Checkpoint) -> String {
    "\(path)/\(checkpoint.department)-\(checkpoint.size)\(Self.ending)"
  }

  /// Every checkpoint there, smallest first within its department.
  package func all() throws -> [Kept] {
    let names = Directory.entries(of: path).filter { $0.hasSuffix(Self.ending) }
    return try names.map { try Self.read("\(path)/\($0)") }.sorted {
      ($0.checkpoint.department, $0.checkpoint.size) < (
        $1.checkpoint.department, $1.checkpoint.size
      )
    }
  }

  package static func read(_ path: String) throws -> Kept {
    do {
      return Kept(path: path, signed: try SignedCheckpoint(TextFile.plain(try TextFile.read(path))))
    } catch let error as NoteError {
      throw AuditError.badCheckpoint(path: path, error)
    }
  }

  /// Others may read what they are to keep. A file that says it already keeps its date.
  package func write(_ signed: SignedCheckpoint) throws {
    try Directory.make(path, mode: 0o755)
    let file = file(of: signed.checkpoint)
    if try TextFile.readIfPresent(file) == signed.note.description { return }
    try TextFile.replace(file, with: signed.note.description)
    chmod(file, 0o644)
  }
}

/// Checkpoints of one department's log that known keys signed and that agree with each other.
package struct KeptHistory: Sendable {
  /// By size.
  private(set) var kept: [Int: CheckpointFolder.Kept] = [:]

  package init(
    _ found: [CheckpointFolder.Kept], of origin: String, knowing keys: [KnownKey]
  ) throws {
    let department = Checkpoint(origin: origin, size: 0, root: []).department
    for one in found where one.checkpoint.department == department {
      guard one.checkpoint.origin == origin else {
        throw AuditError.foreignCheckpoint(path: one.path, origin: one.checkpoint.origin, origin)
      }
      do { _ = try one.signed.signers(among: keys) } catch {
        throw AuditError.badCheckpoint(path: one.path, error)
      }
      if let other = kept[one.checkpoint.size], other.checkpoint.root != one.checkpoint.root {
        throw AuditError.twoHistories(other.path, one.path)
      }
      if kept[one.checkpoint.size] == nil { kept[one.checkpoint.size] = one }
    }
  }

  package var roots: [Int: [UInt8]] { kept.mapValues(\.checkpoint.root) }

  /// The smallest that covers so many events.
  package func oldest(covering size: Int) -> CheckpointFolder.Kept? {
    kept.filter { $0.key >= size }.min { $0.key < $1.key }?.value
  }

  /// The newest that covers so many events.
  package func newest(covering size: Int = 0) -> CheckpointFolder.Kept? {
    kept.filter { $0.key >= size }.max { $0.key < $1.key }?.value
  }
}
