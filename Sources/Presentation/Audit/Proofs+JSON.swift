import Bilingual
package import CanonicalJSON
import CivilTime
package import Office
package import Proof
import Shapes
import Wording

/// What is signed and proved, for programs.
extension Sealing.Sealed {
  package var json: JSON {
    [
      "department": .string(department), "size": JSON(checkpoint.size),
      "root": .string(Base64.encode(checkpoint.root)), "origin": .string(checkpoint.origin),
      "file": .string(path), "already": .bool(wasSealed),
    ]
  }
}

extension ExportedEvent {
  /// The payload, as the log holds it.
  package var payloadLine: String { payload.canonical }
}

extension [Sealing.Sealed] {
  package var listJSON: JSON { .list("sealed", map(\.json)) }
}

extension SealingRun {
  /// How many checkpoints it signed.
  package static func json(signed count: Int) -> JSON { ["sealed": JSON(count)] }
}

extension ConsistencyProof {
  package var json: JSON {
    sizes.with(["proof": .array(hashes.map { .string(Base64.encode($0)) })])
  }

  fileprivate var sizes: JSON {
    [
      "origin": .string(old.origin), "old": JSON(old.size), "new": JSON(new.checkpoint.size),
    ]
  }
}

extension CheckedConsistency {
  package var json: JSON { proof.sizes.with(signers.members) }
}

extension InclusionProof {
  /// Of the event, in the file.
  package func json(of event: EventArgument, in path: String) -> JSON {
    [
      "event": .string(event.reference), "size": JSON(signed.checkpoint.size),
      "file": .string(path), "origin": .string(signed.checkpoint.origin),
    ]
  }
}

extension CheckedProof {
  package var json: JSON {
    let checkpoint = proof.signed.checkpoint
    let facts: JSON = [
      "event": .string(reference), "origin": .string(checkpoint.origin),
      "size": JSON(checkpoint.size), "root": .string(Base64.encode(checkpoint.root)),
      "leafHash": .string(Hexadecimal.encode(event.leaf)), "redacted": .bool(event.isRedacted),
      "line": event.isProven ? .object(line) : .null,
    ]
    return facts.with(signers.members)
  }

  /// The line's members, the payload with its texts.
  private var line: JSONObject {
    var members = event.members
    members["payload"] = event.payload
    return members
  }
}

extension Signers {
  fileprivate var members: JSONObject {
    [
      "signedBy": .array(own.map { .string("\($0)") }),
      "witnesses": .array(witnesses.map { .string("\($0)") }),
    ]
  }
}

extension VerifierKey {
  /// Of a key that was made, in the file.
  package func json(madeIn path: String) -> JSON {
    ["verifier": .string("\(self)"), "file": .string(path)]
  }

  /// In the place of another.
  package func json(retiring old: VerifierKey) -> JSON {
    ["verifier": .string("\(self)"), "retired": .string("\(old)")]
  }
}

extension [KnownKey] {
  /// - Parameter signing: the one that signs now; nil where none does.
  package func json(signing: VerifierKey?) -> JSON {
    [
      "verifiers": .array(map { .string("\($0.key)") }),
      "origins": .object(
        reduce(into: JSONObject()) { $0["\($1.key)"] = JSON($1.origins.sorted()) }),
      "signing": JSON(text: signing),
    ]
  }
}

extension ReviewSeal {
  package var json: JSON {
    switch self {
    case .sealed(let kept, let keys):
      Self.json("sealed", kept).with(["keys": JSON(keys.map(\.description))])
    case .changed(let kept): Self.json("changed", kept)
    case .unsealed: ["state": "unsealed"]
    case .unusable(let error):
      ["state": "unusable", "reason": .string(OfficeFailure(error).wording.refused.en)]
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
}
