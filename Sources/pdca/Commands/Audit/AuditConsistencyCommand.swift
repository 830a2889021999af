import ArgumentParser
import Office
import OperatingSystem
import Presentation
import Proof

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
      let proof = try await desk.office.consistency(from: old, to: new, knowing: known)
      if let out { try TextFile.replace(out, with: proof.text) }
      let (first, second) = (proof.old.size, proof.new.checkpoint.size)
      desk.answer.give(json: proof.json) {
        [
          desk.answer.say(
            "The log of \(second) events begins with the log of \(first).",
            "\(second) 件のログは、\(first) 件のログの続きです。")
        ]
      }
    }
  }
}
