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
        try await DumpProgram.run(
          "pg_restore", ["--single-transaction", "--exit-on-error", "--no-owner", file],
          on: premises)
        try await Installation.install(premises, answer)
        try await catchUp(premises, answer)
        try await Installation.keepReports(premises, answer)
        let missing = try await logins(premises, answer)
        hold?.release()
        answer.give(json: ["file": .string(file), "withoutLogin": JSON(missing)]) {
          [answer.say("Restored from \(safe(file)).", "\(safe(file)) から復元しました。")]
            + told(missing, answer)
        }
      }
    }

    /// Makes the logins that are missing where that is wanted.
    /// - Returns: members who can't log in to this server.
    private func logins(_ premises: Premises, _ answer: Answer) async throws -> [String] {
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
        return missing.filter { !usable.contains($0) }
      }
      await connection.close()
      return missing
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

    private func told(_ missing: [String], _ answer: Answer) -> [String] {
      if missing.isEmpty { return [] }
      let head = answer.say(
        "This server has no login of \(missing.count) of its members:",
        "次のメンバー（\(missing.count)人）のログインがこのサーバーにありません:")
      return [head] + missing.map { "  pdca database login \(ShellWord.quoted($0))" }
    }

    /// Says so where the backup's read models knew more than its log.
    private func catchUp(_ premises: Premises, _ answer: Answer) async throws {
      let connection = try await premises.connect(asAdministrator: true)
      let ahead = try await connection.perform { try Office.catchUp(in: $0) }
      await connection.close()
      if !ahead.isEmpty { answer.noteRepair(of: ahead) }
    }

    private func refuseFilled(_ premises: Premises) async throws {
      let connection = try await premises.connect(asAdministrator: true)
      let state = try await connection.perform { session in
        // Roles are no part of a backup; the privileges in it name these.
        try LogRoles.make(session)
        return try ProgramSchema.applier.state(session)
      }
      await connection.close()
      guard state == .missing else { throw DeskError.notEmpty }
    }
  }
}
