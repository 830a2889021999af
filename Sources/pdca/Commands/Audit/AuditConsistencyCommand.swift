import ArgumentParser
import CanonicalJSON
import Office
import Postgres
import Proof
import Terminal

struct AuditConsistencyCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .of(
      "consistency", "Prove that a newer checkpoint continues an older one; 5 when it doesn't.",
      "新しいチェックポイントが古いものの続きであることを証明します。そうでなければ終了コード 5 です。",
      examples: ["pdca audit consistency SALES-120.checkpoint SALES-180.checkpoint --out proof.txt"]
    )
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var audit: AuditOptions

  @Argument(help: help("The older checkpoint's file.", "古いチェックポイントのファイル。")) var old: String
  @Argument(help: help("The newer one's.", "新しいチェックポイントのファイル。")) var new: String

  @Option(
    name: .customLong("key"),
    help: help(
      "A verifier key, or a file of them, besides your own; may be repeated.",
      "自分の鍵以外の検証鍵、またはそのファイル (複数可)。"))
  var trusted: [String] = []

  @Option(help: help("Where to write the proof.", "証明の保存先。")) var out: String?

  func run() async throws {
    await AuditDesk.serve(global) { desk in
      let known = try audit.keyStore.verifiers() + TrustedKeys.read(trusted)
      let proof = try await desk.office.perform { session in
        try prove(knowing: known, desk.logs, in: session)
      }
      guard proof.isValid else { throw AuditError.twoHistories(old, new) }
      if let out { try TextFile.replace(out, with: proof.text) }
      let (first, second) = (proof.old.size, proof.new.checkpoint.size)
      desk.answer.give(
        json: [
          "origin": .string(proof.old.origin), "old": JSON(first), "new": JSON(second),
          "proof": .array(proof.hashes.map { .string(Base64.encode($0)) }),
        ]
      ) {
        [
          desk.answer.say(
            "The log of \(second) events begins with the log of \(first).",
            "\(second) 件のログは、\(first) 件のログの続きです。")
        ]
      }
    }
  }

  private func prove(
    knowing keys: [VerifierKey], _ logs: OrganizationLogs, in session: Session
  ) throws -> ConsistencyProof {
    let kept = try [old, new].map { try CheckpointFolder.read($0) }
    for one in kept {
      do { _ = try one.signed.note.verified(by: keys) } catch {
        throw AuditError.badCheckpoint(path: one.path, error)
      }
    }
    let (first, second) = (kept[0].checkpoint, kept[1].checkpoint)
    guard first.origin == second.origin, 0 < first.size, first.size <= second.size else {
      throw AuditError.notOneLog(old, new)
    }
    let department = try logs.chosen(first.department)[0]
    var wanted = RangeRoots(MerkleTree.consistencyRanges(from: first.size, to: second.size))
    try LogScan.leaves(of: department, upTo: second.size, in: session) { wanted.append($0) }
    return ConsistencyProof(from: first, wanted.roots, to: kept[1].signed)
  }
}
