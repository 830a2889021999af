package import CivilTime
package import EventLog
import Glibc
package import Postgres
package import Proof

/// What the checkpoints kept here say of a review's closing.
package enum ReviewSeal {
  /// The log still is the one that known keys signed.
  case sealed(CheckpointFolder.Kept, by: [KeyName])
  /// The log differs from the one signed.
  case changed(CheckpointFolder.Kept)
  case unsealed(department: String)
  /// The keys or checkpoints can't be used.
  case unusable(any Error)

  /// The smallest checkpoint that covers the closing counts: it is the first that was signed.
  package init(of closing: RecordedEvent, _ sealing: Sealing, in session: Session) throws {
    let logs = try OrganizationLogs(in: session)
    let known: [KnownKey]
    let history: KeptHistory
    do {
      known = try sealing.keys.verifiers()
      history = try sealing.history(of: closing.department, logs)
    } catch {
      self = .unusable(error)
      return
    }
    guard let kept = history.oldest(covering: closing.position) else {
      self = .unsealed(department: closing.department)
      return
    }
    let event = EventArgument(department: closing.department, position: closing.position)
    self =
      try event.proof(in: kept.signed, from: session) == nil
      ? .changed(kept) : .sealed(kept, by: try kept.signed.signers(among: known).own.map(\.key))
  }
}

extension CheckpointFolder.Kept {
  /// When the file was written: a checkpoint itself bears no time. Nil when it is gone.
  package var keptSince: Instant? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return Instant(
      microseconds: Int64(status.st_mtim.tv_sec) * 1_000_000
        + Int64(status.st_mtim.tv_nsec) / 1_000)
  }
}
