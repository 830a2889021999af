import ArgumentParser
import Bilingual
import CanonicalJSON
import Domain
import EventLog
import Glibc
import Office
import OperatingSystem
import Postgres
import PrivateServer
import ReadModels
import Terminal
import Wording

extension DatabaseCommand {
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
        guard access(file, R_OK) == 0 else { throw OfficeError.notReadable(path: file) }
        let premises = try Premises.find(global, Configuration())
        if case .privateCluster(let cluster, _) = premises, cluster.status == .missing {
          try await cluster.create()
        }
        let hold = try premises.hold()
        try await refuseFilled(premises)
        // Privileges are this server's to give: groups bear the database's name.
        try await DumpProgram.run(
          "pg_restore",
          [
            "--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", file,
          ],
          on: premises)
        try await Installation.install(premises, answer)
        try await Installation.keepReports(premises, answer)
        let (missing, made) = try await logins(premises, answer)
        hold?.release()
        answer.give(
          json: ["file": .string(file), "withoutLogin": JSON(missing), "loginsMade": JSON(made)]
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
    ) async throws -> (missing: [String], made: [String]) {
      let connection = try await premises.connect(asAdministrator: true)
      let missing = try await connection.perform { session in
        try Office.membersWithoutLogin(in: session).map(\.rawValue)
      }
      let usable = missing.filter { LocalCluster.isUsable(role: $0) }
      if case .privateCluster(let cluster, _) = premises, !usable.isEmpty,
        try isWanted(usable, answer)
      {
        for role in usable {
          try await cluster.addLogin(role: role)
          try await connection.perform { try LogRoles.permit(role, $0) }
        }
        await connection.close()
        return (missing.filter { !usable.contains($0) }, usable)
      }
      await connection.close()
      return (missing, [])
    }

    private func isWanted(_ roles: [String], _ answer: Answer) throws -> Bool {
      guard !makeLogins, answer.prompt.isInteractive else { return makeLogins }
      answer.console.flush()
      let names = roles.map(safe).joined(separator: ", ")
      let typed = try answer.prompt.ask(
        answer.say(
          "This server has no login of \(names). Make them (yes or no)",
          "このサーバーには \(names) のログインがありません。作成しますか (yes / no)"), default: "yes")
      return ["y", "yes", "はい"].contains(typed.lowercased())
    }

    /// A backup doesn't hold who could log in where it was made.
    private func toldMade(_ made: [String], _ answer: Answer) -> [String] {
      if made.isEmpty { return [] }
      let names = made.map(safe).joined(separator: ", ")
      return [
        answer.say(
          "Logins made, of all its members, also of those who had none before: \(names)",
          "全メンバーのログインを作成しました（以前ログインのなかった人を含みます）: \(names)")
      ]
    }

    private func told(_ missing: [String], _ answer: Answer) -> [String] {
      if missing.isEmpty { return [] }
      let head = answer.say(
        "This server has no login of \(missing.count) of its members:",
        "次のメンバー（\(missing.count)人）のログインがこのサーバーにありません:")
      return [head] + missing.map { "  pdca database login \(ShellWord.quoted($0))" }
    }

    private func refuseFilled(_ premises: Premises) async throws {
      let connection = try await premises.connect(asAdministrator: true)
      let state = try await connection.perform { session in
        // Roles are no part of a backup; the privileges in it name these.
        try LogRoles.make(session)
        return try ProgramSchema.applier.state(session)
      }
      await connection.close()
      guard state == .missing else { throw OfficeError.notEmpty }
    }
  }
}
