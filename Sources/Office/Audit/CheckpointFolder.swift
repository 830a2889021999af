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
    "\(path)/\(Self.name(of: checkpoint))"
  }

  /// Every checkpoint there, smallest first within its department.
  package func all() throws -> [Kept] {
    let names = Directory.entries(of: path).filter { $0.hasSuffix(Self.ending) }.sorted()
    return try names.map { try Self.readKept("\(path)/\($0)") }.sorted {
      ($0.checkpoint.department, $0.checkpoint.size) < (
        $1.checkpoint.department, $1.checkpoint.size
      )
    }
  }

  /// The largest file that is read: a checkpoint with a hundred signatures has a tenth of it.
  private static let limit = 1 << 18

  /// One of a directory that others may write to: a pipe, which would never end, a device or another
  /// log's checkpoint under this one's name is no evidence.
  private static func readKept(_ path: String) throws -> Kept {
    var status = stat()
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFREG else { throw AuditError.notAFile(path: path) }
      guard status.st_size <= limit else { throw AuditError.badCheckpoint(path: path, .malformed) }
    }
    let kept = try read(path)
    let own = name(of: kept.checkpoint)
    guard let stated = statedName(path), stated != own else { return kept }
    throw AuditError.misnamed(path: path, expected: own)
  }

  private static func name(of checkpoint: Checkpoint) -> String {
    "\(checkpoint.department)-\(checkpoint.size)\(ending)"
  }

  /// A file's name where it is made of a department and a size; copies may have others.
  private static func statedName(_ path: String) -> String? {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let stem = name.dropLast(ending.count)
    guard let hyphen = stem.lastIndex(of: "-"), hyphen > stem.startIndex,
      case let digits = stem[stem.index(after: hyphen)...], !digits.isEmpty,
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return name
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
