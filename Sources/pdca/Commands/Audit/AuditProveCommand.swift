import ArgumentParser
import Office
import OperatingSystem
import Presentation
import Proof
import Terminal

struct AuditProveCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .of(
      "prove", "Write a proof that an event is in the log, for people without the database.",
      "イベントが記録に含まれることの証明書を作成します。データベースなしで検証できます。",
      examples: ["pdca audit prove SALES@12", "pdca audit prove SALES-12 --out plan.tlog-proof"])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var audit: AuditOptions

  @Argument(
    help: help(
      "The event (SALES@12), or an id whose last event is meant (SALES-12).",
      "イベント (SALES@12)、または最新のイベントを指す ID (SALES-12)。"))
  var event: String

  @Option(
    help: help(
      "The file to write, - for standard output; without it SALES-12.tlog-proof.",
      "保存先のファイル (- は標準出力)。省略時は SALES-12.tlog-proof です。"))
  var out: String?

  @Option(
    help: help(
      "Directory of kept checkpoints; without it PDCA_CHECKPOINTS, or checkpoints in the home of pdca.",
      "保管されたチェックポイントのディレクトリ。省略時は PDCA_CHECKPOINTS、または pdca のホームの checkpoints です。"))
  var checkpoints: String?

  func run() async throws {
    await AuditDesk.serve(global) { desk in
      let sealing = Sealing(
        keys: try audit.keyStore, folder: try AuditOptions.checkpoints(checkpoints))
      let (chosen, proof) = try await desk.office.prove(event, sealing)
      let path = out ?? "\(chosen.department)-\(chosen.position).tlog-proof"
      if path == "-" { return desk.answer.console.write(proof.text) }
      try TextFile.replace(path, with: proof.text)
      let size = proof.signed.checkpoint.size
      desk.answer.give(
        json: proof.json(of: chosen, in: path)
      ) {
        [
          desk.answer.say(
            "\(chosen.reference) is proved in the tree of \(size) events: \(safe(path))",
            "\(chosen.reference) が \(size) 件の木に含まれることの証明: \(safe(path))"),
          desk.answer.say(
            "Next:  pdca audit check-proof \(safe(path)) --key <verifier key>",
            "次の手順:  pdca audit check-proof \(safe(path)) --key <検証鍵>"),
        ]
      }
    }
  }
}
