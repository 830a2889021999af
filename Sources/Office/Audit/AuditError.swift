import Bilingual
import Proof
import Terminal
import Wording

/// What goes wrong about keys, checkpoints and proofs.
enum AuditError: Error {
  case noKey(directory: String)
  case keyExists(path: String)
  /// Others could read the signing key.
  case openKey(path: String, mode: UInt32)
  case badKey(path: String)
  case badName(String)
  /// A file that is no checkpoint or proof, or that no known key signed.
  case badCheckpoint(path: String, NoteError)
  /// A kept checkpoint of this department under another organization's name.
  case foreignCheckpoint(path: String, origin: String, _ expected: String)
  /// Events or a kept checkpoint of a department whose log isn't registered.
  case noLog(String)
  /// Two kept checkpoints that can't both be true.
  case twoHistories(String, String)
  /// The log isn't what it was, so that it isn't signed or proved from.
  case unsound(String, LogFinding)
  case noEvent(String)
  /// No kept checkpoint covers the event.
  case unsealed(reference: String)
  /// The proof doesn't lead from the event to the checkpoint.
  case unproved(path: String)
  /// Not the older and the newer checkpoint of one log.
  case notOneLog(String, String)
  case notRedactable(String, NoRedaction)

  /// Why an event has nothing to redact.
  enum NoRedaction: Equatable {
    case redactedAlready
    case noText
    case unknownType(String)
  }

  var exitCode: ExitCode {
    switch self {
    case .noKey, .keyExists, .badKey, .badName, .noEvent, .unsealed, .notOneLog: .usage
    case .openKey: .notPermitted
    case .badCheckpoint, .foreignCheckpoint, .noLog, .twoHistories, .unsound, .unproved: .tampering
    case .notRedactable: .rule
    }
  }
}

extension AuditError: Worded {
  var steps: [Step] {
    switch self {
    case .noKey: [Step(en: "Make one", ja: "作成する", "pdca audit key new")]
    case .keyExists:
      [Step(en: "Put a new one in its place", ja: "新しい鍵に替える", "pdca audit key rotate")]
    case .openKey(let path, _):
      [Step(en: "Close it to others", ja: "他人の権限を外す", "chmod 600 \(path)")]
    case .badCheckpoint(_, .unknownSigner):
      [
        Step(
          Phrase(
            en: "Give the key that signed it with --key, as its owner handed it to you.",
            ja: "署名した鍵を所有者から受け取り、--key で指定してください。"))
      ]
    case .foreignCheckpoint, .noLog, .twoHistories, .unsound:
      [Step(en: "See what is wrong", ja: "内容を確認する", "pdca audit verify")]
    case .unsealed: [Step(en: "Seal the log", ja: "封印する", "pdca audit seal")]
    case .badKey, .badName, .badCheckpoint, .noEvent, .unproved, .notOneLog, .notRedactable: []
    }
  }
}
