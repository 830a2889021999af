import ArgumentParser
import Glibc
import Office
import Presentation
import Proof
import Terminal

struct AuditVerifyCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    .of(
      "verify",
      "Recompute the logs and compare them with kept checkpoints; 5 when one was changed. What a log was earlier is what its checkpoint of then says, so there is no --as-of.",
      "ログ全体を再計算し、保管されたチェックポイントと照合します。変更があれば終了コード 5 です。過去の時点は当時のチェックポイントが示すため、--as-of はありません。",
      examples: [
        "pdca audit verify", "pdca audit verify -d SALES --checkpoints /mnt/usb/checkpoints",
      ])
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var audit: AuditOptions

  @Option(
    name: [.short, .customLong("department")],
    help: help("Only this department's log.", "この部門のログのみ。"))
  var department: String?

  @Option(
    help: help(
      "Directory of kept checkpoints; without it PDCA_CHECKPOINTS, or checkpoints in the home of pdca.",
      "保管されたチェックポイントのディレクトリ。省略時は PDCA_CHECKPOINTS、または pdca のホームの checkpoints です。"))
  var checkpoints: String?

  @Option(
    name: .customLong("key"),
    help: help(
      "A verifier key, or a file of them, besides your own; may be repeated.",
      "自分の鍵以外の検証鍵、またはそのファイル (複数可)。"))
  var trusted: [String] = []

  func run() async throws {
    await AuditDesk.serve(global) { desk in
      let trusted = try TrustedKeys.read(trusted)
      let folder = try AuditOptions.checkpoints(checkpoints)
      // An evidence that was named and isn't there is not the same as none.
      if checkpoints != nil, access(folder.path, R_OK | X_OK) != 0 {
        throw OfficeError.notReadable(path: folder.path)
      }
      let found = try await desk.office.verification(
        of: department, Sealing(keys: try audit.keyStore, folder: folder), trusting: trusted)
      desk.answer.give(json: found.json(desk.answer.language)) {
        found.reports.flatMap { $0.lines(desk.answer) } + found.guards.lines(desk.answer)
      }
      if !found.isSound { throw ExitStatus(code: .tampering) }
    }
  }
}

/// Verifier keys that the command line names.
enum TrustedKeys {
  /// Each is a key's text, or a file that holds one a line.
  static func read(_ arguments: [String]) throws -> [KnownKey] {
    try arguments.flatMap { argument in
      if let key = KnownKey(line: argument) { return [key] }
      return try KeyStore.keys(
        in: String(decoding: try InputFile.bytes(argument), as: UTF8.self), argument)
    }
  }
}
