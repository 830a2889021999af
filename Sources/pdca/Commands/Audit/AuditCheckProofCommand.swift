import ArgumentParser
import Office
import OperatingSystem
import Presentation
import Proof
import Terminal

struct AuditCheckProofCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .of(
      "check-proof", "Check a proof, without any database; 5 when it proves nothing.",
      "証明書を検証します。データベースは不要です。証明にならなければ終了コード 5 です。",
      examples: [
        "pdca audit check-proof SALES-12.tlog-proof --key pdca/3f9a…+1c2d3e4f+AW…",
        "pdca audit check-proof SALES-12.tlog-proof --key verifiers",
      ])
  }

  @OptionGroup var global: GlobalOptions

  @Argument(help: help("The proof, - for standard input.", "証明書のファイル (- は標準入力)。"))
  var file: String

  @OptionGroup var owner: OwnerKeyOption

  func run() async throws {
    await Reception.serve(global) { answer in
      let checked = try CheckedProof(
        String(decoding: try InputFile.bytes(file), as: UTF8.self), at: file,
        trusting: try owner.keys())
      answer.give(json: checked.json) { checked.lines(answer) }
    }
  }
}

extension CheckedProof {
  fileprivate func lines(_ answer: Answer) -> [String] {
    let checkpoint = proof.signed.checkpoint
    var block = KeyValueBlock()
    block.add(answer.say("log", "ログ"), Cell(checkpoint.origin))
    block.add(
      answer.say("tree", "木"), Cell(answer.say("\(checkpoint.size) events", "\(checkpoint.size) 件"))
    )
    block.add(
      answer.say("signed by", "署名者"), Cell(signers.own.map(\.key.name).joined(separator: ", ")))
    if !signers.witnesses.isEmpty {
      block.add(
        answer.say("witnessed by", "証人"),
        Cell(signers.witnesses.map(\.key.name).joined(separator: ", ")))
    }
    if event.isProven { addEvent(to: &block, answer) }
    return [heading(answer)] + block.lines(answer.layout)
  }

  private func heading(_ answer: Answer) -> String {
    switch (event.isRedacted, event.isProven) {
    case (false, _):
      answer.say("\(reference) is in the log.", "\(reference) は記録に含まれています。")
    case (true, true):
      answer.say(
        "\(reference) is in the log; texts of it were redacted, and the rest is proved.",
        "\(reference) は記録に含まれています。文章の一部は墨消しされていますが、残りは証明されています。")
    case (true, false):
      answer.say(
        "\(reference) is in the log; its text was redacted, so that only its hash is proved.",
        "\(reference) は記録に含まれています。内容は墨消しされており、証明できるのはハッシュのみです。")
    }
  }

  private func addEvent(to block: inout KeyValueBlock, _ answer: Answer) {
    block.add(answer.say("event", "イベント"), Cell(event.text("type") ?? ""))
    block.add(answer.say("by", "記録者"), Cell(event.text("actor") ?? ""))
    if let door = event.text("door") { block.add(answer.say("through", "入口"), Cell(door)) }
    block.add(answer.say("recorded", "記録日時"), Cell(event.text("recordedAt") ?? ""))
    block.add(answer.say("occurred", "発生日時"), Cell(event.text("occurredAt") ?? ""))
    block.add(answer.say("content", "内容"), Cell(event.payloadLine))
  }
}
