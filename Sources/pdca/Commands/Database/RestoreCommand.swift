import ArgumentParser
import Bilingual
import CanonicalJSON
import Glibc
import Office
import OperatingSystem
import Postgres
import PrivateServer
import ReadModels
import Terminal

extension DatabaseCommand {
  struct RestoreCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      .of(
        "restore", "Fill an empty database from a backup.", "空のデータベースにバックアップを復元します。",
        examples: ["PDCA_HOME=/srv/pdca pdca database restore pdca.dump"])
    }

    @OptionGroup var global: GlobalOptions

    @Argument(help: help("The backup.", "バックアップファイル。")) var file: String

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
        hold?.release()
        answer.give(json: ["file": .string(file)]) {
          [answer.say("Restored from \(safe(file)).", "\(safe(file)) から復元しました。")]
        }
      }
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
