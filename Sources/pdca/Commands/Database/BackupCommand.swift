import ArgumentParser
import Bilingual
import CanonicalJSON
import Glibc
import Office
import OperatingSystem
import Postgres
import ReadModels
import Terminal

extension DatabaseCommand {
  struct BackupCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      .of(
        "backup", "Write the whole database to a file (pg_dump's custom format).",
        "データベース全体をファイルに保存します (pg_dump カスタム形式)。",
        examples: ["pdca database backup pdca.dump", "pdca database backup pdca.dump --verify"])
    }

    @OptionGroup var global: GlobalOptions

    @Argument(help: help("The file to write.", "保存先のファイル。")) var file: String

    @Flag(
      help: help(
        "Restore it into a server of its own, which is gone again afterwards, and compare the root of "
          + "every log; status 5 when one differs.",
        "一時的なサーバーに復元し、各部門の記録のルートハッシュを比較します。相違があれば終了コード 5 を返します。"))
    var verify = false

    func run() async throws {
      await Reception.serve(global) { answer in
        let premises = try Premises.find(global, Configuration())
        let hold = try premises.hold()
        // A backup of what row security shows to somebody would lack the rest.
        let connection = try await premises.connect(asAdministrator: true)
        try await connection.perform { try Projector.requireKeeper(in: $0) }
        await connection.close()
        try await OutputFile(path: file).produce { draft in
          // The dump program's own account of a file that it can't write is in no language of ours.
          close(try OutputFile.opened(draft))
          try await DumpProgram.run(
            "pg_dump",
            [
              "--format=custom", "--enable-row-security", "--exclude-table-data=share.secret",
              "--file=\(draft)",
            ],
            on: premises)
        }
        let trial = verify ? try await tried(premises, answer) : nil
        hold?.release()
        answer.give(json: ["file": .string(file), "verified": trial?.json ?? .null]) {
          [answer.say("Saved to \(safe(file)).", "\(safe(file)) に保存しました。")]
            + (trial?.lines(answer) ?? [])
        }
        if trial?.isGood == false { throw ExitStatus(code: .tampering) }
      }
    }

    private func tried(_ premises: Premises, _ answer: Answer) async throws -> BackupTrial {
      answer.progress("Restoring it for a trial …", "検証のため復元しています…")
      let restored = try await Premises.scratch { scratch in
        let connection = try await scratch.connect(asAdministrator: true)
        try await connection.perform { try LogRoles.make($0) }
        try await DumpProgram.run(
          "pg_restore",
          [
            "--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", file,
          ],
          on: scratch)
        let roots = try await connection.perform { try LogRoots(of: $0) }
        await connection.close()
        return roots
      }
      let connection = try await premises.connect(asAdministrator: true)
      let trial = try await connection.perform { try BackupTrial(restored, against: $0) }
      await connection.close()
      return trial
    }
  }
}

extension BackupTrial {
  fileprivate var json: JSON {
    [
      "departments": JSON(departments), "events": JSON(events), "differing": JSON(differing),
      "missing": JSON(missing),
    ]
  }

  fileprivate func lines(_ answer: Answer) -> [String] {
    if isGood {
      return [
        answer.say(
          "Restored for a trial: \(departments) logs with \(events) events, each with the same root.",
          "復元して検証しました: \(departments) 部門・\(events) イベントのルートハッシュがすべて一致しています。")
      ]
    }
    let others = safe((differing + missing).joined(separator: ", "))
    return [
      answer.say(
        "Restored for a trial, it isn't what the database holds: \(others). Don't rely on it.",
        "復元したところ、データベースの内容と一致しません: \(others)。このバックアップは使用しないでください。"),
      answer.say("Look at the logs:  pdca audit verify", "記録の確認:  pdca audit verify"),
    ]
  }
}
