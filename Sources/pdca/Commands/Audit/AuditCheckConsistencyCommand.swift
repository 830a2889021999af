import ArgumentParser
import CanonicalJSON
import Office
import OperatingSystem
import Proof

struct AuditCheckConsistencyCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .of(
      "check-consistency",
      "Check the proof that a newer checkpoint continues an older one, without any database; 5 when "
        + "it proves nothing.",
      "新しいチェックポイントが古いものの続きであるという証明書を検証します。データベースは不要です。"
        + "証明にならなければ終了コード 5 です。",
      examples: [
        "pdca audit check-consistency SALES-120.checkpoint SALES-180.checkpoint proof.txt --key verifiers"
      ])
  }

  @OptionGroup var global: GlobalOptions

  @Argument(help: help("The older checkpoint's file.", "古いチェックポイントのファイル。")) var old: String
  @Argument(help: help("The newer one's.", "新しいチェックポイントのファイル。")) var new: String
  @Argument(help: help("The proof, - for standard input.", "証明書のファイル (- は標準入力)。"))
  var proof: String

  @OptionGroup var owner: OwnerKeyOption

  func run() async throws {
    await Reception.serve(global) { answer in
      let checked = try CheckedConsistency(
        from: old, to: new, by: proof, trusting: try owner.keys())
      answer.give(json: checked.json) { checked.lines(answer) }
    }
  }
}

/// A proof of consistency that holds, between two checkpoints that known keys signed.
private struct CheckedConsistency {
  let proof: ConsistencyProof
  let signers: Signers

  init(
    from old: String, to new: String, by path: String, trusting keys: [KnownKey]
  ) throws {
    let (first, second) = (try CheckpointFolder.read(old), try CheckpointFolder.read(new))
    for kept in [first, second] {
      do { _ = try kept.signed.signers(among: keys) } catch {
        throw AuditError.badCheckpoint(path: kept.path, error)
      }
    }
    guard first.checkpoint.origin == second.checkpoint.origin else {
      throw AuditError.notOneLog(old, new)
    }
    let text = TextFile.plain(String(decoding: try InputFile.bytes(path), as: UTF8.self))
    do {
      proof = try ConsistencyProof(text, from: first.checkpoint)
      signers = try second.signed.signers(among: keys)
    } catch NoteError.malformed {
      throw AuditError.inconsistent(path: path)
    }
    // The note that came with the proof is a copy; the checkpoint that the reader has counts.
    guard proof.new.checkpoint == second.checkpoint, proof.isValid else {
      throw AuditError.inconsistent(path: path)
    }
  }

  var json: JSON {
    [
      "origin": .string(proof.old.origin), "old": JSON(proof.old.size),
      "new": JSON(proof.new.checkpoint.size),
      "signedBy": .array(signers.own.map { .string("\($0)") }),
      "witnesses": .array(signers.witnesses.map { .string("\($0)") }),
    ]
  }

  func lines(_ answer: Answer) -> [String] {
    let (first, second) = (proof.old.size, proof.new.checkpoint.size)
    return [
      answer.say(
        "\(proof.old.origin): the log of \(second) events begins with the log of \(first).",
        "\(proof.old.origin): \(second) 件のログは、\(first) 件のログの続きです。")
    ]
  }
}
