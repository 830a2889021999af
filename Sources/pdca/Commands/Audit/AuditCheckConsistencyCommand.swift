import ArgumentParser
import Office
import OperatingSystem
import Presentation
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
        from: old, to: new, by: String(decoding: try InputFile.bytes(proof), as: UTF8.self),
        at: proof, trusting: try owner.keys())
      answer.give(json: checked.json) { checked.lines(answer) }
    }
  }
}

extension CheckedConsistency {
  fileprivate func lines(_ answer: Answer) -> [String] {
    let (first, second) = (proof.old.size, proof.new.checkpoint.size)
    return [
      answer.say(
        "\(proof.old.origin): the log of \(second) events begins with the log of \(first).",
        "\(proof.old.origin): \(second) 件のログは、\(first) 件のログの続きです。")
    ]
  }
}
