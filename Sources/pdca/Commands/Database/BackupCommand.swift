import ArgumentParser
import Domain
import Glibc
import Office
import OperatingSystem
import Presentation
import Terminal
import Wording

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
        try await premises.requireKeeper(by: Premises.reach)
        try await OutputFile(path: file).produce { draft in
          // The dump program's own account of a file that it can't write is in no language of ours.
          close(try OutputFile.opened(draft))
          try await premises.backUp(to: draft, by: Premises.reach)
        }
        let trial = verify ? try await tried(premises, answer) : nil
        hold?.release()
        answer.give(json: .backedUp(to: file, trial)) {
          [answer.say("Saved to \(safe(file)).", "\(safe(file)) に保存しました。")]
            + (trial?.lines(answer) ?? [])
        }
        if trial?.isGood == false { throw ExitStatus(code: .tampering) }
      }
    }

    private func tried(_ premises: Premises, _ answer: Answer) async throws -> BackupTrial {
      answer.progress("Restoring it for a trial …", "検証のため復元しています…")
      return try await premises.tried(backup: file, by: Premises.reach)
    }
  }

  struct RestoreCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      .of(
        "restore", "Fill an empty database from a backup.", "空のデータベースにバックアップを復元します。",
        examples: ["PDCA_HOME=/srv/pdca pdca database restore pdca.dump"])
    }

    @OptionGroup var global: GlobalOptions

    @Argument(help: help("The backup.", "バックアップファイル。")) var file: String

    @Flag(
      help: help(
        "Make the logins of its members that this server lacks.", "サーバーにないメンバーのログインを作成します。"))
    var makeLogins = false

    func run() async throws {
      await Reception.serve(global) { answer in
        try InputFile.requireReadable(file)
        let premises = try Premises.find(global, Configuration())
        try await premises.requireBackup(file)
        try await premises.makeIfMissing()
        let hold = try premises.hold()
        try await premises.restore(file, by: Premises.reach)
        try await answer.install(premises)
        try await answer.keepReports(premises)
        let (missing, made) = try await logins(premises, answer)
        hold?.release()
        answer.give(
          json: .restored(from: file, withoutLogin: missing, loginsMade: made)
        ) {
          [answer.say("Restored from \(safe(file)).", "\(safe(file)) から復元しました。")]
            + toldMade(made, answer) + told(missing, answer)
        }
      }
    }

    /// Makes the logins that are missing where that is wanted.
    /// - Returns: members who can't log in to this server, and those who now can.
    private func logins(
      _ premises: Premises, _ answer: Answer
    ) async throws -> (missing: [Account], made: [Account]) {
      let missing = try await premises.membersWithoutLogin(by: Premises.reach)
      let makeable = premises.makeable(missing)
      guard !makeable.isEmpty, try isWanted(makeable, answer) else { return (missing, []) }
      for account in makeable { try await premises.letIn(account, by: Premises.reach) }
      return (missing.filter { !makeable.contains($0) }, makeable)
    }

    private func isWanted(_ accounts: [Account], _ answer: Answer) throws -> Bool {
      guard !makeLogins, answer.prompt.isInteractive else { return makeLogins }
      answer.console.flush()
      let names = accounts.map { safe($0.rawValue) }.joined(separator: ", ")
      let typed = try answer.prompt.ask(
        answer.say(
          "This server has no login of \(names). Make them (yes or no)",
          "このサーバーには \(names) のログインがありません。作成しますか (yes / no)"), default: "yes")
      return ["y", "yes", "はい"].contains(typed.lowercased())
    }

    /// A backup doesn't hold who could log in where it was made.
    private func toldMade(_ made: [Account], _ answer: Answer) -> [String] {
      if made.isEmpty { return [] }
      let names = made.map { safe($0.rawValue) }.joined(separator: ", ")
      return [
        answer.say(
          "Logins made, of all its members, also of those who had none before: \(names)",
          "全メンバーのログインを作成しました（以前ログインのなかった人を含みます）: \(names)")
      ]
    }

    private func told(_ missing: [Account], _ answer: Answer) -> [String] {
      if missing.isEmpty { return [] }
      let head = answer.say(
        "This server has no login of \(missing.count) of its members:",
        "次のメンバー（\(missing.count)人）のログインがこのサーバーにありません:")
      return [head] + missing.map { "  pdca database login \(ShellWord.quoted($0.rawValue))" }
    }
  }
}

extension BackupTrial {
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
