import ArgumentParser
import CanonicalJSON
import Office
import OperatingSystem
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
      let checked = try CheckedProof(file, trusting: try owner.keys())
      answer.give(json: checked.json) { checked.lines(answer) }
    }
  }
}

/// A proof that holds.
struct CheckedProof {
  let proof: InclusionProof
  let event: ExportedEvent
  let signers: Signers

  init(_ path: String, trusting keys: [KnownKey]) throws {
    let text = TextFile.plain(String(decoding: try InputFile.bytes(path), as: UTF8.self))
    do {
      proof = try InclusionProof(text)
      signers = try proof.signed.signers(among: keys)
    } catch { throw AuditError.badCheckpoint(path: path, error) }
    guard let line = proof.extra, let event = ExportedEvent(line: line),
      proof.proves(event.leaf)
    else { throw AuditError.unproved(path: path) }
    self.event = event
    guard !event.isProven || isWhereItSays else { throw AuditError.unproved(path: path) }
  }

  /// The line, which the tree covers, names the same place as the proof, which it doesn't.
  private var isWhereItSays: Bool {
    event.position == proof.index + 1
      && event.text("department") == proof.signed.checkpoint.department
  }

  private var reference: String {
    "\(proof.signed.checkpoint.department)@\(proof.index + 1)"
  }

  var json: JSON {
    let checkpoint = proof.signed.checkpoint
    return [
      "event": .string(reference), "origin": .string(checkpoint.origin),
      "size": JSON(checkpoint.size), "root": .string(Base64.encode(checkpoint.root)),
      "leafHash": .string(Hexadecimal.encode(event.leaf)),
      "signedBy": .array(signers.own.map { .string("\($0)") }),
      "witnesses": .array(signers.witnesses.map { .string("\($0)") }),
      "redacted": .bool(event.isRedacted),
      "line": event.isProven ? .object(line) : .null,
    ]
  }

  /// The line's members, the payload with its texts.
  private var line: JSONObject {
    var members = event.members
    members["payload"] = event.payload
    return members
  }

  func lines(_ answer: Answer) -> [String] {
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
    block.add(answer.say("content", "内容"), Cell(event.payload.canonical))
  }
}
