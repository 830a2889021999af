import Bilingual
import CanonicalJSON
import CivilTime
import EventLog
import Glibc
import Postgres
import Proof
import Terminal
import Wording

/// What the checkpoints kept here say of a review's closing.
enum ReviewSeal {
  /// The log still is the one that known keys signed.
  case sealed(CheckpointFolder.Kept, by: [KeyName])
  /// The log differs from the one signed.
  case changed(CheckpointFolder.Kept)
  case unsealed(department: String)
  /// The keys or checkpoints can't be used.
  case unusable(reason: Phrase)

  /// The smallest checkpoint that covers the closing counts: it is the first that was signed.
  init(of closing: RecordedEvent, in session: Session) throws {
    let sealing = Sealing(
      keys: KeyStore(directory: KeyStore.usualDirectory),
      folder: CheckpointFolder(path: CheckpointFolder.usualPath))
    let logs = try OrganizationLogs(in: session)
    let known: [VerifierKey]
    let history: KeptHistory
    do {
      known = try sealing.keys.verifiers()
      history = try sealing.history(of: closing.department, logs)
    } catch {
      self = .unusable(reason: Failure(error).wording.refused)
      return
    }
    guard let kept = history.oldest(covering: closing.position) else {
      self = .unsealed(department: closing.department)
      return
    }
    let event = EventArgument(department: closing.department, position: closing.position)
    self =
      try event.proof(in: kept.signed, from: session) == nil
      ? .changed(kept) : .sealed(kept, by: try kept.signed.note.verified(by: known).map(\.key))
  }
}

extension ReviewSeal {
  var json: JSON {
    switch self {
    case .sealed(let kept, let keys):
      Self.json("sealed", kept).with(["keys": JSON(keys.map(\.description))])
    case .changed(let kept): Self.json("changed", kept)
    case .unsealed: ["state": "unsealed"]
    case .unusable(let reason): ["state": "unusable", "reason": .string(reason.en)]
    }
  }

  private static func json(_ state: String, _ kept: CheckpointFolder.Kept) -> JSON {
    [
      "state": .string(state), "size": JSON(kept.checkpoint.size),
      "root": .string(Base64.encode(kept.checkpoint.root)),
      "origin": .string(kept.checkpoint.origin), "file": .string(kept.path),
      "keptSince": JSON(text: kept.keptSince),
    ]
  }

  func add(to block: inout KeyValueBlock, _ desk: Desk) {
    let say = desk.answer.say
    block.add(say("Sealed", "封印"), verdict(desk))
    switch self {
    case .sealed(let kept, let keys):
      block.add(say("Root", "ルートハッシュ"), Cell(Base64.encode(kept.checkpoint.root)))
      block.add(
        say("Key", "署名鍵"), Cell(keys.map(\.description).joined(separator: say(", ", "、"))))
      block.add(say("Checkpoint", "チェックポイント"), Cell(kept.path))
    case .changed(let kept): block.add(say("Checkpoint", "チェックポイント"), Cell(kept.path))
    case .unsealed, .unusable: break
    }
  }

  private func verdict(_ desk: Desk) -> Cell {
    let say = desk.answer.say
    switch self {
    case .sealed(let kept, _):
      let size = kept.checkpoint.size
      let since = kept.keptSince.map(desk.moment) ?? "–"
      return Cell(
        say(
          "by the checkpoint of \(size) events, kept since \(since)",
          "\(size) 件時点のチェックポイントで封印済み (\(since) から保管)"))
    case .changed(let kept):
      let (size, department) = (kept.checkpoint.size, kept.checkpoint.department)
      return Cell(
        say(
          "THE LOG DIFFERS from the checkpoint of \(size) events. See:  "
            + "pdca audit verify -d \(department)",
          "記録が \(size) 件時点のチェックポイントと異なります。確認する:  pdca audit verify -d \(department)"),
        .warn)
    case .unsealed(let department):
      return Cell(
        say(
          "no; no checkpoint kept here covers the closing. Seal it:  "
            + "pdca audit seal -d \(department)",
          "未封印です (終了を含むチェックポイントがありません)。封印する:  pdca audit seal -d \(department)"),
        .warn)
    case .unusable(let reason):
      return Cell(
        say("can't be told: \(reason.en)", "確認できません: \(reason.ja)"), .warn)
    }
  }
}

extension CheckpointFolder.Kept {
  /// When the file was written: a checkpoint itself bears no time. Nil when it is gone.
  fileprivate var keptSince: Instant? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return Instant(
      microseconds: Int64(status.st_mtim.tv_sec) * 1_000_000
        + Int64(status.st_mtim.tv_nsec) / 1_000)
  }
}
